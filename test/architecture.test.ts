// Checks every import against the ranks in ARCHITECTURE.md, and the folders of the tests against those of the sources.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect } from 'chai';
import { ROOT } from './spec';

interface RankedFolder {
  readonly path: string;
  readonly rank: number;
}

const ARCHITECTURE = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');

const rankedFolders: readonly RankedFolder[] = ARCHITECTURE.split('\n').flatMap((line) => {
  const [, rank, path] = /^\| (\d+) \| `([^`]+)` \|/.exec(line) ?? [];
  return rank === undefined || path === undefined ? [] : [{ rank: Number(rank), path }];
});

const files = ['compiler', 'contract', 'runtime', 'schema', 'take-over']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => posix.join(folder, name)),
  )
  .concat('index.ts')
  .filter((file) => /\.tsx?$/.test(file));

/** The innermost listed folder of a path. */
function folderOf(path: string): RankedFolder | undefined {
  const around = rankedFolders.filter(
    (folder) =>
      path === folder.path || path === folder.path.replace(/\.tsx?$/, '') || path.startsWith(`${folder.path}/`),
  );
  return around.sort((a, b) => b.path.length - a.path.length)[0];
}

interface Import {
  readonly file: string;
  readonly target: string;
  readonly isTypeOnly: boolean;
}

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const statements = [...text.matchAll(/(?:^|\n)\s*(import|export)\s+(type\s)?[^;]*?from\s+'([^']+)'/g)].map(
    ([, , type, target = '']) => ({
      file,
      target,
      isTypeOnly: type !== undefined,
    }),
  );
  const calls = [...text.matchAll(/\b(?:import|require)\('([^']+)'\)/g)].map(([, target = '']) => ({
    file,
    target,
    isTypeOnly: false,
  }));
  return [...statements, ...calls];
});

/** The parts that the parts of the program import, when each file belongs to a part. */
function importsBetween(partOf: (path: string) => string | undefined): ReadonlyMap<string, readonly string[]> {
  const known = new Set(files.map((file) => file.replace(/\.tsx?$/, '')));
  const targets = new Map<string, string[]>();
  for (const { file, target } of imports) {
    const path = posix.join(posix.dirname(file), target);
    if (!target.startsWith('.') || !known.has(path)) continue;
    const [from, to] = [partOf(file.replace(/\.tsx?$/, '')), partOf(path)];
    if (from !== undefined && to !== undefined && from !== to) targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  return targets;
}

/** The folder of the compiler that has a file. */
function roomOf(path: string): string | undefined {
  return /^compiler\/([^/]+)\//.exec(path)?.[1];
}

/** An import cycle, if there is one. */
function findCycle(targets: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const finished = new Set<string>();
  const follow = (walk: readonly string[], file: string): readonly string[] | undefined => {
    if (walk.includes(file)) return [...walk.slice(walk.indexOf(file)), file];
    if (finished.has(file)) return undefined;
    for (const target of targets.get(file) ?? []) {
      const circle = follow([...walk, file], target);
      if (circle !== undefined) return circle;
    }
    finished.add(file);
    return undefined;
  };
  for (const file of targets.keys()) {
    const circle = follow([], file);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

describe('the architecture', () => {
  it('lists a folder for each file', () => {
    expect(files.length).to.be.greaterThan(50);
    expect(files.filter((file) => folderOf(file) === undefined)).to.deep.equal([]);
  });

  it('lists no folder without files', () => {
    expect(rankedFolders.filter(({ path }) => !files.some((file) => folderOf(file)?.path === path))).to.deep.equal([]);
  });

  it('allows imports from lower ranks only', () => {
    const local = imports.filter(({ target }) => target.startsWith('.'));
    expect(local.length).to.be.greaterThan(100);
    const wrong = local.filter(({ file, target }) => {
      const [from, to] = [folderOf(file), folderOf(posix.join(posix.dirname(file), target))];
      if (from === undefined || to === undefined) return true;
      const isApart = from.path === 'runtime' && to.path !== 'runtime' && to.path !== 'contract';
      return isApart || (from.path !== to.path && from.rank <= to.rank);
    });
    expect(wrong.map(({ file, target }) => `${file} imports ${target}`)).to.deep.equal([]);
  });

  it('has no import cycles', () => {
    expect(findCycle(importsBetween((path) => path))?.join(' -> ')).to.equal(undefined);
  });

  it('has no cycles between the rooms of the compiler', () => {
    expect(findCycle(importsBetween(roomOf))?.join(' -> ')).to.equal(undefined);
  });

  it('describes each room of the compiler', () => {
    const [, described = ''] = /\n## Rooms\n(.*?)\n## /s.exec(ARCHITECTURE) ?? [];
    const names = [...described.matchAll(/^\| (`.+?) \| /gm)].flatMap(([, cell = '']) => cell.match(/[\w-]+/g) ?? []);
    expect(names.sort()).to.deep.equal(readdirSync(join(ROOT, 'compiler')).sort());
  });

  it('imports each library in one file only', () => {
    // The Pulumi program consists of the stack's entry and its back end. The handler and the backfill are separate programs with their own imports.
    const shared = new Set(['@pulumi/pulumi']);
    const doors = new Map<string, Set<string>>();
    for (const { file, target, isTypeOnly } of imports) {
      if (target.startsWith('.') || target.startsWith('node:') || isTypeOnly) continue;
      const library = target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/');
      if (!file.startsWith('runtime/') && !file.startsWith('take-over/'))
        doors.set(library, (doors.get(library) ?? new Set()).add(posix.dirname(file)));
    }
    const open = [...doors].filter(([library, folders]) => !shared.has(library) && folders.size > 1);
    expect(open.map(([library, folders]) => `${library}: ${[...folders].join(', ')}`)).to.deep.equal([]);
  });
});

describe('the folders of the tests', () => {
  const suites = [...readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8').matchAll(/^\| `test\/([a-z-]+)` \| /gm)].map(
    ([, name = '']) => name,
  );
  const folders = readdirSync(join(ROOT, 'test'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.relative(join(ROOT, 'test'), entry.parentPath.replace(/\/fixtures$/, '')));
  const isInSuite = (folder: string) => suites.includes(folder.split('/')[0] ?? '');

  it('mirror those of the sources, except the suites that CONTRIBUTING.md lists', () => {
    expect(suites.length).to.be.greaterThan(5);
    const others = [...new Set(folders)].filter((folder) => !isInSuite(folder) && !existsSync(join(ROOT, folder)));
    expect(others).to.deep.equal([]);
  });

  it('have each listed suite, none of which has the name of a folder of the sources', () => {
    expect(
      suites.filter((name) => existsSync(join(ROOT, name)) || !folders.some((folder) => folder.split('/')[0] === name)),
    ).to.deep.equal([]);
  });
});
