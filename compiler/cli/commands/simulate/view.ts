// Renders a simulation: as text with a picture, as JSON, as CSV with a line for each second, and as an HTML page.

import { assumptionOf } from '../../../estimates/simulation/assumptions';
import type { View } from '../../command/parts';
import { renderCsv } from '../../text/csv';
import type { SimulationFormat } from './arguments';
import type { SimulateResult } from './run';
import { renderText } from './text';

/** The simulation in each format. */
export const view: View<SimulateResult, SimulationFormat> = {
  text: renderText,
  json: renderJson,
  csv: renderSeconds,
  html: async (result) => (await import('./page')).renderSimulationPage(result),
};

/** All results, and the values of each column from the first second to the last. */
function renderJson({ path, simulation, course, conditions, ...answer }: SimulateResult): object {
  const { columns, assumptions, ...rest } = simulation;
  return {
    ...{ schemaVersion: 1, spec: path, conditions, ...answer, ...rest },
    assumptions: assumptions.map((name) => ({ name, ...assumptionOf(name, course.assumptions) })),
    requests: course.requests,
    columns: columns.map(({ values, ...column }) => ({ ...column, values: [...values] })),
  };
}

/** A line for each second, with the requests of clients and the value of each column. */
function renderSeconds({ simulation: { columns }, course: { requests } }: SimulateResult): string {
  const head = ['second', 'requests', ...columns.map(({ part, what, unit }) => `${part} ${what} (${unit})`)];
  const rows = requests.map((rate, second) => [second, rate, ...columns.map(({ values }) => values[second] ?? 0)]);
  return renderCsv([head, ...rows]);
}
