// Runs the receivers of docs/events.md: they accept a signed message, and refuse a changed one.

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { signMessage } from '../../runtime/webhooks/signature';
import { describeWithTools } from '../python-tools';
import { ROOT } from '../spec';

const KEY = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
const BODY = JSON.stringify({
  id: 'evt_1',
  type: 'payment.processed',
  subject: 'pay-1',
  data: { version: 1, amount: '10.25', currency: 'USD' },
});

/** The program in a language, which listens on a port. */
function programOf(language: string, port: number): string {
  const document = readFileSync(join(ROOT, 'docs/events.md'), 'utf8');
  const [, code = ''] = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(document) ?? [];
  return code.replace('8080', String(port));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

describeWithTools('runtime/webhooks/requirements.txt', 'a receiver in docs/events.md', (tools) => {
  let receiver: ChildProcess | undefined;
  afterEach(() => void receiver?.kill());

  /** The status of a message. Repeats it until the receiver listens. */
  async function send(port: number, body: string): Promise<number> {
    for (;;) {
      try {
        const headers = { ...signMessage('evt_1', new Date(), BODY, [KEY]) };
        return (await fetch(`http://127.0.0.1:${port}`, { method: 'POST', headers, body })).status;
      } catch (error) {
        if (receiver?.exitCode !== null) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  const languages: Readonly<Record<string, () => readonly [program: string, ...args: string[]]>> = {
    js: () => [process.execPath, '--input-type=module'],
    python: () => [join(tools(), 'python3'), '-'],
  };
  for (const [language, command] of Object.entries(languages))
    it(`accepts only signed messages, each once: ${language}`, async () => {
      const port = await freePort();
      const [program, ...args] = command();
      const child = spawn(program, args, { cwd: ROOT, env: { ...process.env, WEBHOOK_KEY: KEY }, stdio: 'pipe' });
      receiver = child;
      let output = '';
      child.stdout.on('data', (chunk) => {
        output += String(chunk);
      });
      child.stdin.end(programOf(language, port));
      const bodies = [BODY, BODY, BODY.replace('10.25', '10.26')];
      const statuses: number[] = [];
      for (const body of bodies) statuses.push(await send(port, body));
      expect(statuses).to.deep.equal([204, 204, 401]);
      child.kill();
      await new Promise((resolve) => child.stdout.once('close', resolve));
      expect(output).to.match(/^payment\.processed pay-1 1[^\n]*\n$/);
    });
});
