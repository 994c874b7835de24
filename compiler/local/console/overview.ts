// The boxes and edges of the overview: clients, gateway, routes, functions, tables and queues, with the traffic between them.

import { type AnyResourceNode, dependenciesOf, type ResourceGraph, resourcesOf } from '../../graph/graph';
import type { Kind } from '../../graph/kinds';
import type { Route } from '../gateway/routes';
import type { LocalResource, LocalResources } from '../local-values';
import type { Box, BoxKind, Edge, Overview, Traffic } from './api';
import { ALL_REQUESTS, edgeTo, type Recorder } from './recorder';

/** A version of the system. */
export interface ServedSystem {
  readonly graph: ResourceGraph;
  readonly resources: LocalResources;
  readonly routes: readonly Route[];
}

const CLIENTS: Box = {
  id: 'clients',
  kind: 'clients',
  name: 'Clients',
  title: 'Clients',
  details: [],
  firing: 0,
  place: null,
  path: null,
};

/** Parts whose names on AWS are long, and derived from their names in the spec. */
const SHORT: ReadonlySet<BoxKind> = new Set(['gateway', 'function', 'table', 'queue']);

/**
 * The overview of a system, with its traffic in the last minute.
 * @param firing the number of alarms that fire, by the names of the parts on AWS
 */
export function describeOverview(
  system: ServedSystem,
  recorder: Pick<Recorder, 'trafficOf'>,
  firing: ReadonlyMap<string, number>,
): Overview {
  const { graph, resources, routes } = system;
  const gateway = gatewayOf(system);
  const functions = resources.of('aws:lambda/function:Function');
  const stores = [...tablesOf(system), ...queuesOf(system)];
  const functionBoxes = functions.map((node) => {
    const { name, inputs } = node;
    return boxOf(graph, 'function', inputs.name ?? name, node.id, [
      `${inputs.memorySize ?? 128} MB`,
      `${inputs.timeout ?? 3} s timeout`,
    ]);
  });
  const routeBoxes = routes.map((route) => boxOfRoute(graph, route));
  const edge = (from: string, to: string, key: string): Edge => ({ from, to, traffic: recorder.trafficOf(key) });
  return {
    boxes: [CLIENTS, gateway, ...routeBoxes, ...functionBoxes, ...stores.map(({ box }) => box)].map((box) => ({
      ...box,
      firing: firing.get(box.name) ?? 0,
    })),
    edges: [
      edge(CLIENTS.id, gateway.id, ALL_REQUESTS),
      ...routes.flatMap((route) => {
        const box = `route ${nameOf(route)}`;
        const functionName = route.functionArn.slice(route.functionArn.lastIndexOf(':') + 1);
        const key = edgeTo.route(nameOf(route));
        const into = edge(gateway.id, box, key);
        return [into, { from: box, to: `function ${functionName}`, traffic: admitted(into.traffic) }];
      }),
      ...functions.flatMap(({ id, name, inputs }) => {
        const physical = inputs.name ?? name;
        const node = graph.resources.find((one) => one.id === id);
        const needed = node === undefined ? new Set() : dependenciesOf(node);
        return stores.flatMap(({ box, id: store }) =>
          needed.has(store) ? [edge(`function ${physical}`, box.id, edgeTo.store(physical, box.name))] : [],
        );
      }),
    ],
  };
}

/** The traffic that passes the checks. */
function admitted(traffic: Traffic): Traffic {
  const { total, refused, perSecond } = traffic;
  const share = total === 0 ? 0 : (total - refused) / total;
  return { ...traffic, total: total - refused, perSecond: perSecond * share, refused: 0 };
}

function nameOf({ method, resourcePath }: Route): string {
  return `${method} ${resourcePath}`;
}

function gatewayOf({ graph, resources, routes }: ServedSystem): Box {
  const [api] = resources.of('aws:apigateway/restApi:RestApi');
  const stage = routes[0]?.stage;
  return boxOf(
    graph,
    'gateway',
    api?.inputs.name ?? 'API',
    api?.id,
    stage === undefined ? [] : [`stage ${stage}`, `${routes.length} routes`],
  );
}

function boxOfRoute(graph: ResourceGraph, route: Route): Box {
  const { authorization, apiKeyRequired } = route;
  const details = [...(authorization === 'NONE' ? [] : [authorization]), ...(apiKeyRequired ? ['API key'] : [])];
  const node = resourcesOf(graph, 'aws:apigateway/method:Method').find(({ name }) => name === route.name);
  return boxOf(graph, 'route', nameOf(route), node?.id, details);
}

function tablesOf({ graph, resources }: ServedSystem) {
  return resources.of('aws:dynamodb/table:Table').map((node) => {
    const { inputs } = node;
    const indexes = (inputs.globalSecondaryIndexes ?? []).map(({ name }) => `index ${name}`);
    return storeOf(graph, 'table', node, inputs.name, indexes);
  });
}

function queuesOf({ graph, resources }: ServedSystem) {
  return resources.of('aws:sqs/queue:Queue').map((node) => storeOf(graph, 'queue', node, node.inputs.name, []));
}

function storeOf<K extends Kind>(
  graph: ResourceGraph,
  kind: BoxKind,
  node: LocalResource<K>,
  name: string | undefined,
  details: readonly string[],
) {
  return { id: node.id, box: boxOf(graph, kind, name ?? node.name, node.id, details) };
}

function boxOf(
  graph: ResourceGraph,
  kind: BoxKind,
  name: string,
  id: AnyResourceNode['id'] | undefined,
  details: readonly string[],
): Box {
  const { origin } = graph.resources.find((node) => node.id === id) ?? {};
  const place = origin === undefined ? null : origin.place.replace(/:\d+$/, '');
  const title = SHORT.has(kind) ? String(origin?.steps.at(-1) ?? name) : name;
  return { id: `${kind} ${name}`, kind, name, title, details, firing: 0, place, path: origin?.path ?? null };
}
