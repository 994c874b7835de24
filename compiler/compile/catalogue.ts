// Every diagnostic of the compiler, assembled from the definitions of the phases and the rules.

import type { CatalogueEntry, DiagnosticDefinitions } from '../diagnostics/definition';
import { diagnose as compose } from '../language/compose/diagnostics';
import { diagnose as parse } from '../language/compose/parse/diagnostics';
import { diagnose as resolve } from '../language/resolve/diagnostics';
import { diagnose as validate } from '../language/validate/diagnostics';
import { diagnose as promotion } from '../language/values/diagnostics';
import { diagnose as bundle } from './bundle/diagnostics';
import { diagnose as files } from './diagnostics';
import { diagnose as lower } from './lower/diagnostics';
import { diagnose as environments } from './rules/environments';
import { RESOURCE_RULES, RULES } from './rules/rules.generated';
import { diagnose as waivers } from './rules/waivers/diagnostics';
import { diagnose as transition } from './transition/diagnostics';

const OF_RULES = [...RULES, ...RESOURCE_RULES].map(({ diagnose }) => diagnose);
const ALL: readonly { readonly definitions: DiagnosticDefinitions }[] = [
  ...OF_RULES,
  parse,
  compose,
  validate,
  resolve,
  files,
  lower,
  bundle,
  waivers,
  promotion,
  transition,
  environments,
];

/**
 * The catalogue, by code. Phases: 1 parse, 2 compose, 3 validate (31xx schema, 30xx and 32xx rules), 4 resolve, 5 lower, 6 the
 * version of the language, 7 promotion from one environment to the next, 8 deployment over a deployed stack (80xx) or beside other
 * environments (81xx).
 */
// Several rules share a definition, such as a count above its quota.
export const CATALOGUE: readonly CatalogueEntry[] = [...new Set(ALL)]
  .flatMap(({ definitions }) => Object.entries(definitions).map(([slug, definition]) => ({ slug, ...definition })))
  .sort((a, b) => (a.code < b.code ? -1 : 1));

const BY_CODE: ReadonlyMap<string, CatalogueEntry> = new Map(CATALOGUE.map((entry) => [entry.code, entry]));

/** The diagnostic with a code. */
export function definitionOf(code: string): CatalogueEntry | undefined {
  return BY_CODE.get(code);
}
