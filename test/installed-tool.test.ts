// The installation of shared tools by tests that run in parallel.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from './spec';

/** Installs a tool by appending a line to a log, slowly, and prints its folder. `fail` in place of a log makes it fail. */
const PROGRAM = `
  const { appendFileSync } = require('node:fs');
  const { installedTool } = require('./test/installed-tool');
  const folder = installedTool('tool', () => {
    if (process.env.LOG === 'fail') return false;
    appendFileSync(process.env.LOG, 'begin\\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    appendFileSync(process.env.LOG, 'end\\n');
    return true;
  });
  console.log('folder: ' + folder);
`;

describe('a tool that tests share', () => {
  let cache: string;
  let log: string;
  beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), 'payment-spec-'));
    log = join(cache, 'log');
  });
  afterEach(() => rmSync(cache, { recursive: true }));

  function install(to = log): Promise<string> {
    const child = spawn(process.execPath, ['--require', 'tsx/cjs', '--eval', PROGRAM], {
      cwd: ROOT,
      env: { ...process.env, XDG_CACHE_HOME: cache, LOG: to },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        output += text;
      });
    return new Promise((resolve) => child.on('close', () => resolve(output)));
  }

  const folder = () => join(cache, 'payment-spec/tool');

  it('is installed once by processes that start together', async () => {
    const outputs = await Promise.all([install(), install(), install()]);
    for (const output of outputs) expect(output).to.include(`folder: ${folder()}`);
    expect(readFileSync(log, 'utf8')).to.equal('begin\nend\n');
  });

  it('is installed after a process that was killed while it installed', async () => {
    mkdirSync(folder(), { recursive: true });
    writeFileSync(join(folder(), 'half'), '');
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(`${folder()}.lock`, String(pid));
    expect(await install()).to.include(`folder: ${folder()}`);
    expect(existsSync(join(folder(), 'half'))).to.equal(false);
  });

  it('is absent if its installation fails, and is tried again', async () => {
    expect(await install('fail')).to.include('folder: undefined');
    expect(await install()).to.include(`folder: ${folder()}`);
  });
});
