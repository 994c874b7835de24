// The arguments of `dashboard`.

import { type DeclareCommand, examples, SPEC_ARGUMENT } from '../command';

/** Declares `dashboard`. */
export const declareDashboard: DeclareCommand = (program, run) => {
  program
    .command('dashboard')
    .description('print the CloudWatch dashboard of a spec as an HTML page with sample data')
    .argument('<spec>', SPEC_ARGUMENT)
    .addHelpText('after', examples('dashboard spec/production.yaml > dashboard.html'))
    .action((spec: string) => run(async (root) => (await import('../dashboard')).runDashboard(spec, root)));
};
