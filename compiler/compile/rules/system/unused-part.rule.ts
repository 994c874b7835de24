// Checks that each part of a spec is used.

import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { functionsBehind } from '../../../language/expand/throughput';
import { isFrom } from '../../../language/expand/triggers';
import { parseTemplate } from '../../../language/resolve/template';
import { deadLetterSources } from '../../../monitoring/alarms/dead-letter-sources';
import { actionsByTable } from '../../../monitoring/alarms/table-actions';
import { eachText } from '../../../source/spec-node';
import { nodesIn, type Part, partsOf } from '../common/references';
import type { Rule, RuleContext } from '../rule';

const diagnose = defineDiagnostics({
  'unused-part': {
    code: 'ENV3067',
    severity: 'warning',
    summary: 'A table, index, queue, secret, function or process variable is not used.',
    explanation: [
      'An unused part costs money, and often indicates a misspelled name elsewhere.',
      'A function uses the tables, queues and secrets in its `access`; an index needs Query or Scan.',
      'A queue uses its dead-letter queue.',
      'A route and a trigger use their function; a trigger uses its table or queue.',
      'An output uses each part that it names.',
      'An alarm does not count as a use.',
    ],
    message: (p: { what: string }) => `${p.what} is not used`,
  },
});

/** ENV3067: an unused table, queue, function, index, secret or process variable. */
export const unusedPartRule: Rule = {
  diagnose,
  *check(context) {
    yield* unusedParts(context);
    yield* unusedIndexes(context);
    yield* unusedSecrets(context);
    yield* unusedVariables(context);
  },
};

/** The uses of a part. An alarm does not count; an output counts, because it is for a user outside the spec. */
function unusedParts({ environment, at }: RuleContext): Diagnostic[] {
  const { functions, api, outputs, facts } = environment;
  const named = nodesIn([
    ...Object.values(outputs),
    api?.lambdaAuthorizer?.functionArn ?? '',
    ...Object.values(functions).flatMap(({ environment: variables }) => Object.values(variables)),
  ]);
  const reached = {
    tables: new Set([
      ...Object.values(functions).flatMap(({ access }) => Object.keys(access.tables)),
      ...facts.triggers.filter(isFrom('table')).map(({ table }) => table),
    ]),
    queues: new Set([
      ...facts.triggers.filter(isFrom('queue')).map(({ queue }) => queue),
      ...Object.values(functions).flatMap(({ access }) => Object.keys(access.queues)),
      ...deadLetterSources(environment).map(({ queue }) => queue),
    ]),
    functions: new Set([
      ...facts.triggers.map(({ function: lambda }) => lambda),
      ...Object.values(environment.secrets).flatMap(({ rotation }) => rotation?.function ?? []),
      ...functionsBehind(api),
    ]),
  };
  const isUsed = ({ section, name, node }: Part) => named.has(node) || reached[section].has(name);
  return partsOf(environment)
    .filter((part) => !isUsed(part))
    .map(({ section, name }) => {
      const { what, use } = USES[section];
      const help = `${use}; or remove it (write null if it is inherited)`;
      return diagnose('unused-part', at([section, name], 'key'), { what: `${what} "${name}"` }, { help });
    });
}

const USES: { readonly [S in Part['section']]: { readonly what: string; readonly use: string } } = {
  tables: { what: 'table', use: 'give a function access to it' },
  queues: { what: 'queue', use: 'give a function access to it' },
  functions: { what: 'function', use: 'use it in a route, give it a trigger, or add its ARN to the outputs' },
};

function unusedIndexes({ environment, at }: RuleContext): Diagnostic[] {
  const actionsOf = actionsByTable(environment);
  return Object.entries(environment.tables).flatMap(([table, { indexes }]) => {
    const actions = actionsOf.get(table) ?? new Set();
    // The indexes of an unused table are not reported in addition.
    if (actions.size === 0 || actions.has('Query') || actions.has('Scan')) return [];
    const help = `give a function Query access to table "${table}"; or remove it (write null if it is inherited)`;
    return Object.keys(indexes).map((index) =>
      diagnose('unused-part', at(['tables', table, 'indexes', index], 'key'), { what: `index "${index}"` }, { help }),
    );
  });
}

function unusedSecrets({ environment, at }: RuleContext): Diagnostic[] {
  const read = new Set(Object.values(environment.functions).flatMap(({ access }) => access.secrets));
  return Object.entries(environment.secrets)
    .filter(([name, { rotation }]) => rotation === undefined && !read.has(name))
    .map(([name]) => {
      const help = 'give a function access to it; or remove it (write null if it is inherited)';
      return diagnose('unused-part', at(['secrets', name], 'key'), { what: `secret "${name}"` }, { help });
    });
}

function unusedVariables({ environment, root, at }: RuleContext): Diagnostic[] {
  const read = new Set<string | undefined>();
  eachText(root, (text, _path, span) => {
    if (!text.includes('{{')) return;
    for (const part of parseTemplate(text, span).value ?? [])
      if (typeof part === 'object' && part.path[0] === 'env') read.add(part.path[1]);
  });
  return Object.keys(environment.variables)
    .filter((name) => !read.has(name))
    .map((name) => {
      const help = `use {{ env.${name} }} in the spec; or remove it (write null if it is inherited)`;
      const what = `process variable "${name}"`;
      return diagnose('unused-part', at(['variables', name], 'key'), { what }, { help });
    });
}
