// The arguments of `export`.

import { type DeclareCommand, examples, Option, SPEC_ARGUMENT } from '../command';
import type { ExportFormat } from '../export';

/** Declares `export`. */
export const declareExport: DeclareCommand = (program, run) => {
  program
    .command('export')
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
    .action((spec: string, options: { format: ExportFormat }) =>
      run(async (root) => (await import('../export')).runExport(spec, { ...options, root })),
    );
};
