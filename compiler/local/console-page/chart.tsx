// A chart over time, with the scale of the dashboard's charts. The only file that uses uPlot.

import { useEffect, useRef } from 'preact/hooks';
import UPlot from 'uplot';
import { formatValue, ticksUpTo } from '../../picture/scale';

/** A line with its axis. */
export interface ChartProps {
  readonly label: string;
  readonly unit: string;
  /** Milliseconds since 1970. */
  readonly times: readonly number[];
  readonly values: readonly (number | null)[];
  /** A limit, drawn as a dashed line; null for none. */
  readonly maximum: number | null;
  /** Changes when the theme does, whose colours the canvas copies. */
  readonly theme: string;
}

const HEIGHT = 150;

/** The distances between labels of the time axis, in seconds. */
const TIME_STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400];

/** The chart, which follows the width of its column. The table beside it has the same values for screen readers. */
export function Chart({ label, unit, times, values, maximum, theme }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<UPlot>(undefined);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const made = new UPlot(optionsOf(element, unit), [[], [], []], element);
    chart.current = made;
    const watch = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height: HEIGHT }));
    watch.observe(element);
    return () => {
      watch.disconnect();
      made.destroy();
    };
  }, [theme, unit]);
  useEffect(() => {
    chart.current?.setData([times.map((time) => time / 1000), [...values], times.map(() => maximum)]);
  }, [times, values, maximum, theme]);
  return <div class="chart" ref={box} role="img" aria-label={label} />;
}

function optionsOf(element: HTMLElement, unit: string): UPlot.Options {
  const color = (name: string) => getComputedStyle(element).getPropertyValue(name).trim();
  const axis: UPlot.Axis = {
    stroke: color('--muted'),
    grid: { stroke: color('--line'), width: 1 },
    ticks: { stroke: color('--line'), width: 1 },
    font: '11px system-ui',
  };
  return {
    width: element.clientWidth || 300,
    height: HEIGHT,
    legend: { show: false },
    cursor: { drag: { x: false, y: false } },
    scales: { y: { range: (_chart, _low, high) => [0, ticksUpTo(high, false).at(-1) ?? 1] } },
    axes: [
      { ...axis, size: 30, incrs: TIME_STEPS, values: (_chart, ticks) => ticks.map(clockTime) },
      {
        ...axis,
        size: 62,
        splits: (_chart, _axis, _low, high) => ticksUpTo(high, false).filter((tick) => tick <= high),
        values: (_chart, ticks) => ticks.map(formatValue),
        label: unit,
        labelSize: 18,
        labelFont: '11px system-ui',
      },
    ],
    series: [
      {},
      {
        label: unit,
        stroke: color('--accent'),
        fill: color('--accent-soft'),
        width: 2,
        points: { size: 5, fill: color('--accent') },
      },
      { label: 'limit', stroke: color('--bad'), dash: [5, 4], width: 1, points: { show: false } },
    ],
  };
}

/** A time of day in seconds since 1970, such as `14:05:30`. */
function clockTime(seconds: number): string {
  return new Date(seconds * 1000).toTimeString().slice(0, 8);
}
