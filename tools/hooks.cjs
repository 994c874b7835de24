// Installs the hooks of lefthook.yml into a clone, after npm ci. Where that cannot be, an installation goes on without them.

const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');

/** The program of lefthook; undefined where only what runs was installed (npm ci --omit=dev), or for another platform. */
function findLefthook() {
  try {
    return require.resolve('lefthook/bin/index.js', { paths: [root] });
  } catch {
    return undefined;
  }
}

const lefthook = findLefthook();
// CI makes no commits by hand, and an unpacked archive has no repository.
if (lefthook !== undefined && !process.env.CI && existsSync(join(root, '.git'))) {
  const { status } = spawnSync(process.execPath, [lefthook, 'install'], { cwd: root, stdio: ['ignore', 'ignore', 2] });
  if (status !== 0) console.error('The hooks of git are not installed; npm run prepare tries it again.');
}
