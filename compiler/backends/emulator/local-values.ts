// The graph's values as they are on this machine: references and interpolations become plain data.

import { type AnyResourceNode, type ResourceGraph, type ResourceNode, resourcesOf } from '../../graph/graph';
import type { Inputs, Kind } from '../../graph/kinds';
import {
  type CodeBundle,
  type Expression,
  isExpression,
  type NodeId,
  type Reference,
  type Value,
} from '../../graph/value';

/** The account that the stand-ins of AWS believe to be theirs. */
export const LOCAL_ACCOUNT = '000000000000';

/** The id of the API on this machine. */
export const LOCAL_API_ID = 'local';

/** Where the local services answer, each as `http://127.0.0.1:<port>`. */
export interface LocalEndpoints {
  readonly api: string;
  readonly dynamodb: string;
  readonly sqs: string;
}

/** Inputs of which each expression has become a plain value; only the code of a function stays to be bundled. */
export type Local<T> = T extends CodeBundle
  ? T
  : T extends Expression
    ? never
    : T extends readonly (infer Item)[]
      ? readonly Local<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]: Local<T[Key]> }
        : T;

/** A resource with its inputs as they are on this machine. */
export interface LocalResource<K extends Kind> {
  readonly id: NodeId;
  readonly name: string;
  readonly inputs: Local<Inputs<K>>;
}

/** The resources of a graph, by kind, as they are on this machine. */
export interface LocalResources {
  readonly region: string;
  of<K extends Kind>(kind: K): readonly LocalResource<K>[];
}

/** Resolves a graph against the local services. */
export function resolveLocally(graph: ResourceGraph, endpoints: LocalEndpoints): LocalResources {
  const { region } = graph.provider;
  const nodes = new Map(graph.resources.map((node) => [node.id, node]));

  function resolve(value: Value): unknown {
    if (typeof value === 'string') return toLocalUrl(value);
    if (typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(resolve);
    if (!isExpression(value)) {
      return Object.fromEntries(
        Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, resolve(item)]])),
      );
    }
    switch (value.$) {
      case 'reference':
        return attributeOf(value);
      case 'account':
        return LOCAL_ACCOUNT;
      case 'interpolation':
        return toLocalUrl(value.parts.map((part) => String(resolve(part))).join(''));
      case 'json':
        return JSON.stringify(resolve(value.value));
      case 'bundle':
        return value;
    }
  }

  function attributeOf({ node: id, attribute }: Reference): unknown {
    const node = nodes.get(id);
    if (node === undefined) return `${id}.${attribute}`;
    const inputs = node.inputs as { readonly [name: string]: Value | undefined };
    const physicalName = String(resolve(inputs.name ?? node.name));
    const own = inputs[attribute];
    const derived = DERIVED[node.kind]?.[attribute];
    if (derived !== undefined) return derived(physicalName, region, endpoints);
    if (own !== undefined) return resolve(own);
    // Nothing that runs here asks for the rest, such as the ARN of an alarm.
    return attribute === 'id' ? node.name : `${node.name}.${attribute}`;
  }

  const [domain] = resourcesOf(graph, 'aws:apigateway/domainName:DomainName');
  const [stage] = resourcesOf(graph, 'aws:apigateway/stage:Stage');
  const ownUrl = domain && `https://${String(domain.inputs.domainName)}`;

  /** An API's URL is written as AWS will have it: here it is the local server. */
  function toLocalUrl(text: string): string {
    const local = text.replaceAll(API_URL, endpoints.api);
    return ownUrl === undefined
      ? local
      : local.replaceAll(ownUrl, `${endpoints.api}/${String(stage?.inputs.stageName)}`);
  }

  return {
    region,
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

type Derive = (physicalName: string, region: string, endpoints: LocalEndpoints) => string;

const arn =
  (service: string, prefix: string): Derive =>
  (name, region) =>
    `arn:aws:${service}:${region}:${LOCAL_ACCOUNT}:${prefix}${name}`;

/** What AWS would make up, by kind and attribute. */
const DERIVED: { readonly [K in AnyResourceNode['kind']]?: { readonly [attribute: string]: Derive } } = {
  'aws:apigateway/restApi:RestApi': {
    id: () => LOCAL_API_ID,
    rootResourceId: () => 'root',
    executionArn: (_name, region) => `arn:aws:execute-api:${region}:${LOCAL_ACCOUNT}:${LOCAL_API_ID}`,
  },
  'aws:cloudwatch/logGroup:LogGroup': { arn: arn('logs', 'log-group:') },
  'aws:dynamodb/table:Table': { arn: arn('dynamodb', 'table/'), id: (name) => name },
  'aws:iam/role:Role': { arn: (name) => `arn:aws:iam::${LOCAL_ACCOUNT}:role/${name}`, id: (name) => name },
  'aws:lambda/function:Function': {
    arn: arn('lambda', 'function:'),
    id: (name) => name,
    invokeArn: (name, region, endpoints) =>
      `arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${arn('lambda', 'function:')(name, region, endpoints)}/invocations`,
  },
  'aws:sqs/queue:Queue': {
    arn: arn('sqs', ''),
    id: (name, _region, { sqs }) => `${sqs}/${LOCAL_ACCOUNT}/${name}`,
    url: (name, _region, { sqs }) => `${sqs}/${LOCAL_ACCOUNT}/${name}`,
  },
};
