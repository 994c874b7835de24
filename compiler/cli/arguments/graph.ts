// The arguments of `graph`.

import { type DeclareCommand, examples, JSON_OPTION, Option, SPEC_ARGUMENT } from '../command';
import type { DrawingFormat } from '../graph';

/** Declares `graph`. */
export const declareGraph: DeclareCommand = (program, run) => {
  program
    .command('graph')
    .description('draw the resources of a spec, by section, with their references')
    .argument('<spec>', SPEC_ARGUMENT)
    .addOption(
      new Option('--format <format>', 'output format')
        .choices(['mermaid', 'dot', 'svg'] satisfies DrawingFormat[])
        .default('mermaid'),
    )
    .addOption(new Option(...JSON_OPTION).conflicts('format'))
    .addHelpText(
      'after',
      examples(
        'graph spec/pr1234.yaml',
        'graph spec/pr1234.yaml --format svg > system.svg',
        'graph spec/pr1234.yaml --format dot | dot -Tpdf > system.pdf',
      ),
    )
    .action((spec: string, options: { format: DrawingFormat; json?: true }) =>
      run(async (root) => (await import('../graph')).runGraph(spec, { ...options, root })),
    );
};
