// Downloads AWS's DynamoDB Local from Maven Central into a cache, and runs it with Java.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { installedTool } from '../installed-tool';
import { createLocalTable, type LocalTable } from '../runtime/local-table';

const PROJECT = join(__dirname, 'pom.xml');
const DOWNLOAD_TIMEOUT_MILLISECONDS = 5 * 60_000;
const START_TIMEOUT_MILLISECONDS = 300_000;

/** The folder of the program's files; undefined if Java, Maven or Maven Central is not available. */
export function findDynamoDBLocal(): string | undefined {
  if (!runs('java', ['-version'])) return undefined;
  const version = /DynamoDBLocal<\/artifactId>\s*<version>(.+?)</.exec(readFileSync(PROJECT, 'utf8'))?.[1] ?? '';
  return installedTool(`dynamodb-local-${version}`, (folder) =>
    runs('mvn', ['-q', '-B', '-f', PROJECT, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`]),
  );
}

/** Starts it in memory on a free port, with an empty table. */
export async function startDynamoDBLocal(folder: string): Promise<LocalTable> {
  const port = await freePort();
  const main = 'com.amazonaws.services.dynamodbv2.local.main.ServerRunner';
  const settings = [
    `-Djava.library.path=${folder}`,
    '-Xmx512m',
    '-XX:TieredStopAtLevel=1',
    '-XX:+UseSerialGC',
    '-cp',
    join(folder, '*'),
    main,
  ];
  const args = [...settings, '-inMemory', '-disableTelemetry', '-port', String(port)];
  const child = spawn('java', args, { cwd: folder, stdio: 'ignore' });
  const stop = () => end(child);
  try {
    const endpoint = `http://127.0.0.1:${port}`;
    await answering(endpoint, child);
    return await createLocalTable(endpoint, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function answering(endpoint: string, child: ChildProcess): Promise<void> {
  const late = Date.now() + START_TIMEOUT_MILLISECONDS;
  while (child.exitCode === null && Date.now() < late) {
    // Any response shows that the server runs, including an error.
    if (await fetch(endpoint).catch(() => undefined)) return;
    await setTimeout(100);
  }
  throw new Error(`DynamoDB Local does not respond at ${endpoint}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore', timeout: DOWNLOAD_TIMEOUT_MILLISECONDS }).status === 0;
}
