// Checks that a function has access to the tables, queues and secrets whose names it receives.

import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { nodeAt } from '../../../source/spec-node';
import { nodesIn, partsOf } from '../common/references';
import type { Rule, RuleContext } from '../rule';

const diagnose = defineDiagnostics({
  'variable-without-access': {
    code: 'ENV3066',
    severity: 'warning',
    summary: 'A function receives the name of a table, queue or secret that it has no access to.',
    explanation: [
      'The policy of a function allows exactly what `access` lists.',
      'Without access, the deployment succeeds, but each call fails with AccessDenied.',
    ],
    message: (p: { name: string; variable: string; what: string }) =>
      `${p.variable} is the name of ${p.what}; function "${p.name}" does not have access to it`,
  },
});

/** ENV3066: an environment variable with the name of a table, queue or secret that the function has no access to. */
export const variableAccessRule: Rule = {
  diagnose,
  *check(context) {
    const { environment, at, otherSide } = context;
    yield* checkSecrets(context);
    const parts = new Map(partsOf(environment).map((part) => [part.node, part]));
    for (const [name, { environment: variables, access }] of Object.entries(environment.functions)) {
      for (const [variable, text] of Object.entries(variables)) {
        for (const node of nodesIn([text])) {
          const { section, name: part } = parts.get(node) ?? { section: 'functions' };
          if (section === 'functions' || access[section][part] !== undefined) continue;
          const action = section === 'tables' ? 'GetItem' : 'SendMessage';
          yield diagnose(
            'variable-without-access',
            at(['functions', name, 'environment', variable]),
            { name, variable, what: section === 'tables' ? `table "${part}"` : `queue "${part}"` },
            {
              help: `set access to { ${section}: { ${part}: [${action}] } }, with the actions that it needs; or remove the variable`,
              related: otherSide('the access of the function', ['functions', name, 'access']),
            },
          );
        }
      }
    }
  },
};

function* checkSecrets({ environment, root, at, otherSide }: RuleContext): Generator<Diagnostic> {
  for (const [name, { environment: variables, access }] of Object.entries(environment.functions))
    for (const variable of Object.keys(variables)) {
      const node = nodeAt(root, ['functions', name, 'environment', variable]);
      const text = node?.type === 'scalar' && typeof node.value === 'string' ? node.value : '';
      for (const [, secret = ''] of text.matchAll(/\{\{\s*secrets\.([a-z0-9-]+)\./g)) {
        if (access.secrets.includes(secret)) continue;
        yield diagnose(
          'variable-without-access',
          at(['functions', name, 'environment', variable]),
          { name, variable, what: `secret "${secret}"` },
          {
            help: `add ${secret} to access.secrets; or remove the variable`,
            related: otherSide('the access of the function', ['functions', name, 'access']),
          },
        );
      }
    }
}
