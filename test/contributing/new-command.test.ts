// Adds a command to a copy of the project by the steps of CONTRIBUTING.md, and runs it.

import { expect } from 'chai';
import { copyWholeProject, type Insertion, PROGRAM, type ProjectCopy, readContributing } from './project-copy';

/** The command: prints the number of outputs of a spec. */
const NEW_FILES: Readonly<Record<string, string>> = {
  'compiler/cli/commands/outputs/arguments.ts': `// The arguments of \`outputs\`.

import { examples, formatOf, JSON_OPTION, type JsonOption, SPEC_ARGUMENT, type TextOrJson } from '../../command/declaration';
import type { Declare } from '../../command/parts';

/** The arguments of \`outputs\`. */
export interface OutputsArguments {
  readonly spec: string;
  readonly format: TextOrJson;
}

/** Declares \`outputs\`. */
export const declareOutputs: Declare<OutputsArguments> = (command, run) => {
  command
    .description('count the outputs of a spec')
    .argument('<spec>', SPEC_ARGUMENT)
    .option(...JSON_OPTION)
    .addHelpText('after', examples('outputs spec/pr1234.yaml'))
    .action((spec: string, options: JsonOption) => run({ spec, format: formatOf(options) }));
};
`,
  'compiler/cli/commands/outputs/run.ts': `// Counts the outputs of a spec.

import type { Run } from '../../command/parts';
import { compileFile, openSpec } from '../../specs/spec-file';
import type { OutputsArguments } from './arguments';

/** The number of outputs. */
export interface OutputsResult {
  readonly path: string;
  readonly count: number;
}

/** Counts the outputs. */
export const run: Run<OutputsArguments, OutputsResult> = ({ spec: name }, { root }) => {
  const spec = openSpec(root, name);
  const { graph, diagnostics } = compileFile(spec);
  if (graph === undefined) return { refused: [{ path: spec.path, diagnostics }] };
  return { result: { path: spec.path, count: Object.keys(graph.outputs).length } };
};
`,
  'compiler/cli/commands/outputs/view.ts': `// Renders the number of outputs.

import type { TextOrJson } from '../../command/declaration';
import type { View } from '../../command/parts';
import type { OutputsResult } from './run';

/** The number for people, or as one JSON value. */
export const view: View<OutputsResult, TextOrJson> = {
  text: ({ path, count }) => \`\${path}: \${count} outputs\`,
  json: (result) => ({ schemaVersion: 1, ...result }),
};
`,
};

/** The edits: an entry in each table, before that of the next command. */
const EDITS: Readonly<Record<string, readonly Insertion[]>> = {
  'compiler/cli/commands/registry.ts': [
    { text: "import { declareOutputs } from './outputs/arguments';\n", before: 'import { declarePlan }' },
    {
      text: "  outputs: command(declareOutputs, { run: () => import('./outputs/run'), view: () => import('./outputs/view') }),\n",
      before: '  start: command(',
    },
  ],
  'README.md': [{ text: '| `outputs` | count the outputs |\n', before: '| `start` |' }],
  'docs/commands.md': [{ text: '## outputs\n\nCounts the outputs of a spec.\n\n', before: '## start\n' }],
  'test/compiler/cli/secret-variables.test.ts': [
    { text: "  outputs: [['canary'], ['canary', '--json']],\n", before: "  completion: [['bash']]," },
  ],
};

const byHand = [...Object.keys(NEW_FILES), ...Object.keys(EDITS)];

describe('the steps of CONTRIBUTING.md for a new command', () => {
  let copy: ProjectCopy;
  before(() => {
    copy = copyWholeProject();
    copy.write(NEW_FILES);
    copy.insert(EDITS);
  });
  after(() => copy.remove());

  const call = (...args: string[]) => copy.run(PROGRAM.paymentSpec, args);

  it('name each created or edited file, and their number', () => {
    const { text, files } = readContributing('Adding a command');
    expect(files.map((path) => path.replace('<name>', 'outputs'))).to.have.members(byHand);
    expect(copy.changed()).to.have.members(byHand);
    expect(text).to.include('Three new files and four edits.');
    expect([Object.keys(NEW_FILES).length, Object.keys(EDITS).length]).to.deep.equal([3, 4]);
  });

  it('create a command that prints text and JSON, and reports an invalid spec', () => {
    expect(call('outputs', 'pr')).to.deep.equal({ code: 0, stdout: 'spec/pr.yaml: 26 outputs\n', stderr: '' });
    expect(JSON.parse(call('outputs', 'pr', '--json').stdout)).to.deep.equal({
      schemaVersion: 1,
      path: 'spec/pr.yaml',
      count: 26,
    });
    expect(call('outputs', 'nothing', '--json')).to.deep.include({ code: 1, stderr: '' });
  });

  it('add it to the help and the completion', () => {
    expect(call('--help').stdout).to.match(/ init .*\n.* outputs .*\n.* start /);
    expect(call('completion', 'bash').stdout).to.include("outputs) COMPREPLY=($(compgen -W '--json --help'");
  });

  it('satisfy the tests of all commands', () => {
    const tests = ['test/docs/documents.test.ts', 'test/compiler/cli/secret-variables.test.ts'];
    const { code, stdout } = copy.run(PROGRAM.mocha, [
      '--reporter=dot',
      ...tests,
      '--grep=cover each command|printed by outputs',
    ]);
    expect(code, stdout).to.equal(0);
    expect(stdout).to.match(/\n {2}3 passing/);
  });
});
