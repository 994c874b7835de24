// ARNs have the form that AWS gives them, and those of the field are what the field is for.

import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import { partition } from '../resolve/region';
import type { PathStep } from '../source/spec-node';
import type { Rule, RuleContext } from './rule';

const ROLE = ['provider', 'assumeRole', 'roleArn'];

/** ENV3070: an ARN that cannot be one, or not for its field. ENV3071: a role in an account that the spec does not allow. */
export const arnRule: Rule = (context) => {
  const { environment, at, otherSide } = context;
  const role = environment.provider.assumeRole?.roleArn;
  const variables = Object.entries(environment.functions).flatMap(([name, lambda]) =>
    Object.entries(lambda.environment).map(([variable, text]) => ({
      path: ['functions', name, 'environment', variable],
      text,
    })),
  );
  const outputs = Object.entries(environment.outputs).map(([name, text]) => ({ path: ['outputs', name], text }));
  const others = [...variables, ...outputs].flatMap(({ path, text }) =>
    typeof text === 'string' && text.startsWith('arn:') ? checkForm(context, path, text) : [],
  );
  if (role === undefined) return others;
  const refused = checkForm(context, ROLE, role, /^arn:[^:]+:iam::[0-9]{12}:role\/[\w+=,.@/-]+$/);
  const [, , , , account = ''] = role.split(':');
  const { allowedAccountIds } = environment.provider;
  const isForeign = refused.length === 0 && allowedAccountIds.length > 0 && !allowedAccountIds.includes(account);
  const foreign = isForeign
    ? [
        diagnose(
          'role-in-foreign-account',
          at(ROLE),
          { account, allowed: allowedAccountIds },
          {
            help: `add "${account}" to provider.allowedAccountIds, or take a role of an account in it`,
            related: otherSide('the accounts that are allowed', ['provider', 'allowedAccountIds']),
          },
        ),
      ]
    : [];
  return [...others, ...refused, ...foreign];
};

/** Checks the parts of an ARN (IAM User Guide, "Identify AWS resources with Amazon Resource Names"). */
function checkForm(
  { environment: { region }, at, otherSide }: RuleContext,
  path: readonly PathStep[],
  arn: string,
  role?: RegExp,
): Diagnostic[] {
  const refuse = (problem: string, help: string, related: NonNullable<Diagnostic['related']> = []) => [
    diagnose('arn-form', at(path), { problem }, { help, related }),
  ];
  const [scheme, owner = '', service = '', place = '', account = '', ...resource] = arn.split(':');
  const form = 'arn:<partition>:<service>:<Region>:<account>:<resource>';
  if (scheme !== 'arn' || resource.join('') === '' || !/^aws(-[a-z]+)*$/.test(owner) || !/^[a-z0-9-]+$/.test(service))
    return refuse(
      'this is no ARN',
      role === undefined ? form : `arn:${partition(region)}:iam::123456789012:role/<name>`,
    );
  if (owner !== partition(region)) {
    return refuse(
      `this ARN is of the partition ${owner}; the Region ${region} is in ${partition(region)}`,
      `arn:${partition(region)}:${service}:…`,
      otherSide('the Region', ['region']),
    );
  }
  if (account !== '' && account !== 'aws' && !/^[0-9]{12}$/.test(account))
    return refuse(
      `this ARN's account has ${account.length} characters; an account id is 12 digits`,
      'take the account id as AWS shows it, with its leading zeros',
    );
  if (place !== '' && !/^[a-z]{2,}(-[a-z]+)+-[0-9]$/.test(place))
    return refuse("this ARN's fourth part is no Region", form);
  if (role?.test(arn) === false)
    return refuse(
      'this is the ARN of no IAM role',
      `arn:${owner}:iam::123456789012:role/<name>: roles have an account and no Region`,
    );
  return [];
}
