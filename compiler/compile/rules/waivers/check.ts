// Checks the code, the path and the days of waivers.

import type { Environment } from '../../../../schema/environment.generated';
import { type DiagnosticDefinition, isWaivable } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { suggest } from '../../../diagnostics/suggest';
import type { Waiver } from '../../../graph/waiver';
import type { RuleContext } from '../rule';
import { diagnose } from './diagnostics';
import { isExpired, valueAt, waiversOf } from './waivers';

/** The maximum time before the reason of a waiver must be reviewed, in days. */
const LONGEST_DAYS = 366;
const MILLISECONDS_A_DAY = 86_400_000;

/** The day of the compilation, and the locations of fields. */
type WaiverContext = Pick<RuleContext, 'today' | 'at'>;

/** Finds the diagnostic with a code; undefined for an unknown code. */
type FindDefinition = (code: string) => DiagnosticDefinition | undefined;

/** ENV3050 to ENV3054 and ENV3240: the days, the code and the path of waivers. */
export function* checkWaivers(
  environment: Environment,
  context: WaiverContext,
  findDefinition: FindDefinition,
): Generator<Diagnostic> {
  for (const waiver of waiversOf(environment.waivers)) {
    yield* checkDays(waiver, context);
    yield* checkCode(waiver, context, findDefinition);
    yield* checkPath(waiver, environment, context);
  }
}

function checkDays({ name, expires, reviewBy }: Waiver, context: WaiverContext): Diagnostic[] {
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

function checkDay(
  name: string,
  field: 'expires' | 'reviewBy',
  day: string,
  { today, at }: WaiverContext,
): Diagnostic[] {
  const span = at(['waivers', name, field]);
  const time = Date.parse(`${day}T00:00:00Z`);
  // Date.parse accepts 2027-02-30 as a day in March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    return [diagnose('waiver-date', span, { found: day }, { help: 'write a date such as 2027-06-30' })];
  if (field === 'expires' && isExpired({ expires: day }, today)) {
    const help = 'fix the finding and remove the waiver, or move the date if the reason still applies';
    return [diagnose('waiver-expired', span, { name, expires: day, today }, { help })];
  }
  const last = new Date(Date.parse(`${today}T00:00:00Z`) + LONGEST_DAYS * MILLISECONDS_A_DAY)
    .toISOString()
    .slice(0, 10);
  return day > last
    ? [diagnose('waiver-too-long', span, { name, field, day, last }, { help: `set ${field} to ${last}` })]
    : [];
}

function* checkCode(
  { name, code }: Waiver,
  { at }: WaiverContext,
  findDefinition: FindDefinition,
): Generator<Diagnostic> {
  if (!code.startsWith('ENV')) return;
  const definition = findDefinition(code);
  if (definition !== undefined && isWaivable(definition)) return;
  yield diagnose('waiver-code', at(['waivers', name, 'code']), { code, isError: definition !== undefined });
}

function checkPath({ name, path }: Waiver, environment: Environment, { at }: WaiverContext): Diagnostic[] {
  if (valueAt(environment, path) !== undefined) return [];
  const known = Object.entries(environment).flatMap(([section, parts]) =>
    typeof parts === 'object' && parts !== null
      ? [section, ...Object.keys(parts).map((part) => `${section}.${part}`)]
      : [section],
  );
  return [diagnose('waiver-path', at(['waivers', name, 'path']), { path }, { help: suggest(path, known) })];
}
