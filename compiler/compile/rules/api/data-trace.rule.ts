// Checks that production does not log complete requests.

import { defineDiagnostics } from '../../../diagnostics/definition';
import { isProduction } from '../common/production';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'data-trace-in-production': {
    code: 'ENV3068',
    severity: 'error',
    summary: 'Production logs complete requests and responses.',
    explanation: [
      'With `dataTrace`, API Gateway logs complete requests and responses, including payment data.',
      'PCI DSS 4.0.1, requirement 3.5.1, requires that stored card numbers are unreadable, and AWS advises against data traces in production (API Gateway API, MethodSetting).',
      'An environment is production if its name begins with "prod".',
    ],
    message: (p: { environment: string }) =>
      `dataTrace logs complete requests and responses of ${p.environment}, including payment data`,
  },
});

/** ENV3068: dataTrace in production. */
export const dataTraceRule: Rule = {
  diagnose,
  *check({ environment: spec, at, otherSide }) {
    if (spec.api?.dataTrace !== true || !isProduction(spec)) return;
    const related = otherSide('the environment', ['environment']);
    const { environment } = spec;
    const more = { help: 'set dataTrace to false', related };
    yield diagnose('data-trace-in-production', at(['api', 'dataTrace']), { environment }, more);
  },
};
