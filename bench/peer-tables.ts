// Serves the tables of spec/pr1234.yaml in a process of its own, for peers that do not bring tables. Prints its address and the
// environment of the handler as JSON.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { compileSpec } from '../compiler/compile/compile';
import { readFrom } from '../compiler/host/files';
import { processContext } from '../compiler/host/process-context';
import { resolveLocally } from '../compiler/local/local-values';
import { defineTable } from '../compiler/local/stores/table-definition';

/** The address and the settings that the program prints. */
export interface PeerTables {
  readonly url: string;
  readonly region: string;
  readonly environment: Readonly<Record<string, string>>;
}

async function main(): Promise<void> {
  const { graph } = compileSpec('spec/pr1234.yaml', readFrom(join(__dirname, '..')), processContext());
  if (graph === undefined) throw new Error('spec/pr1234.yaml does not compile');
  // The handler sends to its queue only after a failure.
  const tables = await listen(dynalite({ createTableMs: 0 }));
  const unused = await listen(createServer());
  const resources = resolveLocally(graph, { api: unused, dynamodb: tables, sqs: unused });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: tables, region: resources.region, credentials });
  for (const { name, inputs } of resources.of('aws:dynamodb/table:Table'))
    await client.send(new CreateTableCommand(defineTable(inputs.name ?? name, inputs)));
  const [handler] = resources.of('aws:lambda/function:Function');
  const environment = handler?.inputs.environment?.variables ?? {};
  console.log(JSON.stringify({ url: tables, region: resources.region, environment } satisfies PeerTables));
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

void main();
