// Derives the deployed resources of a graph: references resolved, generated ids and ARNs, merged tags.

import { createHash } from 'node:crypto';
import type { Target } from '../../../../compiler/backends/deployer/access';
import { mapValue } from '../../../../compiler/graph/fold';
import type { AnyResourceNode, ResourceGraph } from '../../../../compiler/graph/graph';
import type { Kind } from '../../../../compiler/graph/kind';
import { KINDS } from '../../../../compiler/graph/kinds/kinds';
import type { NodeId, Reference, Value } from '../../../../compiler/graph/value';
import { arnOf } from './arns';
import { type Properties, tagsOf } from './call';
import { CALLS, type ResourceOperation } from './calls';
import type { Surroundings } from './permissions';

/** A deployed resource. */
export interface DeployedResource {
  readonly kind: Kind;
  readonly arn: string;
  readonly inputs: Properties;
}

/** The resources of the cloud, by node. */
export type GraphCloud = ReadonlyMap<NodeId, DeployedResource>;

/** The cloud of a graph. */
export function cloudOf(graph: ResourceGraph, place: Target): GraphCloud {
  const nodes = new Map(graph.resources.map((node) => [node.id, node]));
  const cloud = new Map<NodeId, DeployedResource>();

  function settle(value: Value): unknown {
    return mapValue<unknown>(value, {
      reference: attribute,
      account: () => place.account,
      secret: () => undefined,
      interpolation: (parts) => parts.map(String).join(''),
      json: (content) => JSON.stringify(content),
      bundle: (code) => JSON.stringify(code),
    });
  }

  function attribute({ node: id, attribute: name }: Reference): unknown {
    const node = nodes.get(id);
    if (node === undefined) throw new Error(`reference to ${id}, which is not in the graph`);
    const { arn, inputs } = deploy(node);
    const known: Properties = {
      ...inputs,
      arn,
      id: idOf(node, inputs),
      keyId: inputs.keyId ?? idOf(node, inputs),
      // Policies use only the ARN of the queue.
      url: arn,
      owner: place.account,
      executionArn: `arn:${place.partition}:execute-api:${place.region}:${place.account}:${idOf(node, inputs)}`,
    };
    return Object.hasOwn(known, name) ? known[name] : `${name} of ${id}`;
  }

  function deploy(node: AnyResourceNode): DeployedResource {
    const there = cloud.get(node.id);
    if (there !== undefined) return there;
    const own = mapValues(node.inputs as Readonly<Record<string, Value>>, settle);
    const tagsAll = { ...graph.provider.defaultTags, ...tagsOf(own) };
    const inputs = CALLS[node.kind].tagging === undefined ? own : { ...own, tagsAll };
    const resource = { kind: node.kind, inputs, arn: arnOf(node.kind, inputs, idOf(node, inputs), place) };
    cloud.set(node.id, resource);
    return resource;
  }

  for (const node of graph.resources) deploy(node);
  return cloud;
}

/** The name of a resource with a name, such as a role or a table; otherwise a generated id, which has ten characters for an API. */
function idOf({ id, kind }: AnyResourceNode, { name }: Properties): string {
  if (/^aws:(iam|dynamodb|lambda|sqs|cloudwatch)\//.test(kind)) return String(name);
  const digest = createHash('sha256').update(id).digest('hex');
  return kind.startsWith('aws:apigateway/') ? digest.slice(0, 10) : digest.slice(0, 32);
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, map: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

/** The operations that change one cloud into another. Replacements create before they delete, and deletions are last. */
export function operationsBetween(before: GraphCloud, after: GraphCloud): ResourceOperation[] {
  const made = [...after].flatMap(([id, resource]): ResourceOperation[] => {
    const old = before.get(id);
    if (old === undefined || isReplaced(old, resource)) return [{ action: 'create', ...resource }];
    if (JSON.stringify(old.inputs) === JSON.stringify(resource.inputs)) return [];
    return [{ action: 'update', ...resource, olds: old.inputs }];
  });
  const deleted = [...before].flatMap(([id, old]): ResourceOperation[] => {
    const resource = after.get(id);
    return resource === undefined || isReplaced(old, resource) ? [{ action: 'delete', ...old }] : [];
  });
  return [...made, ...deleted];
}

/** The operations of a refresh. */
export function readsOf(cloud: GraphCloud): ResourceOperation[] {
  return [...cloud.values()].map((resource) => ({ action: 'read', ...resource }));
}

function isReplaced(old: DeployedResource, { kind, inputs }: DeployedResource): boolean {
  return KINDS[kind].replacedBy.some((input) => JSON.stringify(old.inputs[input]) !== JSON.stringify(inputs[input]));
}

/** The resources that lookups find while one cloud changes into the other. An operation follows those that it depends on. */
export function surroundingsOf(...clouds: readonly GraphCloud[]): Surroundings {
  const resources = clouds.flatMap((cloud) => [...cloud.values()]);
  const find = (arn: string, kind?: Kind) =>
    resources.find((resource) => resource.arn === arn && (kind === undefined || resource.kind === kind))?.inputs;
  return {
    tagsOf: (arn) => {
      const inputs = find(arn);
      return inputs && tagsOf(inputs);
    },
    boundaryOf: (role) => find(role, 'aws:iam/role:Role')?.permissionsBoundary as string | undefined,
  };
}
