// Builds the command line into one file, dist/cli.cjs, when its sources are newer. Plain JavaScript: it runs before anything is built.

const { existsSync, readdirSync, statSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const target = join(root, 'dist', 'cli.cjs');
const sources = ['compiler', 'schema', 'tools/build.cjs', 'package-lock.json'];

// What single commands need, loaded from node_modules when they do; all else is small and goes into the file.
const external = ['@aws-sdk/*', '@clack/prompts', '@dagrejs/dagre', 'chokidar', 'dynalite', 'esbuild', 'fauxqs'];

/** The time of the last change below a path, in milliseconds. */
function changedAt(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, changedAt(join(path, name))), stats.mtimeMs);
}

/** Builds the command line where its sources have changed since; gives its path. */
exports.buildCommandLine = () => {
  const builtAt = existsSync(target) ? statSync(target).mtimeMs : 0;
  if (sources.every((source) => changedAt(join(root, source)) < builtAt)) return target;
  require('esbuild').buildSync({
    absWorkingDir: root,
    entryPoints: ['compiler/cli/bin.ts'],
    outfile: target,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    minifySyntax: true,
    minifyWhitespace: true,
    external,
    logLevel: 'warning',
  });
  return target;
};
