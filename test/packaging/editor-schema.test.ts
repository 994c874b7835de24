// The schema reference that `init` writes in another repository: a real editor resolves it wherever the program is installed.

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { expect } from 'chai';
import { type Editor, startEditor } from '../editor/editor';
import { ROOT } from '../spec';
import { copyPackage } from './outside';

/** The folders of the package and the project, relative to a temporary folder with the repository `repo`. */
interface Installation {
  readonly program: string;
  readonly project: string;
  /** A link to the package, as pnpm creates it. */
  readonly link?: string;
  /** The expected path of the schema. */
  readonly schema: string;
}

const INSTALLATIONS: Readonly<Record<string, Installation>> = {
  'in the project': {
    program: 'repo/node_modules/payment-spec',
    project: 'repo',
    schema: '../node_modules/payment-spec/schema/spec-file.generated.json',
  },
  'in a repository of several projects': {
    program: 'repo/node_modules/payment-spec',
    project: 'repo/apps/pay',
    schema: '../../../node_modules/payment-spec/schema/spec-file.generated.json',
  },
  'by pnpm, behind a link': {
    program: 'repo/node_modules/.pnpm/payment-spec@0.1.0/node_modules/payment-spec',
    project: 'repo',
    link: 'repo/node_modules/payment-spec',
    schema: '../node_modules/payment-spec/schema/spec-file.generated.json',
  },
  'in the cache of npx': {
    program: 'home/.npm/_npx/0123456789abcdef/node_modules/payment-spec',
    project: 'repo',
    schema: 'spec-file.schema.json',
  },
  globally: { program: 'usr/lib/node_modules/payment-spec', project: 'repo', schema: 'spec-file.schema.json' },
  'above the repository': { program: 'node_modules/payment-spec', project: 'repo', schema: 'spec-file.schema.json' },
};

describe('the schema of a spec in another repository', () => {
  let folder: string;
  let packed: string;
  let editor: Editor;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'payment-spec-schema-'));
    packed = join(folder, 'package');
    copyPackage(packed);
    editor = await startEditor(folder);
  });
  after(() => {
    editor.stop();
    rmSync(folder, { recursive: true });
  });

  let at: string;
  /** The folder of the package in the current test. The tests move the package, because its copy takes longer than they do. */
  let installed: string;
  beforeEach(() => {
    at = mkdtempSync(join(folder, 'case-'));
  });
  afterEach(() => renameSync(installed, packed));

  function install({
    program,
    project,
    link,
  }: Installation): (...args: string[]) => { status: number | null; stderr: string } {
    installed = join(at, program);
    mkdirSync(dirname(installed), { recursive: true });
    renameSync(packed, installed);
    if (link !== undefined) symlinkSync(relative(dirname(join(at, link)), installed), join(at, link));
    mkdirSync(join(at, 'repo/.git'), { recursive: true });
    cpSync(join(ROOT, 'spec'), join(at, project, 'spec'), { recursive: true });
    return (...args) =>
      spawnSync(process.execPath, [join(at, link ?? program, 'bin/payment-spec.cjs'), 'init', ...args], {
        cwd: join(at, project),
        encoding: 'utf8',
      });
  }

  for (const [where, installation] of Object.entries(INSTALLATIONS)) {
    it(`resolves with the program installed ${where}`, async () => {
      const { status, stderr } = install(installation)('staging', '--environment', 'Staging');
      expect(status, stderr).to.equal(0);
      const specs = join(at, installation.project, 'spec');
      const text = readFileSync(join(specs, 'staging.yaml'), 'utf8');
      expect(/\$schema=(\S+)/.exec(text)?.[1]).to.equal(installation.schema);
      expect(existsSync(join(specs, installation.schema)), 'the schema exists').to.equal(true);
      expect(await editor.open(join(specs, 'staging.yaml'), text)).to.deep.equal([]);
      const broken = await editor.open(
        join(specs, 'broken.yaml'),
        text.replace('logRetentionDays: 30', 'logRetentionDays: 4'),
      );
      expect(broken.map(({ message }) => message)[0], 'the editor knows the language').to.match(
        /^Value is not accepted/,
      );
    });
  }

  it('is copied once, is replaced by a later version, and never overwrites a user’s file', () => {
    const init = install({ program: 'usr/lib/node_modules/payment-spec', project: 'repo', schema: '' });
    const copy = join(at, 'repo/spec/spec-file.schema.json');
    const note = /^wrote spec\/spec-file\.schema\.json, the schema for editors, because payment-spec is not installed/m;
    expect(init('one', '--environment', 'One').stderr).to.match(note);
    const first = readFileSync(copy, 'utf8');
    expect(init('two', '--environment', 'Two').stderr).not.to.match(note);
    writeFileSync(copy, first.replace(/payment-spec [\d.]+/, 'payment-spec 0.0.9'));
    expect(init('three', '--environment', 'Three').stderr).to.match(note);
    expect(readFileSync(copy, 'utf8')).to.equal(first);
    writeFileSync(copy, '{}');
    const { status, stderr } = init('four', '--environment', 'Four');
    expect({ status, stderr }).to.deep.equal({
      status: 2,
      stderr: 'error: spec/spec-file.schema.json exists and is not a copy of the schema; pass --force to replace it\n',
    });
    expect(existsSync(join(at, 'repo/spec/four.yaml'))).to.equal(false);
    expect(readFileSync(copy, 'utf8')).to.equal('{}');
  });
});
