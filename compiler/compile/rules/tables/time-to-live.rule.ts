// Checks that the attribute for time to live is a number.

import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Rule } from '../rule';
import { keysOf } from './key-type.rule';

const diagnose = defineDiagnostics({
  'time-to-live-type': {
    code: 'ENV3205',
    severity: 'error',
    summary: 'The attribute for the time to live is a key that is not a number.',
    explanation: [
      'DynamoDB expires an item by an attribute that contains seconds since 1970 as a number, and ignores an attribute of another type (Amazon DynamoDB Developer Guide, "Using time to live").',
      'A key always has its declared type: with S or B, items would never expire.',
    ],
    message: (p: { table: string; attribute: string; type: string }) =>
      `table "${p.table}": timeToLiveAttribute "${p.attribute}" is a key of type ${p.type}; expected a number`,
  },
});

/** ENV3205: a timeToLiveAttribute that a key of the table or of an index declares with another type than N. */
export const timeToLiveRule: Rule = {
  diagnose,
  *check({ environment, at, otherSide }) {
    for (const [table, shape] of Object.entries(environment.tables)) {
      const key = keysOf(shape).find(({ attribute, type }) => attribute === shape.timeToLiveAttribute && type !== 'N');
      if (key === undefined) continue;
      const { attribute, type } = key;
      const help = 'use an attribute that contains seconds since 1970 as a number';
      const related = otherSide('the key', ['tables', table, ...key.path]);
      const place = at(['tables', table, 'timeToLiveAttribute']);
      yield diagnose('time-to-live-type', place, { table, attribute, type }, { help, related });
    }
  },
};
