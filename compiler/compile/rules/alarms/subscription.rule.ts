// Checks that each endpoint is subscribed to a topic once.

import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'repeated-subscription': {
    code: 'ENV3220',
    severity: 'error',
    summary: 'Two subscriptions send the same alarms to one endpoint.',
    explanation: [
      'A topic has one subscription for each protocol and endpoint: SNS returns the existing subscription for a duplicate (Amazon SNS API Reference, Subscribe).',
      'Removing one of the two would remove both.',
    ],
    message: (p: { name: string; other: string; severity: string }) =>
      `subscriptions "${p.other}" and "${p.name}" both send ${p.severity} alarms to one endpoint`,
  },
});

/** ENV3220: two subscriptions of one protocol and endpoint that receive the same severity. */
export const subscriptionRule: Rule = {
  diagnose,
  *check({ environment, at }) {
    const path = specPath('monitoring', 'notifications', 'subscriptions');
    const first = new Map<string, string>();
    for (const [name, subscription] of Object.entries(environment.monitoring.notifications.subscriptions)) {
      const { protocol, endpoint, receives } = subscription;
      if (endpoint === '') continue;
      const repeated = receives.flatMap((severity) => {
        const key = `${severity} ${protocol} ${endpoint}`;
        const other = first.get(key);
        if (other === undefined) first.set(key, name);
        return other === undefined ? [] : [{ severity, other }];
      });
      const [found] = repeated;
      if (found === undefined) continue;
      const { severity, other } = found;
      const related = [{ message: `subscription "${other}"`, span: at([...path, other, 'endpoint']) }];
      const help = `remove one of the two, or remove ${severity} from its receives`;
      const place = at([...path, name, 'endpoint']);
      yield diagnose('repeated-subscription', place, { name, other, severity }, { related, help });
    }
  },
};
