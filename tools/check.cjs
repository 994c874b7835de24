// Runs the static checks of the project at the same time: `npm run check`. Prints the output of each check when it ends.

const { spawn } = require('node:child_process');
const { join } = require('node:path');

const root = join(__dirname, '..');

/** The file in which tsc keeps what it found, to check only files again that an edit affects. */
const TYPES = join(root, 'dist/types.tsbuildinfo');

/** The commands of the checks, by what they check. The longest one is first. */
const CHECKS = {
  types: ['typescript-native/bin/tsc', '--checkers', '2', '--incremental', '--tsBuildInfoFile', TYPES],
  'lint and format': ['@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '.'],
  'unused exports': ['knip/bin/knip.js', '--no-progress'],
  'code that only tests use': ['knip/bin/knip.js', '--no-progress', '--production', '-c', 'tools/knip-production.json'],
  'generated files': ['tsx/dist/cli.mjs', 'tools/generate.ts', '--check'],
  'types of the console page': ['typescript-native/bin/tsc', '-p', 'compiler/local/console-page'],
};

/** The variables of the checks. tsc otherwise spends a quarter of its processor time on collecting garbage. */
const env = { ...process.env, GOGC: '400' };

/** Runs a check. Resolves with whether it passes. */
function run([name, [program, ...args]]) {
  const command = [join(root, 'node_modules', program), ...args];
  const child = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  return new Promise((resolve) => {
    child.on('close', (code) => {
      console.log(`${code === 0 ? 'passed' : 'FAILED'}: ${name}`);
      if (code !== 0) console.log(output);
      resolve(code === 0);
    });
  });
}

Promise.all(Object.entries(CHECKS).map(run)).then((results) => {
  process.exitCode = results.every(Boolean) ? 0 : 1;
});
