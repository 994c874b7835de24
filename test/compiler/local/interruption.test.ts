// A local run that is interrupted, killed or started with an unusable data directory: its exit code, output and folders.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { ROOT } from '../../spec';
import { runCommand } from '../cli/run';
import { cleanUp, collectLines, makeFolder, makeProject, specOf, type TestProject } from './project';

const SPEC = 'spec/test.yaml';
const ANSWER = "export const handler = async () => ({ statusCode: 200, body: 'one' });";

/** A function that never loads, so that the run is still starting when it is interrupted. */
const NEVER_LOADS =
  'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);\nexport const handler = () => undefined;';

/** Temporary folders of local runs. */
const leftIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('payment-spec-run-'));

describe('a local run that is interrupted', () => {
  const children = new Set<ChildProcess>();
  let temporary: string;
  before(() => runCommand(['--help']));
  beforeEach(() => {
    temporary = makeFolder();
  });
  afterEach(async () => {
    for (const child of children) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    children.clear();
    await cleanUp();
  });

  const project = (code = ANSWER) => makeProject({ 'functions/one.ts': code, [SPEC]: specOf(['one']) });

  function begin({ root }: Pick<TestProject, 'root'>, ...args: string[]) {
    const child = spawn(process.execPath, [join(ROOT, 'bin/payment-spec.cjs'), 'start', '--spec', SPEC, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, TMPDIR: temporary },
    });
    children.add(child);
    const out = collectLines();
    const err = collectLines();
    createInterface({ input: child.stdout }).on('line', out.print);
    createInterface({ input: child.stderr }).on('line', err.print);
    const ended = once(child, 'close').then(([code]: unknown[]) => code);
    return { child, out, err, ended };
  }

  const serving = async (run: ReturnType<typeof begin>) => {
    const [, url = ''] = /^Serving (\S+),/.exec(await run.out.line(/^Serving /)) ?? [];
    await run.out.line(/^Reloads when/);
    return url;
  };

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`exits with 0 on ${signal} while it serves, and removes its folder`, async () => {
      const run = begin(project(), '--port', '0');
      await serving(run);
      expect(leftIn(temporary)).to.have.length(1);
      run.child.kill(signal);
      expect(await run.ended).to.equal(0);
      expect([run.out.lines.at(-1), run.err.lines]).to.deep.equal(['Stopping.', []]);
      expect(leftIn(temporary)).to.deep.equal([]);
    });

    it(`exits with 0 on ${signal} while it starts`, async () => {
      const run = begin(project(NEVER_LOADS), '--port', '0');
      while (leftIn(temporary).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      run.child.kill(signal);
      expect(await run.ended).to.equal(0);
      expect(run.out.lines).to.deep.equal(['Stopping.']);
    });
  }

  it('stops once on repeated signals', async () => {
    const run = begin(project(), '--port', '0');
    await serving(run);
    for (let sent = 0; sent < 5; sent += 1) run.child.kill('SIGINT');
    expect(await run.ended).to.equal(0);
    expect(run.out.lines.filter((line) => line === 'Stopping.')).to.have.length(1);
  });

  it('stops on a signal during a reload', async () => {
    const small = project();
    const run = begin(small, '--port', '0');
    await serving(run);
    const loading = join(small.root, 'loading');
    const marks = `require('node:fs').writeFileSync(${JSON.stringify(loading)}, '');`;
    small.write({ 'functions/one.ts': `${marks}\n${NEVER_LOADS}` });
    while (!existsSync(loading)) await new Promise((resolve) => setTimeout(resolve, 20));
    run.child.kill('SIGINT');
    expect(await run.ended).to.equal(0);
    // Without the signal, the run reports code that does not load in time.
    expect(run.err.lines).to.deep.equal([]);
    expect(leftIn(temporary)).to.deep.equal([]);
  });

  it('removes the folder of a killed run at its start, and keeps the folder of another live run', async () => {
    const killed = begin(project(), '--port', '0');
    await serving(killed);
    const [left] = leftIn(temporary);
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(leftIn(temporary)).to.deep.equal([left]);
    const second = begin(project(), '--port', '0');
    const url = await serving(second);
    const [ofSecond, ...others] = leftIn(temporary);
    expect([ofSecond !== left, others]).to.deep.equal([true, []]);
    await serving(begin(project(), '--port', '0'));
    expect(leftIn(temporary)).to.include(ofSecond).and.to.have.length(2);
    expect(await (await fetch(`${url}/prod/one`)).text()).to.equal('one');
  });

  it('delays requests until it can serve them', async () => {
    const port = await freePort();
    const run = begin(project(), '--port', String(port));
    const answer = await waitForAnswer(`http://127.0.0.1:${port}/prod/one`, run.child);
    expect(answer).to.deep.equal({ status: 200, body: 'one' });
    await serving(run);
  });

  /** Creates the data directory in a folder, and returns its path. */
  const DATA: readonly [name: string, makeData: (folder: string) => string, message: RegExp][] = [
    [
      'is a file',
      (folder) => {
        writeFileSync(join(folder, 'data'), '');
        return join(folder, 'data');
      },
      /^the data directory \S+ cannot be used: it is a file, not a directory$/,
    ],
    [
      'is in a file',
      (folder) => {
        writeFileSync(join(folder, 'file'), '');
        return join(folder, 'file/data');
      },
      /^the data directory \S+ cannot be used: .*not a directory/,
    ],
    ['is in /proc', () => '/proc/payment-spec', /^the data directory \S+ cannot be used: /],
    [
      'is a link to a missing directory',
      (folder) => {
        symlinkSync(join(folder, 'nowhere'), join(folder, 'data'));
        return join(folder, 'data');
      },
      /^the data directory \S+ cannot be used: it is a link to a directory that does not exist$/,
    ],
    [
      'has a file in place of the tables',
      (folder) => {
        mkdirSync(join(folder, 'data'));
        writeFileSync(join(folder, 'data/tables'), '');
        return join(folder, 'data');
      },
      /^the tables in \S+ cannot be opened: /,
    ],
  ];
  for (const [name, makeData, message] of DATA)
    it(`exits with 1 and prints one line when the data directory ${name}`, async () => {
      const data = makeData(makeFolder());
      const run = begin(project(), '--port', '0', '--data', data);
      expect(await run.ended).to.equal(1);
      expect(run.err.lines).to.have.length(1);
      expect(run.err.lines[0]).to.match(message);
      expect(run.out.lines).to.deep.equal([]);
      expect(leftIn(temporary)).to.deep.equal([]);
    });

  it('rejects an empty name of the data directory', async () => {
    const small = project();
    const before = readdirSync(small.root);
    const run = begin(small, '--port', '0', '--data', '');
    expect(await run.ended).to.equal(2);
    expect(run.err.lines[0]).to.match(/--data/);
    expect(readdirSync(small.root)).to.deep.equal(before);
    expect(existsSync(join(small.root, 'tables'))).to.equal(false);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** Repeats a request until a server listens, and returns the first response. */
async function waitForAnswer(url: string, child: ChildProcess): Promise<{ status: number | undefined; body: string }> {
  for (;;) {
    const answer = await new Promise<{ status: number | undefined; body: string } | undefined>((resolve, reject) => {
      get(url, async (response) => {
        let body = '';
        for await (const chunk of response) body += chunk;
        resolve({ status: response.statusCode, body });
      }).on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ECONNREFUSED' && child.exitCode === null ? resolve(undefined) : reject(error),
      );
    });
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
