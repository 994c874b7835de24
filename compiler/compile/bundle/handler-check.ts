// Checks the code of an entry file and its handler, without its packages.

import path from 'node:path';
import type { Metafile } from 'esbuild';
import { asBundleError, HandlerError, refuseDefects } from './bundle-error';
import { commonOptions } from './common-options';

/** An entry file, and the name of the export that Lambda calls. */
export interface HandlerRequest {
  /** Path relative to the root. */
  readonly entry: string;
  readonly handler: string;
}

/** Checks an entry file and the project's files that it imports. Throws BundleError on an error, and HandlerError like checkHandler. */
export async function checkCode(request: HandlerRequest, root: string): Promise<void> {
  const checked = checkHandler(request, root);
  checked.catch(() => {});
  try {
    const { warnings } = await buildWithoutPackages(request.entry, root, 'cjs');
    refuseDefects(warnings);
  } catch (error) {
    throw asBundleError(error);
  }
  await checked;
}

/** Checks the export of an entry file. Throws HandlerError if it is missing or not a function, BundleError on another error. */
export async function checkHandler(request: HandlerRequest, root: string): Promise<void> {
  try {
    // esbuild lists the exports only in this format.
    const { metafile, outputFiles } = await buildWithoutPackages(request.entry, root, 'esm');
    checkExports(request, metafile, outputFiles[0]?.text ?? '');
  } catch (error) {
    throw asBundleError(error);
  }
}

/** Checks the export in an entry file that esbuild has written as ESM. Throws HandlerError like checkHandler. */
export function checkExports({ entry, handler }: HandlerRequest, metafile: Metafile, code: string): void {
  if (!areExportsKnown(metafile, entry, code)) return;
  const exports = exportsIn(metafile);
  if (!exports.includes(handler)) throw new HandlerError(entry, handler, { exports });
  const value = kindOfValue(code, handler);
  if (value !== undefined) throw new HandlerError(entry, handler, { value });
}

async function buildWithoutPackages(entry: string, root: string, format: 'cjs' | 'esm') {
  // Loaded on demand, because most commands do not bundle code.
  const esbuild = await import('esbuild');
  return esbuild.build({
    ...commonOptions(entry, root),
    format,
    packages: 'external',
    define: { TRACING: 'false' },
  });
}

function exportsIn({ outputs }: Metafile): string[] {
  return Object.values(outputs).flatMap(({ exports }) => exports);
}

/** Whether esbuild knows all exports. It does not know exports of CommonJS, and re-exports from CommonJS or packages. */
function areExportsKnown({ inputs }: Metafile, entry: string, code: string): boolean {
  return inputs[path.posix.normalize(entry)]?.format !== 'cjs' && !/^export \* from |\b__reExport\(/m.test(code);
}

/** The kinds of values that are not functions, by their form in esbuild's output. */
const VALUES: readonly (readonly [form: RegExp, kind: string])[] = [
  [/^(["'`])[^"'`\\]*\1$/, 'a text'],
  [/^-?\.?\d[\w.]*$/, 'a number'],
  [/^(true|false)$/, 'a boolean'],
  [/^(null|void 0)$/, 'nothing'],
  [/^\[[\s\S]*\]$/, 'a list'],
  [/^\{[\s\S]*\}$/, 'an object'],
  [/^class\b[\s\S]*\}$/, 'a class'],
];

/** The type of an exported value that is certainly not a function; undefined otherwise. */
function kindOfValue(code: string, handler: string): string | undefined {
  const clause = /^export \{\n([^}]*)\n\};$/m.exec(code)?.[1] ?? '';
  const names = clause.split(/,?\n/).map((line) => line.trim().split(' as '));
  const [local = handler] = names.find(([name, exported = name]) => exported === handler) ?? [];
  const name = local.replaceAll('$', '\\$');
  const assignments = code.match(new RegExp(`(?<![\\w$.])${name} = `, 'g')) ?? [];
  const statement = new RegExp(`^(?:var|let|const) ${name} = (.*|.*\\n(?:[ \\t].*\\n|\\n)*[}\\])].*);$`, 'm');
  const [, value = ''] = statement.exec(code) ?? [];
  // The result of a call, the member of a value or a later assignment may be a function.
  if (assignments.length !== 1 || /[}\])][.[(]/.test(value)) return undefined;
  return VALUES.find(([form]) => form.test(value))?.[1];
}
