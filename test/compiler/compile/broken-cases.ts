// Reads and compiles the cases of broken specs.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFunctions } from '../../../compiler/compile/bundle/function-code';
import { type Compilation, type CompileContext, compileSpec } from '../../../compiler/compile/compile';
import { type CompiledEnvironment, checkEnvironments } from '../../../compiler/compile/rules/environments';
import { deployedFromGraph } from '../../../compiler/compile/transition/deployed';
import { diagnoseRefusals } from '../../../compiler/compile/transition/report';
import { planTransition } from '../../../compiler/compile/transition/transition';
import { hasErrors } from '../../../compiler/diagnostics/diagnostic';
import { renderDiagnostics } from '../../../compiler/diagnostics/render';
import { readFrom } from '../../../compiler/host/files';
import { findWeaker } from '../../../compiler/language/values/promotion';
import type { ReadFile } from '../../../compiler/source/read-file';
import { ROOT, SURROUNDINGS } from '../../spec';

/** The folder of the cases. Each case is a subfolder, named by code and slug. */
export const FOLDER = join(ROOT, 'test/broken');
/** The names of all cases. */
export const CASES = readdirSync(FOLDER)
  .filter((name) => name.startsWith('ENV'))
  .sort();

/** Reads a file of a case, or a file that all cases share. The case's spec.cjs generates a spec that is too long to store. */
export function readCase(name: string): ReadFile {
  const [own, shared] = [readFrom(join(FOLDER, name)), readFrom(FOLDER)];
  const program = join(FOLDER, name, 'spec.cjs');
  return (path, within) => {
    if (path === 'spec.yaml' && existsSync(program)) return require(program) as string;
    return existsSync(join(FOLDER, name, path)) ? own(path, within) : shared(path);
  };
}

/** The day of a case is in its today.txt, if it matters. Cases about code contain the code. */
export function surroundingsOf(name: string): CompileContext {
  const file = join(FOLDER, name, 'today.txt');
  const today = existsSync(file) ? { today: readFileSync(file, 'utf8').trim() } : {};
  const code = name.startsWith('ENV325') ? { readCode: readFrom(join(FOLDER, name)) } : {};
  return { ...SURROUNDINGS, ...today, ...code };
}

/** Compiles a case, and compares it with its previous, deployed or other environment, if it has one. */
export function compileCase(name: string): Pick<Compilation, 'graph' | 'diagnostics' | 'resolved'> {
  const compile = (path: string) => compileSpec(path, readCase(name), surroundingsOf(name));
  const compilation = compile('spec.yaml');
  if (existsSync(join(FOLDER, name, 'beside.yaml'))) {
    const found = checkEnvironments([
      compiledEnvironment('beside.yaml', compile('beside.yaml')),
      compiledEnvironment('spec.yaml', compilation),
    ]);
    const diagnostics = found.get('spec.yaml') ?? [];
    const { graph, ...rest } = compilation;
    return { ...rest, ...(graph === undefined || hasErrors(diagnostics) ? {} : { graph }), diagnostics };
  }
  if (existsSync(join(FOLDER, name, 'deployed.yaml'))) {
    const { graph, resolved } = compilation;
    const deployed = compile('deployed.yaml').graph;
    if (graph === undefined || resolved === undefined || deployed === undefined)
      throw new Error(`${name} cannot be compared`);
    const { refusals } = planTransition(graph, deployedFromGraph(deployed));
    return { diagnostics: diagnoseRefusals(refusals, resolved.spec) };
  }
  if (!existsSync(join(FOLDER, name, 'before.yaml'))) return compilation;
  const [before, after] = [compile('before.yaml').resolved, compilation.resolved];
  if (before === undefined || after === undefined) throw new Error(`${name} cannot be compared`);
  const diagnostics = findWeaker({ path: 'before.yaml', ...before }, { path: 'spec.yaml', ...after });
  return { ...compilation, diagnostics };
}

function compiledEnvironment(path: string, { graph, resolved, diagnostics }: Compilation): CompiledEnvironment {
  if (graph === undefined || resolved === undefined) throw new Error(renderDiagnostics(diagnostics));
  return { path, graph, ...resolved };
}

/** Compiles a case, and checks its code with the bundler if it has code. */
export async function compileAndBundle(name: string): Promise<Pick<Compilation, 'graph' | 'diagnostics'>> {
  const compilation = compileCase(name);
  const { graph, diagnostics, resolved } = compilation;
  if (!name.startsWith('ENV325') || graph === undefined || resolved === undefined) return compilation;
  const found = await checkFunctions(graph, join(FOLDER, name), resolved.spec);
  return found.length === 0 ? compilation : { diagnostics: [...diagnostics, ...found] };
}
