// Charts: axes with round ticks and units, limits as lines, and the values of each moment.

import { expect } from 'chai';
import { XMLValidator } from 'fast-xml-parser';
import { type Chart, renderChart } from '../../../../compiler/backends/dashboard/chart';
import { formatValue, ticksUpTo } from '../../../../compiler/picture/scale';

const CHART: Chart = {
  title: 'f: duration',
  unit: 'ms',
  areWhole: false,
  moments: ['2 min ago', '1 min ago', 'now'],
  ticks: [{ at: 2, label: 'now' }],
  series: [
    { label: 'p50', values: [10, 20, 30] },
    { label: 'p99', values: [100, 250, 1_500] },
  ],
  limits: [{ label: 'timeout', value: 1_900 }],
};

describe('the scale of a chart', () => {
  const rows: readonly [number, boolean, readonly number[]][] = [
    [0, true, [0, 1]],
    [1, true, [0, 1]],
    [3, true, [0, 1, 2, 3]],
    [7, true, [0, 2, 4, 6, 8]],
    [1, false, [0, 0.25, 0.5, 0.75, 1]],
    [0.3, false, [0, 0.1, 0.2, 0.3]],
    [28_000, false, [0, 10_000, 20_000, 30_000]],
    [200, true, [0, 50, 100, 150, 200]],
  ];
  for (const [maximum, areWhole, ticks] of rows)
    it(`up to ${maximum} has the ticks ${ticks.join(', ')}`, () => {
      expect(ticksUpTo(maximum, areWhole)).to.deep.equal(ticks);
    });

  it('has distinct ticks that contain any maximum', () => {
    for (let maximum = 0; maximum < 1e7; maximum = maximum * 1.37 + 0.013)
      for (const areWhole of [false, true]) {
        const ticks = ticksUpTo(maximum, areWhole);
        expect(ticks.at(-1), String(maximum)).to.be.at.least(maximum * (1 - 1e-9));
        expect(ticks.length, String(maximum)).to.be.within(2, 5);
        expect(new Set(ticks).size).to.equal(ticks.length);
      }
  });

  it('writes values with separators and at most three significant digits', () => {
    expect([0, 0.25, 38.512, 99.96, 1_234.5, 28_000].map(formatValue)).to.deep.equal([
      '0',
      '0.25',
      '38.5',
      '100',
      '1,235',
      '28,000',
    ]);
  });
});

describe('a chart', () => {
  const svg = renderChart(CHART);

  it('names its unit, ticks, moments, lines and limits', () => {
    expect(XMLValidator.validate(`<div>${svg}</div>`)).to.equal(true);
    for (const text of ['ms', '2,000', 'now', 'p50', 'p99', 'timeout 1,900']) expect(svg).to.include(`>${text}<`);
  });

  it('draws lines and limits at the height of their values', () => {
    const heights = [...svg.matchAll(/points="([^"]*)"/g)].map(([, points = '']) =>
      points.split(' ').map((point) => Number(point.split(',')[1])),
    );
    // The axis is from 0 at 184 to 2,000 at 34.
    const height = (value: number) => Math.round((184 - (150 * value) / 2_000) * 10) / 10;
    expect(heights).to.deep.equal(CHART.series.map(({ values }) => values.map(height)));
    expect(svg).to.include(`<path class="limit" d="M54 ${height(1_900)}H430"/>`);
  });

  it('has the values of each moment, and a summary for people who do not see it', () => {
    expect(
      [...svg.matchAll(/y="11">([^<]*)<\/text><text[^>]*y="26">([^<]*)</g)].map(
        ([, moment, values]) => `${moment}: ${values}`,
      ),
    ).to.deep.equal(['2 min ago: p50 10 · p99 100', '1 min ago: p50 20 · p99 250', 'now: p50 30 · p99 1,500']);
    expect(svg).to.include(
      'aria-label="f: duration, ms: p50 from 10 to 30, now 30; p99 from 100 to 1,500, now 1,500; timeout 1,900"',
    );
  });

  it('escapes its texts', () => {
    const label = '"><script>&';
    const hostile = renderChart({ ...CHART, title: label, unit: label, series: [{ label, values: [1, 2, 3] }] });
    expect(hostile).not.to.include('<script');
    expect(XMLValidator.validate(`<div>${hostile}</div>`)).to.equal(true);
  });

  it('can be empty', () => {
    const empty = renderChart({ ...CHART, moments: [], ticks: [], series: [], limits: [] });
    expect(empty).not.to.match(/NaN|Infinity|undefined/);
  });
});
