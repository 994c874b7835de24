// Reads secrets from AWS Secrets Manager and from parameters of AWS Systems Manager. Only bundles of functions with secrets contain it.

import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import type { CallBudget } from '../contract/call-budgets';
import { clientSettings } from './clients';
import type { FetchSecret } from './secrets';
import { traced } from './tracing';

/** The budget of a read. A function reads a secret once for each lifetime of its value. */
const BUDGET: CallBudget = { attempts: 3, timeoutMilliseconds: 2_000 };

/** The clients, each created at its first use. */
export interface SecretClients {
  readonly secretsManager: () => SecretsManagerClient;
  readonly ssm: () => SSMClient;
}

/** The clients of the function's Region. */
export function createSecretClients(): SecretClients {
  let secretsManager: SecretsManagerClient | undefined;
  let ssm: SSMClient | undefined;
  return {
    secretsManager() {
      secretsManager ??= traced(new SecretsManagerClient(clientSettings(BUDGET)));
      return secretsManager;
    },
    ssm() {
      ssm ??= traced(new SSMClient(clientSettings(BUDGET)));
      return ssm;
    },
  };
}

/** Creates the function that reads secrets by their ARNs, which tell the service. Its errors never contain a value. */
export function fetchFromAws(clients: SecretClients): FetchSecret {
  return async (arn) => {
    const value = isParameter(arn)
      ? (await clients.ssm().send(new GetParameterCommand({ Name: arn, WithDecryption: true }))).Parameter?.Value
      : (await clients.secretsManager().send(new GetSecretValueCommand({ SecretId: arn }))).SecretString;
    if (value === undefined || value === '') throw new Error(`the secret ${arn} has no text`);
    return value;
  };
}

function isParameter(arn: string): boolean {
  return arn.split(':')[2] === 'ssm';
}
