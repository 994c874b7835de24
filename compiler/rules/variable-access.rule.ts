// A function that is told of a table or a queue may do something with it.

import { diagnose } from '../diagnostics/diagnostic';
import { nodesIn, partsOf } from './references';
import type { Rule } from './rule';

/** ENV3066: an environment variable that names a table or a queue to which the function has no access. */
export const variableAccessRule: Rule = ({ environment, at, otherSide }) => {
  const parts = new Map(partsOf(environment).map((part) => [part.node, part]));
  return Object.entries(environment.functions).flatMap(([name, { environment: variables, access }]) =>
    Object.entries(variables).flatMap(([variable, text]) => {
      return [...nodesIn([text])].flatMap((node) => {
        const { section, name: part } = parts.get(node) ?? { section: 'functions' };
        if (section === 'functions' || access[section][part] !== undefined) return [];
        const action = section === 'tables' ? 'GetItem' : 'SendMessage';
        return [
          diagnose(
            'variable-without-access',
            at(['functions', name, 'environment', variable]),
            { name, variable, what: section === 'tables' ? `the table ${part}` : `the queue ${part}` },
            {
              help: `access: { ${section}: { ${part}: [${action}] } }, with the actions that it takes; or remove the variable`,
              related: otherSide('what the function may do', ['functions', name, 'access']),
            },
          ),
        ];
      });
    }),
  );
};
