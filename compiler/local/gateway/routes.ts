// Derives the API's routes from its nodes, and finds the route of a request.

import { parameterOf } from '../../graph/route-path';
import { LocalRunError } from '../local-run-error';
import type { LocalResources } from '../local-values';

/** A method of a path of a stage, and the function that handles its requests. */
export interface Route {
  /** The name of the method's node. */
  readonly name: string;
  readonly stage: string;
  readonly stageVariables: Readonly<Record<string, string>> | null;
  readonly apiId: string;
  readonly method: string;
  readonly resourceId: string;
  /** The path with its parameters in braces, without the stage, such as `/payments/{id}`. */
  readonly resourcePath: string;
  readonly functionArn: string;
  readonly timeoutMilliseconds: number;
  /** The required query parameters. API Gateway refuses requests without them. */
  readonly requiredQueryParameters: readonly string[];
  /** The models that bodies must match, as JSON text by media type. */
  readonly bodyModels: Readonly<Record<string, string>>;
  /** How API Gateway authorizes callers: an authorization type, or NONE. */
  readonly authorization: string;
  /** The name of the node of its authorizer; empty without one. */
  readonly authorizerId: string;
  /** The scopes of which a token needs one; empty if the route requires none. */
  readonly authorizationScopes: readonly string[];
  /** The parameters that a cached response depends on, such as `method.request.path.id`. */
  readonly cacheKeyParameters: readonly string[];
  /** Whether requests need the API key of a usage plan. */
  readonly apiKeyRequired: boolean;
}

/** A request's route, and the values of its path parameters as in the URL, still percent-encoded. */
export interface RouteMatch {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** The default integration timeout, in milliseconds (API Gateway quotas: REST API). */
const DEFAULT_TIMEOUT_MILLISECONDS = 29_000;

/** Derives the routes of all stages, the most specific first. Throws LocalRunError for other integrations than Lambda proxies. */
export function deriveRoutes(resources: LocalResources): readonly Route[] {
  const pathOf = resourcePaths(resources);
  const integrations = resources.of('aws:apigateway/integration:Integration').map(({ inputs }) => inputs);
  const validators = resources.of('aws:apigateway/requestValidator:RequestValidator');
  const routes = resources.of('aws:apigateway/stage:Stage').flatMap(({ inputs: stage }) =>
    resources.of('aws:apigateway/method:Method').flatMap(({ name, inputs: method }): Route[] => {
      const { restApi, resourceId, httpMethod } = method;
      if (typeof restApi !== 'string' || restApi !== stage.restApi) return [];
      const integration = integrations.find(
        (other) => other.restApi === restApi && other.resourceId === resourceId && other.httpMethod === httpMethod,
      );
      const functionArn = /\/functions\/(.+)\/invocations$/.exec(integration?.uri ?? '')?.[1];
      if (integration?.type !== 'AWS_PROXY' || functionArn === undefined) {
        throw new LocalRunError(`route ${name}: the local run supports only Lambda proxy integrations`);
      }
      const validator = validators.find((other) => other.name === method.requestValidatorId)?.inputs;
      const { validateRequestParameters: validatesParameters, validateRequestBody: validatesBody } = validator ?? {};
      return [
        {
          name,
          stage: stage.stageName,
          stageVariables: stage.variables ?? null,
          apiId: restApi,
          method: httpMethod,
          resourceId,
          resourcePath: pathOf(resourceId),
          functionArn,
          timeoutMilliseconds: integration.timeoutMilliseconds ?? DEFAULT_TIMEOUT_MILLISECONDS,
          requiredQueryParameters: validatesParameters ? requiredQueryParameters(method.requestParameters ?? {}) : [],
          bodyModels: validatesBody ? modelsOf(method.requestModels ?? {}, resources) : {},
          authorization: method.authorization,
          authorizerId: method.authorizerId ?? '',
          authorizationScopes: method.authorizationScopes ?? [],
          cacheKeyParameters: integration.cacheKeyParameters ?? [],
          apiKeyRequired: method.apiKeyRequired ?? false,
        },
      ];
    }),
  );
  return routes.sort((a, b) => (specificity(a) < specificity(b) ? -1 : 1));
}

/** Finds the route of a request by its method and its path, which includes the stage. A trailing `/` is ignored. */
export function matchRoute(routes: readonly Route[], method: string, path: string): RouteMatch | undefined {
  const [stage, ...segments] = path.replace(/\/$/, '').split('/').slice(1);
  for (const route of routes) {
    if (route.stage !== stage || route.method !== method) continue;
    const pathParameters = matchSegments(segmentsOf(route.resourcePath), segments);
    if (pathParameters !== undefined) return { route, pathParameters };
  }
  return undefined;
}

function matchSegments(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [at, part] of pattern.entries()) {
    const segment = segments[at];
    if (segment === undefined || segment === '') return undefined;
    const parameter = parameterOf(part);
    if (parameter === undefined) {
      if (part !== segment) return undefined;
      continue;
    }
    const { name, isGreedy } = parameter;
    parameters[name] = isGreedy ? segments.slice(at).join('/') : segment;
    if (isGreedy) return parameters;
  }
  return segments.length === pattern.length ? parameters : undefined;
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/** A sort key that orders fixed segments before parameters, and parameters before greedy parameters. */
function specificity({ resourcePath }: Route): string {
  return segmentsOf(resourcePath)
    .map((segment) => {
      const parameter = parameterOf(segment);
      return parameter === undefined ? '0' : parameter.isGreedy ? '2' : '1';
    })
    .join('');
}

function resourcePaths(resources: LocalResources): (resourceId: string) => string {
  const byId = new Map(
    resources.of('aws:apigateway/resource:Resource').map(({ name, inputs }) => [name, inputs] as const),
  );
  const pathOf = (resourceId: string): string => {
    const resource = byId.get(resourceId);
    return resource === undefined ? '' : `${pathOf(resource.parentId)}/${resource.pathPart}`;
  };
  return (resourceId) => pathOf(resourceId) || '/';
}

/** The schemas of models, by media type. */
function modelsOf(names: Readonly<Record<string, string>>, resources: LocalResources): Record<string, string> {
  const models = resources.of('aws:apigateway/model:Model').map(({ inputs }) => inputs);
  return Object.fromEntries(
    Object.entries(names).flatMap(([type, name]) => {
      const schema = models.find((model) => model.name === name)?.schema;
      return schema === undefined ? [] : [[type.toLowerCase(), schema]];
    }),
  );
}

function requiredQueryParameters(parameters: Readonly<Record<string, boolean>>): string[] {
  const prefix = 'method.request.querystring.';
  return Object.entries(parameters).flatMap(([name, required]) =>
    required && name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
  );
}
