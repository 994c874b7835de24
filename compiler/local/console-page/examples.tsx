// The example requests of the spec, which the page can send.

import { useState } from 'preact/hooks';
import type { RunState } from '../console/api';
import { Copy, Problem } from './parts';
import { open } from './route';
import { act } from './server';

/** The examples, each with a button that sends it and opens the request. */
export function Examples({ state }: { state: RunState | undefined }) {
  const [problem, setProblem] = useState<string>();
  const send = async (example: number) => {
    try {
      const { id } = await act<{ id: string }>('send', { example });
      open('requests', { id });
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return (
    <>
      <Problem text={problem} />
      <ul class="examples">
        {(state?.examples ?? []).map(({ method, target, curl }, at) => (
          <li key={target + method}>
            <span class="path">
              <b class="method">{method}</b> {target}
            </span>
            <button type="button" class="primary" onClick={() => send(at)}>
              Send
              <span class="sr">
                {' '}
                {method} {target}
              </span>
            </button>
            <Copy text={curl} label="Copy as curl" />
          </li>
        ))}
      </ul>
    </>
  );
}
