// Observations of local runs with functions, which are started once and then replaced for each graph.

import { stringify } from 'yaml';
import type { ResourceGraph } from '../../../../compiler/graph/graph';
import type { Plain } from '../../../../compiler/source/spec-node';
import { graphOf, ROOT } from '../../../spec';
import { cleanUp, makeProject, run, type TestRun } from '../project';
import type { Probe } from './probe';

const handlersOf = (file: string) =>
  ['first', 'second']
    .map(
      (name) => `export const ${name} = async ({ queryStringParameters: { day } }) => {
        if (day === 'long') await new Promise((resolve) => setTimeout(resolve, 1_500));
        return { statusCode: 200, body: JSON.stringify(['${file}', '${name}', process.env.GREETING, process.env.SHARDS]) };
      };`,
    )
    .join('\n');

const runs = new Map<string, Promise<TestRun>>();

/** Serves a graph in the only run of a name. */
async function serve(name: string, graph: ResourceGraph, root: () => string): Promise<TestRun> {
  const known = runs.get(name);
  if (known === undefined) {
    const started = run(graph, { root: root() });
    runs.set(name, started);
    return started;
  }
  const localRun = await known;
  await localRun.replace(graph);
  return localRun;
}

/** Ends the runs. */
export async function endRuns(): Promise<void> {
  runs.clear();
  await cleanUp();
}

const smallProject = () =>
  makeProject({
    'functions/one.ts': handlersOf('one'),
    'functions/other.ts': handlersOf('other'),
    'runtime/handler.ts': 'export const handler = () => ({ statusCode: 200 });',
  }).root;

/** The code of a function, and the environment that it sees. */
export const codes: Probe = async (graph) => {
  const { url } = await serve('small', graph, smallProject);
  return (await fetch(`${url}/prod/one/a?day=short`)).text();
};

/** The status of a request that takes longer than a second. */
export const slowness: Probe = async (graph) => {
  const { url } = await serve('small', graph, smallProject);
  return (await fetch(`${url}/prod/one/a?day=long`)).status;
};

/** The responses of the API of the development environment to payments, with other settings. */
export async function payments(settings: Plain): Promise<unknown> {
  const path = 'spec/emulated.yaml';
  const graph = graphOf(path, { [path]: stringify({ extends: 'development.yaml', payment: settings }) });
  const { url } = await serve('payments', graph, () => ROOT);
  const pay = async (more: object, headers: Record<string, string> = {}) => {
    const payment = { amount: 10.25, currency: 'USD', payment_method: 'card', customer_id: 'c-1', ...more };
    const init = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(payment),
    };
    return (await fetch(`${url}/prod/payments`, init)).status;
  };
  const key = { 'Idempotency-Key': 'one' };
  const statuses = [await pay({}, key), await pay({ extra: 1 }, { 'Idempotency-Key': 'two' }), await pay({})];
  const list = (await (await fetch(`${url}/prod/payments`)).json()) as unknown[];
  return [statuses, Math.min(list.length, 2)];
}
