// Checks that a table reads the time to expire from a number.

import { diagnose } from '../diagnostics/diagnostic';
import { keysOf } from './key-type.rule';
import type { Rule } from './rule';

/** ENV3205: a timeToLiveAttribute that a key of the table or of an index declares with another type than N. */
export const timeToLiveRule: Rule = ({ environment, at, otherSide }) =>
  Object.entries(environment.tables).flatMap(([name, table]) => {
    const { timeToLiveAttribute } = table;
    const key = keysOf(table).find(({ attribute, type }) => attribute === timeToLiveAttribute && type !== 'N');
    if (key === undefined) return [];
    const parameters = { table: name, attribute: key.attribute, type: key.type };
    return [
      diagnose('time-to-live-type', at(['tables', name, 'timeToLiveAttribute']), parameters, {
        help: 'name an attribute that holds seconds since 1970 as a number',
        related: otherSide('the key is declared here', ['tables', name, ...key.path]),
      }),
    ];
  });
