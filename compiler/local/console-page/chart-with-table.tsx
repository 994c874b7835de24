// A chart with its facts in a table beside it.

import { Chart, type ChartProps } from './chart';

/** The chart and the table. */
export function ChartWithTable(
  props: ChartProps & { readonly caption: string; readonly rows: readonly (readonly [string, string])[] },
) {
  const { caption, rows, ...chart } = props;
  return (
    <div class="limit-parts">
      <Chart {...chart} />
      <table class="plain">
        <caption>{caption}</caption>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The latest, lowest and highest of values, as rows. */
export function summaryOf(values: readonly (number | null)[], format: (value: number) => string): [string, string][] {
  const known = values.filter((value) => value !== null);
  const text = (value: number | undefined) => (value === undefined ? 'no data' : format(value));
  return [
    ['Now', text(known.at(-1))],
    ['Lowest', text(known.length === 0 ? undefined : Math.min(...known))],
    ['Highest', text(known.length === 0 ? undefined : Math.max(...known))],
  ];
}
