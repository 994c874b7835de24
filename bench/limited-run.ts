// A local run in a process of its own, for the benchmark of limits. Prints its address, and answers each message with its CPU time.

import { compileSpec } from '../compiler/compile/compile';
import { readFrom } from '../compiler/host/files';
import { processContext } from '../compiler/host/process-context';
import { startLocalRun } from '../compiler/local/local-run';

/** A message of the process: its address once, and then its CPU time in milliseconds, of all threads. */
export type RunMessage = { readonly url: string } | { readonly cpu: number };

const SPEC = 'spec/pr1234.yaml';

/** Capacity that the load does not exceed: a refused request costs less than a served one. */
const withCapacity = (text: string) => text.replaceAll(/minimum: \d+, maximum: \d+/g, 'minimum: 9000, maximum: 9000');

async function main(root: string, limits: 'enforce' | 'off'): Promise<void> {
  const readFile = readFrom(root);
  const read: typeof readFile = (path, within) => {
    const text = readFile(path, within);
    return path === SPEC && typeof text === 'string' ? withCapacity(text) : text;
  };
  const { graph } = compileSpec(SPEC, read, processContext());
  if (graph === undefined) throw new Error(`${SPEC} does not compile`);
  const run = await startLocalRun(graph, { root, port: 0, limits, print: () => {} });
  const send = (message: RunMessage) => process.send?.(message);
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    send({ cpu: (user + system) / 1000 });
  });
  process.once('disconnect', () => void run.stop());
  send({ url: run.url });
}

const [root = '', limits] = process.argv.slice(2);
void main(root, limits === 'off' ? 'off' : 'enforce');
