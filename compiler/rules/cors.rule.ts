// Checks that the origins of CORS do not contradict each other.

import { diagnose } from '../diagnostics/diagnostic';
import type { Rule } from './rule';

/** ENV3206: `*` beside origins, which it makes pointless. */
export const corsRule: Rule = ({ environment: { api }, at }) => {
  const origins = api?.cors?.origins ?? [];
  const any = origins.indexOf('*');
  if (any < 0 || origins.length === 1) return [];
  const others = origins.filter((origin) => origin !== '*');
  const help = 'remove "*" to allow the named origins only, or keep "*" alone';
  return [diagnose('cors-any-origin', at(['api', 'cors', 'origins', any]), { others }, { help })];
};
