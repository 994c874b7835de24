// `export`: prints a compiled spec in a format of other tools.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderTemplate } from '../backends/cloudformation/template';
import { type BundledFunction, type LockedPackages, renderSbom } from '../backends/sbom/sbom';
import { BundleError, bundleFunction } from '../bundle/bundle';
import { type ResourceGraph, resourcesOf } from '../graph/graph';
import { EXIT } from './exit-code';
import { compileFile, openSpec } from './spec-file';
import { printFindings } from './terminal';
import { UsageError } from './usage-error';

/** A format of an export. */
export type ExportFormat = 'cloudformation' | 'cyclonedx';

/** Options of `export`. */
export interface ExportOptions {
  readonly root: string;
  readonly format: ExportFormat;
}

type Render = (graph: ResourceGraph, root: string) => object | Promise<object>;

const RENDERERS: Readonly<Record<ExportFormat, Render>> = {
  cloudformation: (graph) => renderTemplate(graph),
  cyclonedx: async (graph, root) => {
    const functions = await bundleFunctions(graph, root);
    return renderSbom(graph.project, functions, readLockedPackages(root));
  },
};

/** Prints an export. Returns the exit code. */
export async function runExport(name: string, { root, format }: ExportOptions): Promise<number> {
  const { graph, diagnostics } = compileFile(openSpec(root, name));
  printFindings(name, { graph, diagnostics });
  if (graph === undefined) return EXIT.invalid;
  try {
    console.log(JSON.stringify(await RENDERERS[format](graph, root), undefined, 2));
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    console.error(error.message);
    return EXIT.invalid;
  }
}

function bundleFunctions(graph: ResourceGraph, root: string): Promise<BundledFunction[]> {
  return Promise.all(
    resourcesOf(graph, 'aws:lambda/function:Function').map(async ({ name, inputs }) => {
      const { hash, packages } = await bundleFunction(inputs.code, root);
      return { name, hash, packages };
    }),
  );
}

function readLockedPackages(root: string): LockedPackages {
  const file = join(root, 'package-lock.json');
  if (!existsSync(file))
    throw new UsageError('package-lock.json is missing, which has the versions and hashes; run npm install');
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
