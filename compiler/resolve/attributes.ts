// What expressions may say of a part beyond the fields of the spec: attributes that are derived, or known once deployed.

import { interpolate, reference, type Text } from '../graph/value';
import { currencyRules } from './currencies';
import {
  API_NODE,
  alarmNode,
  compositeAlarmNode,
  DOMAIN_NODE,
  functionNode,
  logGroupNode,
  queueNode,
  roleNode,
  tableNode,
} from './logical-names';
import { dnsSuffix } from './region';
import { shardCount } from './shards';

/** What an attribute is made of: the names in its path that stand for `*`, and the scalar fields of the spec. */
export interface AttributeContext {
  readonly names: readonly string[];
  /** A field's value as text. */
  readonly text: (path: string) => string;
  /** A field's value as it is in the spec, or its default; undefined where it has none. */
  readonly value: (path: readonly string[]) => unknown;
}

type Attribute = (context: AttributeContext) => Text;

const deployed =
  (node: (name: string) => ReturnType<typeof tableNode>, attribute: string): Attribute =>
  ({ names }) =>
    reference(node(names[0] ?? ''), attribute);

const ofApi =
  (attribute: string): Attribute =>
  ({ text }) => {
    // Where there is no API, this says so.
    text('api.name');
    return reference(API_NODE, attribute);
  };

/** An attribute of the domain name, of an edge-optimized API or of another one. */
const ofDomain =
  (edge: string, regional: string): Attribute =>
  ({ text, value }) => {
    // Where there is no domain, this says so.
    text('api.domain.name');
    return reference(DOMAIN_NODE, value(['api', 'endpointType']) === 'EDGE' ? edge : regional);
  };

/** The attributes, by the path of an expression; `*` stands for any name that the spec has there. */
export const ATTRIBUTES: Readonly<Record<string, Attribute>> = {
  normalizedRegion: ({ text }) => text('region').replaceAll('-', ''),
  'payment.currencyRules': ({ value }) =>
    currencyRules(
      value(['payment', 'currencies']) as Parameters<typeof currencyRules>[0],
      value(['payment', 'limits']) as Parameters<typeof currencyRules>[1],
    ),
  'tables.*.arn': deployed(tableNode, 'arn'),
  'tables.*.name': deployed(tableNode, 'name'),
  'tables.*.indexes.*.name': ({ names }) => names[1] ?? '',
  'tables.*.indexes.*.arn': ({ names: [table = '', index = ''] }) =>
    interpolate(reference(tableNode(table), 'arn'), `/index/${index}`),
  'tables.*.indexes.*.shards': ({ names: [table = '', index = ''], value }) =>
    String(shardCount(value(['tables', table]) as Parameters<typeof shardCount>[0], index)),
  'queues.*.arn': deployed(queueNode, 'arn'),
  'queues.*.name': deployed(queueNode, 'name'),
  'queues.*.url': deployed(queueNode, 'url'),
  'functions.*.arn': deployed(functionNode, 'arn'),
  'functions.*.invokeArn': deployed(functionNode, 'invokeArn'),
  'functions.*.name': deployed(functionNode, 'name'),
  'functions.*.role.arn': deployed(roleNode, 'arn'),
  'functions.*.role.name': deployed(roleNode, 'name'),
  'functions.*.logGroup.arn': deployed(logGroupNode, 'arn'),
  'functions.*.logGroup.name': deployed(logGroupNode, 'name'),
  'api.id': ofApi('id'),
  'api.arn': ofApi('arn'),
  'api.executionArn': ofApi('executionArn'),
  'api.rootResourceId': ofApi('rootResourceId'),
  'api.url': ({ text, value }) => {
    if (value(['api', 'domain']) !== undefined)
      return interpolate('https://', reference(DOMAIN_NODE, 'domainName'), '/');
    // The first VPC endpoint of a private API, whose name for it needs no private DNS.
    const [endpoint] = (value(['api', 'vpcEndpointIds']) as readonly string[] | undefined) ?? [];
    return interpolate(
      'https://',
      reference(API_NODE, 'id'),
      endpoint === undefined ? '' : `-${endpoint}`,
      `.execute-api.${text('region')}.${dnsSuffix(text('region'))}/${text('api.stage')}/`,
    );
  },
  'api.domain.target': ofDomain('cloudfrontDomainName', 'regionalDomainName'),
  'api.domain.targetZoneId': ofDomain('cloudfrontZoneId', 'regionalZoneId'),
  'api.corsOrigins': ({ value }) =>
    ((value(['api', 'cors', 'origins']) as readonly string[] | undefined) ?? ['none']).join(','),
  'alarms.*.arn': deployed(alarmNode, 'arn'),
  'alarms.*.name': deployed(alarmNode, 'name'),
  'compositeAlarms.*.arn': deployed(compositeAlarmNode, 'arn'),
  'compositeAlarms.*.name': deployed(compositeAlarmNode, 'alarmName'),
};
