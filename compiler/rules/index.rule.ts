// An index names the attributes that it holds exactly where its projection asks for them.

import { diagnose } from '../diagnostics/diagnostic';
import type { Rule } from './rule';

/** ENV3010: nonKeyAttributes without projection INCLUDE, or the reverse. */
export const indexRule: Rule = ({ environment, at }) =>
  Object.entries(environment.tables).flatMap(([table, { indexes }]) =>
    Object.entries(indexes).flatMap(([name, { projection, nonKeyAttributes }]) => {
      const present = nonKeyAttributes !== undefined;
      if (present === (projection === 'INCLUDE')) return [];
      const path = ['tables', table, 'indexes', name, present ? 'nonKeyAttributes' : 'projection'];
      return [diagnose('index-attributes', at(path), { name, projection, present })];
    }),
  );
