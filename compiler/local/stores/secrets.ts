// The stand-in of AWS Secrets Manager and of parameters of AWS Systems Manager: it answers the reads of values.

import type { ServerResponse } from 'node:http';
import { failure, type JsonObject, type Service, type StoreAnswer } from '../front/call';
import { type StandInRequests, send } from '../front/endpoint';
import { secretArn } from '../front/resources';
import type { IdentifiedSecret } from '../local-values';
import type { SecretValues } from '../secret-values';

type SecretService = Extract<Service, 'secretsmanager' | 'ssm'>;

/** A secret of the run. */
type LocalSecret = IdentifiedSecret & { readonly value: string };

/** The stand-in. */
export interface LocalSecrets {
  /** The requests of a service that are not complete calls. */
  requestsOf(service: SecretService): StandInRequests;
  /** Answers an operation in a Region. */
  perform(service: SecretService, operation: string, region: string, request: JsonObject): Promise<StoreAnswer>;
  /** Replaces the secrets. */
  configure(secrets: readonly IdentifiedSecret[]): void;
}

/** Opens the stand-in, without secrets. */
export function openSecrets(secretValue: SecretValues): LocalSecrets {
  let held: readonly LocalSecret[] = [];
  const find = (service: SecretService, region: string, id: unknown) => {
    if (typeof id !== 'string') return undefined;
    const arn = secretArn(service, region, id);
    return held.find((one) => one.service === service && secretArn(service, region, one.arn) === arn);
  };
  return {
    requestsOf: (service) => ({
      service,
      refuse: (_text, request) =>
        request === undefined
          ? failure(service, 400, 'SerializationException', 'the body must be a JSON object')
          : undefined,
      answerOther: (_request, response) => refuseOther(service, response),
    }),
    perform(service, operation, region, request) {
      const isParameter = service === 'ssm';
      if (operation !== (isParameter ? 'GetParameter' : 'GetSecretValue'))
        return Promise.resolve(failure(service, 400, 'UnknownOperationException', `unknown operation ${operation}`));
      const found = find(service, region, isParameter ? request.Name : request.SecretId);
      return Promise.resolve(isParameter ? asParameter(found, request) : asSecret(found, region, request));
    },
    configure(secrets) {
      held = secrets.map((secret) => ({ ...secret, value: secretValue(secret.key) }));
    },
  };
}

/** The answer of GetSecretValue (AWS Secrets Manager API Reference). A secret has one version here. */
function asSecret(found: LocalSecret | undefined, region: string, { VersionStage }: JsonObject): StoreAnswer {
  const isCurrent = VersionStage === undefined || VersionStage === 'AWSCURRENT';
  if (found === undefined || !isCurrent)
    return failure(
      'secretsmanager',
      400,
      'ResourceNotFoundException',
      "Secrets Manager can't find the specified secret.",
    );
  return {
    statusCode: 200,
    body: {
      ARN: secretArn('secretsmanager', region, found.arn),
      Name: found.name,
      SecretString: found.value,
      VersionId: '00000000-0000-4000-8000-000000000000',
      VersionStages: ['AWSCURRENT'],
    },
  };
}

/** The answer of GetParameter (AWS Systems Manager API Reference). Without WithDecryption, the value of a SecureString stays encrypted. */
function asParameter(found: LocalSecret | undefined, { WithDecryption }: JsonObject): StoreAnswer {
  if (found === undefined) return failure('ssm', 400, 'ParameterNotFound', 'UnknownError');
  const { name, arn, value } = found;
  return {
    statusCode: 200,
    body: {
      Parameter: {
        Name: name,
        Type: 'SecureString',
        Value: WithDecryption === true ? value : ENCRYPTED,
        Version: 1,
        ARN: arn,
      },
    },
  };
}

/** The place of an encrypted value. */
const ENCRYPTED = 'encrypted';

function refuseOther(service: SecretService, response: ServerResponse): void {
  send(response, failure(service, 400, 'UnknownOperationException', 'the X-Amz-Target header is missing or unknown'));
}

/** An answer without the values of secrets, for everything that records calls. */
export function withoutValues(answer: StoreAnswer): StoreAnswer {
  const { SecretString, Parameter } = answer.body;
  const body: JsonObject = {
    ...answer.body,
    ...(SecretString !== undefined && { SecretString: HIDDEN }),
    ...(typeof Parameter === 'object' && Parameter !== null && { Parameter: { ...Parameter, Value: HIDDEN } }),
  };
  return { ...answer, body };
}

const HIDDEN = '<secret>';
