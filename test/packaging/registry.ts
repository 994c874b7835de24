// A local npm registry that serves one package, and redirects to the real registry for all others.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A registry that listens on this machine. */
export interface Registry {
  readonly url: string;
  readonly close: () => void;
}

/** The members of package.json that a registry returns to clients, and npm's mark of a package with npm-shrinkwrap.json. */
interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly _hasShrinkwrap?: boolean;
}

/** Serves an archive of `npm pack` as a published package, and redirects every other request to another registry. */
export async function serveRegistry(archive: string, manifest: Manifest, others: string): Promise<Registry> {
  const content = readFileSync(archive);
  const { name, version } = manifest;
  const server: Server = createServer((request, response) => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    // Another registry may get the same port later, and npm must not take its package from the cache.
    response.setHeader('Cache-Control', 'no-store');
    if (request.url === `/${name}.tgz`) response.end(content);
    else if (request.url === `/${name}`) {
      const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`;
      const published = { ...manifest, dist: { tarball: `${url}/${name}.tgz`, integrity } };
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions: { [version]: published } }));
    } else response.writeHead(307, { Location: new URL(request.url ?? '/', others).href }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}
