// Every diagnostic that the compiler can give, by phase: its code, severity, and what it says.

import { ALARMS } from './catalogue/alarms';
import { AWS } from './catalogue/aws';
import { COMPOSE } from './catalogue/compose';
import type { CatalogueEntry } from './catalogue/entry';
import { LANGUAGE } from './catalogue/language';
import { LIMITS } from './catalogue/limits';
import { LOWER } from './catalogue/lower';
import { METRICS } from './catalogue/metrics';
import { PARSE } from './catalogue/parse';
import { PARTS } from './catalogue/parts';
import { PROMOTION } from './catalogue/promotion';
import { RESOLVE } from './catalogue/resolve';
import { RULES } from './catalogue/rules';
import { SCHEMA } from './catalogue/schema';
import { SECURITY } from './catalogue/security';
import { TRANSITION } from './catalogue/transition';

export type { Severity } from './catalogue/entry';

/**
 * The catalogue, by slug. Phases: 1 parse, 2 compose, 3 validate (31xx schema, 30xx and 32xx rules), 4 resolve, 5 lower, 6 the
 * version of the language, 7 promotion from one environment to the next, 8 deployment over a deployed stack.
 */
export const CATALOGUE = {
  ...PARSE,
  ...COMPOSE,
  ...SCHEMA,
  ...RULES,
  ...LIMITS,
  ...PARTS,
  ...ALARMS,
  ...METRICS,
  ...SECURITY,
  ...AWS,
  ...RESOLVE,
  ...LOWER,
  ...LANGUAGE,
  ...PROMOTION,
  ...TRANSITION,
};

/** The slug of a diagnostic. */
export type DiagnosticSlug = keyof typeof CATALOGUE;

/** Whether a waiver lifts a diagnostic: any warning, and errors that say so. */
export function isWaivable(slug: DiagnosticSlug): boolean {
  const { severity, waivable }: CatalogueEntry = CATALOGUE[slug];
  return severity === 'warning' || waivable === true;
}

/** What the message of a diagnostic is made of. */
export type DiagnosticParameters<S extends DiagnosticSlug> = Parameters<(typeof CATALOGUE)[S]['message']>[0];
