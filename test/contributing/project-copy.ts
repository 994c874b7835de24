// Copies of the project in a temporary folder, for tests that extend it by the steps of CONTRIBUTING.md.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from '../spec';

/** The folders that are not copied: the packages, which a copy links to, and the output of programs. */
const LEFT_OUT = ['node_modules', '.git', 'dist', '.cache', '.data'].map((name) => join(ROOT, name));

/** A folder of a copy that git ignores. */
const CACHE = '.cache';

/** A text to add, before or after the first occurrence of another one. */
export type Insertion = { readonly text: string } & ({ readonly before: string } | { readonly after: string });

/** The end of a process. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of the project. */
export interface ProjectCopy {
  readonly folder: string;
  /** Writes files, by path from the project's root. */
  readonly write: (files: Readonly<Record<string, string>>) => void;
  /** Adds texts to files. Fails if a file does not contain the anchor of an insertion. */
  readonly insert: (edits: Readonly<Record<string, readonly Insertion[]>>) => void;
  /** Runs a program of `node_modules`, or of the project, such as `bin/payment-spec.cjs`. */
  readonly run: (program: string, args: readonly string[], variables?: NodeJS.ProcessEnv) => Ended;
  /** The type errors of files and their imports, as lines of tsc. */
  readonly typeErrors: (files: readonly string[]) => string[];
  /** The paths of all files that are new or differ from the project, in order. */
  readonly changed: () => string[];
  readonly remove: () => void;
}

/** Copies the project as a new git repository, with links to its packages. */
export function copyWholeProject(): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'project-copy-'));
  cpSync(ROOT, folder, { recursive: true, preserveTimestamps: true, filter: (source) => !LEFT_OUT.includes(source) });
  mkdirSync(join(folder, CACHE));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const spawn = (command: string, args: readonly string[], variables: NodeJS.ProcessEnv = {}): Ended => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: folder,
      encoding: 'utf8',
      // tsx keeps its output by path in a folder for temporary files, which no other run would find.
      env: { ...process.env, NODE_OPTIONS: '', TMPDIR: join(folder, CACHE), ...variables },
    });
    return { code: status, stdout, stderr };
  };
  const git = (...args: string[]) => {
    const { code, stdout, stderr } = spawn('git', args);
    expect(code, stderr).to.equal(0);
    return stdout.split('\n').filter((line) => line !== '');
  };
  git('init', '-q');
  // .gitignore names a folder, which does not cover the link.
  writeFileSync(join(folder, '.git/info/exclude'), 'node_modules\n');
  const write: ProjectCopy['write'] = (files) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  const run: ProjectCopy['run'] = (program, args, variables) =>
    spawn(process.execPath, [join(folder, program), ...args], variables);
  return {
    folder,
    write,
    run,
    typeErrors: (files) => {
      const config = `${CACHE}/tsconfig.json`;
      const include = [...files, 'compiler/**/*.d.ts'].map((path) => `../${path}`);
      write({ [config]: JSON.stringify({ extends: '../tsconfig.json', include }) });
      const args = ['--project', config, '--pretty', 'false', '--checkers', '2'];
      // Collects garbage less often, as in tools/check.cjs.
      const { code, stdout, stderr } = run(PROGRAM.tsc, args, { GOGC: '400' });
      const errors = stdout.split('\n').filter((line) => line.includes('error TS'));
      // A compiler that does not start prints no type errors either.
      expect(code === 0, stdout + stderr).to.equal(errors.length === 0);
      return errors;
    },
    insert: (edits) => {
      for (const [path, insertions] of Object.entries(edits))
        write({ [path]: insertions.reduce(inserted, readFileSync(join(folder, path), 'utf8')) });
    },
    changed: () =>
      git('ls-files', '--others', '--exclude-standard')
        .filter((path) => !hasSameContent(join(folder, path), join(ROOT, path)))
        .sort(),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Whether two files have the same content. A copy that was not written since has the time of the original, in whole milliseconds. */
function hasSameContent(path: string, other: string): boolean {
  const original = statSync(other, { throwIfNoEntry: false });
  if (original === undefined) return false;
  return Math.abs(statSync(path).mtimeMs - original.mtimeMs) <= 1 || readFileSync(path).equals(readFileSync(other));
}

function inserted(text: string, insertion: Insertion): string {
  const place = 'before' in insertion ? insertion.before : insertion.after;
  expect(text).to.include(place);
  const added = 'before' in insertion ? insertion.text + place : place + insertion.text;
  return text.replace(place, () => added);
}

/** The programs that tests run in a copy. */
export const PROGRAM = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  mocha: 'node_modules/mocha/bin/mocha.js',
  paymentSpec: 'bin/payment-spec.cjs',
  tsc: 'node_modules/typescript-native/bin/tsc',
  tsx: 'node_modules/tsx/dist/cli.mjs',
} as const;

/** A section of CONTRIBUTING.md: its text, and the files that its steps name. */
export interface ContributingSection {
  readonly text: string;
  readonly files: readonly string[];
}

/** Reads the section below a heading of CONTRIBUTING.md. The steps are the numbered lines, with the indented ones after each. */
export function readContributing(heading: string): ContributingSection {
  const page = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
  const [, text = ''] = page.split(`\n## ${heading}\n`);
  const [section = ''] = text.split('\n## ');
  const steps = section.split('\n').filter((line) => /^( {3}|\d\.)/.test(line));
  const named = steps.join('\n').matchAll(/`([^`\s]+\/[^`\s]+\.(?:json|md|ts)|README\.md)`/g);
  return { text: section, files: [...new Set([...named].map(([, path = '']) => path))] };
}
