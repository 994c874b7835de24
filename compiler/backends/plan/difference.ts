// What a deployment of one graph over another would change, and what each change comes to.

import type { AnyResourceNode, Origin, ResourceGraph } from '../../graph/graph';
import { isStateful, REPLACED_BY, rebuiltIndexParts } from '../../graph/replacement';
import { settleInputs } from '../../graph/settle';
import type { NodeId, Reference, Value } from '../../graph/value';
import { compareValues, type PropertyChange } from './property-changes';

/**
 * What a change comes to, from the mildest: `none` where an update leaves the changed properties as they are; `redeploy`
 * where the API is published to its stage anew, which clients do not notice; `replacement` where a resource is deleted and
 * made anew; `index rebuild` where that becomes of a table's index, which finds nothing meanwhile; `data loss` where one that holds data is replaced or deleted.
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

/** What a change comes to. */
export type Impact = (typeof IMPACTS)[number];

/** A property of a resource with another value. */
export interface ResourcePropertyChange extends PropertyChange {
  /** Whether another value of it replaces the resource. */
  readonly replaces: boolean;
  /** Whether an update leaves it as it is: autoscaling decides over it. */
  readonly ignored: boolean;
}

/** A resource that is made, deleted, or has other inputs. */
export interface ResourceChange {
  readonly id: NodeId;
  readonly kind: AnyResourceNode['kind'];
  readonly name: string;
  readonly impact: Impact;
  /** Of one that is made or deleted, none. */
  readonly properties: readonly ResourcePropertyChange[];
  /** The part of the spec that it comes from; after the change, where there is one. */
  readonly origin: Origin;
  /** The parts of the spec that `allowReplacement` has to name, or it is refused at deployment. */
  readonly givesUp: readonly string[];
}

/** What differs between two graphs. */
export interface GraphDifference {
  /** By id. */
  readonly resources: readonly ResourceChange[];
  /** What is no resource: `provider`, `safety`, `outputs`, `examples` and `project`, by path. */
  readonly settings: readonly PropertyChange[];
}

/** Compares two graphs as an engine would that has deployed the first and is given the second. */
export function compareGraphs(before: ResourceGraph, after: ResourceGraph): GraphDifference {
  const { resources: _before, place: _placeBefore, ...settingsBefore } = before;
  const { resources: _after, place: _placeAfter, ...settingsAfter } = after;
  const settings = compareValues(settingsBefore as unknown as Value, settingsAfter as unknown as Value);
  return { resources: new Comparison(before, after).compare(), settings };
}

class Comparison {
  private readonly settleBefore: ReturnType<typeof settleInputs>;
  private readonly settleAfter: ReturnType<typeof settleInputs>;
  private readonly replaced = new Set<NodeId>();

  constructor(
    private readonly before: ResourceGraph,
    private readonly after: ResourceGraph,
  ) {
    this.settleBefore = settleInputs(before);
    this.settleAfter = settleInputs(after);
  }

  compare(): ResourceChange[] {
    const former = new Map(this.before.resources.map((node) => [node.id, node]));
    const present = new Set(this.after.resources.map(({ id }) => id));
    // In the order of dependencies: what is replaced renews what refers to it.
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
    const isRenewed = ({ node: id }: Reference) => this.replaced.has(id);
    const replacing = new Set<string>([...REPLACED_BY[node.kind], ...(node.replaceOnChanges ?? [])]);
    const inputs = compareValues(this.settleBefore(old), this.settleAfter(node), isRenewed);
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
    const isReplaced = active.some(({ replaces }) => replaces);
    if (isReplaced) this.replaced.add(node.id);
    if (active.length === 0) return [describe(node, 'none', properties)];
    if (isReplaced) return [describe(node, impactOfReplacement(node), properties)];
    const rebuilt =
      node.kind === 'aws:dynamodb/table:Table' ? rebuiltIndexParts(node.name, old.inputs, node.inputs) : [];
    if (rebuilt.length === 0) return [describe(node, 'in place', properties)];
    return [{ ...describe(node, 'index rebuild', properties), givesUp: rebuilt }];
  }

  /** What a resource has of its provider: another Region makes all anew (pulumi-aws#4000), default tags are written to each. */
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

function describe(
  { id, kind, name, origin }: AnyResourceNode,
  impact: Impact,
  properties: readonly ResourcePropertyChange[] = [],
): ResourceChange {
  const givesUp = impact === 'data loss' && isStateful(kind) ? [origin.path] : [];
  return { id, kind, name, impact, properties, origin, givesUp };
}

function impactOfReplacement({ kind }: AnyResourceNode): Impact {
  if (isStateful(kind)) return 'data loss';
  // A deployment is a snapshot of the API: the stage turns to the new one before the old one goes.
  return kind === 'aws:apigateway/deployment:Deployment' ? 'redeploy' : 'replacement';
}

/** The input that a property is part of. */
function inputOf(path: string): string {
  return /^[^.[]+/.exec(path)?.[0] ?? path;
}

/** Whether one of Pulumi's property paths, in which `[*]` stands for any index, is a property or one around it. */
function covers(pattern: string, path: string): boolean {
  const general = pattern.includes('[*]') ? path.replaceAll(/\[\d+\]/g, '[*]') : path;
  return general === pattern || general.startsWith(`${pattern}.`) || general.startsWith(`${pattern}[`);
}

/** The gravest of impacts; `none` of none. */
export function gravestImpact(impacts: readonly Impact[]): Impact {
  return IMPACTS.findLast((impact) => impacts.includes(impact)) ?? 'none';
}
