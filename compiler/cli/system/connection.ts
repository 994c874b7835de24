// Connections to the services of a deployed system, or of a local run. The clients of the AWS SDK are loaded when they are used.

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { ENDPOINTS_PATH } from '../../local/local-values';
import { once } from '../../local/once';
import { ServiceError } from '../errors/service-error';

/** The services of a system. Each call rejects with ServiceError. */
export interface Connection {
  /** Invokes a function, and returns its response. */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  /** Calls a service with its client; `what` completes the sentence "cannot …". */
  sqs<T>(what: string, call: (client: SQSClient) => Promise<T>): Promise<T>;
  dynamodb<T>(what: string, call: (client: DynamoDBClient) => Promise<T>): Promise<T>;
}

/** How a system is reached. */
export interface Destination {
  readonly region: string;
  /** The URL of a local run; absent: AWS, with the credentials of the AWS CLI. */
  readonly local?: string | undefined;
}

/** The services of a local run accept any credentials. */
const LOCAL_CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

/** How long an invocation can take, in milliseconds: the maximum of Lambda ("Lambda quotas"), and a minute more. */
const INVOCATION_MILLISECONDS = 960_000;

/** Connects to a system. Rejects with ServiceError if the local run does not answer. */
export async function connect({ region, local }: Destination): Promise<Connection> {
  // The SDK's warning about future Node.js versions is not about the system.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const endpoints = local === undefined ? undefined : await readEndpoints(local);
  const settingsOf = (service: 'lambda' | 'sqs' | 'dynamodb') => ({
    region,
    ...(endpoints && { endpoint: endpoints[service] ?? '', credentials: LOCAL_CREDENTIALS }),
  });
  const lambda = once(async () => {
    const { InvokeCommand, LambdaClient } = await import('@aws-sdk/client-lambda');
    const requestHandler = { requestTimeout: INVOCATION_MILLISECONDS };
    return { InvokeCommand, client: new LambdaClient({ ...settingsOf('lambda'), requestHandler }) };
  });
  const sqs = once(async () => new (await import('@aws-sdk/client-sqs')).SQSClient(settingsOf('sqs')));
  const dynamodb = once(
    async () => new (await import('@aws-sdk/client-dynamodb')).DynamoDBClient(settingsOf('dynamodb')),
  );
  return {
    async invoke(functionName, event) {
      const { InvokeCommand, client } = await lambda();
      const command = new InvokeCommand({ FunctionName: functionName, Payload: Buffer.from(JSON.stringify(event)) });
      const { Payload, FunctionError } = await attempt(`invoke ${functionName}`, client.send(command));
      const response: unknown = JSON.parse(Buffer.from(Payload ?? []).toString() || 'null');
      if (FunctionError === undefined) return response;
      throw new ServiceError(`the function ${functionName} failed: ${messageOf(response)}`);
    },
    sqs: async (what, call) => attempt(what, call(await sqs())),
    dynamodb: async (what, call) => attempt(what, call(await dynamodb())),
  };
}

/** The URLs of the services of a local run. */
async function readEndpoints(url: string): Promise<Readonly<Record<string, string>>> {
  try {
    const response = await fetch(new URL(ENDPOINTS_PATH, url));
    const { endpoints } = (await response.json()) as { readonly endpoints?: Readonly<Record<string, string>> };
    if (endpoints !== undefined) return endpoints;
  } catch {
    // The message is the same for all causes.
  }
  throw new ServiceError(`no local run serves ${url}; start one with: payment-spec start`);
}

async function attempt<T>(what: string, call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new ServiceError(`cannot ${what}: ${error.name}${error.message === '' ? '' : `: ${error.message}`}`);
  }
}

/** The message of a function's failure (AWS Lambda Developer Guide, "Error handling"). */
function messageOf(response: unknown): string {
  const { errorType = 'Error', errorMessage = '' } = (response ?? {}) as Readonly<Record<string, unknown>>;
  return `${String(errorType)}: ${String(errorMessage)}`;
}
