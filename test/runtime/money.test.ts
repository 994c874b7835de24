// Amounts: what is one, and that no digit is lost.

import { expect } from 'chai';
import { parseJson } from '../../runtime/json';
import { checkCurrency, isSameDecimal, readAmount } from '../../runtime/money';

const NOT_POSITIVE = 'Payment amount must be greater than 0';
const EXPONENT = 'Payment amount must be written without an exponent';
const EXPONENTS = new Map([
  ['USD', 2],
  ['JPY', 0],
  ['BHD', 3],
]);

describe('an amount', () => {
  const accepted: Record<string, [json: string, amount: string]> = {
    'is kept as written': ['10.25', '10.25'],
    'loses zeros at its end': ['10.50', '10.5'],
    'loses a fraction of zeros': ['99.00', '99'],
    'keeps the zeros of a whole number': ['1000', '1000'],
    'may be below 1': ['0.01', '0.01'],
    'may be more exact than a binary float': ['90071992547409.93', '90071992547409.93'],
    'may have 38 digits': ['123456789012345678901234567890123456.78', '123456789012345678901234567890123456.78'],
  };
  for (const [sentence, [json, amount]] of Object.entries(accepted)) {
    it(sentence, () => expect(readAmount(parseJson(json)).toString()).to.equal(amount));
  }

  const refused: Record<string, [json: string, error: string]> = {
    'is not zero': ['0', NOT_POSITIVE],
    'is not zero with decimals': ['0.00', NOT_POSITIVE],
    'is not negative zero': ['-0', NOT_POSITIVE],
    'is not negative': ['-5', NOT_POSITIVE],
    'is not zero with an exponent': ['0e9', NOT_POSITIVE],
    'is not a text': ['"10.25"', NOT_POSITIVE],
    'is not true': ['true', NOT_POSITIVE],
    'is not null': ['null', NOT_POSITIVE],
    'is not an array': ['[1]', NOT_POSITIVE],
    'has no exponent': ['1e2', EXPONENT],
    'has no capital exponent': ['1E2', EXPONENT],
    'has no exponent beyond all floats': ['1e400', EXPONENT],
    'has no negative exponent': ['1.5e-2', EXPONENT],
    'has not 39 digits': ['123456789012345678901234567890123456.789', 'Payment amount must have at most 38 digits'],
    'has not 39 digits, zeros included': [`1.${'0'.repeat(38)}`, 'Payment amount must have at most 38 digits'],
  };
  for (const [sentence, [json, error]] of Object.entries(refused)) {
    it(sentence, () =>
      expect(() => readAmount(parseJson(json)))
        .to.throw(error)
        .with.property('statusCode', 400),
    );
  }

  it('keeps its value, whatever its digits', () => {
    for (const { whole, fraction } of randomDecimals(2000)) {
      const amount = readAmount(parseJson(`${whole}.${fraction}`)).toString();
      const [readWhole = '', readFraction = ''] = amount.split('.');
      expect(BigInt(readWhole + readFraction.padEnd(fraction.length, '0'))).to.equal(BigInt(whole + fraction));
      expect(isSameDecimal(amount, `${whole}.${fraction}0`)).to.equal(true);
      expect(isSameDecimal(amount, `${whole}.${fraction}1`)).to.equal(false);
    }
  });
});

describe('a currency', () => {
  const rows: Record<string, [amount: string, currency: string, error?: string]> = {
    'takes as many decimals as it has': ['1.25', 'USD'],
    'takes fewer': ['1.5', 'USD'],
    'does not count zeros at the end': ['1.500', 'USD'],
    'takes no more': ['1.001', 'USD', 'Payment amount must have at most 2 decimals in USD'],
    'may have three decimals': ['1.001', 'BHD'],
    'may have none': ['1.5', 'JPY', 'Payment amount must have at most 0 decimals in JPY'],
    'without decimals takes a whole number': ['100.0', 'JPY'],
    'must be an accepted one': ['1', 'CHF', 'Unsupported currency: CHF'],
    'is written in capitals': ['1', 'usd', 'Unsupported currency: usd'],
    'has no inherited names': ['1', 'constructor', 'Unsupported currency: constructor'],
  };
  for (const [sentence, [amount, currency, error]] of Object.entries(rows)) {
    it(sentence, () => {
      const check = () => checkCurrency(readAmount(parseJson(amount)), currency, EXPONENTS);
      error ? expect(check).to.throw(error) : expect(check).not.to.throw();
    });
  }
});

// Pseudo-random, the same in each run: up to 19 digits on each side of the point.
function* randomDecimals(count: number): Generator<{ whole: string; fraction: string }> {
  let seed = 1n;
  const next = () => {
    seed = (seed * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
    return (seed >> 32n) % 2n ? seed % 10n ** 19n : (seed % 1000n) * 10n ** (seed % 5n);
  };
  for (let made = 0; made < count; made++) yield { whole: String(next() + 1n), fraction: String(next()).slice(0, 18) };
}
