// A new command, `outputs`, which prints the number of outputs of a spec: the files and edits of the steps of CONTRIBUTING.md.

import type { Insertion } from './project-copy';

/** The files to create. */
export const COMMAND_FILES: Readonly<Record<string, string>> = {
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

/** An entry in each table, before that of the next command. */
export const COMMAND_ENTRIES: Readonly<Record<string, readonly Insertion[]>> = {
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
