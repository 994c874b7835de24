// Detection of card numbers in any notation, without false positives for other digits.

import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { containsCardNumber } from '../../runtime/card-number';
import { sizeOf } from '../exhaustive';
import { fc, randomFrom, SEED } from '../random';

/** The published prefixes, lengths and usual groups of issuers, independent of the code. */
const ISSUERS: readonly (readonly [
  prefixes: readonly string[],
  lengths: readonly number[],
  groups: readonly number[],
])[] = [
  [['4'], [13, 16, 19], [4, 4, 4, 4, 3]],
  [['51', '55', '2221', '2345', '2720'], [16], [4, 4, 4, 4]],
  [['34', '37'], [15], [4, 6, 5]],
  [
    ['6011', '644', '649', '65'],
    [16, 19],
    [4, 4, 4, 4, 3],
  ],
  [['300', '305', '36', '38'], [14], [4, 6, 4]],
  [['3528', '3589', '2131'], [16], [4, 4, 4, 4]],
  [['62'], [16, 19], [4, 4, 4, 4, 3]],
  [
    ['5018', '5038', '6304', '6759', '6763'],
    [12, 13, 14, 15, 16, 19],
    [4, 4, 4, 4, 3],
  ],
];

/** The digit zero in several scripts: Arabic, Persian, Devanagari, Bengali, Thai, full-width, mathematical. */
const ZEROS = ['0', '٠', '۰', '०', '০', '๐', '０', '𝟎', '𝟘', '𝟶'];
const SEPARATORS = [
  '',
  ' ',
  '  ',
  '-',
  ' - ',
  '–',
  '—',
  '/',
  ',',
  ', ',
  '.',
  '_',
  ':',
  '\u00a0',
  '\u202f',
  '\u200b',
  '\u2060',
  '\ufeff',
];
const BEFORE = ['', 'card', 'card: ', 'Visa#', '(', 'n°', '12/30 ', '123 '];
const BEHIND = ['', 'x', ' Jane Doe', ')', ' 12/30', ' 03/28 123', ' 12/2030 1234', '\u200b12\u200b30'];

const checkDigit = (digits: string): string => {
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
};

const card = fc.constantFrom(...ISSUERS).chain(([prefixes, lengths, groups]) =>
  fc
    .record({
      prefix: fc.constantFrom(...prefixes),
      length: fc.constantFrom(...lengths),
      rest: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 19, maxLength: 19 }),
    })
    .map(({ prefix, length, rest }) => {
      const digits = (prefix + rest.join('')).slice(0, length - 1);
      return { number: digits + checkDigit(digits), groups };
    }),
);

const disguised = fc
  .record({
    card,
    separator: fc.constantFrom(...SEPARATORS),
    zero: fc.constantFrom(...ZEROS),
    before: fc.constantFrom(...BEFORE),
    behind: fc.constantFrom(...BEHIND),
  })
  .map(({ card: { number, groups }, separator, zero, before, behind }) => {
    const parts = groups.map((size, at) => {
      const start = groups.slice(0, at).reduce((sum, other) => sum + other, 0);
      return number.slice(start, start + size);
    });
    const written = parts.filter((part) => part !== '').join(separator);
    const first = zero.codePointAt(0) ?? 0;
    return before + written.replace(/\d/g, (digit) => String.fromCodePoint(first + Number(digit))) + behind;
  });

const RUNS = sizeOf({ sample: 20_000, exhaustive: 100_000 });
const found = (make: (at: number) => string, runs: number): string[] =>
  Array.from({ length: runs }, (_, at) => make(at)).filter(containsCardNumber);

const random = randomFrom(SEED);
const integerBelow = (limit: number) => Math.floor(random() * limit);
const randomBytes = (length: number) => Buffer.from(Array.from({ length }, () => integerBelow(256)));

/** Times of generated ids, from 2016 to 2029. */
const time = () => Math.floor(Date.UTC(2016, 0) + random() * 13 * 365 * 86_400_000);
const base = (alphabet: string, length: number) =>
  [...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length]).join('');
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const crockfordTime = (milliseconds: number): string =>
  Array.from({ length: 10 }, (_, at) => CROCKFORD[Math.floor(milliseconds / 32 ** (9 - at)) % 32]).join('');
const uuidOf = (hex: string, version: string) =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
const randomUuid = () => uuidOf(randomBytes(16).toString('hex'), '4');
const snowflake = (epoch: number) => String((BigInt(time() - epoch) << 22n) | BigInt(integerBelow(2 ** 22)));

describe('a card number', () => {
  it('is found in every notation', () => {
    fc.assert(
      fc.property(disguised, (text) => containsCardNumber(text)),
      { numRuns: 5_000 },
    );
  });

  const written = [
    '4222222222222',
    '378282246310005',
    '4111111111111111',
    '4000000000000000006',
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '4111.1111.1111.1111',
    'card 4111111111111111 of Jane',
    'tok4111111111111111x',
    '４１１１１１１１１１１１１１１１',
    'a: 5555 5555 5555 4444, b: 1',
    '4111 1111 1111 1111 12/30',
    '4111-1111-1111-1111 12/30 123',
    '3782 822463 10005 03/28',
    'card4111 1111 1111 1111',
    '4111–1111–1111–1111',
    '4\u00ad111111111111111',
    '41 11 11 11 11 11 11 11',
    '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 12/30',
    '411111 1111 111111',
    '4111%201111%201111%201111',
    '4111+1111+1111+1111',
    '%B4111111111111111^DOE/JANE^3012101',
    ';4111111111111111=301210100000?',
    'order 12345 4111111111111111',
    '6212345678901232',
    '5900000000000000',
  ];
  for (const text of written) {
    it(`is found in ${text}`, () => expect(containsCardNumber(text)).to.equal(true));
  }

  const others: Readonly<Record<string, string>> = {
    'an empty text': '',
    'a word': 'card',
    'a number with another check digit': '4111111111111112',
    'a number that is too short': '411111111111',
    'a number that is too long': '41111111111111111111',
    'a number of an unknown issuer': '9111111111111113',
    'groups with another check digit': '4111 1111 1111 1112',
    'a payment id': 'pay_01J8ZQ4Y7M',
    'a UUID that an earlier version refused': '91668178-3796-4285-86da-ddd3cc81bbd7',
    'a time': '2026-01-31T12:00:00',
    'a time in microseconds with spaces': '2026-01-30 12:00:00.123456',
    'a telephone number': '+62 812 3456 78904',
    'an account number in groups': 'GB29 NWBK 6016 1331 9268 19',
    'another account number in groups': 'FR76 3000 6000 0112 3456 7890 189',
    coordinates: '52.520008, 13.404954',
    'a number of double precision': '4.123456789012347',
    'the id of a trace of X-Ray': '1-65f1a2b3-012345678901234567890123',
    'the id of a trace': '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  };
  for (const [what, text] of Object.entries(others)) {
    it(`is not ${what}`, () => expect(containsCardNumber(text)).to.equal(false));
  }

  it('is not found after a digit is changed', () => {
    for (const digit of '023456789') expect(containsCardNumber(`411111111111111${digit}`)).to.equal(false);
  });

  const frequent: Readonly<Record<string, (at: number) => string>> = {
    'random UUIDs': randomUuid,
    'random UUIDs without hyphens': () => randomUuid().replaceAll('-', ''),
    ULIDs: () => crockfordTime(time()) + base(CROCKFORD, 16),
    'Snowflakes of Twitter': () => snowflake(1_288_834_974_657),
    'Snowflakes of Discord': () => snowflake(1_420_070_400_000),
    'times in milliseconds': () => String(time()),
    'times in microseconds': () => String(time() * 1000 + integerBelow(1000)),
    'times of ISO 8601': () => new Date(time()).toISOString(),
  };
  const rarer: typeof frequent = {
    'random UUIDs in capitals with a prefix': () => `urn:uuid:${randomUuid().toUpperCase()}`,
    'UUIDs of all versions': (at) => uuidOf(randomBytes(16).toString('hex'), '12345678'[at % 8] ?? '4'),
    'UUIDs whose bytes are small numbers': () =>
      uuidOf([...randomBytes(32)].map((byte) => (byte % 100 < 95 ? byte % 10 : 'a')).join(''), '7'),
    KSUIDs: () => base(BASE62, 27),
    'times in nanoseconds': () => String(BigInt(time()) * 1_000_000n),
    'two days': () => `${new Date(time()).toISOString().slice(0, 10)} ${new Date(time()).toISOString().slice(0, 10)}`,
    'trace ids of W3C': () => `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`,
    'trace ids of X-Ray': () =>
      `Root=1-${Math.floor(time() / 1000).toString(16)}-${randomBytes(12).toString('hex')};Sampled=1`,
    'SHA-256 digests': (at) => createHash('sha256').update(String(at)).digest('hex'),
    'ids of this API': (at) => `pay_${createHash('sha256').update(String(at)).digest('base64url')}`,
  };
  for (const [runs, identifiers] of [
    [RUNS, frequent],
    [RUNS / 10, rarer],
  ] as const) {
    for (const [what, make] of Object.entries(identifiers)) {
      it(`is not found in ${runs} ${what}`, () => expect(found(make, runs)).to.deep.equal([]));
    }
  }

  const long: Readonly<Record<string, string>> = {
    digits: '4',
    'separated digits': '4 ',
    groups: '4111 ',
    'digits of another script': '٤',
    'combining marks': '\u0300\u0316',
    'invisible characters': '4\u200b',
    'percent signs': '%34',
    'hexadecimal digits': 'a1',
    'almost UUIDs': '12345678-1234-',
    'almost account numbers': 'DE12 1234 ',
  };
  for (const [what, part] of Object.entries(long)) {
    it(`is searched in linear time in 256 kB of ${what}`, () => {
      const time = (bytes: number) => {
        const text = part.repeat(bytes / Buffer.byteLength(part));
        const started = process.cpuUsage();
        containsCardNumber(text);
        return process.cpuUsage(started).user / 1000;
      };
      time(16_384);
      // The text is eight times as long. A quadratic search would take 64 times as long, at least seconds.
      expect(time(262_144)).to.be.below(Math.max(1_500, 30 * time(32_768)));
    });
  }
});
