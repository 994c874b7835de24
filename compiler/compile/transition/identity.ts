// Finds deployed resources that have another logical name in the spec.

import type { AnyResourceNode } from '../../graph/graph';
import { describeKind, type Kind } from '../../graph/kind';
import { identityOf, type PlainProperties } from '../../graph/kinds/identity';
import { KINDS } from '../../graph/kinds/kinds';
import { resolveReferences } from '../../graph/resolve-references';
import { isExpression, type NodeId, type Value } from '../../graph/value';
import { type DeployedResource, type DeployedStack, idOf } from './deployed';
import type { Refusal, Transition } from './pass';

/**
 * Adds an alias to each node whose physical resource is deployed under another logical name, and refuses ambiguous cases.
 *
 * The engine matches resources by URN, and deletes unmatched resources at the end of a deployment. Without the alias, it would create
 * the resource again, which AWS rejects or treats as the existing resource, and then delete it.
 */
export function takeOverRenamed(transition: Transition, deployed: DeployedStack): Transition {
  const { graph, aliases, refusals } = transition;
  const stack = new Index(deployed);
  const names = new Set(graph.resources.map(({ id }) => id));
  const resolve = resolveReferences(graph);
  const matched = new Map<NodeId, DeployedResource>();
  const added = new Map<NodeId, readonly string[]>();
  const found: Refusal[] = [];
  // Dependencies are matched first, because a reference is known once its resource is matched.
  for (const node of graph.resources) {
    const { properties, unknown } = plainInputs(resolve(node), matched);
    const identity = identityOf(node.kind, properties, unknown);
    const same = identity === undefined ? [] : stack.of(node.kind, identity);
    const match = matchOf(node, stack.byId.get(node.id), same, names);
    found.push(...match.refusals);
    if (match.resource === undefined) continue;
    matched.set(node.id, match.resource);
    if (idOf(match.resource) !== node.id) added.set(node.id, [match.resource.urn]);
  }
  return { ...transition, aliases: new Map([...aliases, ...added]), refusals: [...refusals, ...found] };
}

/** The deployed resource that a node takes over, if it exists, and the reasons to refuse the deployment. */
interface Match {
  readonly resource?: DeployedResource;
  readonly refusals: readonly Refusal[];
}

/**
 * @param own the deployed resource with the node's kind and name, which the engine matches in any case
 * @param same the deployed resources with the node's identity
 * @param names the ids of all nodes
 */
function matchOf(
  node: AnyResourceNode,
  own: DeployedResource | undefined,
  same: readonly DeployedResource[],
  names: ReadonlySet<NodeId>,
): Match {
  const { is } = KINDS[node.kind].identity;
  const others = same.filter((resource) => resource !== own);
  if (own !== undefined) {
    const duplicates = is === 'once' ? others.filter((resource) => !names.has(idOf(resource))) : [];
    return { resource: own, refusals: duplicates.map((duplicate) => refuseDuplicate(node, duplicate)) };
  }
  const free = others.filter((resource) => !names.has(idOf(resource)));
  const [first, ...more] = free;
  if (first !== undefined && is === 'one' && more.length > 0) return { refusals: [refuseChoice(node, free)] };
  if (first !== undefined)
    return {
      resource: first,
      refusals: is === 'once' ? more.map((duplicate) => refuseDuplicate(node, duplicate)) : [],
    };
  return { refusals: is === 'once' ? others.map((resource) => refuseTaken(node, resource)) : [] };
}

function refuseDuplicate(node: AnyResourceNode, { name, urn }: DeployedResource): Refusal {
  return refusal(node, name, {
    reason: `to AWS it is the same resource as ${describeKind(node.kind)} "${node.name}", so deleting it would delete both`,
    fix: `remove it from the state, which does not change AWS: pulumi state delete '${urn}'`,
  });
}

function refuseChoice(node: AnyResourceNode, candidates: readonly DeployedResource[]): Refusal {
  const [first] = candidates;
  return refusal(node, candidates.map(({ name }) => name).join(', '), {
    reason: `the stack has ${candidates.length} resources of type ${describeKind(node.kind)}, the spec has one`,
    fix: `rename the one to keep: pulumi state rename '${first?.urn}' '${node.name}'`,
  });
}

function refuseTaken(node: AnyResourceNode, { name }: DeployedResource): Refusal {
  return refusal(node, name, {
    reason: `to AWS it is the same resource as ${describeKind(node.kind)} "${node.name}", but the spec uses its logical name for another resource`,
    fix: 'deploy without the other resource first',
  });
}

function refusal({ origin }: AnyResourceNode, name: string, why: Pick<Refusal, 'reason' | 'fix'>): Refusal {
  return { part: origin.steps, place: origin.place, name, ...why };
}

/** The deployed resources by id, and by kind and identity. */
class Index {
  readonly byId: ReadonlyMap<NodeId, DeployedResource>;
  private readonly byIdentity = new Map<string, DeployedResource[]>();

  constructor({ resources }: DeployedStack) {
    const known = resources.filter(({ type }) => Object.hasOwn(KINDS, type));
    this.byId = new Map(known.map((resource) => [idOf(resource), resource]));
    for (const resource of [...known].sort((a, b) => (a.urn < b.urn ? -1 : 1))) {
      const identity = identityOf(resource.type as Kind, resource.outputs, new Set());
      if (identity === undefined) continue;
      const key = `${resource.type} ${identity}`;
      this.byIdentity.set(key, [...(this.byIdentity.get(key) ?? []), resource]);
    }
  }

  of(kind: Kind, identity: string): readonly DeployedResource[] {
    return this.byIdentity.get(`${kind} ${identity}`) ?? [];
  }
}

/** The inputs with references resolved from deployed resources, and the names of the inputs that remain unknown. */
function plainInputs(
  inputs: { readonly [input: string]: Value },
  matched: ReadonlyMap<NodeId, DeployedResource>,
): { properties: PlainProperties; unknown: ReadonlySet<string> } {
  const values = Object.entries(inputs).map(([input, value]) => [input, plainValue(value, matched)] as const);
  return {
    properties: Object.fromEntries(values),
    unknown: new Set(values.flatMap(([input, value]) => (value === undefined ? [input] : []))),
  };
}

function plainValue(value: Value, matched: ReadonlyMap<NodeId, DeployedResource>): unknown {
  if (!isExpression(value)) return value;
  if (value.$ === 'reference') return matched.get(value.node)?.outputs[value.attribute];
  if (value.$ !== 'interpolation') return undefined;
  const parts = value.parts.map((part) => plainValue(part, matched));
  return parts.includes(undefined) ? undefined : parts.join('');
}
