// The functions that call the stand-ins, identified by their access keys.

import type { Caller, FunctionPrincipal } from './call';

/** The functions of the local run by access key. */
export class Callers {
  readonly #functions = new Map<string, Caller>();
  #count = 0;

  /** Returns a new access key id for a function. */
  register(principal: FunctionPrincipal): string {
    this.#count += 1;
    const accessKeyId = `ASIALOCAL${String(this.#count).padStart(11, '0')}`;
    this.#functions.set(accessKeyId, { is: 'function', principal });
    return accessKeyId;
  }

  /** Removes the access key of a function that has stopped. */
  forget(accessKeyId: string): void {
    this.#functions.delete(accessKeyId);
  }

  /** The caller with an access key. All keys except those of functions belong to the developer. */
  of(accessKeyId: string | undefined): Caller {
    const known = accessKeyId === undefined ? undefined : this.#functions.get(accessKeyId);
    return known ?? { is: 'client', accessKeyId };
  }
}
