// Measures this program's share of `pulumi preview`, against an empty Pulumi program on the same engine.

import { Cloud } from '../test/engine/cloud';
import { findPulumi } from '../test/engine/pulumi-cli';
import { Project } from '../test/engine/stack';
import { growthExponent, median } from './measure';
import { LARGE_SPEC, largeSystem } from './system';

const ROUNDS = 3;

/** Prints the wall time of previews of an empty program, of pr1234, and of larger systems. */
export async function benchPreview(): Promise<void> {
  const pulumi = findPulumi();
  if (pulumi === undefined) {
    console.log('pulumi preview: skipped, requires the Pulumi CLI and Go');
    return;
  }
  console.log(`pulumi preview of a new stack, median of ${ROUNDS}, in turn`);
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
    const large = (functions: number) => (project: Project) =>
      project.write('spec/pr1234.yaml', largeSystem(functions).get(LARGE_SPEC) ?? '');
    await add('an empty program', (project) => project.write('index.ts', 'export = async () => ({});\n'));
    await add('pr1234, 62 resources', () => {});
    await add('504 resources', large(45));
    await add('2,000 resources', large(181));

    const times = new Map([...projects.keys()].map((name) => [name, [] as number[]]));
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [name, project] of projects) {
        const start = performance.now();
        await project.succeed('preview');
        if (round > 0) times.get(name)?.push(performance.now() - start);
      }
    }
    const medians = new Map([...times].map(([name, values]) => [name, median(values)]));
    const empty = medians.get('an empty program') ?? Number.NaN;
    for (const [name, time] of medians) {
      console.log(
        `  ${name.padEnd(34)} ${time.toFixed(0).padStart(7)} ms   ${(time / empty).toFixed(2)} × empty, ${(time - empty).toFixed(0)} ms more`,
      );
    }
    const shares = [62, 504, 2000].map((size, at) => [size, ([...medians.values()][at + 1] ?? 0) - empty] as const);
    console.log(`  slope of log share over log resources: ${growthExponent(shares).toFixed(2)} (1 is linear)`);
  } finally {
    for (const project of projects.values()) project.remove();
    cloud.stop();
  }
}
