// Checks that each alarm notifies someone, directly or through a composite alarm.

import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { AlarmSet } from '../../../monitoring/alarms/all-alarms';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'alarm-without-notification': {
    code: 'ENV3080',
    severity: 'warning',
    summary: 'An alarm notifies no one, directly or through a composite alarm.',
    explanation: [
      'No one notices an alarm without a notification.',
      'Set `notify` to PAGE or NOTICE, or add the alarm to a composite alarm that notifies.',
    ],
    message: (p: { name: string }) => `alarm "${p.name}" notifies no one, directly or through a composite alarm`,
  },
  'alarms-without-subscription': {
    code: 'ENV3086',
    severity: 'warning',
    summary: 'Alarms send pages or notices that no subscription receives.',
    explanation: [
      'Add an address or a Slack channel under monitoring.notifications.',
      'A subscription with an empty endpoint, such as an unset process variable, is omitted.',
    ],
    message: (p: { severity: string }) => `alarms send a ${p.severity}; no subscription receives it`,
  },
});

/** ENV3080: an alarm that notifies no one, directly or through a composite alarm. ENV3086: notifications without a subscription. */
export const notificationRule: Rule = {
  diagnose,
  *check({ environment, at }) {
    const set = environment.facts.alarms;
    const combined = notifyingParts(set);
    for (const section of ['alarms', 'compositeAlarms'] as const) {
      for (const [name, { notify }] of Object.entries(environment[section]))
        if (notify === 'NONE' && !combined.has(name))
          yield diagnose('alarm-without-notification', at([section, name, 'notify']), { name });
    }
    const { subscriptions, slack } = environment.monitoring.notifications;
    const listeners = [...Object.values(subscriptions).filter(({ endpoint }) => endpoint !== ''), slack ?? []].flat();
    const sent = new Set([...Object.values(set.alarms), ...Object.values(set.composites)].map(({ notify }) => notify));
    const path = specPath('monitoring', 'notifications', 'subscriptions');
    for (const severity of ['PAGE', 'NOTICE'] as const) {
      if (sent.has(severity) && !listeners.some(({ receives }) => receives.includes(severity)))
        yield diagnose('alarms-without-subscription', at(path), { severity });
    }
  },
};

/** The composite alarms that notify someone, and their parts. */
function notifyingParts({ composites }: AlarmSet): ReadonlySet<string> {
  const notifying = new Set<string>();
  const hear = (name: string) => {
    if (notifying.has(name)) return;
    notifying.add(name);
    const { anyOf = [], allOf = [] } = composites[name] ?? {};
    for (const part of [...anyOf, ...allOf]) hear(part);
  };
  for (const [name, { notify }] of Object.entries(composites)) if (notify !== 'NONE') hear(name);
  return notifying;
}
