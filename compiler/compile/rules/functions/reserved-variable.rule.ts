// Checks that a function does not set environment variables that Lambda or the local run reserves.

import { LOCAL_RECEIVER } from '../../../../contract/event-settings';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'reserved-variable': {
    code: 'ENV3062',
    severity: 'error',
    summary: 'An environment variable has a name that is reserved by Lambda or the local run.',
    explanation: [
      'Lambda sets variables such as AWS_REGION, and rejects a function that sets them (AWS Lambda Developer Guide, "Defined runtime environment variables").',
      'The function can read the variables that Lambda sets.',
      `The local run sets ${LOCAL_RECEIVER}. On AWS, the variable would direct the events of all webhooks to its URL.`,
    ],
    message: (p: { variable: string; by: string }) =>
      `the environment variable "${p.variable}" is reserved: ${p.by} sets it`,
  },
});

/** Variables that Lambda sets itself (AWS Lambda Developer Guide, "Defined runtime environment variables"); the schema rejects names that begin with _. */
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

/** ENV3062: a variable that Lambda or the local run sets itself. */
export const reservedVariableRule: Rule = {
  diagnose,
  *check({ environment, at }) {
    for (const [name, { environment: variables }] of Object.entries(environment.functions)) {
      for (const variable of Object.keys(variables)) {
        const place = at(['functions', name, 'environment', variable], 'key');
        const by = variable === LOCAL_RECEIVER ? 'the local run' : RESERVED.has(variable) ? 'Lambda' : undefined;
        if (by === undefined) continue;
        const help = `remove it, since ${by} sets the variable; or rename it`;
        yield diagnose('reserved-variable', place, { variable, by }, { help });
      }
    }
  },
};
