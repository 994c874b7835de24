// The arguments of `openapi`.

import { type DeclareCommand, examples, Option, SPEC_ARGUMENT } from '../command';
import type { OpenApiFormat } from '../openapi';

/** Declares `openapi`. */
export const declareOpenApi: DeclareCommand = (program, run) => {
  program
    .command('openapi')
    .description('print the API of a spec as an OpenAPI 3.1 document')
    .argument('[spec]', SPEC_ARGUMENT, 'spec/pr1234.yaml')
    .addOption(
      new Option('--format <format>', 'output format')
        .choices(['json', 'yaml'] satisfies OpenApiFormat[])
        .default('json'),
    )
    .addHelpText('after', examples('openapi production', 'openapi --format yaml spec/pr1234.yaml > openapi.yaml'))
    .action((spec: string, options: { format: OpenApiFormat }) =>
      run(async (root) => (await import('../openapi')).runOpenApi(spec, { ...options, root })),
    );
};
