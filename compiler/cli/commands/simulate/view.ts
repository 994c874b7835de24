// Renders a simulation: as text with a picture, as JSON, as CSV with a line for each second, and as an HTML page.

import { assumptionOf } from '../../../estimates/simulation/assumptions';
import type { View } from '../../command/parts';
import { csvLine } from '../../text/csv';
import { jsonPieces, Pieces } from '../../text/pieces';
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
function renderJson({ path, simulation, course, conditions, ...answer }: SimulateResult): Pieces {
  const { columns, assumptions, ...rest } = simulation;
  const value = {
    ...{ schemaVersion: 1, spec: path, conditions, ...answer, ...rest },
    assumptions: assumptions.map((name) => ({ name, ...assumptionOf(name, course.assumptions) })),
    requests: course.requests,
    columns,
  };
  return new Pieces(jsonPieces(value));
}

/** A line for each second, with the requests of clients and the value of each column. */
function renderSeconds({ simulation: { columns }, course: { requests } }: SimulateResult): Pieces {
  function* lines(): Generator<string> {
    yield csvLine(['second', 'requests', ...columns.map(({ part, what, unit }) => `${part} ${what} (${unit})`)]);
    for (const [second, rate] of requests.entries())
      yield `\n${csvLine([second, rate, ...columns.map(({ values }) => values[second] ?? 0)])}`;
  }
  return new Pieces(lines());
}
