// Reads the deployed stack that `validate --against` compares a spec with.

import { existsSync, readFileSync } from 'node:fs';
import { type DeployedStack, deployedFromExport, deployedFromGraph } from '../../../compile/transition/deployed';
import { UsageError } from '../../errors/usage-error';
import { atRevision, splitObject } from '../../git/revisions';
import { compileFile, openSpec } from '../../specs/spec-file';
import { absolutePath } from '../../specs/spec-reference';

/** Reads a stack export, or compiles the spec as it was at a revision; UsageError if there is neither. */
export function openDeployed(root: string, spec: string, against: string): DeployedStack {
  if (against.trim() === '') throw new UsageError('--against must name a stack export or a revision of git');
  const isObject = splitObject(against) !== undefined;
  if (existsSync(absolutePath(root, against)) && !isObject) return openExport(root, against);
  const name = isObject ? against : atRevision(root, against, spec);
  const { graph } = compileFile(openSpec(root, name));
  if (graph === undefined) throw new UsageError(`${name} is not a valid spec; run payment-spec validate ${name}`);
  return deployedFromGraph(graph);
}

function openExport(root: string, file: string): DeployedStack {
  const deployed = deployedFromExport(readFileSync(absolutePath(root, file), 'utf8'));
  if (deployed === undefined)
    throw new UsageError(`${file} is not a stack export; create one with pulumi stack export --file ${file}`);
  return deployed;
}
