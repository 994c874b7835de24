// Generates docs/costs.md: the cost of a month and the largest rate of each environment of spec/.

import { capacitiesOf } from '../../compiler/cli/commands/capacity/run';
import { renderMixes } from '../../compiler/cli/commands/capacity/view';
import { placedAdvice } from '../../compiler/cli/commands/cost/run';
import { adviceLines, closing, costTable } from '../../compiler/cli/commands/cost/view';
import { compileSpec } from '../../compiler/compile/compile';
import { estimateCost } from '../../compiler/estimates/cost/estimate';
import { readFrom } from '../../compiler/host/files';

/** The environments of the page. */
const ENVIRONMENTS = ['spec/pr1234.yaml', 'spec/development.yaml', 'spec/production.yaml'];

/** A day before any waiver expires, so that the page does not depend on the date. */
const TODAY = '2026-11-23';

/** Renders the page. */
export async function generateCostsPage(root: string): Promise<string> {
  const systems = ENVIRONMENTS.map((path) => {
    const { graph, resolved } = compileSpec(path, readFrom(root), { variables: {}, today: TODAY });
    if (graph === undefined || resolved === undefined) throw new Error(`${path} is not valid`);
    const system = { graph, environment: resolved.expanded };
    return { path, resolved, estimate: estimateCost(system), advice: placedAdvice(system, resolved.spec) };
  });
  const sections = systems.flatMap(({ path, resolved, estimate, advice }) => [
    `## ${path}`,
    '',
    `The cost of a month in ${estimate.region}, in US dollars:`,
    '',
    ...costTable(estimate),
    ...adviceLines(advice),
    '',
    'The largest steady rates of requests, and the limits that give way first:',
    '',
    '```',
    ...renderMixes(capacitiesOf(resolved)),
    '```',
    '',
  ]);
  const basis =
    systems.at(-1) === undefined ? [] : closing(systems.at(-1)?.estimate as (typeof systems)[number]['estimate']);
  return [...HEAD, ...sections, '## Basis', ...basis, ''].join('\n');
}

const HEAD = [
  '<!-- Generated from spec/ by `npm run generate`: edit the specs instead. -->',
  '# Cost and capacity of the environments',
  '',
  'The cost of a month and the largest steady rate of requests of each shipped environment, as `payment-spec cost` and',
  '`payment-spec capacity` print them. The numbers follow from the spec and dated prices; nothing is measured.',
  '',
];
