// The work that a command does before its own: the modules that it loads, and the sources that it reads.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from '../spec';

/** Modules of Node that take longer to load than `validate` takes to check a small spec. */
const SLOW_MODULES = ['child_process', 'dgram', 'http', 'http2', 'https', 'inspector', 'tls', 'worker_threads', 'zlib'];

/** The modules of Node that a command loads, and the folders whose entries it reads. */
function startOf(...args: readonly string[]): { modules: readonly string[]; folders: readonly string[] } {
  const script = `
    process.argv.splice(1, 0, 'payment-spec');
    const fs = require('node:fs');
    const { readdirSync } = fs;
    const folders = [];
    fs.readdirSync = (folder, ...rest) => {
      folders.push(folder);
      return readdirSync(folder, ...rest);
    };
    process.on('exit', () => console.error(JSON.stringify({ modules: process.moduleLoadList, folders })));
    require(${JSON.stringify(join(ROOT, 'tools/build/build.cjs'))}).runCommandLine();`;
  const { NODE_OPTIONS: _modulesOfTheTest, ...env } = process.env;
  const { stderr } = spawnSync(process.execPath, ['-e', script, '--', ...args], { cwd: ROOT, env, encoding: 'utf8' });
  const { modules, folders } = JSON.parse(stderr) as ReturnType<typeof startOf>;
  return { modules: modules.map((name) => name.replace('NativeModule ', '')), folders };
}

describe('the start of a command', () => {
  it('loads no module of Node for processes, servers or threads to validate a spec', () => {
    const { modules } = startOf('validate', 'pr1234');
    expect(modules).to.include('vm');
    expect(modules.filter((name) => SLOW_MODULES.includes(name))).to.deep.equal([]);
  });

  it('does not list the folders of its own sources, of which there are a hundred', () => {
    // The first run may build the command line.
    startOf('validate', 'pr1234');
    const { folders } = startOf('validate', 'pr1234');
    expect(folders.filter((folder) => folder.startsWith(join(ROOT, 'compiler')))).to.deep.equal([]);
  });
});
