// Finds the schema that a spec names for editors: a file of the repository, so that it resolves on every machine.

import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { SPEC_FOLDER } from '../../../host/files';
import { PROGRAM_FOLDER, readVersion } from '../../../host/program';
import { UsageError } from '../../errors/usage-error';
import { foldersUpToRepository } from '../../specs/project';

/** The path of the schema in this program's package, and in a project with its own schema. */
const SCHEMA = join('schema', 'spec-file.generated.json');

/** The name of this package in node_modules. */
const PACKAGE = 'payment-spec';

/** The copy that a project without this package gets. */
const COPY = `${SPEC_FOLDER}/spec-file.schema.json`;

/** Marks a copy, so that a later version may replace it. */
const COPIED = 'Copied by payment-spec';

/** The schema that specs of a project name. */
export interface EditorSchema {
  /** The path relative to the folder of the specs, with `/` between folders. */
  readonly reference: string;
  /** The copy to write, relative to the project; absent if the schema exists. */
  readonly copy?: { readonly path: string; readonly text: string };
}

/**
 * Finds the schema of a project: its own schema, the schema of the installed package, or a copy beside the specs. The folder of
 * this program is not used, because a global installation and the cache of npx have a different path on each machine.
 * UsageError if another file has the path of the copy.
 */
export function findEditorSchema(root: string, force: boolean): EditorSchema {
  const installed = foldersUpToRepository(root).map((folder) => join(folder, 'node_modules', PACKAGE, SCHEMA));
  const present = [join(root, SCHEMA), ...installed].find((file) => existsSync(file));
  if (present !== undefined) return { reference: relative(join(root, SPEC_FOLDER), present).split(sep).join('/') };
  const reference = COPY.slice(SPEC_FOLDER.length + 1);
  const text = copyOfSchema();
  // A link is not replaced, because its target may be outside the project.
  const stats = lstatSync(join(root, COPY), { throwIfNoEntry: false });
  const known = stats?.isFile() ? readFileSync(join(root, COPY), 'utf8') : stats && '';
  if (known === text) return { reference };
  if (known !== undefined && !known.includes(COPIED) && !force)
    throw new UsageError(`${COPY} exists and is not a copy of the schema; pass --force to replace it`);
  return { reference, copy: { path: COPY, text } };
}

/** Writes the copy of the schema, if the project needs one. Returns a note for the user. */
export function writeEditorSchema(root: string, { copy }: EditorSchema): string[] {
  if (copy === undefined) return [];
  writeFileSync(join(root, copy.path), copy.text);
  return [
    `wrote ${copy.path}, the schema for editors, because payment-spec is not installed in this repository; commit it`,
  ];
}

function copyOfSchema(): string {
  const schema = JSON.parse(readFileSync(join(PROGRAM_FOLDER, SCHEMA), 'utf8')) as object;
  const comment = `${COPIED} ${readVersion()} for editors; a later version of payment-spec init replaces it.`;
  return `${JSON.stringify({ ...schema, $comment: comment }, undefined, 1)}\n`;
}
