// Resolves the references and interpolations of a graph to plain values for the local run.

import { foldValue } from '../graph/fold';
import { type AnyResourceNode, type ResourceGraph, type ResourceNode, resourcesOf } from '../graph/graph';
import type { Inputs, Kind } from '../graph/kind';
import type { SecretIdentity } from '../graph/secret-arn';
import {
  type CodeBundle,
  type Expression,
  type NodeId,
  type ProcessVariables,
  type Reference,
  revealSecret,
  type Value,
} from '../graph/value';

/** The AWS account id that the stand-ins use. */
export const LOCAL_ACCOUNT = '000000000000';

/** Path of the URLs of the run's services, next to the stages of the API. */
export const ENDPOINTS_PATH = '/endpoints';

/** The id of the API in the local run. */
const LOCAL_API_ID = 'local';

/** URLs of the local services, each as `http://127.0.0.1:<port>`. */
export interface LocalEndpoints {
  readonly api: string;
  readonly dynamodb: string;
  readonly sqs: string;
  /** Absent, like `ssm`: no stand-in of secrets. */
  readonly secretsmanager?: string;
  readonly ssm?: string;
  /** The URL that receives the messages to all webhooks; absent: their own URLs. */
  readonly webhooks?: string;
}

/** Inputs with each expression replaced by its plain value, except for the code of a function. */
export type Local<T> = T extends CodeBundle
  ? T
  : T extends Expression
    ? never
    : T extends readonly (infer Item)[]
      ? readonly Local<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]: Local<T[Key]> }
        : T;

/** A resource with its inputs in the local run. */
export interface LocalResource<K extends Kind> {
  readonly id: NodeId;
  readonly name: string;
  readonly inputs: Local<Inputs<K>>;
}

/** The resources of a graph in the local run, by kind. */
export interface LocalResources {
  readonly region: string;
  of<K extends Kind>(kind: K): readonly LocalResource<K>[];
  /** The ARN of the stream of a table. */
  streamArn(table: string): string;
  /** The secrets that functions read. */
  readonly secrets: readonly IdentifiedSecret[];
}

/** A secret of the spec in the local run. */
export interface IdentifiedSecret {
  /** The key in the spec. */
  readonly key: string;
  readonly service: SecretIdentity['service'];
  readonly name: string;
  /** The ARN in requests. */
  readonly arn: string;
}

/** Resolves a graph's expressions to values of the local services; secrets are read from the process variables. */
export function resolveLocally(
  graph: ResourceGraph,
  endpoints: LocalEndpoints,
  variables: ProcessVariables = {},
): LocalResources {
  const { region } = graph.provider;
  const nodes = new Map(graph.resources.map((node) => [node.id, node]));

  const resolve = (value: Value): unknown =>
    foldValue<unknown>(value, {
      scalar: (scalar) => (typeof scalar === 'string' ? toLocalUrl(scalar) : scalar),
      list: (items) => items,
      map: (entries) => Object.fromEntries(Object.entries(entries).filter(([, item]) => item !== undefined)),
      reference: attributeOf,
      account: () => LOCAL_ACCOUNT,
      secret: (secret) => revealSecret(secret, variables),
      interpolation: (parts) => toLocalUrl(parts.map(String).join('')),
      json: (content) => JSON.stringify(content),
      bundle: (code) => code,
    });

  function attributeOf({ node: id, attribute }: Reference): unknown {
    const node = nodes.get(id);
    if (node === undefined) return `${id}.${attribute}`;
    const inputs = node.inputs as { readonly [name: string]: Value | undefined };
    const physicalName = String(resolve(inputs.name ?? node.name));
    const own = inputs[attribute];
    const derived = DERIVED[node.kind]?.[attribute];
    if (derived !== undefined) return derived(physicalName, region, endpoints);
    if (own !== undefined) return resolve(own);
    // The local run does not read the other attributes, such as the ARN of an alarm.
    return attribute === 'id' ? node.name : `${node.name}.${attribute}`;
  }

  const [domain] = resourcesOf(graph, 'aws:apigateway/domainName:DomainName');
  const [stage] = resourcesOf(graph, 'aws:apigateway/stage:Stage');
  const ownUrl = domain && `https://${String(domain.inputs.domainName)}`;

  /** Replaces the URL that the API has on AWS with the URL of the local server. */
  function toLocalUrl(text: string): string {
    const local = text.replaceAll(API_URL, endpoints.api);
    return ownUrl === undefined
      ? local
      : local.replaceAll(ownUrl, `${endpoints.api}/${String(stage?.inputs.stageName)}`);
  }

  return {
    region,
    streamArn: (table) => streamArn(table, region),
    secrets: Object.entries(graph.secrets ?? {}).map(([key, { service, name, arn }]) => ({
      key,
      service,
      name,
      arn: String(resolve(arn)),
    })),
    of: <K extends Kind>(kind: K) =>
      resourcesOf(graph, kind).map(({ id, name, inputs }: Pick<ResourceNode<K>, 'id' | 'name' | 'inputs'>) => ({
        id,
        name,
        inputs: resolve(inputs as Value) as Local<Inputs<K>>,
      })),
  };
}

const API_URL = new RegExp(
  `https://${LOCAL_API_ID}(-vpce-[0-9a-f]+)?\\.execute-api\\.[a-z0-9-]+\\.amazonaws\\.(com(\\.cn)?|eu)`,
  'g',
);

/** The label of a stream, which AWS takes from the time of its creation. */
const STREAM_LABEL = '2026-01-01T00:00:00.000';

function streamArn(table: string, region: string): string {
  return `arn:aws:dynamodb:${region}:${LOCAL_ACCOUNT}:table/${table}/stream/${STREAM_LABEL}`;
}

type Derive = (physicalName: string, region: string, endpoints: LocalEndpoints) => string;

const arn =
  (service: string, prefix: string): Derive =>
  (name, region) =>
    `arn:aws:${service}:${region}:${LOCAL_ACCOUNT}:${prefix}${name}`;

/** Values that AWS generates on a deployment, by kind and attribute. */
const DERIVED: { readonly [K in AnyResourceNode['kind']]?: { readonly [attribute: string]: Derive } } = {
  'aws:apigateway/restApi:RestApi': {
    id: () => LOCAL_API_ID,
    rootResourceId: () => 'root',
    executionArn: (_name, region) => `arn:aws:execute-api:${region}:${LOCAL_ACCOUNT}:${LOCAL_API_ID}`,
  },
  'aws:cloudwatch/logGroup:LogGroup': { arn: arn('logs', 'log-group:') },
  'aws:dynamodb/table:Table': {
    arn: arn('dynamodb', 'table/'),
    id: (name) => name,
    streamArn: (name, region) => streamArn(name, region),
  },
  'aws:iam/policy:Policy': { arn: (name) => `arn:aws:iam::${LOCAL_ACCOUNT}:policy/${name}` },
  'aws:iam/role:Role': { arn: (name) => `arn:aws:iam::${LOCAL_ACCOUNT}:role/${name}`, id: (name) => name },
  'aws:lambda/function:Function': {
    arn: arn('lambda', 'function:'),
    id: (name) => name,
    invokeArn: (name, region, endpoints) =>
      `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${arn('lambda', 'function:')(name, region, endpoints)}/invocations`,
  },
  'aws:sns/topic:Topic': { arn: arn('sns', '') },
  'aws:sqs/queue:Queue': {
    arn: arn('sqs', ''),
    id: (name, _region, { sqs }) => `${sqs}/${LOCAL_ACCOUNT}/${name}`,
    url: (name, _region, { sqs }) => `${sqs}/${LOCAL_ACCOUNT}/${name}`,
  },
};
