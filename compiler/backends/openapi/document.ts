// Renders the API of a graph as an OpenAPI 3.1 document: its routes, with the requests and responses of the payment handler.

import type { Setting } from '../../../contract/settings';
import {
  type AnyResourceNode,
  dependenciesOf,
  type ResourceGraph,
  type ResourceNode,
  resourcesOf,
} from '../../graph/graph';
import { pathParameters } from '../../graph/route-path';
import type { JsonObject, JsonValue, Reference, Value } from '../../graph/value';
import { PROBLEM } from './answers';
import { COMPONENTS, type OperationContext, operationOf, UNKNOWN_OPERATION } from './operations';
import { EVENT_COMPONENTS, hasEvents, WEBHOOKS } from './webhooks';

type Method = ResourceNode<'aws:apigateway/method:Method'>;
type Lambda = ResourceNode<'aws:lambda/function:Function'>;

/** Renders a graph; a spec without an API results in a document without paths. The output is deterministic. */
export function renderOpenApi(graph: ResourceGraph): JsonObject {
  const paths: Record<string, Record<string, JsonValue>> = {};
  const schemes = new Set<string>();
  for (const method of resourcesOf(graph, 'aws:apigateway/method:Method')) {
    const path = pathOf(graph, method.inputs.resourceId as Value);
    const verb = String(method.inputs.httpMethod);
    const security = securityOf(method);
    for (const scheme of security) schemes.add(scheme);
    paths[path] ??= {};
    paths[path][verb.toLowerCase()] = {
      ...describe(graph, method, verb, path),
      ...(security.length > 0 && { security: [Object.fromEntries(security.map((scheme) => [scheme, []]))] }),
    };
  }
  const [stage] = resourcesOf(graph, 'aws:apigateway/stage:Stage');
  const [api] = resourcesOf(graph, 'aws:apigateway/restApi:RestApi');
  const sendsEvents = hasEvents(graph);
  return {
    openapi: '3.1.0',
    info: { title: `${graph.project} API`, version: '1', description: String(api?.inputs.description ?? '') },
    // A relative URL is valid wherever the document is served next to the API.
    ...(stage !== undefined && { servers: [{ url: `/${String(stage.inputs.stageName)}` }] }),
    paths: sorted(paths),
    ...(sendsEvents && { webhooks: WEBHOOKS }),
    components: {
      ...COMPONENTS,
      schemas: { ...COMPONENTS.schemas, Problem: PROBLEM, ...(sendsEvents && EVENT_COMPONENTS) },
      ...(schemes.size > 0 && {
        securitySchemes: Object.fromEntries([...schemes].sort().map((name) => [name, SCHEMES[name] ?? {}])),
      }),
    },
  };
}

function describe(graph: ResourceGraph, method: Method, verb: string, path: string): JsonObject {
  const lambda = functionOf(graph, method);
  const variables = lambda?.inputs.environment as { readonly variables?: Readonly<Record<string, Value>> } | undefined;
  const settings = variables?.variables ?? {};
  const context = contextOf(lambda, settings);
  const known = context && operationOf(verb, path, context);
  const declared = queryParameters(method);
  if (known === undefined) return { parameters: [...declareParameters(path), ...declared], ...UNKNOWN_OPERATION };
  const required = declared.filter((parameter) => parameter.required === true);
  return required.length === 0 ? known : { ...known, parameters: requireParameters(known.parameters ?? [], required) };
}

/** Marks the parameters that API Gateway requires before it calls the function. */
function requireParameters(parameters: JsonValue, required: readonly JsonObject[]): JsonObject[] {
  const others = required.map(({ name }) => name);
  const kept = (parameters as readonly JsonObject[]).map((parameter) =>
    parameter.in === 'query' && others.includes(parameter.name ?? '') ? { ...parameter, required: true } : parameter,
  );
  return [...kept, ...required.filter(({ name }) => !kept.some((parameter) => parameter.name === name))];
}

/** The query parameters that a method declares. */
function queryParameters({ inputs: { requestParameters = {} } }: Method): JsonObject[] {
  const prefix = 'method.request.querystring.';
  return Object.entries(requestParameters)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, required]) => ({
      name: name.slice(prefix.length),
      in: 'query',
      ...(required === true && { required: true }),
      schema: { type: 'string' },
    }));
}

/** The settings of the payment handler in the graph. */
type Settings = Readonly<Partial<Record<Setting, Value>>>;

/** The payment handler's settings from its environment; undefined for other functions. */
function contextOf(lambda: Lambda | undefined, settings: Settings): OperationContext | undefined {
  if (lambda === undefined || settings.PAYMENT_CURRENCIES === undefined) return undefined;
  return {
    hasCors: settings.CORS_ORIGINS !== 'none',
    pageSize: Number(settings.PAGE_SIZE),
    body: bodyOf((lambda.inputs.code as { readonly bodySchema?: object }).bodySchema ?? {}, settings),
  };
}

/** The schema of bodies, with the currencies and the handling of unknown members that the spec sets. */
function bodyOf(schema: object, { PAYMENT_CURRENCIES, UNKNOWN_MEMBERS }: Settings): JsonObject {
  const { $schema: _dialect, properties = {}, ...rest } = schema as JsonObject;
  const known = properties as { readonly [name: string]: JsonObject };
  const codes = String(PAYMENT_CURRENCIES)
    .split(',')
    .map((rule) => rule.slice(0, 3));
  return {
    ...rest,
    properties: { ...known, ...(known.currency && { currency: { ...known.currency, enum: codes } }) },
    ...(UNKNOWN_MEMBERS === 'REFUSE' && { additionalProperties: false }),
  };
}

/** The function that a method invokes, through the integration that refers to both. */
function functionOf(graph: ResourceGraph, method: Method): Lambda | undefined {
  const called = resourcesOf(graph, 'aws:apigateway/integration:Integration')
    .map(dependenciesOf)
    .find((ids) => ids.has(method.id));
  return resourcesOf(graph, 'aws:lambda/function:Function').find(({ id }) => called?.has(id));
}

function pathOf(graph: ResourceGraph, resourceId: Value): string {
  const node = graph.resources.find(({ id }) => id === nodeOf(resourceId)) as AnyResourceNode | undefined;
  if (node?.kind !== 'aws:apigateway/resource:Resource') return '';
  return `${pathOf(graph, node.inputs.parentId as Value)}/${String(node.inputs.pathPart)}`;
}

function nodeOf(value: Value | undefined): string | undefined {
  return (value as Reference | undefined)?.node;
}

function declareParameters(path: string): JsonObject[] {
  return pathParameters(path).map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

const SCHEMES: Readonly<Record<string, JsonObject>> = {
  apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
  bearer: { type: 'http', scheme: 'bearer' },
  signature: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: 'AWS Signature Version 4. The local run does not check it.',
  },
};

/** The schemes that a method requires together. */
function securityOf({ inputs: { authorization, apiKeyRequired } }: Method): string[] {
  const first = authorization === 'AWS_IAM' ? ['signature'] : authorization === 'NONE' ? [] : ['bearer'];
  return apiKeyRequired === true ? [...first, 'apiKey'] : first;
}

function sorted(paths: Readonly<Record<string, Readonly<Record<string, JsonValue>>>>): JsonObject {
  return Object.fromEntries(
    Object.entries(paths)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, item]) => [path === '' ? '/' : path, item]),
  );
}
