// Checks that ARNs are valid, and of the type that their field expects.

import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { partition } from '../../../graph/region';
import type { PathStep } from '../../../source/spec-node';
import type { Rule, RuleContext } from '../rule';

const diagnose = defineDiagnostics({
  'arn-form': {
    code: 'ENV3070',
    severity: 'error',
    summary: 'A text that is not an ARN, or is the ARN of another type of resource.',
    explanation: [
      'An ARN is arn:<partition>:<service>:<Region>:<account>:<resource> (IAM User Guide, "Identify AWS resources with Amazon Resource Names").',
      'An account id has 12 digits; YAML drops a leading zero if it reads a number.',
      'The partitions aws, aws-cn and aws-us-gov are separate.',
      'The ARN of a role has an account and no Region.',
    ],
    message: {
      form: () => 'the text is not an ARN',
      partition: (p: { owner: string; region: string }) =>
        `the ARN is of partition ${p.owner}; Region ${p.region} is in ${partition(p.region)}`,
      account: (p: { length: number }) =>
        `the account of the ARN has ${p.length} characters; an account id has 12 digits`,
      region: () => 'the fourth part of the ARN is not a Region',
      role: () => 'the ARN is not the ARN of an IAM role',
    },
  },
  'role-in-foreign-account': {
    code: 'ENV3071',
    severity: 'error',
    summary: 'The role to assume is in an account that the spec does not allow.',
    explanation: [
      'A deployment with an assumed role deploys to the account of the role.',
      'The provider rejects each account that is not in `provider.allowedAccountIds`, so this spec cannot be deployed.',
    ],
    message: (p: { account: string; allowed: readonly string[] }) =>
      `the role is in account ${p.account}; allowed accounts: ${p.allowed.join(', ')}`,
  },
});

const ROLE = specPath('provider', 'assumeRole', 'roleArn');

/** ENV3070: an invalid ARN, or an ARN of another type. ENV3071: a role in an account that the spec does not allow. */
export const arnRule: Rule = {
  diagnose,
  *check(context) {
    const { environment, at, otherSide } = context;
    const texts = [
      ...Object.entries(environment.functions).flatMap(([name, lambda]) =>
        Object.entries(lambda.environment).map(([variable, text]) => ({
          path: specPath('functions', name, 'environment', variable),
          text,
        })),
      ),
      ...Object.entries(environment.outputs).map(([name, text]) => ({ path: specPath('outputs', name), text })),
    ];
    for (const { path, text } of texts)
      if (typeof text === 'string' && text.startsWith('arn:')) yield* checkForm(context, path, text);
    const role = environment.provider.assumeRole?.roleArn;
    if (role === undefined) return;
    const refused = checkForm(context, ROLE, role, /^arn:[^:]+:iam::[0-9]{12}:role\/[\w+=,.@/-]+$/);
    yield* refused;
    const [, , , , account = ''] = role.split(':');
    const { allowedAccountIds: allowed } = environment.provider;
    if (refused.length > 0 || allowed.length === 0 || allowed.includes(account)) return;
    const help = `add "${account}" to provider.allowedAccountIds, or use a role of an allowed account`;
    const related = otherSide('the allowed accounts', ['provider', 'allowedAccountIds']);
    yield diagnose('role-in-foreign-account', at(ROLE), { account, allowed }, { help, related });
  },
};

const roleForm = (owner: string) => `arn:${owner}:iam::123456789012:role/<name>`;

/** Checks the parts of an ARN (IAM User Guide, "Identify AWS resources with Amazon Resource Names"). */
function checkForm(
  { environment: { region }, at, otherSide }: RuleContext,
  path: readonly PathStep[],
  arn: string,
  role?: RegExp,
): Diagnostic[] {
  const refuse = (
    found: Parameters<typeof diagnose<'arn-form'>>[2],
    help: string,
    related: NonNullable<Diagnostic['related']> = [],
  ) => [diagnose('arn-form', at(path), found, { help, related })];
  const [scheme, owner = '', service = '', place = '', account = '', ...resource] = arn.split(':');
  const form = 'arn:<partition>:<service>:<Region>:<account>:<resource>';
  if (scheme !== 'arn' || resource.join('') === '' || !/^aws(-[a-z]+)*$/.test(owner) || !/^[a-z0-9-]+$/.test(service))
    return refuse(
      { is: 'form' },
      role === undefined ? `use the form ${form}` : `use the form ${roleForm(partition(region))}`,
    );
  if (owner !== partition(region)) {
    return refuse(
      { is: 'partition', owner, region },
      `use an ARN that begins with arn:${partition(region)}:${service}:`,
      otherSide('the Region', ['region']),
    );
  }
  if (account !== '' && account !== 'aws' && !/^[0-9]{12}$/.test(account))
    return refuse({ is: 'account', length: account.length }, 'write the account id with its leading zeros');
  if (place !== '' && !/^[a-z]{2,}(-[a-z]+)+-[0-9]$/.test(place))
    return refuse({ is: 'region' }, `use the form ${form}`);
  if (role?.test(arn) === false)
    return refuse({ is: 'role' }, `use the form ${roleForm(owner)}, with an account and without a Region`);
  return [];
}
