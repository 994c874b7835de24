// Each alarm is heard by somebody: by itself, or through a composite alarm that is.

import { type AlarmSet, allAlarms } from '../alarms/all-alarms';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import type { Rule } from './rule';

/** ENV3080: an alarm that notifies nobody and is part of none that does. ENV3086: nobody is subscribed to what alarms send. */
export const notificationRule: Rule = ({ environment, at }) => {
  const set = allAlarms(environment);
  const heard = heardNames(set);
  const { subscriptions, slack } = environment.monitoring.notifications;
  const listeners = [...Object.values(subscriptions).filter(({ endpoint }) => endpoint !== ''), slack ?? []].flat();
  const sent = new Set([...Object.values(set.alarms), ...Object.values(set.composites)].map(({ notify }) => notify));
  const unheard = ([section, names]: [string, readonly string[]]): Diagnostic[] =>
    names
      .filter((name) => !heard.has(name))
      .map((name) => diagnose('alarm-unheard', at([section, name, 'notify']), { name }));
  return [
    ...unheard(['alarms', Object.keys(environment.alarms)]),
    ...unheard(['compositeAlarms', Object.keys(environment.compositeAlarms)]),
    ...(['PAGE', 'NOTICE'] as const)
      .filter((severity) => sent.has(severity) && !listeners.some(({ receives }) => receives.includes(severity)))
      .map((severity) =>
        diagnose('nobody-listens', at(['monitoring', 'notifications', 'subscriptions']), { severity }),
      ),
  ];
};

/** The alarms that somebody hears of: those that notify, and the parts of composite ones that are heard. */
function heardNames({ alarms, composites }: AlarmSet): ReadonlySet<string> {
  const heard = new Set<string>();
  const hear = (name: string) => {
    if (heard.has(name)) return;
    heard.add(name);
    const { anyOf = [], allOf = [] } = composites[name] ?? {};
    for (const part of [...anyOf, ...allOf]) hear(part);
  };
  for (const [name, { notify }] of [...Object.entries(alarms), ...Object.entries(composites)])
    if (notify !== 'NONE') hear(name);
  return heard;
}
