// The console of a run, loaded with the first request for it.

import type { Console } from './console/console';
import type { ConsoleParts, ConsoleSources } from './console/console-parts';
import { CONSOLE_PATH } from './console/page-html';
import type { GatewayRequest } from './gateway/gateway-message';
import type { ServedResponse } from './gateway/http-server';

/** A console that is not loaded yet. */
export interface RunConsole {
  /** Answers a request for the console; undefined for all other requests, and without sources. */
  serve(request: GatewayRequest): Promise<ServedResponse> | undefined;
  stop(): Promise<void>;
}

/** @param parts returns the parts of the console, once the run serves */
export function createRunConsole(
  sources: ConsoleSources | undefined,
  parts: () => Promise<Omit<ConsoleParts, 'sources'>>,
): RunConsole {
  let opened: Promise<Console> | undefined;

  async function open(of: ConsoleSources): Promise<Console> {
    // `require` also loads a source file without a build, in every loader of the tests.
    const { createConsole }: typeof import('./console/console') = require('./console/console');
    return createConsole({ ...(await parts()), sources: of });
  }

  return {
    serve(request) {
      if (sources === undefined || !isForConsole(request.target)) return undefined;
      opened ??= open(sources);
      return opened.then((console) => console.serve(request));
    },
    async stop() {
      (await opened?.catch(() => undefined))?.stop();
    },
  };
}

function isForConsole(target: string): boolean {
  const [path = ''] = target.split('?');
  return path === CONSOLE_PATH || path.startsWith(`${CONSOLE_PATH}/`);
}
