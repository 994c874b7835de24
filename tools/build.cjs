// Builds our TypeScript into one JavaScript file when its sources are newer: the command line, and the Pulumi program.
// Plain JavaScript: it runs before anything is built.

const { existsSync, readdirSync, statSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const shared = ['compiler', 'contract', 'schema', 'tools/build.cjs', 'package-lock.json'];

/** The time of the last change below a path, in milliseconds. */
function changedAt(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, changedAt(join(path, name))), stats.mtimeMs);
}

/** Builds an entry into dist/ where one of its sources has changed since; gives the path of the file. */
function build(entry, name, options) {
  const outfile = join(root, 'dist', name);
  const builtAt = existsSync(outfile) ? statSync(outfile).mtimeMs : 0;
  if ([...shared, entry].every((source) => changedAt(join(root, source)) < builtAt)) return outfile;
  require('esbuild').buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'warning',
    ...options,
  });
  return outfile;
}

/** Builds the command line; gives its path. What single commands need is loaded from node_modules when they do. */
exports.buildCommandLine = () =>
  build('compiler/cli/bin.ts', 'cli.cjs', {
    external: [
      '@aws-sdk/*',
      '@clack/prompts',
      '@dagrejs/dagre',
      'chokidar',
      'dynalite',
      'esbuild',
      'fauxqs',
      'swagger-ui-dist',
    ],
  });

/** The modules of the Pulumi SDK that the program takes from node_modules: by the time it starts, they are loaded. */
const SDK_MODULES = [
  ...['asset', 'config', 'errors', 'log', 'metadata', 'output', 'resource', 'utils'],
  ...['config', 'invoke', 'resource', 'rpc', 'settings', 'stack'].map((name) => `runtime/${name}`),
].map((name) => `@pulumi/pulumi/${name}`);

/** Builds the Pulumi program; gives its path. It and @pulumi/aws get the root of the SDK from lean modules of ours. */
exports.buildProgram = () =>
  build('index.ts', 'program.cjs', {
    alias: {
      ...Object.fromEntries(SDK_MODULES.map((name) => [name, name])),
      '@pulumi/pulumi/runtime': './compiler/backends/pulumi/sdk/runtime.ts',
      '@pulumi/pulumi': './compiler/backends/pulumi/sdk/index.ts',
    },
    external: [...SDK_MODULES, 'esbuild'],
  });
