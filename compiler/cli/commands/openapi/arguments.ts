// The arguments of `openapi`.

import { examples, Option, SPEC_ARGUMENT } from '../../command/declaration';
import type { Declare } from '../../command/parts';

/** A format of the document. */
export type OpenApiFormat = 'json' | 'yaml';

/** The arguments of `openapi`. */
export interface OpenApiArguments {
  readonly spec: string;
  readonly format: OpenApiFormat;
}

/** Declares `openapi`. */
export const declareOpenApi: Declare<OpenApiArguments> = (command, run) => {
  command
    .description('print the API of a spec as an OpenAPI 3.1 document')
    .argument('[spec]', SPEC_ARGUMENT, 'spec/pr1234.yaml')
    .addOption(
      new Option('--format <format>', 'output format')
        .choices(['json', 'yaml'] satisfies OpenApiFormat[])
        .default('json'),
    )
    .addHelpText('after', examples('openapi production', 'openapi --format yaml spec/pr1234.yaml > openapi.yaml'))
    .action((spec: string, { format }: { format: OpenApiFormat }) => run({ spec, format }));
};
