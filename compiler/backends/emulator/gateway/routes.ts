// The API's routes as its nodes describe them, and which of them a request is for.

import { EmulatorError } from '../emulator-error';
import type { LocalResources } from '../local-values';

/** A method of a path of a stage, and the function that answers it. */
export interface Route {
  readonly stage: string;
  readonly stageVariables: Readonly<Record<string, string>> | null;
  readonly apiId: string;
  readonly method: string;
  readonly resourceId: string;
  /** The path with its parameters in braces, without the stage: `/payments/{id}`. */
  readonly resourcePath: string;
  readonly functionArn: string;
  readonly timeoutMilliseconds: number;
  /** The query parameters without which a request is refused. */
  readonly requiredQueryParameters: readonly string[];
  /** How AWS asks who calls: an authorization, or API_KEY; NONE where anybody may. */
  readonly authorization: string;
}

/** A request's route, and the values of the path's parameters as they stand in the URL, still percent-encoded. */
export interface RouteMatch {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** The integration timeout where a node says none, in milliseconds (API Gateway quotas: REST API). */
const DEFAULT_TIMEOUT_MILLISECONDS = 29_000;

/** The routes of all stages, the more specific first. */
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
        throw new EmulatorError(`the route ${name} has no Lambda proxy integration: the local run serves no other`);
      }
      const validates = validators.some(
        (validator) => validator.name === method.requestValidatorId && validator.inputs.validateRequestParameters,
      );
      return [
        {
          stage: stage.stageName,
          stageVariables: stage.variables ?? null,
          apiId: restApi,
          method: httpMethod,
          resourceId,
          resourcePath: pathOf(resourceId),
          functionArn,
          timeoutMilliseconds: integration.timeoutMilliseconds ?? DEFAULT_TIMEOUT_MILLISECONDS,
          requiredQueryParameters: validates ? requiredQueryParameters(method.requestParameters ?? {}) : [],
          authorization: method.apiKeyRequired === true ? 'API_KEY' : method.authorization,
        },
      ];
    }),
  );
  return routes.sort((a, b) => (specificity(a) < specificity(b) ? -1 : 1));
}

/** Finds the route of a request by its method and its path with the stage; a `/` at the end does not matter. */
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
    const parameter = /^\{(.+?)(\+?)\}$/.exec(part);
    if (parameter === null && part !== segment) return undefined;
    const [, name, greedy] = parameter ?? [];
    if (name !== undefined) parameters[name] = greedy ? segments.slice(at).join('/') : segment;
    if (greedy) return parameters;
  }
  return segments.length === pattern.length ? parameters : undefined;
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

/** Text that sorts a fixed segment before a parameter, and a parameter before a greedy one. */
function specificity({ resourcePath }: Route): string {
  return segmentsOf(resourcePath)
    .map((segment) => (segment.endsWith('+}') ? '2' : segment.startsWith('{') ? '1' : '0'))
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

function requiredQueryParameters(parameters: Readonly<Record<string, boolean>>): string[] {
  const prefix = 'method.request.querystring.';
  return Object.entries(parameters).flatMap(([name, required]) =>
    required && name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
  );
}
