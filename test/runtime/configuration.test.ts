// The settings: what the environment variables may be, and that all faults are named at once.

import { expect } from 'chai';
import { ConfigurationError, ENVIRONMENT_VARIABLES, readConfiguration } from '../../runtime/configuration';

const ENVIRONMENT = {
  PAYMENTS_TABLE_NAME: 'payment-payments-useast1-production-pr1234',
  STATUS_INDEX_NAME: 'status-index',
  DLQ_URL: 'https://sqs.us-east-1.amazonaws.com/123456789012/dlq',
  PAYMENT_CURRENCIES: 'USD=2,JPY=0',
  PAGE_SIZE: '100',
};

describe('the configuration', () => {
  it('is read from the environment variables', () => {
    expect(readConfiguration(ENVIRONMENT)).to.deep.equal({
      paymentsTableName: 'payment-payments-useast1-production-pr1234',
      statusIndexName: 'status-index',
      deadLetterQueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/dlq',
      currencyExponents: new Map([
        ['USD', 2],
        ['JPY', 0],
      ]),
      pageSize: 100,
    });
  });

  it('needs no variable that is not in the list', () => {
    expect(Object.keys(ENVIRONMENT)).to.deep.equal([...ENVIRONMENT_VARIABLES]);
  });

  it('names every missing variable', () => {
    expect(() => readConfiguration({ PAGE_SIZE: '' }))
      .to.throw(ConfigurationError)
      .with.property(
        'message',
        'Cannot start: ' +
          'PAYMENTS_TABLE_NAME is missing, it must be a table name; ' +
          'STATUS_INDEX_NAME is missing, it must be an index name; ' +
          'DLQ_URL is missing, it must be the URL of a queue; ' +
          'PAYMENT_CURRENCIES is missing, it must be codes and exponents such as USD=2,JPY=0; ' +
          'PAGE_SIZE is missing, it must be a whole number from 1 to 100',
      );
  });

  const malformed: [name: keyof typeof ENVIRONMENT, values: string[]][] = [
    ['PAYMENTS_TABLE_NAME', ['ab', 'a table', 'x'.repeat(256)]],
    ['STATUS_INDEX_NAME', ['ab', 'an index']],
    ['DLQ_URL', ['dlq', 'arn:aws:sqs:us-east-1:123456789012:dlq']],
    ['PAYMENT_CURRENCIES', ['USD', 'USD=', 'usd=2', 'USD=2,', 'USD=2, EUR=2', 'USD=12', 'USDX=2']],
    ['PAGE_SIZE', ['0', '101', '1.5', 'ten', '-1', '010', ' 10']],
  ];
  for (const [name, values] of malformed) {
    for (const value of values) {
      it(`refuses ${name}=${value.slice(0, 40)}`, () => {
        const read = () => readConfiguration({ ...ENVIRONMENT, [name]: value });
        expect(read).to.throw(ConfigurationError, new RegExp(`^Cannot start: ${name} is malformed, it must be [^;]+$`));
      });
    }
  }
});
