// Texts as AWS gets them, for their length: what only AWS knows is a stand-in of the same length.

import type { AnyResourceNode, ResourceGraph } from '../graph/graph';
import type { Kind } from '../graph/kinds';
import { isExpression, type Reference, type Value } from '../graph/value';
import { partition } from '../resolve/region';

const ACCOUNT = '123456789012';
const UUID = '12345678-1234-1234-1234-123456789012';

/** The ids of a REST API and of its resources. */
const API_ID = 'abcdefghij';

/** As long as the ARNs and ids that no policy or alarm names by today. */
const UNKNOWN = 'x'.repeat(128);

/** What an ARN ends with, after the account, by the resource's own name. */
const ARN_ENDS: { readonly [K in Kind]?: (name: string) => string } = {
  'aws:cloudwatch/compositeAlarm:CompositeAlarm': (name) => `cloudwatch:alarm:${name}`,
  'aws:cloudwatch/metricAlarm:MetricAlarm': (name) => `cloudwatch:alarm:${name}`,
  'aws:cloudwatch/logGroup:LogGroup': (name) => `logs:log-group:${name}`,
  'aws:dynamodb/table:Table': (name) => `dynamodb:table/${name}`,
  'aws:kms/key:Key': () => `kms:key/${UUID}`,
  'aws:lambda/function:Function': (name) => `lambda:function:${name}`,
  'aws:sns/topic:Topic': (name) => `sns:${name}`,
  'aws:sqs/queue:Queue': (name) => `sqs:${name}`,
};

/** Gives the values of a graph as AWS gets them: text, and JSON as text without white space. */
export function deployedTexts(graph: ResourceGraph): (value: Value) => string {
  const nodes = new Map<string, AnyResourceNode>(graph.resources.map((node) => [node.id, node]));
  const { region } = graph.provider;
  const arn = (service: string, end: string) => `arn:${partition(region)}:${service}:${region}:${ACCOUNT}:${end}`;

  function attribute({ node: id, attribute: name }: Reference): string {
    const node = nodes.get(id);
    if (node === undefined) return UNKNOWN;
    const inputs = node.inputs as Readonly<Record<string, Value | undefined>>;
    const own = inputs[name];
    if (own !== undefined) return text(own);
    if (node.kind === 'aws:apigateway/restApi:RestApi')
      return name === 'executionArn' ? arn('execute-api', API_ID) : API_ID;
    if (name === 'owner') return ACCOUNT;
    const ownName = text(inputs.name ?? inputs.alarmName ?? node.name);
    // The id of a role is its name.
    if (node.kind === 'aws:iam/role:Role' && name === 'id') return ownName;
    const end = ARN_ENDS[node.kind]?.(ownName);
    if (name !== 'arn' || end === undefined) return UNKNOWN;
    const [service = '', ...rest] = end.split(':');
    return arn(service, rest.join(':'));
  }

  function plain(value: Value): unknown {
    if (typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(plain);
    if (isExpression(value)) return text(value);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  }

  function text(value: Value): string {
    if (!isExpression(value)) return typeof value === 'object' ? JSON.stringify(plain(value)) : String(value);
    switch (value.$) {
      case 'reference':
        return attribute(value);
      case 'account':
        return ACCOUNT;
      case 'interpolation':
        return value.parts.map(text).join('');
      case 'json':
        return JSON.stringify(plain(value.value));
      case 'bundle':
        return value.entry;
    }
  }

  return text;
}
