// An alarm that its own drill proves wrong is not deployed.

import { drillAlarm, mathProblem } from '../alarms/drill';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import type { Rule } from './rule';

/** ENV3082 to ENV3085 and ENV3089: what trying each alarm of the spec shows. Generated ones are tried by a test. */
export const drillRule: Rule = ({ environment, at }) =>
  Object.entries(environment.alarms).flatMap(([name, alarm]): Diagnostic[] => {
    const problem = mathProblem(alarm);
    if (problem !== undefined)
      return [diagnose('metric-math', at(['alarms', name, 'math', 'expression']), { name, problem })];
    // Other rules say that it watches nothing, or two things, or needs more points than there are.
    if ((alarm.metric === undefined) === (alarm.math === undefined)) return [];
    if ((alarm.datapointsToAlarm ?? 0) > alarm.evaluationPeriods) return [];
    const drilled = drillAlarm(alarm);
    const place = at(['alarms', name, 'drill'], 'key');
    if (drilled.is === 'untried') return [];
    if (drilled.is === 'invalid') return [diagnose('drill-values', place, { name, problem: drilled.problem })];
    const fires = at(['alarms', name, 'drill', 'fires']);
    return [
      ...(drilled.fires === undefined ? [diagnose('alarm-never-fires', fires, { name })] : []),
      ...(drilled.isQuiet ? [] : [diagnose('false-alarm', at(['alarms', name, 'drill', 'quiet']), { name })]),
      ...(drilled.afterwards === 'ALARM' ? [diagnose('alarm-stays-on', at(['alarms', name], 'key'), { name })] : []),
    ];
  });
