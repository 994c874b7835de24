// The ARNs of the tables, indexes, queues and secrets that a request names.

import { partition } from '../../graph/region';
import { LOCAL_ACCOUNT } from '../local-values';
import type { JsonObject, Service } from './call';

/** Returns the ARNs of the resources of a request, each once; none for malformed names. */
export function resourcesOf(service: Service, region: string, request: JsonObject): readonly string[] {
  if (service === 'secretsmanager' || service === 'ssm') {
    const id = service === 'ssm' ? request.Name : request.SecretId;
    return typeof id === 'string' ? [secretArn(service, region, id)] : [];
  }
  const names = service === 'sqs' ? queuesOf(request) : tablesOf(request);
  return names.map((name) => `arn:aws:${service}:${region}:${LOCAL_ACCOUNT}:${name}`);
}

/** The characters that the local run appends to the ARN of a secret, as Secrets Manager does with random ones. */
const ARN_SUFFIX = '-local0';

/** The complete ARN of a secret that is given by its name, its ARN, or its ARN without the appended characters. */
export function secretArn(service: 'secretsmanager' | 'ssm', region: string, id: string): string {
  const prefix = `arn:${partition(region)}:${service}:${region}:${LOCAL_ACCOUNT}:`;
  if (service === 'ssm') return id.startsWith('arn:') ? id : `${prefix}parameter${id.startsWith('/') ? '' : '/'}${id}`;
  const arn = id.startsWith('arn:') ? id : `${prefix}secret:${id}`;
  return /-[A-Za-z0-9]{6}$/.test(arn) ? arn : `${arn}${ARN_SUFFIX}`;
}

function queuesOf({ QueueUrl, QueueName }: JsonObject): string[] {
  if (typeof QueueUrl === 'string') return [QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1)];
  return typeof QueueName === 'string' ? [QueueName] : [];
}

function tablesOf({ TableName, IndexName, RequestItems }: JsonObject): string[] {
  if (typeof TableName === 'string')
    return [`table/${nameOf(TableName)}${typeof IndexName === 'string' ? `/index/${IndexName}` : ''}`];
  return isObject(RequestItems) ? Object.keys(RequestItems).map((name) => `table/${nameOf(name)}`) : [];
}

/** The name of a table that is given by its name or its ARN. */
function nameOf(table: string): string {
  return table.startsWith('arn:') ? table.slice(table.indexOf('/') + 1) : table;
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
