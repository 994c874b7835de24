// Compares two graphs: the changes that a deployment makes, and their impact.

import type { AnyResourceNode, Origin, ResourceGraph } from '../graph/graph';
import { isReplacementAllowed } from '../graph/kinds/data-parts';
import { isStateful, KINDS } from '../graph/kinds/kinds';
import { rebuiltIndexParts } from '../graph/kinds/rebuilt-indexes';
import { resolveReferences } from '../graph/resolve-references';
import { isExpression, type NodeId, type Reference, type Value } from '../graph/value';
import { compareValues, type PropertyChange } from './property-changes';

/**
 * The impacts of a change, from the mildest. `none`: updates leave the changed properties unchanged. `redeploy`: the API is published
 * to its stage again, which clients do not notice. `replacement`: a resource is deleted and created again. `index rebuild`: a table's
 * index is replaced, and queries return nothing until it is rebuilt. `data loss`: a resource that holds data is replaced or deleted.
 */
export const IMPACTS = [
  'none',
  'creation',
  'in place',
  'redeploy',
  'deletion',
  'replacement',
  'index rebuild',
  'data loss',
] as const;

/** The impact of a change. */
export type Impact = (typeof IMPACTS)[number];

/** A property of a resource whose value differs. */
export interface ResourcePropertyChange extends PropertyChange {
  /** Whether changing it replaces the resource. */
  readonly replaces: boolean;
  /** Whether updates leave it unchanged because autoscaling controls it. */
  readonly ignored: boolean;
}

/** A resource that is created, deleted, or has other inputs. */
export interface ResourceChange {
  readonly id: NodeId;
  readonly kind: AnyResourceNode['kind'];
  readonly name: string;
  readonly impact: Impact;
  /** Empty if the resource is created or deleted. */
  readonly properties: readonly ResourcePropertyChange[];
  /** The part of the spec that it comes from, after the change if it still exists. */
  readonly origin: Pick<Origin, 'path' | 'place'>;
  /** The parts of the spec that `allowReplacement` must list for the deployment to be allowed. */
  readonly givesUp: readonly Origin['steps'][];
}

/** The difference between two graphs. */
export interface GraphDifference {
  /** Sorted by id. */
  readonly resources: readonly ResourceChange[];
  /** Everything that is not a resource: `provider`, `safety`, `outputs`, `examples` and `project`, by path. */
  readonly settings: readonly PropertyChange[];
}

/** Compares two graphs like an engine that has deployed the first graph and deploys the second. */
export function compareGraphs(before: ResourceGraph, after: ResourceGraph): GraphDifference {
  const { resources: _before, place: _placeBefore, ...settingsBefore } = before;
  const { resources: _after, place: _placeAfter, ...settingsAfter } = after;
  const settings = compareValues(settingsBefore as unknown as Value, settingsAfter as unknown as Value);
  return { resources: new Comparison(before, after).compare(), settings };
}

class Comparison {
  private readonly resolveBefore: ReturnType<typeof resolveReferences>;
  private readonly resolveAfter: ReturnType<typeof resolveReferences>;
  private readonly replaced = new Set<NodeId>();
  /** The tables whose stream is replaced. */
  private readonly streams = new Set<NodeId>();

  constructor(
    private readonly before: ResourceGraph,
    private readonly after: ResourceGraph,
  ) {
    this.resolveBefore = resolveReferences(before);
    this.resolveAfter = resolveReferences(after);
  }

  compare(): ResourceChange[] {
    const former = new Map(this.before.resources.map((node) => [node.id, node]));
    const present = new Set(this.after.resources.map(({ id }) => id));
    // In dependency order: replacing a resource changes the resources that refer to it.
    const changes = this.after.resources.flatMap((node) => {
      const old = former.get(node.id);
      if (old === undefined) return [describe(node, 'creation')];
      return this.compareResource(old, node);
    });
    const gone = this.before.resources
      .filter(({ id }) => !present.has(id))
      .map((node) => describe(node, isStateful(node.kind) ? 'data loss' : 'deletion'));
    return [...changes, ...gone].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private compareResource(old: AnyResourceNode, node: AnyResourceNode): ResourceChange[] {
    const isRenewed = ({ node: id, attribute }: Reference) =>
      this.replaced.has(id) || (attribute === 'streamArn' && this.streams.has(id));
    const replacing = new Set<string>([...KINDS[node.kind].replacedBy, ...(node.replaceOnChanges ?? [])]);
    const inputs = compareValues(this.resolveBefore(old), this.resolveAfter(node), isRenewed);
    const properties = [
      ...inputs.map((change) => ({
        ...change,
        replaces: replacing.has(inputOf(change.path)),
        ignored: node.ignoreChanges.some((pattern) => covers(pattern, change.path)),
      })),
      ...this.inherited(node),
    ];
    if (properties.length === 0) return [];
    const active = properties.filter(({ ignored }) => !ignored);
    if (replacesStream(old, node)) this.streams.add(node.id);
    const isReplaced = active.some(({ replaces }) => replaces);
    if (isReplaced) this.replaced.add(node.id);
    if (active.length === 0) return [describe(node, 'none', properties)];
    if (isReplaced) return [describe(node, impactOfReplacement(node), properties)];
    const rebuilt =
      node.kind === 'aws:dynamodb/table:Table' ? rebuiltIndexParts(node.name, old.inputs, node.inputs) : [];
    const lost = this.lostStreams(node);
    const impact = rebuilt.length === 0 ? 'in place' : 'index rebuild';
    return [{ ...describe(node, impact, properties), givesUp: [...rebuilt, ...lost] }];
  }

  /** The stream of a table if it is replaced and deployed triggers read it. */
  private lostStreams({ id, origin: { steps } }: AnyResourceNode): Origin['steps'][] {
    const isRead = this.before.resources.some(
      ({ kind, inputs }) =>
        kind === 'aws:lambda/eventSourceMapping:EventSourceMapping' && refersToStream(inputs.eventSourceArn, id),
    );
    return isRead && this.streams.has(id) ? [[...steps, 'stream']] : [];
  }

  /** Changes inherited from the provider: another Region replaces all resources (pulumi-aws#4000), and default tags apply to each. */
  private inherited({ inputs }: AnyResourceNode): ResourcePropertyChange[] {
    const [before, after] = [this.before.provider, this.after.provider];
    return [
      ...compareValues(before.region, after.region, undefined, 'region').map((change) => ({
        ...change,
        replaces: true,
      })),
      ...('tags' in inputs ? compareValues(before.defaultTags, after.defaultTags, undefined, 'tagsAll') : []).map(
        (change) => ({ ...change, replaces: false }),
      ),
    ].map((change) => ({ ...change, ignored: false }));
  }
}

/** Whether a table gets another stream: the provider disables and enables a stream to change its content (table.go, cycleStreamEnabled). */
function replacesStream(old: AnyResourceNode, node: AnyResourceNode): boolean {
  if (old.kind !== 'aws:dynamodb/table:Table' || node.kind !== old.kind) return false;
  const [former, next] = [old.inputs.streamViewType, node.inputs.streamViewType];
  return former !== undefined && next !== undefined && former !== next;
}

function refersToStream(value: Value | undefined, table: NodeId): boolean {
  return isExpression(value) && value.$ === 'reference' && value.node === table;
}

function describe(
  { id, kind, name, origin: { path, place, steps } }: AnyResourceNode,
  impact: Impact,
  properties: readonly ResourcePropertyChange[] = [],
): ResourceChange {
  const givesUp = impact === 'data loss' && isStateful(kind) ? [steps] : [];
  return { id, kind, name, impact, properties, origin: { path, place }, givesUp };
}

function impactOfReplacement({ kind }: AnyResourceNode): Impact {
  if (isStateful(kind)) return 'data loss';
  // A deployment is a snapshot of the API: the stage switches to the new one before the old one is deleted.
  return kind === 'aws:apigateway/deployment:Deployment' ? 'redeploy' : 'replacement';
}

/** The parts that a change gives up and `allowReplacement` does not list. */
export function refusedLosses({ givesUp }: ResourceChange, allowReplacement: readonly string[]): Origin['steps'][] {
  return givesUp.filter((part) => !isReplacementAllowed(allowReplacement, part));
}

/** The input that contains a property. */
function inputOf(path: string): string {
  return /^[^.[]+/.exec(path)?.[0] ?? path;
}

/** Whether a Pulumi property path, in which `[*]` matches any index, is a property or contains it. */
function covers(pattern: string, path: string): boolean {
  const general = pattern.includes('[*]') ? path.replaceAll(/\[\d+\]/g, '[*]') : path;
  return general === pattern || general.startsWith(`${pattern}.`) || general.startsWith(`${pattern}[`);
}
