// Many edits at a time on the real engine: it takes the steps that the rehearsal takes, and ends where a fresh deployment would.

import { expect } from 'chai';
import { planTransition } from '../../../compiler/transition/transition';
import type { Snapshot } from '../cloud';
import { describeOnEngine, type Moment, report } from '../engine';
import { Rehearsal } from '../rehearsal';
import { firstSpecWithEdits } from './all-edits';
import type { EditedSpec } from './edit';
import { type Group, groupEdits } from './groups';
import { compareClouds, freshCloud } from './prove';

const UP = ['up', '--yes', '--skip-preview'] as const;
const STACK = 'edited';

/** How much later each deployment is, in milliseconds: DynamoDB changes a time to live once an hour. */
const PAUSE = 2 * 3_600_000;

/** Edits that name another file, which is not there. */
const OTHER_FILES = /\.(entry|handler|bodySchema)\b/;

describeOnEngine('edits of a deployed spec on the engine', (engine) => {
  let start: EditedSpec;
  let base: Moment;
  let groups: readonly Group[];

  before(async function () {
    this.timeout(900_000);
    const { project } = engine();
    const { start: first, leaves, structural } = firstSpecWithEdits();
    start = first;
    const stack = new Rehearsal();
    stack.up(start.graph);
    const edits = [...leaves, ...structural].filter(
      ({ name }) => !OTHER_FILES.test(name) && !name.startsWith('reorder'),
    );
    groups = groupEdits(start, edits, (graph) => planTransition(graph, stack.deployed).refusals.length > 0);
    // As the graphs of specs that are data read it.
    project.write('spec/body.schema.json', JSON.stringify({ title: 'body.schema.json' }));
    project.write(`spec/${STACK}.yaml`, JSON.stringify(start.spec));
    await project.succeed('stack', 'init', STACK);
    await project.succeed(...UP);
    base = engine().remember();
  });

  it('end as fresh deployments do, by the steps of the rehearsal', async function () {
    this.timeout(900_000);
    const { cloud, project } = engine();
    let time = Date.now();
    cloud.now = () => time;
    for (const { spec, graph } of groups) {
      engine().rewind(base);
      cloud.operations = [];
      time += PAUSE;
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
    report(`${count} edits, renames and removals in ${groups.length} deployments ended as fresh ones`);
  });
});

/** A cloud without the code of its functions: the engine's archives have hashes of files. */
function withoutCode(cloud: Snapshot): Snapshot {
  return Object.fromEntries(Object.entries(cloud).map(([name, { code: _, ...thing }]) => [name, thing]));
}
