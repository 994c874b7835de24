// The Pulumi program: compiles the stack's spec and deploys its graph. `pulumi up` runs it.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Config, getStack, log, RunError } from '@pulumi/pulumi';
import { deployGraph, type StackOutputs } from './compiler/backends/pulumi/deploy';
import { PendingRegistrations } from './compiler/backends/pulumi/provenance';
import { compileSpec } from './compiler/compile/compile';
import { renderDiagnostics } from './compiler/diagnostics/render';
import type { ResourceGraph } from './compiler/graph/graph';
import { listSpecs, readFrom, SPEC_FOLDER } from './compiler/host/files';
import { processContext } from './compiler/host/process-context';

/** The path of the stack's spec: the config value `spec`, or spec/<stack>.yaml. */
function specOfStack(): string {
  const stack = getStack();
  const configured = new Config().get('spec');
  const path = configured ?? `${SPEC_FOLDER}/${stack}.yaml`;
  if (existsSync(join(__dirname, path))) return path;
  const known = listSpecs(__dirname).join(', ');
  const advice = `name the stack after one of ${known}, or select one: pulumi config set spec ${SPEC_FOLDER}/<name>.yaml`;
  throw new RunError(`stack "${stack}" has no spec: file ${path} does not exist; ${advice}`);
}

function compileStack(): ResourceGraph {
  const read = readFrom(__dirname);
  const { graph, diagnostics } = compileSpec(specOfStack(), read, { ...processContext(), readCode: read });
  if (graph === undefined) throw new RunError(renderDiagnostics(diagnostics));
  if (diagnostics.length > 0) void log.warn(renderDiagnostics(diagnostics));
  return graph;
}

// Runs while the module loads, so that an invalid spec ends the program at once: after an error in the exported function,
// the SDK (3.248.0) takes 17 s to exit.
const graph = compileStack();

async function main(): Promise<StackOutputs> {
  const pending = new PendingRegistrations();
  pending.renderAtExit();
  return deployGraph(graph, __dirname, processContext().variables, pending);
}

export = main;
