// The steps of a request on one time axis.

import type { RequestDetail } from '../local/console/api';
import { duration, number } from './format';

interface Bar {
  readonly name: string;
  readonly note: string;
  readonly begin: number;
  readonly milliseconds: number;
  readonly tone: 'gateway' | 'function' | 'store' | 'refused' | 'bad';
  readonly depth: number;
}

/** Bars for the gateway's checks, the function and its calls. */
export function Waterfall({ request }: { request: RequestDetail }) {
  const bars = barsOf(request);
  const end = Math.max(request.milliseconds, ...bars.map(({ begin, milliseconds }) => begin + milliseconds), 0.001);
  const percent = (value: number) => `${((value / end) * 100).toFixed(3)}%`;
  return (
    <table class="waterfall">
      <caption class="sr">Steps of the request, with their begin and duration</caption>
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

function barsOf({ checks, invocation, storeCalls, milliseconds }: RequestDetail): Bar[] {
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
    ...storeCalls.map(
      ({ service, operation, resources, begin, milliseconds: own, error, refusedBy, units }): Bar => ({
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
        milliseconds: own,
        tone: refusedBy !== null ? 'refused' : error === null ? 'store' : 'bad',
        depth: 2,
      }),
    ),
  ];
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
