// Production does not log whole requests.

import { diagnose } from '../diagnostics/diagnostic';
import { isProduction } from './production';
import type { Rule } from './rule';

/** ENV3068: dataTrace in production. */
export const dataTraceRule: Rule = ({ environment, at, otherSide }) =>
  environment.api?.dataTrace === true && isProduction(environment)
    ? [
        diagnose(
          'data-trace-in-production',
          at(['api', 'dataTrace']),
          { environment: environment.environment },
          { help: 'dataTrace: false', related: otherSide('the environment', ['environment']) },
        ),
      ]
    : [];
