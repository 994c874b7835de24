// The work that a command does before its own: the modules that it loads, and the sources that it reads.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from '../spec';

/** Modules of Node that take longer to load than `validate` takes to check a small spec. */
const SLOW_MODULES = ['child_process', 'dgram', 'http', 'http2', 'https', 'inspector', 'tls', 'worker_threads', 'zlib'];

/** The modules of Node that a command loads. */
function modulesOf(...args: readonly string[]): readonly string[] {
  const script = `
    process.argv.splice(1, 0, 'payment-spec');
    process.on('exit', () => console.error(JSON.stringify(process.moduleLoadList)));
    require(${JSON.stringify(join(ROOT, 'tools/build/build.cjs'))}).runCommandLine();`;
  const { NODE_OPTIONS: _modulesOfTheTest, ...env } = process.env;
  const { stderr } = spawnSync(process.execPath, ['-e', script, '--', ...args], { cwd: ROOT, env, encoding: 'utf8' });
  const list: readonly string[] = JSON.parse(stderr);
  return list.map((name) => name.replace('NativeModule ', ''));
}

describe('the start of a command', () => {
  it('loads no module of Node for processes, servers or threads to validate a spec', () => {
    const modules = modulesOf('validate', 'pr1234');
    expect(modules).to.include('vm');
    expect(modules.filter((name) => SLOW_MODULES.includes(name))).to.deep.equal([]);
  });
});
