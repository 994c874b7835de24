// The steps of a request or a delivery on one time axis.

import type { CallStep, RequestDetail } from '../console/api';
import { duration, number } from './format';

/** A step on the axis. */
export interface Bar {
  readonly name: string;
  readonly note: string;
  readonly begin: number;
  readonly milliseconds: number;
  readonly tone: 'gateway' | 'function' | 'store' | 'refused' | 'bad';
  readonly depth: number;
}

/** Bars for steps, and for the calls of a function below them. */
export function Waterfall(props: {
  readonly milliseconds: number;
  readonly bars: readonly Bar[];
  readonly calls: readonly CallStep[];
}) {
  const bars = [...props.bars, ...props.calls.map(barOfCall)];
  const end = Math.max(props.milliseconds, ...bars.map(({ begin, milliseconds }) => begin + milliseconds), 0.001);
  const percent = (value: number) => `${((value / end) * 100).toFixed(3)}%`;
  return (
    <table class="waterfall">
      <caption class="sr">Steps, with their begin and duration</caption>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col" class="axis">
            <span>0 ms</span>
            <span>{duration(end / 2)}</span>
            <span>{duration(end)}</span>
          </th>
          <th scope="col" class="right">
            Duration
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ name, note, begin, milliseconds, tone, depth }, at) => (
          <tr key={at}>
            <th scope="row" class={`depth-${depth}`}>
              {name}
              {note !== '' && <small>{note}</small>}
            </th>
            <td>
              <div class="track">
                <div
                  class={`bar ${tone}`}
                  style={{ left: percent(Math.max(0, begin)), width: `max(2px, ${percent(milliseconds)})` }}
                  title={`begins after ${duration(Math.max(0, begin))}`}
                />
              </div>
            </td>
            <td class="right">{duration(milliseconds)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The bars of a request, its checks and its function. */
export function requestBars({ checks, invocation, milliseconds }: RequestDetail): Bar[] {
  return [
    { name: 'Request', note: '', begin: 0, milliseconds, tone: 'gateway', depth: 0 },
    ...checks.map(
      ({ name, begin, milliseconds: own, refusedBy }): Bar => ({
        name: `Check: ${name}`,
        note: refusedBy === null ? 'passed' : `refused by ${refusedBy}`,
        begin,
        milliseconds: own,
        tone: refusedBy === null ? 'gateway' : 'refused',
        depth: 1,
      }),
    ),
    ...(invocation === null
      ? []
      : [
          {
            name: `Function ${invocation.functionName}`,
            note: invocation.isRunning ? 'still running' : (invocation.failure?.split('\n')[0] ?? ''),
            begin: invocation.begin,
            milliseconds: invocation.milliseconds,
            tone: invocation.failure === null ? 'function' : 'bad',
            depth: 1,
          } satisfies Bar,
        ]),
  ];
}

function barOfCall(call: CallStep): Bar {
  const { service, operation, resources, begin, milliseconds, error, refusedBy, units } = call;
  return {
    name: `${SERVICES[service]} ${operation}`,
    note: [
      resources.join(', '),
      ...(units === null ? [] : [unitsOf(units)]),
      ...(error === null ? [] : [error]),
      ...(refusedBy === null ? [] : [`refused by ${refusedBy}`]),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    begin,
    milliseconds,
    tone: refusedBy !== null ? 'refused' : error === null ? 'store' : 'bad',
    depth: 2,
  };
}

const SERVICES = {
  dynamodb: 'DynamoDB',
  sqs: 'SQS',
  secretsmanager: 'Secrets Manager',
  ssm: 'Systems Manager',
} as const;

function unitsOf({ read, write }: { readonly read: number; readonly write: number }): string {
  return (
    [...(read > 0 ? [`${number(read)}\u00a0RCU`] : []), ...(write > 0 ? [`${number(write)}\u00a0WCU`] : [])].join(
      ', ',
    ) || '0 units'
  );
}
