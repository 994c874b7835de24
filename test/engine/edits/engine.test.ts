// Deploys groups of edits on the real engine: it takes the steps of the rehearsal, and the cloud equals a fresh deployment.

import { expect } from 'chai';
import { planTransition } from '../../../compiler/compile/transition/transition';
import type { ResourceGraph } from '../../../compiler/graph/graph';
import { policiesOf } from '../../compiler/backends/deployer/deployments';
import { itInExhaustive, sizeOf } from '../../exhaustive';
import type { Snapshot } from '../cloud';
import { authorizeBy } from '../cloud/permissions/guard';
import { describeOnEngine, type Moment, report } from '../engine';
import { Rehearsal } from '../rehearsal';
import { firstSpecWithEdits } from './all-edits';
import type { EditedSpec } from './edit';
import { type Group, groupEdits } from './groups';
import { environmentGraphs, environmentText } from './pairs';
import { compareClouds, freshCloud } from './prove';

const UP = ['up', '--yes', '--skip-preview'] as const;
const STACK = 'edited';

/** The share of the edits in `npm test`. */
const SHARE = 0.015;

/** The deployments, each with as many edits as are possible at the same time. */
const MAXIMUM_GROUPS = sizeOf({ sample: 1, exhaustive: Number.POSITIVE_INFINITY });

/** The time between two deployments: DynamoDB changes a time to live at most once an hour. */
const MILLISECONDS_BETWEEN_DEPLOYMENTS = 2 * 3_600_000;

/** Edits that refer to another file, which does not exist. */
const OTHER_FILES = /\.(entry|handler|bodySchema)\b/;

describeOnEngine('edits of a deployed spec on the engine', (engine) => {
  let start: EditedSpec;
  let base: Moment;
  let groups: readonly Group[];

  before(async () => {
    const { project } = engine();
    const { start: first, leaves, structural } = firstSpecWithEdits(SHARE);
    start = first;
    const stack = new Rehearsal();
    stack.up(start.graph);
    const edits = [...leaves, ...structural].filter(
      ({ name }) => !OTHER_FILES.test(name) && !name.startsWith('reorder'),
    );
    const isRefused = (graph: ResourceGraph) => planTransition(graph, stack.deployed).refusals.length > 0;
    groups = groupEdits(start, edits, isRefused).slice(0, MAXIMUM_GROUPS);
    // The content that `graphOfPlain` uses for other files.
    project.write('spec/body.schema.json', JSON.stringify({ title: 'body.schema.json' }));
    project.write('runtime/handler.ts', handlersOf(start.graph));
    project.write(`spec/${STACK}.yaml`, JSON.stringify(start.spec));
    await project.createStack(STACK);
    await project.succeed(...UP);
    base = engine().remember();
  });

  after(() => {
    engine().cloud.authorize = undefined;
  });

  it('take the steps of the rehearsal under the printed policies, and equal fresh deployments', async () => {
    const { cloud, project } = engine();
    let time = Date.now();
    cloud.now = () => time;
    for (const { spec, graph } of groups) {
      engine().rewind(base);
      cloud.operations = [];
      time += MILLISECONDS_BETWEEN_DEPLOYMENTS;
      authorizeBy(cloud, [...policiesOf(start.graph), ...policiesOf(graph)]);
      project.write(`spec/${STACK}.yaml`, JSON.stringify(spec));
      await project.succeed(...UP);
      const rehearsal = new Rehearsal();
      rehearsal.up(start.graph);
      const outcome = rehearsal.up(graph);
      const steps = cloud.operations.map(({ action, resource }) => `${action} ${resource}`);
      expect(steps.sort()).to.deep.equal('steps' in outcome ? [...outcome.steps].sort() : []);
      expect(compareClouds(withoutCode(cloud.snapshot()), withoutCode(freshCloud(graph)))).to.deep.equal([]);
      expect(cloud.damage).to.deep.equal([]);
    }
    const count = groups.reduce((sum, { edits }) => sum + edits.length, 0);
    report(`${count} edits, renames and removals in ${groups.length} deployments equal fresh deployments`);
  });
});

describeOnEngine('environments deployed over each other on the engine', (engine) => {
  const SEQUENCE = ['development', 'pr', 'pr1234', 'production', 'pr1234'];

  itInExhaustive('equal fresh deployments, or are refused before any change', async () => {
    const { cloud, project } = engine();
    const graphs = environmentGraphs();
    const rehearsal = new Rehearsal();
    const counts = { deployed: 0, refused: 0 };
    await project.createStack('one');
    for (const name of SEQUENCE) {
      const graph = graphs.get(name) as ResourceGraph;
      project.write('spec/one.yaml', environmentText(`${name}.yaml`));
      cloud.operations = [];
      const { code, output } = await project.run(...UP);
      const outcome = rehearsal.up(graph);
      if ('refusals' in outcome) {
        counts.refused += 1;
        expect(code).to.not.equal(0);
        expect(output).to.include(outcome.refusals[0]?.reason);
        expect(cloud.operations).to.deep.equal([]);
      } else {
        counts.deployed += 1;
        expect(code, output).to.equal(0);
        expect(compareClouds(withoutCode(cloud.snapshot()), withoutCode(freshCloud(graph)))).to.deep.equal([]);
      }
    }
    expect(counts).to.deep.equal({ deployed: SEQUENCE.length - 1, refused: 1 });
    report(`${counts.deployed} environments deployed over each other, ${counts.refused} refused`);
  });
});

/** An entry file that exports the handler of each function. */
function handlersOf({ resources }: ResourceGraph): string {
  const names = resources.flatMap((node) =>
    node.kind === 'aws:lambda/function:Function' ? [String(node.inputs.handler).replace('index.', '')] : [],
  );
  return `const handle = () => {};\nexport { ${[...new Set(names)].map((name) => `handle as ${name}`).join(', ')} };\n`;
}

/** A cloud without the code of its functions, because the engine's archives contain hashes of files. */
function withoutCode(cloud: Snapshot): Snapshot {
  return Object.fromEntries(Object.entries(cloud).map(([name, { code: _, ...thing }]) => [name, thing]));
}
