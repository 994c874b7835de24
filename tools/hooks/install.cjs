// Installs the git hooks of lefthook.yml after npm ci. If this fails, the installation continues without hooks.

const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '../..');

/** The path of lefthook; undefined without development dependencies (npm ci --omit=dev), or on an unsupported platform. */
function findLefthook() {
  try {
    return require.resolve('lefthook/bin/index.js', { paths: [root] });
  } catch {
    return undefined;
  }
}

const lefthook = findLefthook();
// CI does not commit, and an unpacked archive does not have a repository.
if (lefthook !== undefined && !process.env.CI && existsSync(join(root, '.git'))) {
  const { status } = spawnSync(process.execPath, [lefthook, 'install'], { cwd: root, stdio: ['ignore', 'ignore', 2] });
  if (status !== 0) console.error('The git hooks are not installed; run npm run prepare to try again.');
}
