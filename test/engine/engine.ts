// Tests on the real engine: skipped with one line where there is no Pulumi CLI to be had, a failure on CI.

import { Cloud, type Thing } from './cloud';
import { findPulumi } from './pulumi-cli';
import { Project } from './stack';

/** The state of a project's stacks and of its cloud. */
export interface Moment {
  /** The folder that holds a copy of the state. */
  readonly state: string;
  readonly things: readonly Thing[];
}

/** A project on a cloud of its own. */
export class Engine {
  constructor(
    readonly cloud: Cloud,
    readonly project: Project,
  ) {}

  /** Starts the provider again after it died; at another port, since somebody else may have taken the old one. */
  async revive(): Promise<void> {
    this.cloud.stop();
    this.project.attachTo(await this.cloud.start());
  }

  /** The state as it is now. */
  remember(): Moment {
    return { state: this.project.saveState(), things: this.cloud.world.copy() };
  }

  /** Goes back to a state: faster than to deploy it again. */
  rewind({ state, things }: Moment): void {
    this.project.restoreState(state);
    this.cloud.world.restore(things);
  }
}

/** Prints what tests proved. */
export function report(line: string): void {
  console.log(`\n  on the real engine: ${line}`);
}

/** Describes tests on the engine; `engine()` is there once they run. */
export function describeOnEngine(title: string, tests: (engine: () => Engine) => void): void {
  describe(title, function () {
    // A command takes 3 to 6 s here.
    this.timeout(120_000);
    let engine: Engine | undefined;

    before(async function () {
      this.timeout(1_800_000);
      const pulumi = findPulumi();
      if (pulumi === undefined) {
        if (process.env.CI === 'true') throw new Error('there is no Pulumi CLI, and no Go to build one with');
        console.log(`  skipped, for want of a Pulumi CLI or Go: ${title}`);
        this.skip();
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
