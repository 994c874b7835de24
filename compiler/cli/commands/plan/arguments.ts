// The arguments of `plan`.

import {
  examples,
  formatOf,
  JSON_OPTION,
  type JsonOption,
  SPEC_ARGUMENT,
  type TextOrJson,
} from '../../command/declaration';
import type { Declare } from '../../command/parts';

/** The arguments of `plan`. */
export interface PlanArguments {
  readonly spec: string;
  /** Whether to print the inputs of each resource. */
  readonly details?: true;
  /** Whether to print the values of the spec instead of its resources. */
  readonly resolved?: true;
  readonly format: TextOrJson;
}

/** Declares `plan`. */
export const declarePlan: Declare<PlanArguments> = (command, run) => {
  command
    .description('list the resources that a spec compiles to, without AWS')
    .argument('<spec>', SPEC_ARGUMENT)
    .option('--details', 'also print the inputs of each resource')
    .option('--resolved', 'print all values of the spec instead, each with its origin, as a spec in YAML')
    .option(...JSON_OPTION)
    .addHelpText(
      'after',
      examples(
        'plan spec/pr1234.yaml',
        'plan spec/pr1234.yaml --details',
        'plan spec/pr1234.yaml --resolved > resolved.yaml',
        'plan main:spec/production.yaml --json',
      ),
    )
    .action((spec: string, { details, resolved, json }: JsonOption & { details?: true; resolved?: true }) =>
      run({ spec, details, resolved, format: formatOf({ json }) }),
    );
};
