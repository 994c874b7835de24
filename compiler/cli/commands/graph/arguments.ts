// The arguments of `graph`.

import { examples, JSON_OPTION, type JsonOption, Option, SPEC_ARGUMENT } from '../../command/declaration';
import type { Declare } from '../../command/parts';

/** A format of a drawing. */
export type DrawingFormat = 'mermaid' | 'dot' | 'svg';

/** The meaning of a box: a resource, or a part of the spec with all its resources. */
export type Level = 'resource' | 'part';

/** The arguments of `graph`. */
export interface GraphArguments {
  readonly spec: string;
  readonly format: DrawingFormat | 'json';
  /** The default is resources, or parts for a large system. */
  readonly by?: Level;
}

/** Declares `graph`. */
export const declareGraph: Declare<GraphArguments> = (command, run) => {
  command
    .description('draw the resources of a spec, by section, with their references')
    .argument('<spec>', SPEC_ARGUMENT)
    .addOption(
      new Option('--format <format>', 'output format')
        .choices(['mermaid', 'dot', 'svg'] satisfies DrawingFormat[])
        .default('mermaid'),
    )
    .addOption(
      new Option('--by <what>', 'one box for each resource, or for each part of the spec (default: by size)').choices([
        'resource',
        'part',
      ] satisfies Level[]),
    )
    .addOption(new Option(...JSON_OPTION).conflicts('format'))
    .addHelpText(
      'after',
      examples(
        'graph spec/pr1234.yaml',
        'graph spec/pr1234.yaml --format svg > system.svg',
        'graph spec/production.yaml --by part --format svg > overview.svg',
        'graph spec/pr1234.yaml --format dot | dot -Tpdf > system.pdf',
      ),
    )
    .action((spec: string, { format, by, json }: JsonOption & { format: DrawingFormat; by?: Level }) =>
      run({ spec, format: json ? 'json' : format, by }),
    );
};
