// `migrate`: updates specs to the latest version of the language.

import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { MIGRATIONS, type Migrated, migrateSource } from '../compose/language';
import { openSource } from '../compose/open-source';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { listSpecs, readDescriptor, readFrom } from '../files';
import { EXIT } from './exit-code';
import { refuse } from './refuse';
import { resolveFile, STANDARD_INPUT } from './spec-reference';
import { UsageError } from './usage-error';

/** Options of `migrate`. */
export interface MigrateOptions {
  readonly root: string;
  readonly json?: true;
}

/** Updates files and prints the steps. Returns the exit code. If a file is invalid, no file is written. */
export function runMigrate(names: readonly string[], { root, json }: MigrateOptions): number {
  const isPiped = names.includes(STANDARD_INPUT);
  if (isPiped && (names.length > 1 || json))
    throw new UsageError('standard input must be the only file, and cannot be printed as JSON');
  const results = (names.length > 0 ? names : listSpecs(root)).map((name) => migrateFile(root, name));
  const refused = results.flatMap(({ path, outcome }) => (isMigrated(outcome) ? [] : [{ path, diagnostics: outcome }]));
  if (refused.length > 0) return refuse(refused, json);
  const latest = MIGRATIONS.length + 1;
  const done = results.flatMap(({ path, outcome }) => (isMigrated(outcome) ? [{ path, ...outcome }] : []));
  if (isPiped) process.stdout.write(done[0]?.text ?? '');
  else for (const { path, text, from } of done) if (from < latest) writeFileSync(resolve(root, path), text);
  if (json) {
    const files = done.map(({ path, from, steps }) => ({ file: path, from, to: latest, steps }));
    console.log(JSON.stringify({ schemaVersion: 1, files }, undefined, 2));
  } else if (!isPiped) {
    for (const { path, from, steps } of done) {
      console.log(
        from === latest ? `${path}: language ${latest}, nothing to do` : `${path}: language ${from} -> ${latest}`,
      );
      for (const step of steps) console.log(`  ${step}`);
    }
  }
  return EXIT.ok;
}

interface Result {
  readonly path: string;
  readonly outcome: Migrated | readonly Diagnostic[];
}

function migrateFile(root: string, name: string): Result {
  const isPiped = name === STANDARD_INPUT;
  const path = isPiped ? '<stdin>' : resolveFile(root, name);
  const { value: source, diagnostics } = openSource(path, isPiped ? () => readDescriptor(0) : readFrom(root));
  return { path, outcome: source === undefined || diagnostics.length > 0 ? diagnostics : migrateSource(source) };
}

function isMigrated(outcome: Migrated | readonly Diagnostic[]): outcome is Migrated {
  return !Array.isArray(outcome);
}
