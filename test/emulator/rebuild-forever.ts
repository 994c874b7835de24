// A process that gives a table one definition after the other until it is killed: `rebuild-forever.ts DIRECTORY GRAPHS`.

import { readFileSync } from 'node:fs';
import { resolveLocally } from '../../compiler/backends/emulator/local-values';
import { startStores } from '../../compiler/backends/emulator/stores/stores';
import type { ResourceGraph } from '../../compiler/graph/graph';

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
