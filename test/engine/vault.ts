// A stand-in for the encryption service of HashiCorp Vault (the transit engine), which encrypts the key of a stack's secrets.
// With a passphrase, each command of Pulumi derives that key by a million hashes, a third of its processor time.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** The secrets provider of `pulumi stack init` for stacks whose key the stand-in encrypts. */
export const SECRETS_PROVIDER = 'hashivault://stacks';

const PREFIX = 'vault:v1:';

/** An encryption service. It only marks a text as encrypted. */
export class Vault {
  private readonly server = createServer(async (request, response) => {
    const { plaintext, ciphertext } = (await json(request)) as { plaintext?: string; ciphertext?: string };
    const data = request.url?.includes('/encrypt/')
      ? { ciphertext: `${PREFIX}${plaintext}` }
      : { plaintext: ciphertext?.slice(PREFIX.length) };
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ data }));
  });

  /** Serves on a free port of 127.0.0.1. Returns the variables with which Pulumi finds the service. */
  async start(): Promise<NodeJS.ProcessEnv> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.address() as AddressInfo;
    return { VAULT_ADDR: `http://127.0.0.1:${port}`, VAULT_TOKEN: 'test' };
  }

  /** Stops the service. */
  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
