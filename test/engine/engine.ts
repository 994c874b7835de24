// Runs tests on the real engine. Without a Pulumi CLI, the tests are skipped with one line, or fail on CI.

import { skipWithout } from '../skip';
import { Cloud, type Thing } from './cloud';
import { findPulumi } from './pulumi-cli';
import { Project } from './stack';

/** The state of a project's stacks and of its cloud. */
export interface Moment {
  /** The folder with a copy of the state. */
  readonly state: string;
  readonly things: readonly Thing[];
}

/** A project with its own cloud. */
export class Engine {
  constructor(
    readonly cloud: Cloud,
    readonly project: Project,
  ) {}

  /** Restarts the provider after a crash, on another port, because the old port may be in use. */
  async revive(): Promise<void> {
    this.cloud.stop();
    this.project.attachTo(await this.cloud.start());
  }

  /** Copies the current state. */
  remember(): Moment {
    return { state: this.project.saveState(), things: this.cloud.world.copy() };
  }

  /** Restores a state, which is faster than a deployment. */
  rewind({ state, things }: Moment): void {
    this.project.restoreState(state);
    this.cloud.world.restore(things);
  }
}

/** Prints a result of the tests. */
export function report(line: string): void {
  console.log(`\n  on the real engine: ${line}`);
}

/** Describes tests on the engine. `engine()` is available while they run. */
export function describeOnEngine(title: string, tests: (engine: () => Engine) => void): void {
  describe(title, () => {
    let engine: Engine | undefined;

    before(async function () {
      this.timeout(1_800_000);
      const pulumi = findPulumi();
      if (pulumi === undefined) {
        skipWithout(this, 'a Pulumi CLI, or Go to build one');
      }
      const cloud = new Cloud();
      engine = new Engine(cloud, new Project(pulumi, await cloud.start()));
      await engine.project.start();
    });

    after(() => {
      engine?.project.remove();
      engine?.cloud.stop();
    });

    tests(() => {
      if (engine === undefined) throw new Error('the engine is not started');
      return engine;
    });
  });
}
