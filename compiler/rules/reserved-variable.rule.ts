// A function's environment variables have names that Lambda leaves to it.

import { diagnose } from '../diagnostics/diagnostic';
import type { Rule } from './rule';

/** What Lambda sets itself (AWS Lambda Developer Guide, "Defined runtime environment variables"); names with _ in front the schema refuses. */
const RESERVED: ReadonlySet<string> = new Set([
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_DEFAULT_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_REGION',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'LAMBDA_RUNTIME_DIR',
  'LAMBDA_TASK_ROOT',
]);

/** ENV3062: a variable that Lambda sets itself. */
export const reservedVariableRule: Rule = ({ environment, at }) =>
  Object.entries(environment.functions).flatMap(([name, { environment: variables }]) =>
    Object.keys(variables)
      .filter((variable) => RESERVED.has(variable))
      .map((variable) =>
        diagnose(
          'reserved-variable',
          at(['functions', name, 'environment', variable], 'key'),
          { variable },
          { help: 'remove it: the function finds the value that Lambda sets; or give yours another name' },
        ),
      ),
  );
