// A waiver accepts a finding that may be accepted, of a part that is there, for a time that is not over.

import { CATALOGUE, type DiagnosticSlug, isWaivable } from '../diagnostics/catalogue';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import { nearestName } from '../diagnostics/nearest';
import type { Waiver } from '../graph/graph';
import type { Rule, RuleContext } from './rule';
import { waiversOf } from './waiver';

/** How long a finding may be accepted without another look at it. */
const LONGEST_DAYS = 366;
const SLUGS = Object.keys(CATALOGUE) as DiagnosticSlug[];
const MILLISECONDS_A_DAY = 86_400_000;

/** ENV3050 to ENV3054: the date, the code and the path of waivers. */
export const waiverRule: Rule = (context) =>
  waiversOf(context.environment.waivers).flatMap((waiver) => [
    ...checkDate(waiver, context),
    ...checkCode(waiver, context),
    ...checkPath(waiver, context),
  ]);

function checkDate({ name, expires }: Waiver, { today, at }: RuleContext): Diagnostic[] {
  const span = at(['waivers', name, 'expires']);
  const time = Date.parse(`${expires}T00:00:00Z`);
  // Date.parse takes 2027-02-30 for a day of March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== expires)
    return [diagnose('waiver-date', span, { found: expires }, { help: 'write it as 2027-06-30' })];
  if (expires < today) {
    const help = 'mend what it accepts, or look at it again and move the date';
    return [diagnose('waiver-expired', span, { name, expires, today }, { help })];
  }
  const last = new Date(Date.parse(`${today}T00:00:00Z`) + LONGEST_DAYS * MILLISECONDS_A_DAY)
    .toISOString()
    .slice(0, 10);
  return expires > last
    ? [diagnose('waiver-too-long', span, { name, expires, last }, { help: `expires: ${last}` })]
    : [];
}

function checkCode({ name, code }: Waiver, { at }: RuleContext): Diagnostic[] {
  if (!code.startsWith('ENV')) return [];
  const slug = SLUGS.find((known) => CATALOGUE[known].code === code);
  if (slug !== undefined && isWaivable(slug)) return [];
  return [diagnose('waiver-code', at(['waivers', name, 'code']), { code, isError: slug !== undefined })];
}

function checkPath({ name, path }: Waiver, { environment, at }: RuleContext): Diagnostic[] {
  if (leadsSomewhere(environment, path)) return [];
  const known = Object.entries(environment).flatMap(([section, parts]) =>
    typeof parts === 'object' && parts !== null
      ? [section, ...Object.keys(parts).map((part) => `${section}.${part}`)]
      : [section],
  );
  const nearest = nearestName(path, known);
  const more = nearest === undefined ? {} : { help: `did you mean ${nearest}?` };
  return [diagnose('waiver-path', at(['waivers', name, 'path']), { path }, more)];
}

/** Whether a path leads to a value; a key may itself have dots in it. */
function leadsSomewhere(value: unknown, path: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, item]) =>
      path === key ||
      path.startsWith(`${key}[`) ||
      (path.startsWith(`${key}.`) && leadsSomewhere(item, path.slice(key.length + 1))),
  );
}
