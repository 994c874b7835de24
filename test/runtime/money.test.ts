// Amounts: valid notations, and storage without loss of digits.

import { expect } from 'chai';
import { parseJson } from '../../runtime/json';
import { amountFault, canonicalDecimal, readAmount } from '../../runtime/money';
import { fc } from '../random';
import { type LocalHandler, PAYMENT, startLocalHandler } from './local-handler';

const NOT_POSITIVE = 'Payment amount must be greater than 0';
const EXPONENT = 'Payment amount must be written without an exponent';
const NOT_DECIMAL = 'Payment amount must be a decimal such as 10.25';

describe('an amount', () => {
  const accepted: Record<string, [json: string, amount: string]> = {
    'is kept as written': ['10.25', '10.25'],
    'may be a string': ['"10.25"', '10.25'],
    'is stored without trailing zeros': ['10.50', '10.5'],
    'is stored without a fraction of zeros': ['99.00', '99'],
    'keeps the zeros of an integer': ['1000', '1000'],
    'may be below 1': ['0.01', '0.01'],
    'may be more precise than a binary float': ['90071992547409.93', '90071992547409.93'],
    'may have 38 digits': ['123456789012345678901234567890123456.78', '123456789012345678901234567890123456.78'],
  };
  for (const [sentence, [json, amount]] of Object.entries(accepted)) {
    it(sentence, () => expect(String((readAmount(parseJson(json)) as { amount: object }).amount)).to.equal(amount));
  }

  const refused: Record<string, [json: string, fault: string]> = {
    'is not zero': ['0', NOT_POSITIVE],
    'is not zero with decimals': ['0.00', NOT_POSITIVE],
    'is not negative zero': ['-0', NOT_POSITIVE],
    'is not negative': ['-5', NOT_POSITIVE],
    'is not negative as a string': ['"-5"', NOT_POSITIVE],
    'is not zero with an exponent': ['0e9', NOT_POSITIVE],
    'is not true': ['true', NOT_POSITIVE],
    'is not null': ['null', NOT_POSITIVE],
    'is not an array': ['[1]', NOT_POSITIVE],
    'is not a string without digits': ['"ten"', NOT_DECIMAL],
    'is not an empty string': ['""', NOT_DECIMAL],
    'is not a string with a space': ['" 1"', NOT_DECIMAL],
    'is not a string with leading zeros': ['"007"', NOT_DECIMAL],
    'is not NaN': ['"NaN"', NOT_DECIMAL],
    'is not Infinity': ['"Infinity"', NOT_DECIMAL],
    'is not hexadecimal': ['"0x10"', NOT_DECIMAL],
    'does not use digits of another script': ['"١٢"', NOT_DECIMAL],
    'has no exponent': ['1e2', EXPONENT],
    'has no exponent as a string': ['"1e2"', EXPONENT],
    'has no capital exponent': ['1E2', EXPONENT],
    'has no exponent beyond all floats': ['1e400', EXPONENT],
    'has no negative exponent': ['1.5e-2', EXPONENT],
    'has at most 38 digits': ['123456789012345678901234567890123456.789', 'Payment amount must have at most 38 digits'],
    'has at most 38 digits, including zeros': [`1.${'0'.repeat(38)}`, 'Payment amount must have at most 38 digits'],
  };
  for (const [sentence, [json, fault]] of Object.entries(refused)) {
    it(sentence, () => expect(readAmount(parseJson(json))).to.deep.equal({ fault }));
  }
});

describe('a currency', () => {
  const rows: Record<string, [amount: string, rule: Parameters<typeof amountFault>[2], fault?: string]> = {
    'accepts its number of decimals': ['1.25', { exponent: 2 }],
    'accepts fewer decimals': ['1.5', { exponent: 2 }],
    'ignores trailing zeros': ['1.500', { exponent: 2 }],
    'rejects more decimals': ['1.001', { exponent: 2 }, 'Payment amount must have at most 2 decimals in XTS'],
    'may have three decimals': ['1.001', { exponent: 3 }],
    'may have no decimals': ['1.5', { exponent: 0 }, 'Payment amount must have at most 0 decimals in XTS'],
    'without decimals accepts an integer': ['100.0', { exponent: 0 }],
    'accepts its minimum': ['0.5', { exponent: 2, minimum: '0.50' }],
    'rejects amounts below its minimum': [
      '0.49',
      { exponent: 2, minimum: '0.50' },
      'Payment amount must be at least 0.50 XTS',
    ],
    'accepts its maximum': ['10000', { exponent: 2, maximum: '10000.00' }],
    'rejects amounts above its maximum': [
      '90071992547409.94',
      { exponent: 2, maximum: '90071992547409.93' },
      'Payment amount must be at most 90071992547409.93 XTS',
    ],
    'compares numbers, not strings': ['9', { exponent: 2, maximum: '10' }],
  };
  for (const [sentence, [amount, rule, fault]] of Object.entries(rows)) {
    it(sentence, () => {
      const reading = readAmount(parseJson(amount)) as { amount: Parameters<typeof amountFault>[0] };
      expect(amountFault(reading.amount, 'XTS', rule)).to.equal(fault);
    });
  }
});

describe('any valid amount', () => {
  let api: LocalHandler;
  before(async () => {
    api = await startLocalHandler();
  });
  after(() => api.close());

  // Up to 36 digits before the point and two after it: the precision of DynamoDB.
  const decimal = fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 36n - 1n }), fc.stringMatching(/^(\.[0-9]{1,2}0{0,2})?$/))
    .map(([whole, fraction]) => `${whole}${fraction}`)
    .filter((text) => /[1-9]/.test(text) && text.replace('.', '').length <= 38);

  it('is read back from the table with every digit, sent as a number or as a string', async () => {
    await fc.assert(
      fc.asyncProperty(decimal, fc.boolean(), async (amount, isText) => {
        const body = JSON.stringify(PAYMENT).replace('10.25', isText ? `"${amount}"` : amount);
        const { statusCode, text, body: answer } = await api.post(body);
        expect(statusCode, text).to.equal(200);
        const read = (await api.get(answer.payment_id)).text;
        expect(/"amount":([\d.]+)[,}]/.exec(read)?.[1]).to.equal(canonicalDecimal(amount));
      }),
      { numRuns: 200 },
    );
  });
});
