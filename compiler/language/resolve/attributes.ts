// Attributes of parts for expressions: derived ones, and ones that are known only after deployment.

import type { Handle } from '../../graph/handle';
import {
  API,
  alarmHandle,
  compositeAlarmHandle,
  DOMAIN,
  functionHandle,
  logGroupHandle,
  queueHandle,
  roleHandle,
  tableHandle,
} from '../../graph/handles';
import type { Kind, Output } from '../../graph/kind';
import { dnsSuffix } from '../../graph/region';
import { secretIdentity } from '../../graph/secret-arn';
import { interpolate, type Text } from '../../graph/value';
import { shardCount } from '../../model/shards';
import { currencyRules } from './currencies';
import { webhookRules } from './webhooks';

/** The inputs of an attribute: the names in its path that match `*`, and the scalar fields of the spec. */
export interface AttributeContext {
  readonly names: readonly string[];
  /** A field's value as text. */
  readonly text: (path: readonly string[]) => string;
  /** A field's resolved value. */
  readonly resolved: (path: readonly string[]) => Text;
  /** A field's value as it is in the spec, or its default; undefined if it has none. */
  readonly value: (path: readonly string[]) => unknown;
}

type Attribute = (context: AttributeContext) => Text;

const deployed =
  <K extends Kind>(handleOf: (name: string) => Handle<K>, output: Output<K>): Attribute =>
  ({ names }) =>
    handleOf(names[0] ?? '').ref(output);

const ofApi =
  (output: Output<typeof API.kind>): Attribute =>
  ({ text }) => {
    // Reports a missing API.
    text(['api', 'name']);
    return API.ref(output);
  };

type DomainOutput = Output<typeof DOMAIN.kind>;

/** An attribute of the domain name, which differs between edge-optimized and other APIs. */
const ofDomain =
  (edge: DomainOutput, regional: DomainOutput): Attribute =>
  ({ text, value }) => {
    // Reports a missing domain.
    text(['api', 'domain', 'name']);
    return DOMAIN.ref(value(['api', 'endpointType']) === 'EDGE' ? edge : regional);
  };

/** An attribute of a secret, whose name or ARN the spec states. */
const ofSecret =
  (attribute: 'arn' | 'name'): Attribute =>
  (context) =>
    secretOf(context.names[0] ?? '', context)[attribute];

function secretOf(name: string, { text, value }: AttributeContext) {
  const field = (step: 'secretsManager' | 'parameter') =>
    value(['secrets', name, step]) === undefined ? undefined : text(['secrets', name, step]);
  const source = { secretsManager: field('secretsManager'), parameter: field('parameter') };
  return secretIdentity(source, text(['region']));
}

/** The attributes, by the path of an expression; `*` is any name in the spec. */
export const ATTRIBUTES: Readonly<Record<string, Attribute>> = {
  normalizedRegion: ({ text }) => text(['region']).replaceAll('-', ''),
  'payment.currencyRules': ({ value }) =>
    currencyRules(
      value(['payment', 'currencies']) as Parameters<typeof currencyRules>[0],
      value(['payment', 'limits']) as Parameters<typeof currencyRules>[1],
    ),
  'payment.webhookRules': (context) =>
    webhookRules(context.value(['payment', 'webhooks']) as Parameters<typeof webhookRules>[0], {
      urlOf: (name) => context.resolved(['payment', 'webhooks', name, 'url']),
      arnOf: (secret) => secretOf(secret, context).arn,
    }),
  'tables.*.arn': deployed(tableHandle, 'arn'),
  'tables.*.name': deployed(tableHandle, 'name'),
  'tables.*.streamArn': deployed(tableHandle, 'streamArn'),
  'tables.*.indexes.*.name': ({ names }) => names[1] ?? '',
  'tables.*.indexes.*.arn': ({ names: [table = '', index = ''] }) =>
    interpolate(tableHandle(table).ref('arn'), `/index/${index}`),
  'tables.*.indexes.*.shards': ({ names: [table = '', index = ''], value }) =>
    String(shardCount(value(['tables', table]) as Parameters<typeof shardCount>[0], index)),
  'secrets.*.arn': ofSecret('arn'),
  'secrets.*.name': ofSecret('name'),
  'queues.*.arn': deployed(queueHandle, 'arn'),
  'queues.*.name': deployed(queueHandle, 'name'),
  'queues.*.url': deployed(queueHandle, 'url'),
  'functions.*.arn': deployed(functionHandle, 'arn'),
  'functions.*.invokeArn': deployed(functionHandle, 'invokeArn'),
  'functions.*.name': deployed(functionHandle, 'name'),
  'functions.*.role.arn': deployed(roleHandle, 'arn'),
  'functions.*.role.name': deployed(roleHandle, 'name'),
  'functions.*.logGroup.arn': deployed(logGroupHandle, 'arn'),
  'functions.*.logGroup.name': deployed(logGroupHandle, 'name'),
  'api.id': ofApi('id'),
  'api.arn': ofApi('arn'),
  'api.executionArn': ofApi('executionArn'),
  'api.rootResourceId': ofApi('rootResourceId'),
  'api.url': ({ text, value }) => {
    if (value(['api', 'domain']) !== undefined) return interpolate('https://', DOMAIN.ref('domainName'), '/');
    // The first VPC endpoint of a private API. Its host name works without private DNS.
    const [endpoint] = (value(['api', 'vpcEndpointIds']) as readonly string[] | undefined) ?? [];
    return interpolate(
      'https://',
      API.ref('id'),
      endpoint === undefined ? '' : `-${endpoint}`,
      `.execute-api.${text(['region'])}.${dnsSuffix(text(['region']))}/${text(['api', 'stage'])}/`,
    );
  },
  'api.domain.target': ofDomain('cloudfrontDomainName', 'regionalDomainName'),
  'api.domain.targetZoneId': ofDomain('cloudfrontZoneId', 'regionalZoneId'),
  'api.corsOrigins': ({ value }) =>
    ((value(['api', 'cors', 'origins']) as readonly string[] | undefined) ?? ['none']).join(','),
  'alarms.*.arn': deployed(alarmHandle, 'arn'),
  'alarms.*.name': deployed(alarmHandle, 'name'),
  'compositeAlarms.*.arn': deployed(compositeAlarmHandle, 'arn'),
  'compositeAlarms.*.name': deployed(compositeAlarmHandle, 'alarmName'),
};
