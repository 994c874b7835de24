// The ARNs of the tables, indexes and queues that a request names.

import { LOCAL_ACCOUNT } from '../local-values';
import type { JsonObject, Service } from './call';

/** Returns the ARNs of the resources of a request, each once; none for malformed names. */
export function resourcesOf(service: Service, region: string, request: JsonObject): readonly string[] {
  const names = service === 'sqs' ? queuesOf(request) : tablesOf(request);
  return names.map((name) => `arn:aws:${service}:${region}:${LOCAL_ACCOUNT}:${name}`);
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
