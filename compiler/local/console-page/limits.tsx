// The limits of the run as live charts, each with a table beside it.

import type { LimitsReport, ValueSeries } from '../console/api';
import { ChartWithTable, summaryOf } from './chart-with-table';
import { number } from './format';
import { useData } from './live';
import { Empty, Heading, Problem } from './parts';
import { open } from './route';

const GROUPS = [
  ['throttles', 'Throttles'],
  ['concurrency', 'Concurrency'],
  ['capacity', 'Capacity'],
] as const;

const MODES: Readonly<Record<string, string>> = {
  enforce: 'Requests beyond a limit are refused, as on AWS.',
  count: 'Requests beyond a limit are served and counted (start --limits count).',
  off: 'Limits are off (start --limits off).',
};

/** The limits of a group. */
export function Limits({ parameters, theme }: { parameters: URLSearchParams; theme: string }) {
  const { value: report, problem } = useData<LimitsReport>('limits', {}, 1);
  const group = parameters.get('group') ?? 'throttles';
  const series = report?.series.filter((one) => one.group === group) ?? [];
  return (
    <>
      <Heading title="Limits" about={`${MODES[report?.mode ?? 'enforce']} The charts show the last five minutes.`} />
      <Problem text={problem} />
      {report !== undefined && <Refusals refusals={report.refusals} />}
      <nav class="tabs" aria-label="Kinds of limits">
        {GROUPS.map(([id, name]) => (
          <a key={id} href={`#/limits?group=${id}`} aria-current={id === group ? 'true' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      {report !== undefined && series.length === 0 && (
        <Empty>
          <p>
            The spec sets no such limit.{' '}
            <button type="button" onClick={() => open('spec')}>
              Show the spec
            </button>
          </p>
        </Empty>
      )}
      <div class="charts">
        {report !== undefined &&
          series.map((one) => <Limit key={one.id} series={one} times={report.times} theme={theme} />)}
      </div>
    </>
  );
}

function Limit({ series, times, theme }: { series: ValueSeries; times: readonly number[]; theme: string }) {
  return (
    <section class="limit">
      <h2>{series.name}</h2>
      <ChartWithTable
        label={`${series.name}: ${series.valueLabel}`}
        unit={series.unit}
        times={times}
        values={series.values}
        maximum={series.maximum}
        theme={theme}
        caption={series.valueLabel}
        rows={[
          ['Limit', series.maximumLabel],
          ...summaryOf(series.values, (value) => `${number(value, 2)} ${series.unit}`),
        ]}
      />
    </section>
  );
}

function Refusals({ refusals }: Pick<LimitsReport, 'refusals'>) {
  if (refusals.length === 0) return <p class="notice calm">Nothing has been refused so far.</p>;
  return (
    <table class="plain refusals">
      <caption>Refused requests</caption>
      <thead>
        <tr>
          <th scope="col" class="right">
            Requests
          </th>
          <th scope="col">Status</th>
          <th scope="col">Refused by</th>
        </tr>
      </thead>
      <tbody>
        {refusals.map(({ requests, statusCode, by }) => (
          <tr key={by}>
            <td class="right">{number(requests)}</td>
            <td>
              <span class="status refused">{statusCode}</span>
            </td>
            <td>{by}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
