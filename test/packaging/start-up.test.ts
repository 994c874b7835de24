// The work that a command does before its own: the modules that it loads, and the sources that it reads.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from '../spec';

/** Modules of Node that take longer to load than `validate` takes to check a small spec. */
const SLOW_MODULES = [
  'child_process',
  'dgram',
  'http',
  'http2',
  'https',
  'inspector',
  'net',
  'tls',
  'worker_threads',
  'zlib',
];

let folder: string;

/** The modules of Node that a command loads, and the folders whose entries it reads. Its output is not a pipe, which would need sockets. */
function startOf(...args: readonly string[]): { modules: readonly string[]; folders: readonly string[] } {
  const report = join(folder, 'start.json');
  const script = `
    process.argv.splice(1, 0, 'payment-spec');
    const fs = require('node:fs');
    const { readdirSync, writeFileSync } = fs;
    const folders = [];
    fs.readdirSync = (folder, ...rest) => {
      folders.push(folder);
      return readdirSync(folder, ...rest);
    };
    process.on('exit', () =>
      writeFileSync(${JSON.stringify(report)}, JSON.stringify({ modules: process.moduleLoadList, folders })));
    require(${JSON.stringify(join(ROOT, 'tools/build/build.cjs'))}).runCommandLine();`;
  const { NODE_OPTIONS: _modulesOfTheTest, ...env } = process.env;
  spawnSync(process.execPath, ['-e', script, '--', ...args], { cwd: ROOT, env, stdio: 'ignore' });
  const { modules, folders } = JSON.parse(readFileSync(report, 'utf8')) as ReturnType<typeof startOf>;
  return { modules: modules.map((name) => name.replace('NativeModule ', '')), folders };
}

describe('the start of a command', () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'start-up-'));
    // The first run may build the command line.
    startOf('validate', 'pr1234');
  });
  after(() => rmSync(folder, { recursive: true }));

  it('loads no module of Node for processes, connections or threads to validate a spec', () => {
    const { modules } = startOf('validate', 'pr1234');
    expect(modules).to.include('vm');
    expect(modules.filter((name) => SLOW_MODULES.includes(name))).to.deep.equal([]);
  });

  it('does not list the folders of its own sources, of which there are a hundred', () => {
    const { folders } = startOf('validate', 'pr1234');
    expect(folders.filter((folder) => folder.startsWith(join(ROOT, 'compiler')))).to.deep.equal([]);
  });
});
