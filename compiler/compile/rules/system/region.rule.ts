// Checks that each Region is known.

import type { Region } from '@pulumi/aws/types/enums';
import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import { suggest } from '../../../diagnostics/suggest';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'unknown-region': {
    code: 'ENV3069',
    severity: 'warning',
    summary: 'A Region that is not in the list of known Regions.',
    explanation: [
      'The Region is misspelled, or newer than this program, so this is a warning (AWS General Reference, "Regions and endpoints").',
      'With a misspelled Region, the first call fails because the endpoint does not exist.',
    ],
    message: (p: { region: string }) => `unknown AWS Region "${p.region}"`,
  },
});

/** The Regions of the partitions aws, aws-cn and aws-us-gov; total over those that @pulumi/aws knows. */
const REGIONS: Readonly<Record<Exclude<Region, `${string}-iso${string}` | `eusc-${string}`>, true>> = {
  'af-south-1': true,
  'ap-east-1': true,
  'ap-east-2': true,
  'ap-northeast-1': true,
  'ap-northeast-2': true,
  'ap-northeast-3': true,
  'ap-south-1': true,
  'ap-south-2': true,
  'ap-southeast-1': true,
  'ap-southeast-2': true,
  'ap-southeast-3': true,
  'ap-southeast-4': true,
  'ap-southeast-5': true,
  'ap-southeast-6': true,
  'ap-southeast-7': true,
  'ca-central-1': true,
  'ca-west-1': true,
  'cn-north-1': true,
  'cn-northwest-1': true,
  'eu-central-1': true,
  'eu-central-2': true,
  'eu-north-1': true,
  'eu-south-1': true,
  'eu-south-2': true,
  'eu-west-1': true,
  'eu-west-2': true,
  'eu-west-3': true,
  'il-central-1': true,
  'me-central-1': true,
  'me-south-1': true,
  'mx-central-1': true,
  'sa-east-1': true,
  'us-east-1': true,
  'us-east-2': true,
  'us-gov-east-1': true,
  'us-gov-west-1': true,
  'us-west-1': true,
  'us-west-2': true,
};

/** ENV3069: an unknown Region, which may be newer than this program. */
export const regionRule: Rule = {
  diagnose,
  *check({ environment: { region, tables }, at }) {
    const replicas = Object.entries(tables).flatMap(([table, { replicas }]) =>
      Object.keys(replicas).map((name) => ({ name, path: specPath('tables', table, 'replicas', name) })),
    );
    for (const { name, path } of [{ name: region, path: specPath('region') }, ...replicas]) {
      if (Object.hasOwn(REGIONS, name)) continue;
      yield diagnose('unknown-region', at(path), { region: name }, { help: suggest(name, Object.keys(REGIONS)) });
    }
  },
};
