// Measures `pulumi up` with nothing to do as users run it, against an empty Pulumi program and one that registers queues by hand.

import { Cloud } from '../test/engine/cloud';
import { findPulumi } from '../test/engine/pulumi-cli';
import { Project } from '../test/engine/stack';
import { median } from './measure';
import { writeSystem } from './preview';
import type { Bench, Row, Size } from './row';

/** The most that an update without changes may take beyond that of an empty program, in milliseconds. */
const ALLOWANCE_MILLISECONDS = 800;

/** A project without this project's loader. */
const PLAIN_PROJECT =
  'name: payment\nmain: index.js\nruntime: { name: nodejs, options: { packagemanager: npm, typescript: false } }\n';

/** Programs to compare with, by name. The queues are as many as the resources of pr1234. */
const PLAIN_PROGRAMS = {
  empty: 'module.exports = async () => ({});\n',
  queues:
    "const { Queue } = require('@pulumi/aws/sqs');\nfor (let n = 0; n < 62; n += 1) new Queue('queue-' + n, { name: 'queue-' + n });\n",
};

type Name = keyof typeof PLAIN_PROGRAMS | 'ours';

/** The programs, and the rounds. A small update deploys one function without the system's handler. */
const SIZES: { readonly [S in Size]: { readonly names: readonly Name[]; readonly rounds: number } } = {
  full: { names: ['empty', 'queues', 'ours'], rounds: 5 },
  small: { names: ['empty', 'ours'], rounds: 1 },
};

/** The wall time of updates without changes. */
export const update: Bench = {
  name: 'update',
  measure: async (size) => {
    const pulumi = findPulumi();
    if (pulumi === undefined)
      return [
        { work: '`pulumi up` with nothing to do', measured: 'skipped: requires the Pulumi CLI or Go', goal: '–' },
      ];
    const { names, rounds } = SIZES[size];
    const clouds: Cloud[] = [];
    const projects = new Map<Name, Project>();
    try {
      for (const name of names) {
        const cloud = new Cloud();
        clouds.push(cloud);
        const project = new Project(pulumi, await cloud.start());
        projects.set(name, project);
        await project.start();
        project.deployAsUsersDo();
        project.writeCheckpoints();
        if (name !== 'ours') {
          project.write('Pulumi.yaml', PLAIN_PROJECT);
          project.write('index.js', PLAIN_PROGRAMS[name]);
        } else if (size === 'small') {
          project.simplifyHandler();
          writeSystem(project, 1);
        }
        await project.succeed('stack', 'init', 'pr1234');
        await up(project);
      }
      return rowsOf(names, await timeUpdates(projects, rounds));
    } finally {
      for (const project of projects.values()) project.remove();
      for (const cloud of clouds) cloud.stop();
    }
  },
};

/** Updates the projects in turn. Returns the median times, in milliseconds. */
async function timeUpdates(projects: ReadonlyMap<Name, Project>, rounds: number): Promise<(name: Name) => number> {
  const times = new Map([...projects.keys()].map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, project] of projects) times.get(name)?.push(await up(project));
  return (name) => median(times.get(name) ?? []);
}

function rowsOf(names: readonly Name[], time: (name: Name) => number): Row[] {
  const more = (name: Name) => time(name) - time('empty');
  const measured = (name: Name) =>
    `${time(name).toFixed(0)} ms, ${more(name).toFixed(0)} ms more than an empty program`;
  const goal = { goal: `≤ ${ALLOWANCE_MILLISECONDS} ms more`, isMet: more('ours') <= ALLOWANCE_MILLISECONDS };
  const rows: Readonly<Record<Exclude<Name, 'empty'>, Row>> = {
    ours: { work: '`pulumi up` of pr1234 with nothing to do', measured: measured('ours'), ...goal },
    queues: { work: '`pulumi up` of 62 queues by hand with nothing to do', measured: measured('queues'), goal: '–' },
  };
  return names.flatMap((name) => (name === 'empty' ? [] : [rows[name]]));
}

/** The milliseconds of an update. */
async function up(project: Project): Promise<number> {
  const begun = performance.now();
  await project.succeed('up', '--yes', '--skip-preview');
  return performance.now() - begun;
}
