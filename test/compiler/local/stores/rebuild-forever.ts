// A process that keeps changing the definition of a table until it is killed: `rebuild-forever.ts DIRECTORY GRAPHS`.

import { readFileSync } from 'node:fs';
import type { ResourceGraph } from '../../../../compiler/graph/graph';
import { resolveLocally } from '../../../../compiler/local/local-values';
import { startStores } from '../../../../compiler/local/stores/stores';

async function rebuildForever(dataDirectory: string, graphs: readonly ResourceGraph[]): Promise<never> {
  const region = 'us-east-1';
  const { dynamodb, sqs, prepare } = await startStores({ dataDirectory, region, onFailure: console.error });
  process.send?.('ready');
  for (let turn = 0; ; turn += 1) {
    const graph = graphs[turn % graphs.length] as ResourceGraph;
    await (await prepare(resolveLocally(graph, { api: '', dynamodb, sqs }))).commit();
  }
}

const [, , directory = '', file = ''] = process.argv;
void rebuildForever(directory, JSON.parse(readFileSync(file, 'utf8')));
