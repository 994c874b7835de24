// Checks that a composite alarm consists of existing alarms.

import { defineDiagnostics } from '../../../diagnostics/definition';
import { checkName } from '../common/unknown-part';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'any-or-all': {
    code: 'ENV3088',
    severity: 'error',
    summary: 'A composite alarm must have exactly one of anyOf and allOf.',
    explanation: [
      '`anyOf` fires when one of its alarms fires, `allOf` when all of them fire.',
      'To combine both, make one composite alarm a part of another.',
    ],
    message: (p: { name: string; both: boolean }) =>
      p.both
        ? `composite alarm "${p.name}" has both anyOf and allOf`
        : `composite alarm "${p.name}" has neither anyOf nor allOf`,
  },
});

/** ENV3088: both or neither of anyOf and allOf. ENV3002: an unknown alarm. */
export const compositeAlarmRule: Rule = {
  diagnose,
  *check({ environment, at }) {
    const { alarms, composites } = environment.facts.alarms;
    for (const [name, alarm] of Object.entries(environment.compositeAlarms)) {
      const { anyOf, allOf } = alarm;
      if ((anyOf === undefined) === (allOf === undefined))
        yield diagnose('any-or-all', at(['compositeAlarms', name], 'key'), { name, both: anyOf !== undefined });
      for (const field of ['anyOf', 'allOf'] as const) {
        for (const [index, part] of (alarm[field] ?? []).entries()) {
          const named = { part: 'alarm', name: part, known: environment.alarms, alsoKnown: [alarms, composites] };
          yield* checkName(named, () => at(['compositeAlarms', name, field, index]));
        }
      }
    }
  },
};
