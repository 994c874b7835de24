// The drill of an alarm: how its state changes on the sample values of the spec.

import { useState } from 'preact/hooks';
import type { AlarmDrill, DrillPeriod } from '../console/api';
import { State } from './alarm-state';
import { number } from './format';
import { Problem } from './parts';
import { read } from './server';

/** A button that runs the drill, and its result. The drill does not change the state of the alarm in the run. */
export function Drill({ name }: { name: string }) {
  const [drill, setDrill] = useState<AlarmDrill>();
  const [problem, setProblem] = useState<string>();
  const run = () =>
    read<AlarmDrill>('drill', { alarm: name }).then(setDrill, (error: Error) => setProblem(error.message));
  return (
    <>
      <div class="actions">
        <button type="button" onClick={run}>
          Run the drill<span class="sr"> of {name}</span>
        </button>
      </div>
      <Problem text={problem} />
      {drill !== undefined && (
        <div class="drill" role="status">
          <p>{resultOf(drill)}</p>
          <Periods caption="Values that must trigger it" periods={drill.fires} />
          <Periods caption="Values that must not" periods={drill.quiet} />
        </div>
      )}
    </>
  );
}

function resultOf({ fires, quiet }: AlarmDrill): string {
  const fired = fires.find(({ state }) => state === 'ALARM');
  const start = fired === undefined ? 'It does not fire.' : `It fires after ${number(fired.seconds)} s.`;
  return `${start} It ${quiet.some(({ state }) => state === 'ALARM') ? 'also fires' : 'stays quiet'} on the values that must not trigger it.`;
}

function Periods({ caption, periods }: { caption: string; periods: readonly DrillPeriod[] }) {
  return (
    <table class="plain">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">After</th>
          <th scope="col">Value</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {periods.map(({ seconds, value, state }) => (
          <tr key={seconds}>
            <td>{number(seconds)} s</td>
            <td>{value === null ? 'no data' : number(value, 4)}</td>
            <td>
              <State state={state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
