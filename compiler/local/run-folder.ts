// A temporary folder of a run. If the run is killed, the next run removes its folder.

import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'payment-spec-run-';

/** A socket that the run listens on until it ends. Unlike a process id, it also works across containers. */
const SOCKET = 'alive';

/** A temporary folder in use. */
export interface RunFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** Creates a folder in `parent`, and removes the folders of killed runs. */
export async function makeRunFolder(parent: string = tmpdir()): Promise<RunFolder> {
  await removeAbandoned(parent);
  const path = await mkdtemp(join(parent, PREFIX));
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => {
    // A socket cannot be created if the path is too long. In that case, later runs do not remove the folder.
    server.once('error', () => resolve());
    server.listen(join(path, SOCKET), resolve);
  });
  server.unref();
  return {
    path,
    async remove() {
      server.close();
      await rm(path, { recursive: true, force: true });
    },
  };
}

async function removeAbandoned(parent: string): Promise<void> {
  const names = await readdir(parent).catch((): string[] => []);
  for (const name of names.filter((one) => one.startsWith(PREFIX))) {
    const folder = join(parent, name);
    if (await isAbandoned(join(folder, SOCKET))) await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

/** Only a socket without a listener refuses connections. A missing socket may be about to be created. */
function isAbandoned(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket, () => {
      connection.destroy();
      resolve(false);
    });
    connection.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'ECONNREFUSED'));
  });
}
