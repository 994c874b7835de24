// The ARNs of secrets in AWS Secrets Manager and of parameters of AWS Systems Manager, from the names or ARNs in a spec.

import { partition } from './region';
import { ACCOUNT_ID, interpolate, type Text } from './value';

/** Where the value of a secret is: one of the two fields, with a name or an ARN. */
export interface SecretSource {
  readonly secretsManager?: string | undefined;
  readonly parameter?: string | undefined;
}

/** A secret as AWS identifies it. */
export interface SecretIdentity {
  readonly service: 'secretsmanager' | 'ssm';
  /** The name; a parameter in a hierarchy begins with a slash. */
  readonly name: string;
  /** The ARN for requests. A secret that the spec names has its ARN without the six characters that Secrets Manager appends. */
  readonly arn: Text;
  /** The ARN for policies: of exactly this secret. */
  readonly policyArn: Text;
}

/** The characters that Secrets Manager appends to the name of a secret in its ARN (CreateSecret, AWS Secrets Manager API Reference). */
export const ARN_SUFFIX = /-[A-Za-z0-9]{6}$/;

/** The identity of a secret. A Region of the environment completes a name. */
export function secretIdentity({ secretsManager, parameter }: SecretSource, region: string): SecretIdentity {
  return secretsManager === undefined ? ofParameter(parameter ?? '', region) : ofSecret(secretsManager, region);
}

function ofSecret(text: string, region: string): SecretIdentity {
  const service = 'secretsmanager';
  if (text.startsWith('arn:')) {
    const name = text.split(':').slice(6).join(':').replace(ARN_SUFFIX, '');
    return { service, name, arn: text, policyArn: text };
  }
  const arn = interpolate(`arn:${partition(region)}:${service}:${region}:`, ACCOUNT_ID, `:secret:${text}`);
  return { service, name: text, arn, policyArn: interpolate(arn, '-??????') };
}

function ofParameter(text: string, region: string): SecretIdentity {
  const service = 'ssm';
  if (text.startsWith('arn:')) {
    const path = text.slice(text.indexOf(':parameter') + ':parameter'.length);
    // The ARNs of /x and x are the same. A name with several levels begins with a slash (PutParameter, AWS Systems Manager API Reference).
    const name = path.indexOf('/', 1) < 0 ? path.slice(1) : path;
    return { service, name, arn: text, policyArn: text };
  }
  const path = text.startsWith('/') ? text : `/${text}`;
  const arn = interpolate(`arn:${partition(region)}:${service}:${region}:`, ACCOUNT_ID, `:parameter${path}`);
  return { service, name: text, arn, policyArn: arn };
}
