// Derives the settings of functions in the local run: Lambda's environment variables, and endpoints of the local services.

import { devNull, totalmem } from 'node:os';
import { LOCAL_RECEIVER } from '../../../contract/event-settings';
import { type ResourceGraph, resourcesOf } from '../../graph/graph';
import type { Inputs } from '../../graph/kind';
import { LOCAL_ACCOUNT, type Local, type LocalEndpoints, type LocalResource } from '../local-values';
import type { RunBundle } from '../run-bundler';
import type { FunctionSettings } from './function-host';

type FunctionInputs = Local<Inputs<'aws:lambda/function:Function'>>;

/** Lambda's defaults (CreateFunction, AWS Lambda API Reference). */
const DEFAULTS = { timeoutSeconds: 3, memorySizeMegabytes: 128 } as const;

/** Maximum time that a function's code may take to load. Lambda allows 10 s (Init phase), but this machine may be slower or busy. */
const INIT_TIMEOUT_SECONDS = 60;

/** Memory that one thread with a bundle needs, in bytes. Functions may use half of this machine's memory. */
const THREAD_BYTES = 64 * 1024 * 1024;

/** Maximum number of threads of a function that this machine has memory for. */
const MEMORY_CONCURRENCY = Math.max(4, Math.floor(totalmem() / 2 / THREAD_BYTES));

/** The context of a function in the local run. */
export interface FunctionSurroundings {
  readonly region: string;
  readonly endpoints: LocalEndpoints;
  /** The access key id by which the stand-ins know the function. */
  readonly accessKeyId: string;
  /** The function's bundle. */
  readonly bundle: RunBundle;
  readonly print: (line: string, traceId?: string) => void;
}

/** The memory of each function of a graph, in MB. */
export function memorySizes(graph: ResourceGraph): number[] {
  const functions = resourcesOf(graph, 'aws:lambda/function:Function');
  return functions.flatMap(({ inputs: { memorySize = DEFAULTS.memorySizeMegabytes } }) =>
    typeof memorySize === 'number' ? [memorySize] : [],
  );
}

/** Derives the settings of a function from its node. */
export function describeFunction(
  { name, inputs }: LocalResource<'aws:lambda/function:Function'>,
  { region, endpoints, accessKeyId, bundle, print }: FunctionSurroundings,
): FunctionSettings {
  const physicalName = inputs.name ?? name;
  const memorySizeMegabytes = inputs.memorySize ?? DEFAULTS.memorySizeMegabytes;
  const logGroupName = `/aws/lambda/${physicalName}`;
  return {
    name: physicalName,
    arn: `arn:aws:lambda:${region}:${LOCAL_ACCOUNT}:function:${physicalName}`,
    ...bundle,
    handler: (inputs.handler ?? 'index.handler').replace(/^index\./, ''),
    environment: {
      ...lambdaEnvironment(inputs, { physicalName, memorySizeMegabytes, logGroupName, region }),
      ...localEnvironment(endpoints, accessKeyId),
      ...inputs.environment?.variables,
    },
    memorySizeMegabytes,
    initTimeoutSeconds: INIT_TIMEOUT_SECONDS,
    timeoutSeconds: inputs.timeout ?? DEFAULTS.timeoutSeconds,
    logGroupName,
    concurrency: MEMORY_CONCURRENCY,
    print,
  };
}

/**
 * The environment variables that Lambda sets (Defined runtime environment variables). LAMBDA_TASK_ROOT is left out,
 * because the X-Ray SDK sends its records if that is set.
 */
function lambdaEnvironment(
  { handler = 'index.handler', runtime = '' }: FunctionInputs,
  of: { physicalName: string; memorySizeMegabytes: number; logGroupName: string; region: string },
): Record<string, string> {
  return {
    _HANDLER: handler,
    AWS_REGION: of.region,
    AWS_DEFAULT_REGION: of.region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: of.physicalName,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(of.memorySizeMegabytes),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_LOG_GROUP_NAME: of.logGroupName,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    TZ: ':UTC',
  };
}

/** The environment variables that direct a function's AWS calls to this machine. */
function localEnvironment(
  { dynamodb, sqs, secretsmanager, ssm, webhooks }: LocalEndpoints,
  accessKeyId: string,
): Record<string, string> {
  return {
    // The stand-ins do not check signatures. Real credentials must never be used.
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    AWS_ENDPOINT_URL_SQS: sqs,
    ...(secretsmanager !== undefined && { AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsmanager }),
    ...(ssm !== undefined && { AWS_ENDPOINT_URL_SSM: ssm }),
    ...(webhooks !== undefined && { [LOCAL_RECEIVER]: webhooks }),
    // The function must not use the developer's AWS settings.
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_XRAY_SDK_ENABLED: 'false',
    AWS_XRAY_CONTEXT_MISSING: 'IGNORE_ERROR',
    // The warning is about this machine's Node.js version. The function has another one on Lambda.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}
