// The boundaries of numeric rules: the last valid and the first invalid value of each.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { compileSpec } from '../../../../compiler/compile/compile';
import { ROOT, SURROUNDINGS } from '../../../spec';

const BASE = readFileSync(join(ROOT, 'test/broken/base.yaml'), 'utf8');

/** The codes for the base of the broken specs extended with YAML. */
export function codesOf(lines: readonly string[], today = SURROUNDINGS.today): string[] {
  const spec = ['extends: base.yaml', ...lines].join('\n');
  const read = (path: string) => ({ 'spec.yaml': spec, 'base.yaml': BASE })[path];
  return compileSpec('spec.yaml', read, { ...SURROUNDINGS, today }).diagnostics.map(({ code }) => code);
}

/** The last allowed value, the first that is not, and its codes; by a description of what is allowed. */
type Limits = Readonly<Record<string, { fine: string[]; wrong: string[]; codes: string[] }>>;

/** Tests limits. */
export function testLimits(limits: Limits): void {
  describe('a limit', () => {
    for (const [what, { fine, wrong, codes }] of Object.entries(limits)) {
      it(`allows ${what}`, () => {
        expect(codesOf(fine)).to.deep.equal([]);
        expect(codesOf(wrong)).to.deep.equal(codes);
      });
    }
  });
}

/** A production environment of a named account. */
export const PRODUCTION = ['environment: Production', 'provider: { allowedAccountIds: ["123456789012"] }'];

/** An alarm on an expression over the errors, calls and throttles of the base's function. */
export const ratio = (expression: string, rest: string) => [
  'alarms:',
  '  watched:',
  `    math: { id: m, expression: "${expression}", metrics: { errors: { resource: functions.processor, name: Errors, statistic: Sum }, calls: { resource: functions.processor, name: Invocations, statistic: Sum }, throttles: { resource: functions.processor, name: Throttles, statistic: Sum } } }`,
  `    ${rest}`,
];

/** An output that uses the function `other`. */
export const OTHER_IS_USED = 'outputs: { other: "{{ functions.other.arn }}" }';

/** Limits of the base's route. */
export const throttled = (limits: string) => `api: { routes: { get-payment: { throttle: { ${limits} } } } }`;

/** The numbers below a count, as three digits. */
export const numbers = (count: number) => Array.from({ length: count }, (_, at) => String(at).padStart(3, '0'));
