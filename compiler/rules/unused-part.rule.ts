// What a spec has, something uses.

import { actionsByTable } from '../alarms/table-actions';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import { parseTemplate } from '../resolve/template';
import type { SpecNode } from '../source/spec-node';
import { nodesIn, type Part, partsOf } from './references';
import type { Rule, RuleContext } from './rule';
import { functionsBehind } from './throughput';

/** ENV3067: a table, queue, function, index or process variable that nothing uses. */
export const unusedPartRule: Rule = (context) => [
  ...unusedParts(context),
  ...unusedIndexes(context),
  ...unusedVariables(context),
];

/** Alarms only watch; an output is for somebody outside who uses the part. */
function unusedParts({ environment, at }: RuleContext): Diagnostic[] {
  const { functions, api, outputs } = environment;
  const named = nodesIn([
    ...Object.values(outputs),
    api?.lambdaAuthorizer?.functionArn ?? '',
    ...Object.values(functions).flatMap(({ environment: variables }) => Object.values(variables)),
  ]);
  const reached = {
    tables: new Set(Object.values(functions).flatMap(({ access }) => Object.keys(access.tables))),
    queues: new Set(
      Object.values(functions).flatMap(({ access, deadLetterQueue }) => [
        ...Object.keys(access.queues),
        deadLetterQueue,
      ]),
    ),
    functions: api === undefined ? new Set<string>() : functionsBehind(api),
  };
  const isUsed = ({ section, name, node }: Part) => named.has(node) || reached[section].has(name);
  return partsOf(environment)
    .filter((part) => !isUsed(part))
    .map(({ section, name }) => {
      const { what, use } = USES[section];
      const help = `${use}; or remove it (null, where it is inherited)`;
      return diagnose('unused-part', at([section, name], 'key'), { what: `the ${what} ${name}` }, { help });
    });
}

const USES: { readonly [S in Part['section']]: { readonly what: string; readonly use: string } } = {
  tables: { what: 'table', use: 'give a function access to it' },
  queues: { what: 'queue', use: 'give a function access to it' },
  functions: { what: 'function', use: 'lead a route to it, or name its ARN as an output' },
};

function unusedIndexes({ environment, at }: RuleContext): Diagnostic[] {
  const actionsOf = actionsByTable(environment);
  return Object.entries(environment.tables).flatMap(([table, { indexes }]) => {
    const actions = actionsOf.get(table) ?? new Set();
    // Of a table that nobody uses, its indexes say nothing more.
    if (actions.size === 0 || actions.has('Query') || actions.has('Scan')) return [];
    const help = `give a function Query on ${table}; or remove it (null, where it is inherited)`;
    return Object.keys(indexes).map((index) =>
      diagnose('unused-part', at(['tables', table, 'indexes', index], 'key'), { what: `the index ${index}` }, { help }),
    );
  });
}

function unusedVariables({ environment, root, at }: RuleContext): Diagnostic[] {
  const read = new Set(expressionsIn(root).flatMap(([section, name]) => (section === 'env' && name ? [name] : [])));
  return Object.keys(environment.variables)
    .filter((name) => !read.has(name))
    .map((name) => {
      const help = `write {{ env.${name} }} where it is meant; or remove it (null, where it is inherited)`;
      const what = `the process variable ${name}`;
      return diagnose('unused-part', at(['variables', name], 'key'), { what }, { help });
    });
}

function expressionsIn(node: SpecNode): (readonly string[])[] {
  if (node.type === 'map') return [...node.entries.values()].flatMap(({ value }) => expressionsIn(value));
  if (node.type === 'list') return node.items.flatMap(expressionsIn);
  if (typeof node.value !== 'string' || !node.value.includes('{{')) return [];
  return (parseTemplate(node.value, node.span).value ?? []).flatMap((part) =>
    typeof part === 'string' ? [] : [part.path],
  );
}
