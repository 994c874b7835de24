// A composite alarm is made of alarms that there are.

import { allAlarms } from '../alarms/all-alarms';
import { diagnose } from '../diagnostics/diagnostic';
import { nearestName } from '../diagnostics/nearest';
import type { Rule } from './rule';

/** ENV3088: both or neither of anyOf and allOf. ENV3002: a part that is no alarm. */
export const compositeAlarmRule: Rule = ({ environment, at }) => {
  const { alarms, composites } = allAlarms(environment);
  const known = [...Object.keys(alarms), ...Object.keys(composites)];
  return Object.entries(environment.compositeAlarms).flatMap(([name, { anyOf, allOf }]) => [
    ...((anyOf === undefined) === (allOf === undefined)
      ? [diagnose('any-or-all', at(['compositeAlarms', name], 'key'), { name, both: anyOf !== undefined })]
      : []),
    ...Object.entries({ anyOf, allOf }).flatMap(([field, parts = []]) =>
      parts.flatMap((part, index) => {
        if (known.includes(part)) return [];
        const nearest = nearestName(part, known);
        const help = nearest === undefined ? {} : { help: `did you mean ${nearest}?` };
        const place = at(['compositeAlarms', name, field, index]);
        return [
          diagnose('unknown-part', place, { part: 'alarm', name: part, known: Object.keys(environment.alarms) }, help),
        ];
      }),
    ),
  ]);
};
