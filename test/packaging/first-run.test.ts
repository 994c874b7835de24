// The first runs of an installed package: concurrently, and without write permission.

import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { skip } from '../skip';
import { ROOT } from '../spec';

const SOURCES = [
  'bin',
  'compiler',
  'contract',
  'schema',
  'runtime',
  'spec',
  'take-over',
  'tools',
  'index.ts',
  'package.json',
  'package-lock.json',
];
const INVALID = 'extends: system.yaml\nenvironment: x\nsuffix: y\nlogRetentionDays: 8\n';

/** The id of a user who does not own any files. */
const UNPRIVILEGED_UID = 65_534;

describe('an installed package', () => {
  let folder: string;
  let bin: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'payment-spec-package-'));
    for (const source of SOURCES) cpSync(join(ROOT, source), join(folder, source), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'spec/broken.yaml'), INVALID);
    chmodSync(folder, 0o755);
    bin = join(folder, 'bin/payment-spec.cjs');
  });
  afterEach(() => rmSync(join(folder, 'dist'), { recursive: true, force: true }));
  after(() => rmSync(folder, { recursive: true }));

  const runAs = (user: number | undefined, args: readonly string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [bin, ...args], {
      cwd: folder,
      encoding: 'utf8',
      ...(user === undefined ? {} : { uid: user, gid: user }),
    });

  /** The files in dist/, without the hashes and versions in their names. */
  const namesInDist = () => readdirSync(join(folder, 'dist')).map((name) => name.replace(/\.[^.]+-.+(?=\.cache$)/, ''));

  it('completes several concurrent first runs correctly', async () => {
    const runs = await Promise.all(
      [1, 2, 3, 4].map(
        () =>
          new Promise<{ code: number | null; output: string }>((resolve) => {
            const child = spawn(process.execPath, [bin, 'validate', 'broken'], { cwd: folder });
            let output = '';
            child.stdout.on('data', (text) => {
              output += text;
            });
            child.stderr.on('data', (text) => {
              output += text;
            });
            child.on('close', (code) => resolve({ code, output }));
          }),
      ),
    );
    for (const { code, output } of runs) {
      expect(code, output).to.equal(1);
      expect(output).to.match(/^spec\/broken\.yaml:4:19: error ENV3104[\s\S]*\n1 error\n$/);
    }
    expect(namesInDist()).to.deep.equal(['cli.cjs', 'cli.cjs.cache']);
  });

  it('stores compiled code once, and replaces it if it is damaged or old', () => {
    const validate = () => {
      const { status, stderr } = runAs(undefined, ['validate', 'broken']);
      expect({ status, stderr }).to.deep.equal({ status: 1, stderr: '' });
      const [name = ''] = readdirSync(join(folder, 'dist')).filter((one) => one.endsWith('.cache'));
      return join(folder, 'dist', name);
    };
    const cache = validate();
    const { ino, size } = statSync(cache);
    expect(statSync(validate()).ino).to.equal(ino);
    writeFileSync(cache, 'damaged');
    expect(statSync(validate()).size).to.be.within(size / 2, size * 2);
    renameSync(cache, join(folder, 'dist/cli.cjs.0-0-v20.0.0-x64.cache'));
    expect(validate()).to.equal(cache);
    expect(namesInDist()).to.deep.equal(['cli.cjs', 'cli.cjs.cache']);
  });

  it('stores compiled code for each command, but not for names that are not commands', () => {
    const stored = () => {
      const names = readdirSync(join(folder, 'dist')).filter((name) => name.endsWith('.cache'));
      return names.map((name) => name.slice(name.indexOf(`-${process.arch}`) + process.arch.length + 1));
    };
    runAs(undefined, ['validate', 'broken']);
    expect(runAs(undefined, ['plan', 'pr1234']).status).to.equal(0);
    expect(stored()).to.have.members(['.plan.cache', '.validate.cache']);
    for (const argument of ['--version', 'registry', '../commands/cost', 'costs']) runAs(undefined, [argument]);
    expect(stored()).to.have.members(['.cache', '.plan.cache', '.validate.cache']);
  });

  it('builds in memory if dist/ cannot be written', function () {
    if (process.getuid?.() !== 0) skip(this, 'needs root, to run as another user');
    const { status, stdout, stderr } = runAs(UNPRIVILEGED_UID, ['validate', 'broken']);
    expect({ status, stderr }).to.deep.equal({ status: 1, stderr: '' });
    expect(stdout).to.include('error ENV3104');
    expect(runAs(UNPRIVILEGED_UID, ['plan', 'pr1234']).status).to.equal(0);
    expect(existsSync(join(folder, 'dist'))).to.equal(false);
  });

  it('does not run a build of other sources, regardless of file times', function () {
    if (process.getuid?.() !== 0) skip(this, 'needs root, to run as another user');
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist/cli.cjs'), '// sources old\n');
    const past = spawnSync('find', [folder, '-exec', 'touch', '-h', '-d', '1985-10-26', '{}', '+']);
    expect(past.status).to.equal(0);
    expect(runAs(UNPRIVILEGED_UID, ['validate', 'broken']).status).to.equal(1);
  });

  it('reads the contents of its sources once after a checkout, and compares times after that', () => {
    const built = join(folder, 'dist/cli.cjs');
    const validate = () => expect(runAs(undefined, ['validate', 'broken']).status).to.equal(1);
    validate();
    utimesSync(built, new Date(0), new Date(0));
    const { ino } = statSync(built);
    validate();
    const after = statSync(built);
    expect(after.ino).to.equal(ino);
    expect(after.mtimeMs).to.be.greaterThan(statSync(join(folder, 'compiler/compile/compile.ts')).mtimeMs);
  });

  it('is built again after a source was edited, removed, restored or added', () => {
    const built = join(folder, 'dist/cli.cjs');
    const buildOf = () => {
      expect(runAs(undefined, ['validate', 'broken']).status).to.equal(1);
      return readFileSync(built, 'utf8').split('\n', 1)[0];
    };
    const source = join(folder, 'compiler/cli/exit-code.ts');
    const first = buildOf();
    appendFileSync(source, '// edited\n');
    const edited = buildOf();
    expect(edited).not.to.equal(first);
    const moved = join(folder, 'exit-code.ts');
    renameSync(source, moved);
    expect(runAs(undefined, ['validate', 'broken']).status).to.equal(70);
    renameSync(moved, source);
    expect(buildOf()).to.equal(edited);
    // It could take the place of exit-code.ts.
    writeFileSync(join(folder, 'compiler/cli/exit-code.tsx'), '');
    expect(buildOf()).not.to.equal(edited);
  });

  it('exits with 70 and prints one line if it cannot be built', () => {
    rmSync(join(folder, 'compiler'), { recursive: true });
    const { status, stdout, stderr } = runAs(undefined, ['validate']);
    expect({ status, stdout }).to.deep.equal({ status: 70, stdout: '' });
    expect(stderr).to.match(/payment-spec cannot be built from its sources: .+\n$/);
  });
});
