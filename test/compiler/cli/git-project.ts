// Projects in temporary git repositories, for tests of commands that read revisions.

import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyProject } from './copy-project';

/** Copies the shipped specs to a temporary folder, changes them by `edit`, and commits them on `main`. Returns the folder. */
export function makeGitProject(edit: (project: string) => void = () => {}): string {
  const project = mkdtempSync(join(tmpdir(), 'payment-spec-'));
  copyProject(project);
  edit(project);
  runGit(project, 'init', '-q', '-b', 'main');
  runGit(project, 'add', '.');
  runGit(project, 'commit', '-qm', 'one');
  return project;
}

/** Runs git in a folder, with a fixed author. Throws if git fails. */
export function runGit(cwd: string, ...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=n@example.com', ...args], { cwd, stdio: 'pipe' });
}
