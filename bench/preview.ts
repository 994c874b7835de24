// Measures this program's share of `pulumi preview`, against an empty Pulumi program on the same engine.

import { Cloud } from '../test/engine/cloud';
import { findPulumi } from '../test/engine/pulumi-cli';
import { Project } from '../test/engine/stack';
import { median } from './measure';
import type { Bench, Row, Size } from './row';
import { LARGE_SPEC, largeSystem } from './system';

/** A system: pr1234, or one with a number of functions. */
type System = 'pr1234' | number;

interface Rounds {
  readonly warmUps: number;
  readonly rounds: number;
}

/** The previewed systems, and the rounds. */
const SIZES: { readonly [S in Size]: Rounds & { readonly systems: readonly System[] } } = {
  full: { systems: ['pr1234', 15, 60], warmUps: 1, rounds: 2 },
  small: { systems: [1], warmUps: 0, rounds: 1 },
};

/** The wall time of previews of an empty program, of pr1234, and of larger systems. */
export const preview: Bench = {
  name: 'preview',
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
      for (const system of SIZES[size].systems)
        if (system === 'pr1234') await add(system, () => {});
        else await add(`${system} functions`, (project) => writeSystem(project, system));
      return rowsOf(await timePreviews(projects, SIZES[size]));
    } finally {
      for (const project of projects.values()) project.remove();
      cloud.stop();
    }
  },
};

/** Replaces the system of a project with one that has a number of functions. */
export function writeSystem(project: Project, functions: number): void {
  project.write('spec/pr1234.yaml', largeSystem(functions).get(LARGE_SPEC) ?? '');
}

/** The median wall time of each project's preview, in milliseconds. */
async function timePreviews(
  projects: ReadonlyMap<string, Project>,
  { warmUps, rounds }: Rounds,
): Promise<Map<string, number>> {
  const times = new Map([...projects.keys()].map((name) => [name, [] as number[]]));
  for (let round = -warmUps; round < rounds; round += 1) {
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
