// Prints the ratio of this program's time to that of other tools at the same work: npm run bench:peers [ROUNDS].

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './measure';
import { installPeer, type Peer } from './peer';
import { compareLocalRuns } from './peer-local-run';
import { compareHandlers } from './peer-powertools';
import { createProject, exportArguments } from './shared-handler';

const ROOT = join(__dirname, '..');
const ROUNDS = Number(process.argv[2] ?? 3);
const FUNCTIONS = 100;
const CLI = join(ROOT, 'bin/payment-spec.cjs');

const SAM: Peer = { name: 'SAM', registry: 'PyPI', packages: ['aws-sam-cli==1.170.0'] };
const CFN_LINT: Peer = { name: 'cfn-lint', registry: 'PyPI', packages: ['cfn-lint==1.58.0'] };
const CHECK_JSONSCHEMA: Peer = { name: 'check-jsonschema', registry: 'PyPI', packages: ['check-jsonschema==0.38.1'] };
const SERVERLESS: Peer = {
  name: 'Serverless',
  registry: 'npm',
  packages: ['serverless@3.40.0', 'serverless-esbuild@1.57.2', 'esbuild@0.28.2'],
};

const CDK: Peer = {
  name: 'CDK',
  registry: 'npm',
  packages: ['aws-cdk-lib@2.276.0', 'constructs@10.8.1', 'esbuild@0.28.2'],
};

/** A command line: the program, and its arguments. */
type CommandLine = readonly [string, ...string[]];

/** A piece of work: the commands of this program and of each peer, by the folder where the peer is installed. */
interface Comparison {
  readonly work: string;
  readonly ours: CommandLine;
  readonly peers: readonly {
    readonly peer: Peer;
    readonly title: string;
    readonly run: (folder: string) => CommandLine;
  }[];
}

async function main(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'peers-'));
  const project = createProject(FUNCTIONS);
  try {
    const template = join(scratch, 'template.json');
    const exported = [CLI, 'export', 'spec/pr1234.yaml', '--format', 'cloudformation'];
    writeFileSync(template, run([process.execPath, ...exported], ROOT).stdout);
    writeEquivalents(project);
    console.log('| Work | Tool | Median s | Minimum s | Peer ÷ ours |\n|---|---|--:|--:|--:|');
    compare(validation(template), ROOT);
    compare(packaging(project), project);
    console.log('');
    await compareLocalRuns(ROUNDS);
    console.log('');
    await compareHandlers(ROUNDS);
  } finally {
    for (const folder of [scratch, project]) rmSync(folder, { recursive: true });
  }
}

function validation(template: string): Comparison {
  const spec = 'spec/pr1234.yaml';
  const sam = (folder: string) => [join(folder, 'bin/sam'), 'validate', '--template', template] as const;
  return {
    work: `validate ${spec}`,
    ours: [process.execPath, CLI, 'validate', spec],
    peers: [
      {
        peer: CHECK_JSONSCHEMA,
        title: 'check-jsonschema, the form of one file only',
        run: (folder) => [
          join(folder, 'bin/check-jsonschema'),
          '--schemafile',
          'schema/spec-file.generated.json',
          spec,
        ],
      },
      { peer: SAM, title: '`sam validate`', run: sam },
      { peer: SAM, title: '`sam validate --lint`', run: (folder) => [...sam(folder), '--lint'] },
      {
        peer: CFN_LINT,
        title: '`cfn-lint` of the exported template',
        run: (folder) => [join(folder, 'bin/cfn-lint'), '--non-zero-exit-code', 'none', '--template', template],
      },
    ],
  };
}

function packaging(project: string): Comparison {
  return {
    work: `bundle ${FUNCTIONS} functions that share a handler`,
    ours: [process.execPath, ...exportArguments()],
    peers: [
      { peer: SAM, title: '`sam build`', run: (folder) => [join(folder, 'bin/sam'), 'build', '--no-cached'] },
      {
        peer: SERVERLESS,
        title: '`serverless package`',
        run: (folder) => [
          process.execPath,
          '--require',
          writeResolver(project, folder),
          join(folder, 'node_modules/serverless/bin/serverless.js'),
          'package',
        ],
      },
      {
        peer: CDK,
        title: 'CDK, the program of `cdk synth`',
        run: (folder) => [process.execPath, '--require', writeResolver(project, folder), 'cdk.cjs'],
      },
    ],
  };
}

/** Runs this program and its peers in turn, and prints a line for each. */
function compare({ work, ours, peers }: Comparison, cwd: string): void {
  const commands = new Map<string, CommandLine>([['payment-spec', ours]]);
  for (const { peer, title, run: commandOf } of peers) {
    const installed = installPeer(peer);
    if ('reason' in installed) console.log(`| ${work} | ${title} | ${installed.reason} | – | – |`);
    else commands.set(title, commandOf(installed.folder));
  }
  const times = new Map([...commands.keys()].map((title) => [title, [] as number[]]));
  const failures = new Map<string, string>();
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [title, command] of commands) {
      if (failures.has(title)) continue;
      const { seconds, failure } = run(command, cwd);
      if (failure !== undefined) failures.set(title, failure);
      else if (round > 0) times.get(title)?.push(seconds);
    }
  }
  const own = median(times.get('payment-spec') ?? []);
  for (const [title, seconds] of times) {
    const failure = failures.get(title);
    const figures =
      failure === undefined
        ? [median(seconds).toFixed(2), Math.min(...seconds).toFixed(2), (median(seconds) / own).toFixed(2)]
        : [`fails: ${failure}`, '–', '–'];
    console.log(`| ${[work, title, ...figures].join(' | ')} |`);
  }
}

function run([program, ...args]: CommandLine, cwd: string): { stdout: string; seconds: number; failure?: string } {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 ** 2,
    env: {
      ...process.env,
      ...{ AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'us-east-1' },
      // No tool calls AWS; some refuse to start without credentials.
      ...{ AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none' },
      ...{ SAM_CLI_TELEMETRY: '0', SLS_TELEMETRY_DISABLED: '1', CI: 'true' },
      // SAM copies the code to a folder without packages, and finds esbuild on the path.
      NODE_PATH: join(ROOT, 'node_modules'),
      PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`,
    },
  });
  const seconds = (performance.now() - start) / 1000;
  if (status === 0) return { stdout, seconds };
  const failure = (error?.message ?? (stderr.trim() || stdout.trim())).split('\n').at(-1) ?? '';
  return { stdout, seconds, failure };
}

/** Writes the same functions for SAM, for Serverless and for CDK into a project. */
function writeEquivalents(project: string): void {
  const names = Array.from({ length: FUNCTIONS }, (_, at) => `F${at}`);
  // SAM copies the folder of the code, and installs packages if there is a package.json.
  for (const folder of ['runtime', 'contract'])
    cpSync(join(project, folder), join(project, 'sam-code', folder), { recursive: true });
  const sam = names.map(
    (name) =>
      `  ${name}: { Type: AWS::Serverless::Function, Properties: { CodeUri: sam-code, Handler: handler.handler, Runtime: nodejs24.x }, ` +
      'Metadata: { BuildMethod: esbuild, BuildProperties: { Minify: true, Target: node24, MainFields: "module,main", EntryPoints: [runtime/handler.ts] } } }',
  );
  writeFileSync(
    join(project, 'template.yaml'),
    ['Transform: AWS::Serverless-2016-10-31', 'Resources:', ...sam, ''].join('\n'),
  );
  writeFileSync(join(project, 'cdk.cjs'), CDK_PROGRAM);
  const serverless = names.map((name) => `  ${name}: { handler: runtime/handler.handler }`);
  writeFileSync(
    join(project, 'serverless.yml'),
    [
      'service: bench',
      'frameworkVersion: "3"',
      'provider: { name: aws, runtime: nodejs20.x, region: us-east-1 }',
      'plugins: [serverless-esbuild]',
      'custom: { esbuild: { bundle: true, minify: true, exclude: [], mainFields: [module, main] } }',
      'functions:',
      ...serverless,
      '',
    ].join('\n'),
  );
}

/** A program that synthesizes the functions with CDK. */
const CDK_PROGRAM = `
const { App, Stack } = require('aws-cdk-lib');
const { Runtime } = require('aws-cdk-lib/aws-lambda');
const { NodejsFunction } = require('aws-cdk-lib/aws-lambda-nodejs');
const app = new App({ outdir: 'cdk.out' });
const stack = new Stack(app, 'Bench');
for (let at = 0; at < ${FUNCTIONS}; at += 1)
  new NodejsFunction(stack, 'F' + at, {
    entry: 'runtime/handler.ts',
    handler: 'handler',
    runtime: Runtime.NODEJS_20_X,
    depsLockFilePath: 'package-lock.json',
    bundling: { minify: true, mainFields: ['module', 'main'], externalModules: [] },
  });
app.synth();
`;

/** Writes a program that lets Serverless find its plugin beside itself, while the project keeps its own packages. */
function writeResolver(project: string, folder: string): string {
  const file = join(project, 'resolve-plugins.cjs');
  const code = `process.env.NODE_PATH += ':' + ${JSON.stringify(join(folder, 'node_modules'))}; require('node:module').Module._initPaths();\n`;
  writeFileSync(file, code);
  return file;
}

void main();
