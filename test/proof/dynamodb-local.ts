// Downloads AWS's DynamoDB Local from Maven Central into a cache, and runs it with Java.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createLocalTable, type LocalTable } from '../runtime/local-table';

const PROJECT = join(__dirname, 'pom.xml');
const DOWNLOAD_TIMEOUT_MILLISECONDS = 5 * 60_000;
const START_TIMEOUT_MILLISECONDS = 300_000;

/** The folder of the program's files; undefined if Java, Maven or Maven Central is not available. */
export function findDynamoDBLocal(): string | undefined {
  if (!runs('java', ['-version'])) return undefined;
  const version = /DynamoDBLocal<\/artifactId>\s*<version>(.+?)</.exec(readFileSync(PROJECT, 'utf8'))?.[1] ?? '';
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'payment-spec');
  const folder = join(cache, `dynamodb-local-${version}`);
  if (existsSync(folder)) return folder;
  if (!runs('mvn', ['--version'])) return undefined;
  console.log(`  fetching DynamoDB Local ${version} from Maven Central into ${folder}, once`);
  // The folder gets its name when it is complete.
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const goal = ['-q', '-B', '-f', PROJECT, 'dependency:copy-dependencies', `-DoutputDirectory=${unfinished}`];
  if (!runs('mvn', goal)) return undefined;
  renameSync(unfinished, folder);
  return folder;
}

/** Starts it in memory on a free port, with an empty table. */
export async function startDynamoDBLocal(folder: string): Promise<LocalTable> {
  const port = await freePort();
  const main = 'com.amazonaws.services.dynamodbv2.local.main.ServerRunner';
  const settings = [`-Djava.library.path=${folder}`, '-Xmx512m', '-cp', join(folder, '*'), main];
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
  throw new Error(`DynamoDB Local does not answer at ${endpoint}`);
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
