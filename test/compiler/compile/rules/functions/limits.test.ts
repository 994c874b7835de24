// The limits of functions.

import { expect } from 'chai';
import { codesOf, OTHER_IS_USED, ratio, testLimits, throttled } from '../limits';

const variable = (bytes: number) => [
  `functions: { processor: { access: { tables: { payments: [Query] } }, environment: { TABLE: "{{ tables.payments.name }}", TEXT: ${'x'.repeat(bytes)} } } }`,
];

testLimits({
  'reservations that leave 100 instances': {
    fine: ['functions: { processor: { reservedConcurrency: 900 } }'],
    wrong: ['functions: { processor: { reservedConcurrency: 901 } }'],
    codes: ['ENV3022'],
  },
  'a burst equal to the concurrency': {
    fine: ['functions: { processor: { reservedConcurrency: 200 } }'],
    wrong: ['functions: { processor: { reservedConcurrency: 199 } }'],
    codes: ['ENV3024'],
  },
  'a burst of a route equal to the concurrency, whatever that of the API is': {
    fine: ['functions: { processor: { reservedConcurrency: 50 } }', throttled('rateLimit: 9, burstLimit: 50')],
    wrong: ['functions: { processor: { reservedConcurrency: 50 } }', throttled('rateLimit: 9, burstLimit: 51')],
    codes: ['ENV3024'],
  },
  'a burst equal to the unreserved concurrency': {
    fine: ['functions: { other: { entry: runtime/handler.ts, reservedConcurrency: 800 } }', OTHER_IS_USED],
    wrong: ['functions: { other: { entry: runtime/handler.ts, reservedConcurrency: 801 } }', OTHER_IS_USED],
    codes: ['ENV3024'],
  },
  'a rate up to concurrency divided by duration': {
    fine: ['functions: { processor: { reservedConcurrency: 200, expectedDurationMilliseconds: 2000 } }'],
    wrong: ['functions: { processor: { reservedConcurrency: 200, expectedDurationMilliseconds: 2030 } }'],
    codes: ['ENV3025'],
  },
  'ten requests per second for each instance': {
    fine: ['functions: { processor: { reservedConcurrency: 200 } }', 'api: { throttle: { rateLimit: 2000 } }'],
    wrong: ['functions: { processor: { reservedConcurrency: 200 } }', 'api: { throttle: { rateLimit: 2001 } }'],
    codes: ['ENV3023', 'ENV3025'],
  },
  'ten requests per second of a route for each instance': {
    fine: ['functions: { processor: { reservedConcurrency: 20 } }', throttled('rateLimit: 200, burstLimit: 20')],
    wrong: ['functions: { processor: { reservedConcurrency: 20 } }', throttled('burstLimit: 20, rateLimit: 201')],
    codes: ['ENV3023', 'ENV3025'],
  },
  'an expected duration below the timeout': {
    fine: ['functions: { processor: { timeoutSeconds: 2, expectedDurationMilliseconds: 1999 } }'],
    wrong: ['functions: { processor: { timeoutSeconds: 2, expectedDurationMilliseconds: 2000 } }'],
    codes: ['ENV3026'],
  },
  'environment variables of 4 KB': {
    fine: variable(4096 - 'TABLETEXT'.length),
    wrong: variable(4096 - 'TABLETEXT'.length + 1),
    codes: ['ENV3040'],
  },
  'an expression of 1,024 characters': {
    fine: ratio(`errors${' + calls'.repeat(127)}${' '.repeat(2)}`, 'threshold: 5'),
    wrong: ratio(`errors${' + calls'.repeat(127)}${' '.repeat(3)}`, 'threshold: 5'),
    codes: ['ENV3105'],
  },
});

describe('a runtime', () => {
  const days: Record<string, string[]> = {
    '2026-10-31': [],
    '2026-11-01': ['ENV3042'],
    '2027-06-30': ['ENV3042'],
    '2027-07-01': ['ENV3043'],
  };
  for (const [day, codes] of Object.entries(days)) {
    it(`gets ${codes[0] ?? 'no diagnostic'} on ${day}`, () =>
      expect(codesOf(['functions: { processor: { runtime: nodejs22.x } }'], day)).to.deep.equal(codes));
  }
});
