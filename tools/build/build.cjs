// Builds the command line and the Pulumi program into one JavaScript file each when their sources change.
// Plain JavaScript, because it runs before the build.

const {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} = require('node:fs');
const Module = require('node:module');
const { dirname, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const root = join(__dirname, '../..');
const own = ['tools/build/build.cjs', 'package.json'];
const shared = ['compiler/', 'contract/', 'schema/', 'take-over/', ...own];

/** The lock file. A packed archive does not contain it, which does not make a built file stale. */
const LOCK_FILE = 'package-lock.json';

/** The age of a draft, in milliseconds, after which its build counts as killed. */
const ABANDONED = 3_600_000;

/** A path and all paths below it, sorted; a folder ends with a slash. */
function pathsBelow(path) {
  if (!path.endsWith('/')) return [path];
  const entries = readdirSync(join(root, path), { withFileTypes: true });
  const paths = entries.map((entry) => (entry.isDirectory() ? `${path}${entry.name}/` : path + entry.name)).sort();
  return [path, ...paths.flatMap(pathsBelow)];
}

/** The time of the last change of a path; undefined if it does not exist. */
function changedAt(path) {
  return statSync(`${root}/${path}`, { throwIfNoEntry: false })?.mtimeMs;
}

/** The first line of a built file: a hash of the sources, and a hash of the lock file or `-`. */
function markOf(paths) {
  // Loaded on demand, because it takes longer to load than all other modules of this file.
  const { createHash } = require('node:crypto');
  const hash = createHash('sha256');
  for (const path of paths) {
    if (path.endsWith('/')) continue;
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  const lock = existsSync(join(root, LOCK_FILE))
    ? createHash('sha256')
        .update(readFileSync(join(root, LOCK_FILE)))
        .digest('hex')
    : '-';
  return `// sources ${hash.digest('hex')} ${lock}`;
}

const INPUTS = '// inputs ';

/**
 * The second line of a built file: the sources that it contains, and their folders, whose times show new files. A command compares
 * their times; reading all folders of the sources would take longer than to check a small spec.
 */
function listInputs({ inputs }) {
  const files = Object.keys(inputs).filter((path) => !path.includes('node_modules/'));
  const folders = files.map((path) => `${dirname(path)}/`);
  return INPUTS + JSON.stringify([...new Set([...files, ...folders, ...own])]);
}

/** The inputs that a built file lists; undefined for a file of another version. */
function inputsOf(code) {
  const [, line = ''] = code.split('\n', 2);
  return line.startsWith(INPUTS) ? JSON.parse(line.slice(INPUTS.length)) : undefined;
}

/** Whether a built file is newer than its inputs. A file from the future, built while the clock was ahead, would hide edits until that time. */
function isNewer(file, code) {
  const builtAt = statSync(file).mtimeMs;
  const isUnchanged = (path) => changedAt(path) < builtAt;
  return builtAt <= Date.now() && (changedAt(LOCK_FILE) ?? 0) < builtAt && inputsOf(code)?.every(isUnchanged);
}

/** Whether a built file matches its sources. Compares contents if the times are inconclusive, as after an installation or a checkout. */
function isCurrent(file, code, sources) {
  if (isNewer(file, code)) return true;
  const startedAt = new Date();
  const [built, now] = [code.split('\n', 1)[0], markOf(sources.flatMap(pathsBelow))];
  const matches = now.endsWith(' -') ? built.startsWith(now.slice(0, -1)) : built === now;
  if (matches) tryTouch(file, startedAt);
  return matches;
}

/** Sets the time of a file, so that the next comparison needs no contents; does nothing if the file is not writable. */
function tryTouch(file, time) {
  try {
    utimesSync(file, time, time);
  } catch {
    // The next comparison reads the contents again.
  }
}

/** Writes a file atomically, so that no process reads a partial file; returns false if the folder is not writable. */
function tryWrite(file, content, changed) {
  const draft = `${file}.${process.pid}.draft`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    removeAbandonedDrafts(dirname(file));
    writeFileSync(draft, content);
    utimesSync(draft, changed, changed);
    renameSync(draft, file);
    return true;
  } catch {
    try {
      rmSync(draft, { force: true });
    } catch {
      // A read-only file system has no draft.
    }
    return false;
  }
}

function removeAbandonedDrafts(folder) {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.draft'))) {
    const { mtimeMs } = statSync(join(folder, name), { throwIfNoEntry: false }) ?? {};
    if (mtimeMs < Date.now() - ABANDONED) rmSync(join(folder, name), { force: true });
  }
}

/** Builds an entry into dist/ if one of its sources has changed. Returns the file, its code, and whether it is written: dist/ may be read-only. */
function build(entry, name, options, { finish = (code) => code, sources = shared } = {}) {
  const file = join(root, 'dist', name);
  // esbuild escapes other characters than ASCII, and UTF-8 takes twice as long.
  const known = readIfPresent(file, 'latin1');
  if (known !== undefined && isCurrent(file, known, [...sources, entry])) return { file, code: known, isWritten: true };
  // An edit during the build must be newer than the result.
  const startedAt = new Date();
  const mark = markOf([...sources, entry].flatMap(pathsBelow));
  const { outputFiles, metafile } = require('esbuild').buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: file,
    write: false,
    metafile: true,
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
  const code = [mark, listInputs(metafile), finish(outputFiles[0].text)].join('\n');
  return { file, code, isWritten: tryWrite(file, code, startedAt) };
}

/** Modules of Node that are slow to load, and that few commands call. */
const LAZY_BUILTINS = [
  'node:child_process',
  'node:crypto',
  'node:http',
  'node:net',
  'node:worker_threads',
  'node:zlib',
];

/** The parameters of a built file, which is one function. */
const PARAMETERS = 'exports, require, module, __filename, __dirname, importModule, requireLazily';

/** Turns the code of a built file into one function, which `run` calls. V8's stored code cannot call `import`; `run` passes a function instead. */
function wrap(code) {
  const body = code
    .replaceAll(/\bimport\((?=["(])/g, 'importModule(')
    .replaceAll(/\brequire\(("node:\w+")\)/g, (call, name) =>
      LAZY_BUILTINS.includes(JSON.parse(name)) ? `requireLazily(${name})` : call,
    );
  return `(function (${PARAMETERS}) {\n${body}})\n`;
}

/** Builds the command line. Modules that only some commands need are loaded from node_modules on demand. */
function buildCommandLine() {
  const external = ['@aws-sdk/*', '@clack/prompts', 'chokidar', 'dynalite', 'esbuild', 'fauxqs', 'swagger-ui-dist'];
  return build('compiler/cli/bin.ts', 'cli.cjs', { external }, { finish: wrap });
}

/** Builds the page of the local run's console into one script, with its styles as text. */
function buildConsole() {
  const options = {
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.css': 'text' },
  };
  return build('compiler/local/console-page/main.tsx', 'console.js', options, {
    sources: ['compiler/local/console-page/', ...own],
  });
}

/** The modules of the Pulumi SDK that the program loads from node_modules; the launcher has loaded them already. */
const SDK_MODULES = [
  ...['asset', 'config', 'errors', 'log', 'metadata', 'output', 'resource', 'utils'],
  ...['config', 'invoke', 'resource', 'rpc', 'settings', 'stack'].map((name) => `runtime/${name}`),
].map((name) => `@pulumi/pulumi/${name}`);

/** Builds the Pulumi program. The program and @pulumi/aws import a reduced root of the SDK. */
function buildProgram() {
  const alias = {
    ...Object.fromEntries(SDK_MODULES.map((name) => [name, name])),
    '@pulumi/pulumi/runtime': './compiler/backends/pulumi/sdk/runtime.ts',
    '@pulumi/pulumi': './compiler/backends/pulumi/sdk/index.ts',
  };
  return build('index.ts', 'program.cjs', { alias, external: [...SDK_MODULES, 'esbuild'] }, { finish: wrap });
}

/** Runs the command line. If the build fails, prints the reason and sets exit code 70, because the specs were not checked. */
exports.runCommandLine = () => {
  let built;
  try {
    built = buildCommandLine();
  } catch (problem) {
    console.error(
      `payment-spec cannot be built from its sources: ${String(problem?.message ?? problem).split('\n')[0]}`,
    );
    process.exitCode = 70;
    return;
  }
  optimizeLater();
  optimizeLongRuns();
  run(built, new Module(built.file), built.file, commandOf(process.argv[2]));
};

/**
 * Lets V8 optimize only functions that run for a long time, as in the local run. In a command of half a second, optimizing costs more
 * than it saves: a third of the processor time of `validate` and of the Pulumi program.
 */
function optimizeLater() {
  if (HAS_BUDGET) setFlagsFromString('--interrupt-budget=2000000');
}
exports.optimizeLater = optimizeLater;

/** Newer versions than V8 11, that of Node.js 20, do not have the flag, and print an error about it. */
const HAS_BUDGET = process.versions.v8.startsWith('11.');

/** The default of V8 11 (`node --v8-options`, "interrupt-budget"). */
const DEFAULT_BUDGET = 67_584;

/** The time after which a command counts as one that runs for long, in milliseconds. */
const LONG_RUN = 1000;

/** Lets V8 optimize as usual in a command that still runs after some time: a local run takes 30 % less processor time for each request. */
function optimizeLongRuns() {
  if (HAS_BUDGET) setTimeout(() => setFlagsFromString(`--interrupt-budget=${DEFAULT_BUDGET}`), LONG_RUN).unref();
}

/** The command that an argument names: each has a folder. Undefined for options and mistakes, for which nothing is stored of their own. */
function commandOf(argument = '') {
  return /^[a-z-]+$/.test(argument) && existsSync(join(root, 'compiler/cli/commands', argument)) ? argument : undefined;
}

/**
 * Runs a built file as a module. V8's compiled code is kept beside the file, which saves a quarter of the time of a command.
 *
 * @param filename the path that stack traces and `require` use
 * @param command the command that runs; each has compiled code of its own, because that of another one lacks its functions
 */
function run({ file, code, isWritten }, module, filename, command) {
  const build = buildOf(file, code);
  const cache = `${build}${command === undefined ? '' : `.${command}`}.cache`;
  const script = new Script(code, { filename, cachedData: readIfPresent(cache) });
  // After the command, the compiled code includes all functions that it has called.
  if (isWritten && script.cachedDataRejected !== false)
    process.once('exit', () => {
      // V8 accepts the compiled code only under the flags under which it was made.
      optimizeLater();
      if (tryWrite(cache, script.createCachedData(), new Date())) removeOthers(file, build);
    });
  const require = Module.createRequire(filename);
  const load = (name) => import(name);
  script
    .runInThisContext()
    .call(module.exports, module.exports, require, module, filename, dirname(filename), load, requireLazily);
}

/** A module of Node that is loaded when its first member is read. */
function requireLazily(name) {
  let loaded;
  const load = () => {
    loaded ??= require(name);
    return loaded;
  };
  return new Proxy({}, { get: (_, member) => load()[member] });
}

/**
 * The begin of the names of the files with the compiled code of a built file. V8 compares only the length of a source, and rejects the code
 * of another V8; the name therefore has the hashes of the first line.
 */
function buildOf(file, code) {
  const [, , sources = '', lock = ''] = code.slice(0, code.indexOf('\n')).split(' ');
  return `${file}.${sources.slice(0, 16)}-${lock.slice(0, 16)}-${process.version}-${process.arch}`;
}

/** Reads a file; undefined if it does not exist, or another process has just removed it. */
function readIfPresent(file, encoding) {
  try {
    return readFileSync(file, encoding);
  } catch {
    return undefined;
  }
}

/** Removes the compiled code of other builds of a file. */
function removeOthers(file, build) {
  const folder = dirname(file);
  const stored = readdirSync(folder).map((name) => join(folder, name));
  for (const path of stored.filter((one) => one.startsWith(`${file}.`) && one.endsWith('.cache')))
    if (!path.startsWith(`${build}.`)) rmSync(path, { force: true });
}

/** Runs the Pulumi program as the module of `index.ts`. */
exports.runProgram = (module, filename) => run(buildProgram(), module, filename);

/** The code of the Pulumi program. */
exports.readProgram = () => buildProgram().code;

/** The script of the console's page. */
exports.readConsole = () => buildConsole().code;

/** Builds all files; throws if dist/ is not writable. */
exports.buildAll = () => {
  for (const { file, isWritten } of [buildCommandLine(), buildProgram(), buildConsole()])
    if (!isWritten) throw new Error(`cannot write ${file}`);
};
