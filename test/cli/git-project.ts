// Projects in git repositories of their own, for tests of commands that read revisions.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../spec';

/** Copies the shipped specs to a temporary folder, changes them by `edit`, and commits them on `main`. Returns the folder. */
export function makeGitProject(edit: (project: string) => void = () => {}): string {
  const project = mkdtempSync(join(tmpdir(), 'payment-spec-'));
  cpSync(join(ROOT, 'spec'), join(project, 'spec'), { recursive: true });
  edit(project);
  runGit(project, 'init', '-q', '-b', 'main');
  runGit(project, 'add', '.');
  runGit(project, 'commit', '-qm', 'one');
  return project;
}

/** Runs git in a folder, as an author of its own. Throws if git fails. */
export function runGit(cwd: string, ...args: string[]): void {
  execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=n@example.com', ...args], { cwd, stdio: 'pipe' });
}
