// Measures `pulumi up` with nothing to do, against an empty Pulumi program on the same engine.

import { Cloud } from '../test/engine/cloud';
import { findPulumi } from '../test/engine/pulumi-cli';
import { Project } from '../test/engine/stack';
import { median } from './measure';
import type { Bench, Row, Size } from './row';

const ROUNDS = { full: 5, small: 1 };

/** The most that an update without changes may take beyond that of an empty program, in milliseconds. */
const ALLOWANCE_MILLISECONDS = 800;

/** The wall time of updates without changes of an empty program and of pr1234. */
export const update: Bench = {
  name: 'update',
  needsPrograms: true,
  measure: async (size) => {
    const pulumi = findPulumi();
    if (pulumi === undefined)
      return [
        { work: '`pulumi up` with nothing to do', measured: 'skipped: requires the Pulumi CLI or Go', goal: '–' },
      ];
    const cloud = new Cloud();
    const port = await cloud.start();
    const [empty, ours] = [new Project(pulumi, port), new Project(pulumi, port)];
    try {
      for (const project of [empty, ours]) await project.start();
      empty.write('index.ts', 'export = async () => ({});\n');
      for (const project of [empty, ours]) {
        await project.succeed('stack', 'init', 'pr1234');
        await up(project);
      }
      return [await compare(empty, ours, size)];
    } finally {
      for (const project of [empty, ours]) project.remove();
      cloud.stop();
    }
  },
};

/** Updates both in turn, and compares the medians. */
async function compare(empty: Project, ours: Project, size: Size): Promise<Row> {
  const times = { empty: [] as number[], ours: [] as number[] };
  for (let round = 0; round < ROUNDS[size]; round += 1) {
    times.empty.push(await up(empty));
    times.ours.push(await up(ours));
  }
  const [time, floor] = [median(times.ours), median(times.empty)];
  return {
    work: '`pulumi up` of pr1234 with nothing to do',
    measured: `${time.toFixed(0)} ms, ${(time - floor).toFixed(0)} ms more than an empty program`,
    goal: `≤ ${ALLOWANCE_MILLISECONDS} ms more`,
    isMet: time - floor <= ALLOWANCE_MILLISECONDS,
  };
}

/** The milliseconds of an update. */
async function up(project: Project): Promise<number> {
  const begun = performance.now();
  await project.succeed('up', '--yes', '--skip-preview');
  return performance.now() - begun;
}
