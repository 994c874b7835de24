// The arguments of `dashboard`.

import { examples, SPEC_ARGUMENT } from '../../command/declaration';
import type { Declare } from '../../command/parts';

/** The arguments of `dashboard`. */
export interface DashboardArguments {
  readonly spec: string;
}

/** Declares `dashboard`. */
export const declareDashboard: Declare<DashboardArguments> = (command, run) => {
  command
    .description('print the CloudWatch dashboard of a spec as an HTML page with sample data')
    .argument('<spec>', SPEC_ARGUMENT)
    .addHelpText('after', examples('dashboard spec/production.yaml > dashboard.html'))
    .action((spec: string) => run({ spec }));
};
