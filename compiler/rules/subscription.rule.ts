// Each endpoint is subscribed to a topic once.

import { diagnose } from '../diagnostics/diagnostic';
import type { Rule } from './rule';

/** ENV3220: two subscriptions of one protocol and endpoint that receive the same severity. */
export const subscriptionRule: Rule = ({ environment, at }) => {
  const first = new Map<string, string>();
  return Object.entries(environment.monitoring.notifications.subscriptions).flatMap(([name, subscription]) => {
    const { protocol, endpoint, receives } = subscription;
    if (endpoint === '') return [];
    const repeated = receives.flatMap((severity) => {
      const key = `${severity} ${protocol} ${endpoint}`;
      const other = first.get(key);
      if (other === undefined) first.set(key, name);
      return other === undefined ? [] : [{ severity, other }];
    });
    const [found] = repeated;
    if (found === undefined) return [];
    const path = ['monitoring', 'notifications', 'subscriptions'];
    const { severity, other } = found;
    const related = [{ message: `the subscription ${other}`, span: at([...path, other, 'endpoint']) }];
    const help = `remove one of the two, or remove ${severity} from its receives`;
    return [
      diagnose('repeated-subscription', at([...path, name, 'endpoint']), { name, other, severity }, { related, help }),
    ];
  });
};
