// Measures this program's share of `pulumi preview`, against an empty Pulumi program on the same engine.

import { Cloud } from '../test/engine/cloud';
import { findPulumi } from '../test/engine/pulumi-cli';
import { Project } from '../test/engine/stack';
import { median } from './measure';
import type { Bench, Row, Size } from './row';
import { LARGE_SPEC, largeSystem } from './system';

const ROUNDS = { full: 2, small: 1 };

/** The numbers of unmeasured rounds before. */
const WARM_UPS = { full: 1, small: 0 };

/** The numbers of functions of the larger systems. */
const FUNCTIONS = { full: [15, 60], small: [2] };

/** The wall time of previews of an empty program, of pr1234, and of larger systems. */
export const preview: Bench = {
  name: 'preview',
  needsPrograms: true,
  measure: async (size) => {
    const pulumi = findPulumi();
    if (pulumi === undefined)
      return [{ work: 'pulumi preview', measured: 'skipped: requires the Pulumi CLI or Go', goal: '–' }];
    const cloud = new Cloud();
    const port = await cloud.start();
    const projects = new Map<string, Project>();
    try {
      const add = async (name: string, prepare: (project: Project) => void) => {
        const project = new Project(pulumi, port);
        await project.start();
        prepare(project);
        await project.succeed('stack', 'init', 'pr1234');
        projects.set(name, project);
      };
      await add('an empty program', (project) => project.write('index.ts', 'export = async () => ({});\n'));
      await add('pr1234', () => {});
      for (const functions of FUNCTIONS[size])
        await add(`${functions} functions`, (project) =>
          project.write('spec/pr1234.yaml', largeSystem(functions).get(LARGE_SPEC) ?? ''),
        );
      return rowsOf(await timePreviews(projects, size));
    } finally {
      for (const project of projects.values()) project.remove();
      cloud.stop();
    }
  },
};

/** The median wall time of each project's preview, in milliseconds. */
async function timePreviews(projects: ReadonlyMap<string, Project>, size: Size): Promise<Map<string, number>> {
  const times = new Map([...projects.keys()].map((name) => [name, [] as number[]]));
  for (let round = -WARM_UPS[size]; round < ROUNDS[size]; round += 1) {
    for (const [name, project] of projects) {
      const start = performance.now();
      await project.succeed('preview');
      if (round >= 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

function rowsOf(times: ReadonlyMap<string, number>): Row[] {
  const empty = times.get('an empty program') ?? Number.NaN;
  return [...times].map(([name, time]) => ({
    work: `\`pulumi preview\` of ${name}`,
    measured: `${time.toFixed(0)} ms, ${(time - empty).toFixed(0)} ms more than empty`,
    goal: '–',
  }));
}
