// The control of the receiver of webhooks.

import { useState } from 'preact/hooks';
import type { ReceiverState } from '../console/api';
import { useData } from './live';
import { Problem } from './parts';
import { act } from './server';

/** The responses, by mode. */
const RESPONSES = {
  accept: 'with 204',
  fail: 'with 500',
  hang: 'not at all',
} as const satisfies Record<ReceiverState['mode'], string>;

/** Chooses how the receiver responds. Empty for a spec without webhooks. */
export function Receiver() {
  const { value: state, reload } = useData<ReceiverState>('receiver', {}, 2);
  const [problem, setProblem] = useState<string>();
  const choose = async (mode: string) => {
    try {
      await act<ReceiverState>('receiver', { mode });
      setProblem(undefined);
      reload();
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  if (!state?.isUsed) return null;
  return (
    <>
      <div class="actions">
        <label>
          Respond to webhooks{' '}
          <select value={state.mode} onChange={({ currentTarget }) => choose(currentTarget.value)}>
            {Object.entries(RESPONSES).map(([mode, label]) => (
              <option key={mode} value={mode}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <small>The functions deliver an event again after an error or their time limit.</small>
      </div>
      <Problem text={problem} />
    </>
  );
}
