// Systems for the tests of the overview.

import { LARGE_SPEC, largeSystem } from '../../../bench/system';
import { compileSpec } from '../../../compiler/compile/compile';
import type { ServedSpec } from '../../../compiler/local/console/console-parts';
import { describeSystem } from '../../../compiler/picture/describe/describe';
import type { System } from '../../../compiler/picture/system';
import { compileProject, SURROUNDINGS } from '../../spec';

/** A resolved spec of the project, or one with replacement texts. */
export function resolvedSpec(path: string, instead: Readonly<Record<string, string>> = {}): ServedSpec {
  const { resolved, diagnostics } = compileProject(path, instead);
  if (resolved === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return resolved;
}

/** The system of one of the project's specs. */
export function systemOf(path: string): System {
  return describeSystem(resolvedSpec(path), path);
}

/** A system of functions, each with a table and a route. */
export function systemOfSize(functions: number): System {
  const files = largeSystem(functions);
  const { resolved } = compileSpec(LARGE_SPEC, (path) => files.get(path), SURROUNDINGS);
  if (resolved === undefined) throw new Error('the large system is not valid');
  return describeSystem(resolved, LARGE_SPEC);
}

/** A system of one function with routes on paths. */
export function systemOfPaths(paths: readonly string[]): System {
  const routes = paths.map((path, at) => `    route-${at}: { method: GET, path: "${path}", function: f }`);
  const text = [
    'project: p',
    'environment: e',
    'suffix: s',
    'permissionsBoundary: NONE',
    'monitoring: { dashboard: false, generatedAlarms: false }',
    'functions: { f: { entry: runtime/handler.ts } }',
    'api:',
    '  name: a',
    '  routes:',
    ...routes,
    '',
  ].join('\n');
  return describeSystem(resolvedSpec('s.yaml', { 's.yaml': text }), 's.yaml');
}
