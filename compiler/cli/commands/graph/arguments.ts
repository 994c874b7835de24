// The arguments of `graph`.

import { examples, JSON_OPTION, type JsonOption, Option, SPEC_ARGUMENT } from '../../command/declaration';
import type { Declare } from '../../command/parts';

/** A format of a drawing. */
export type DrawingFormat = 'svg' | 'mermaid' | 'dot';

/** The arguments of `graph`. */
export interface GraphArguments {
  readonly spec: string;
  readonly format: DrawingFormat | 'json';
  /** Whether to draw each resource instead of the overview. */
  readonly detail: boolean;
}

/** Declares `graph`. */
export const declareGraph: Declare<GraphArguments> = (command, run) => {
  command
    .description('draw the system of a spec: clients, gateway, routes, functions, tables, queues and alarms')
    .argument('<spec>', SPEC_ARGUMENT)
    .addOption(
      new Option('--format <format>', 'output format')
        .choices(['svg', 'mermaid', 'dot'] satisfies DrawingFormat[])
        .default('svg'),
    )
    .option('--detail', 'draw each resource, by section, with its references')
    .addOption(new Option(...JSON_OPTION).conflicts('format'))
    .addHelpText(
      'after',
      examples(
        'graph spec/pr1234.yaml > system.svg',
        'graph spec/pr1234.yaml --format mermaid',
        'graph spec/pr1234.yaml --detail > resources.svg',
        'graph spec/pr1234.yaml --detail --format dot | dot -Tpdf > resources.pdf',
      ),
    )
    .action(
      (spec: string, { format, detail = false, json }: JsonOption & { format: DrawingFormat; detail?: boolean }) =>
        run({ spec, format: json ? 'json' : format, detail }),
    );
};
