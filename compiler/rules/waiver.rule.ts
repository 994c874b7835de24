// Checks that a waiver names a finding that can be waived, a part that exists, and days that are valid.

import { CATALOGUE, type DiagnosticSlug, isWaivable } from '../diagnostics/catalogue';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import { nearestName } from '../diagnostics/nearest';
import type { Waiver } from '../graph/graph';
import type { Rule, RuleContext } from './rule';
import { isExpired, waiversOf } from './waiver';

/** How long a finding may be accepted without another look at it. */
const LONGEST_DAYS = 366;
const SLUGS = Object.keys(CATALOGUE) as DiagnosticSlug[];
const MILLISECONDS_A_DAY = 86_400_000;

/** ENV3050 to ENV3054 and ENV3240: the days, the code and the path of waivers. */
export const waiverRule: Rule = (context) =>
  waiversOf(context.environment.waivers).flatMap((waiver) => [
    ...checkDays(waiver, context),
    ...checkCode(waiver, context),
    ...checkPath(waiver, context),
  ]);

function checkDays({ name, expires, reviewBy }: Waiver, context: RuleContext): Diagnostic[] {
  const span = context.at(['waivers', name], 'key');
  if (expires !== undefined && reviewBy !== undefined)
    return [
      diagnose('waiver-days', span, { name, found: 'both expires and reviewBy' }, { help: 'remove one of them' }),
    ];
  if (expires !== undefined) return checkDay(name, 'expires', expires, context);
  if (reviewBy !== undefined) return checkDay(name, 'reviewBy', reviewBy, context);
  const help = 'add expires, or reviewBy if the reason is permanent';
  return [diagnose('waiver-days', span, { name, found: 'neither expires nor reviewBy' }, { help })];
}

function checkDay(name: string, field: 'expires' | 'reviewBy', day: string, { today, at }: RuleContext): Diagnostic[] {
  const span = at(['waivers', name, field]);
  const time = Date.parse(`${day}T00:00:00Z`);
  // Date.parse takes 2027-02-30 for a day of March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    return [diagnose('waiver-date', span, { found: day }, { help: 'write it as 2027-06-30' })];
  if (field === 'expires' && isExpired({ expires: day }, today)) {
    const help = 'fix the finding and remove the waiver, or move the date if the reason still applies';
    return [diagnose('waiver-expired', span, { name, expires: day, today }, { help })];
  }
  const last = new Date(Date.parse(`${today}T00:00:00Z`) + LONGEST_DAYS * MILLISECONDS_A_DAY)
    .toISOString()
    .slice(0, 10);
  return day > last
    ? [diagnose('waiver-too-long', span, { name, field, day, last }, { help: `${field}: ${last}` })]
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
