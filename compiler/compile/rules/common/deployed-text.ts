// Renders texts as AWS receives them, to measure their length. Values that only AWS knows are placeholders of the usual length.

import { type ExpressionFold, type Mapped, mapValue } from '../../../graph/fold';
import type { AnyResourceNode, ResourceGraph } from '../../../graph/graph';
import type { Kind } from '../../../graph/kind';
import { partition } from '../../../graph/region';
import type { Reference, Value } from '../../../graph/value';

const ACCOUNT = '123456789012';
const UUID = '12345678-1234-1234-1234-123456789012';

/** The ids of a REST API and of its resources. */
const API_ID = 'abcdefghij';

/** The label of a table's stream: the time of its creation. */
const STREAM_LABEL = '2026-01-01T00:00:00.000';

/** A placeholder for other ARNs and ids, which no policy or alarm contains today. */
const UNKNOWN = 'x'.repeat(128);

/** The end of an ARN after the account, by the physical name. */
const ARN_ENDS: { readonly [K in Kind]?: (name: string) => string } = {
  'aws:cloudwatch/compositeAlarm:CompositeAlarm': (name) => `cloudwatch:alarm:${name}`,
  'aws:cloudwatch/metricAlarm:MetricAlarm': (name) => `cloudwatch:alarm:${name}`,
  'aws:cloudwatch/logGroup:LogGroup': (name) => `logs:log-group:${name}`,
  'aws:dynamodb/table:Table': (name) => `dynamodb:table/${name}`,
  'aws:kms/key:Key': () => `kms:key/${UUID}`,
  'aws:lambda/function:Function': (name) => `lambda:function:${name}`,
  'aws:scheduler/scheduleGroup:ScheduleGroup': (name) => `scheduler:schedule-group/${name}`,
  'aws:sns/topic:Topic': (name) => `sns:${name}`,
  'aws:sqs/queue:Queue': (name) => `sqs:${name}`,
};

/** Renders the values of a graph as AWS receives them, with JSON without white space. */
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
    if (name === 'streamArn') return arn('dynamodb', `table/${ownName}/stream/${STREAM_LABEL}`);
    const end = ARN_ENDS[node.kind]?.(ownName);
    if (name !== 'arn' || end === undefined) return UNKNOWN;
    const [service = '', ...rest] = end.split(':');
    return arn(service, rest.join(':'));
  }

  const deployed: ExpressionFold<Mapped<string>> = {
    secret: () => UNKNOWN,
    reference: attribute,
    account: () => ACCOUNT,
    interpolation: (parts) => parts.join(''),
    json: (content) => JSON.stringify(content),
    bundle: ({ entry }) => entry,
  };

  function text(value: Value): string {
    // Most inputs are plain text.
    if (typeof value === 'string') return value;
    const plain = mapValue(value, deployed);
    return typeof plain === 'object' ? JSON.stringify(plain) : String(plain);
  }

  return text;
}
