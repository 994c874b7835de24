// Renders the message for a defect of this program, with instructions to report it.

import { homedir } from 'node:os';
import { PROGRAM_FOLDER, readVersion } from '../../host/program';

/** Renders the failure with the versions and the stack that a report needs, without folders of the user. */
export function renderDefect(problem: unknown): string {
  const stack = problem instanceof Error ? (problem.stack ?? String(problem)) : String(problem);
  const folders: [string, string][] = [
    [`file://${PROGRAM_FOLDER}/`, ''],
    [`${PROGRAM_FOLDER}/`, ''],
    [`${process.cwd()}/`, ''],
    [homedir(), '~'],
  ];
  const anonymous = folders.reduce((text, [folder, short]) => text.replaceAll(folder, short), stack);
  return [
    `payment-spec ${readVersion()} on Node.js ${process.version} (${process.platform}) failed: a defect of this program, not of the spec.`,
    'Please report it to the maintainers of this project, with the lines below, the command, and the spec if you may share it.',
    '',
    anonymous,
  ].join('\n');
}
