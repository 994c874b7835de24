// Measures the export of functions that share one handler, compiled and bundled.

import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { measureProcesses, median, minimum } from './measure';
import type { Bench } from './row';
import { LARGE_SPEC, largeSystem } from './system';

const ROOT = join(__dirname, '..');
const SIZES = {
  full: { functions: 100, rounds: 5, warmUps: 1 },
  small: { functions: 2, rounds: 1, warmUps: 0 },
};

/** Half of the faster peer's time on the machine where both were measured. bench/peers.ts compares them on the current machine. */
const GOAL_SECONDS = 1.35;

export const sharedHandler: Bench = {
  name: 'shared-handler',
  measure: async (size) => {
    const { functions, rounds, warmUps } = SIZES[size];
    const project = createProject(functions);
    try {
      const { run } = measureProcesses({ run: exportArguments() }, rounds, project, warmUps);
      const walls = run.map(({ wall }) => wall / 1000);
      return [
        {
          work: `${functions} functions that share a handler, bundled`,
          measured: `${minimum(walls).toFixed(2)} s (median ${median(walls).toFixed(2)} s)`,
          goal: `≤ ${GOAL_SECONDS} s`,
          isMet: minimum(walls) <= GOAL_SECONDS,
        },
      ];
    } finally {
      rmSync(project, { recursive: true });
    }
  },
};

/** The command line that compiles and bundles a project's functions. */
export function exportArguments(): readonly string[] {
  return [join(ROOT, 'bin/payment-spec.cjs'), 'export', LARGE_SPEC, '--format', 'cyclonedx'];
}

/** Creates a project with the spec of a large system and this repository's handler. The caller removes its folder. */
export function createProject(functions: number): string {
  const project = mkdtempSync(join(tmpdir(), 'bench-'));
  for (const path of ['runtime', 'contract', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(join(ROOT, path), join(project, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
  for (const [path, text] of largeSystem(functions)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  return project;
}
