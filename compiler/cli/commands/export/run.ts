// Renders a compiled spec in a format of other tools.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderTemplate } from '../../../backends/cloudformation/template';
import { BundleError, bundleFunction } from '../../../compile/bundle/bundle';
import { forEachCode } from '../../../compile/bundle/function-code';
import { type BundledFunction, type LockedPackages, renderSbom } from '../../../compile/bundle/sbom';
import type { ResourceGraph } from '../../../graph/graph';
import type { Run } from '../../command/parts';
import { UsageError } from '../../errors/usage-error';
import { EXIT } from '../../exit-code';
import { compileAndCheck, openSpec } from '../../specs/spec-file';
import type { ExportArguments, ExportFormat } from './arguments';

type Render = (graph: ResourceGraph, root: string) => object | Promise<object>;

const RENDERERS: Readonly<Record<ExportFormat, Render>> = {
  cloudformation: (graph) => renderTemplate(graph),
  cyclonedx: async (graph, root) => {
    const functions = await bundleFunctions(graph, root);
    return renderSbom(graph.project, functions, readLockedPackages(root));
  },
};

/** Renders an export. */
export const run: Run<ExportArguments, object> = async ({ spec: name, target }, { root, note }) => {
  const spec = openSpec(root, name);
  if (target === 'cyclonedx' && !spec.isInWorkingTree)
    throw new UsageError(`${name} names a revision, but a bill of materials is made of the code in the working tree`);
  const { graph, diagnostics } = await compileAndCheck(spec, root);
  note({ name, graph, diagnostics });
  if (graph === undefined) return { exitCode: EXIT.invalid };
  try {
    return { result: await RENDERERS[target](graph, root) };
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    return { exitCode: EXIT.invalid, reason: error.message };
  }
};

async function bundleFunctions(graph: ResourceGraph, root: string): Promise<BundledFunction[]> {
  const bundles = await forEachCode(graph, (request) => bundleFunction(request, root));
  return [...bundles].map(([name, { hash, packages }]) => ({ name, hash, packages }));
}

function readLockedPackages(root: string): LockedPackages {
  const file = join(root, 'package-lock.json');
  if (!existsSync(file))
    throw new UsageError('package-lock.json is missing, which has the versions and hashes; run npm install');
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
