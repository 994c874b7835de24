// Bundles the functions of a run into its folder.

import { join } from 'node:path';
import { writeBundle } from '../compile/bundle/bundle';
import { forEachCode } from '../compile/bundle/function-code';
import { createRebundler } from '../compile/bundle/rebundler';
import type { ResourceGraph } from '../graph/graph';

/** A bundle of a function. */
export interface RunBundle {
  readonly folder: string;
  /** The file with the packages of the code; absent if the bundle contains them or does not need any. */
  readonly library?: string;
}

/** Bundles the functions of graphs, one after the other. */
export interface RunBundler {
  /** Returns each bundle by the name of the function's node. Rejects with BundleError. */
  bundle(graph: ResourceGraph): Promise<ReadonlyMap<string, RunBundle>>;
  /** The project's files in the latest bundles, relative to the root. */
  readonly inputs: readonly string[];
  dispose(): Promise<void>;
}

/** @param folder the folder that the bundles are written to */
export function createRunBundler(root: string, folder: string): RunBundler {
  const rebundler = createRebundler(root);
  let inputs: readonly string[] = [];
  return {
    async bundle(graph) {
      const bundled = await forEachCode(graph, async (request) => {
        // The local run does not receive traces, and a bundle without the X-Ray SDK is built and loaded faster.
        const bundle = await rebundler.bundle({ ...request, tracing: false });
        const library = bundle.library && join(await writeBundle(bundle.library, folder), 'index.js');
        const written = { folder: await writeBundle(bundle, folder), ...(library !== undefined && { library }) };
        return { written, inputs: bundle.inputs };
      });
      await rebundler.forgetUnused();
      inputs = [...new Set([...bundled.values()].flatMap((bundle) => bundle.inputs))].sort();
      return new Map([...bundled].map(([name, { written }]) => [name, written]));
    },
    get inputs() {
      return inputs;
    },
    dispose: () => rebundler.dispose(),
  };
}
