// The arguments of `export`.

import { examples, Option, SPEC_ARGUMENT } from '../../command/declaration';
import type { Declare } from '../../command/parts';

/** The format that an export is made for. */
export type ExportFormat = 'cloudformation' | 'cyclonedx';

/** The arguments of `export`. */
export interface ExportArguments {
  readonly spec: string;
  readonly target: ExportFormat;
}

/** Declares `export`. */
export const declareExport: Declare<ExportArguments> = (command, run) => {
  command
    .description(
      'print the resources of a spec as a CloudFormation template, or the packages in its functions as a CycloneDX bill of materials',
    )
    .argument('<spec>', SPEC_ARGUMENT)
    .addOption(
      new Option('--format <format>', 'output format')
        .choices(['cloudformation', 'cyclonedx'] satisfies ExportFormat[])
        .default('cloudformation'),
    )
    .addHelpText(
      'after',
      examples(
        'export --format cloudformation spec/production.yaml > production.template.json',
        'export --format cyclonedx spec/production.yaml > production.cdx.json',
      ),
    )
    .action((spec: string, { format }: { format: ExportFormat }) => run({ spec, target: format }));
};
