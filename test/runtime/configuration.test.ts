// The settings from environment variables: valid values, and errors that list all faults.

import { expect } from 'chai';
import { SETTINGS } from '../../contract/settings';
import { ConfigurationError, readConfiguration } from '../../runtime/configuration';

const ENVIRONMENT = {
  PAYMENTS_TABLE_NAME: 'payment-payments-useast1-production-pr1234',
  LISTING_INDEX_NAME: 'listing-index',
  LISTING_SHARDS: '2',
  DLQ_URL: 'https://sqs.us-east-1.amazonaws.com/123456789012/dlq',
  PAYMENT_CURRENCIES: 'EUR=2:0.50:10000,GBP=2:1,JPY=0::5000000,USD=2',
  UNKNOWN_MEMBERS: 'REFUSE',
  IDEMPOTENCY: 'REQUIRED',
  PAGE_SIZE: '100',
  CORS_ORIGINS: 'https://shop.example,https://till.example',
  METRICS_NAMESPACE: 'Payments',
};

describe('the configuration', () => {
  it('is read from the environment variables', () => {
    expect(readConfiguration(ENVIRONMENT)).to.deep.equal({
      paymentsTableName: 'payment-payments-useast1-production-pr1234',
      listingIndexName: 'listing-index',
      listingShards: 2,
      deadLetterQueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/dlq',
      currencies: new Map([
        ['EUR', { exponent: 2, minimum: '0.50', maximum: '10000' }],
        ['GBP', { exponent: 2, minimum: '1', maximum: undefined }],
        ['JPY', { exponent: 0, minimum: undefined, maximum: '5000000' }],
        ['USD', { exponent: 2, minimum: undefined, maximum: undefined }],
      ]),
      unknownMembers: 'REFUSE',
      idempotencyMode: 'REQUIRED',
      pageSize: 100,
      corsOrigins: ['https://shop.example', 'https://till.example'],
      metricsNamespace: 'Payments',
    });
  });

  it('reads only the listed variables', () => {
    expect(Object.keys(ENVIRONMENT)).to.deep.equal([...SETTINGS]);
  });

  it('reports every missing variable', () => {
    expect(() => readConfiguration({ PAGE_SIZE: '' }))
      .to.throw(ConfigurationError)
      .with.property(
        'message',
        'Cannot start: ' +
          'PAYMENTS_TABLE_NAME is missing, it must be a table name; ' +
          'LISTING_INDEX_NAME is missing, it must be an index name; ' +
          'LISTING_SHARDS is missing, it must be a whole number from 1 to 100; ' +
          'DLQ_URL is missing, it must be the URL of a queue; ' +
          'PAYMENT_CURRENCIES is missing, it must be codes, exponents and limits such as USD=2,EUR=2:0.50:10000,JPY=0::5000000; ' +
          'UNKNOWN_MEMBERS is missing, it must be IGNORE, KEEP or REFUSE; ' +
          'IDEMPOTENCY is missing, it must be OPTIONAL or REQUIRED; ' +
          'PAGE_SIZE is missing, it must be a whole number from 1 to 100; ' +
          'CORS_ORIGINS is missing, it must be none, *, or origins such as https://shop.example; ' +
          'METRICS_NAMESPACE is missing, it must be a CloudWatch namespace',
      );
  });

  const malformed: [name: keyof typeof ENVIRONMENT, values: string[]][] = [
    ['PAYMENTS_TABLE_NAME', ['ab', 'a table', 'x'.repeat(256)]],
    ['LISTING_INDEX_NAME', ['ab', 'an index']],
    ['LISTING_SHARDS', ['0', '101', '1.5', 'two']],
    ['UNKNOWN_MEMBERS', ['keep', 'IGNORE ']],
    ['IDEMPOTENCY', ['required']],
    ['CORS_ORIGINS', ['shop.example', '*,https://shop.example']],
    ['METRICS_NAMESPACE', ['a&b', 'x'.repeat(256)]],
    ['DLQ_URL', ['dlq', 'arn:aws:sqs:us-east-1:123456789012:dlq']],
    [
      'PAYMENT_CURRENCIES',
      ['USD', 'USD=', 'usd=2', 'USD=2,', 'USD=2, EUR=2', 'USD=12', 'USDX=2', 'USD=2:-1', 'USD=2:1:2:3', 'USD=2:1.'],
    ],
    ['PAGE_SIZE', ['0', '101', '1.5', 'ten', '-1', '010', ' 10']],
  ];
  for (const [name, values] of malformed) {
    for (const value of values) {
      it(`rejects ${name}=${value.slice(0, 40)}`, () => {
        const read = () => readConfiguration({ ...ENVIRONMENT, [name]: value });
        expect(read).to.throw(ConfigurationError, new RegExp(`^Cannot start: ${name} is malformed, it must be [^;]+$`));
      });
    }
  }
});
