// Checks that functions of production do not receive the values of secrets in their environment.

import { defineDiagnostics } from '../../../diagnostics/definition';
import { eachSecret } from '../../../graph/value';
import { isProduction } from '../common/production';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'secret-in-environment': {
    code: 'ENV3292',
    severity: 'error',
    summary: 'A function of production receives the value of a secret in its environment.',
    explanation: [
      'Everyone who can read the configuration of a function reads its environment, and each published version keeps it for ever (AWS Lambda Developer Guide, "Securing environment variables").',
      'A changed value needs a deployment.',
      'AWS recommends AWS Secrets Manager, from which a function reads the current value.',
      'Store the value in Secrets Manager or in a parameter, declare it under `secrets`, and pass its ARN to the function.',
    ],
    message: (p: { name: string; variable: string; secret: string }) =>
      `function "${p.name}" receives the secret {{ env.${p.secret} }} in its variable ${p.variable}`,
  },
});

/** ENV3292: the value of a secret process variable in the environment of a function of production. */
export const secretVariableRule: Rule = {
  diagnose,
  *check({ environment, at, otherSide }) {
    if (!isProduction(environment)) return;
    for (const [name, { environment: variables }] of Object.entries(environment.functions))
      for (const [variable, text] of Object.entries(variables)) {
        const found = new Set<string>();
        eachSecret(text, (secret) => found.add(secret.variable));
        const [secret] = found;
        if (secret === undefined) continue;
        const key = secret.toLowerCase().replaceAll('_', '-');
        yield diagnose(
          'secret-in-environment',
          at(['functions', name, 'environment', variable]),
          { name, variable, secret },
          {
            help: `declare secrets: { ${key}: { secretsManager: NAME } }, add ${key} to access.secrets of the function, and pass "{{ secrets.${key}.arn }}"`,
            related: otherSide('the environment', ['environment']),
          },
        );
      }
  },
};
