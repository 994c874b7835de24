// Compares two environments without their names, so that only other differences remain.

import type { Environment } from '../../../schema/environment.generated';
import type { AnyResourceNode, ResourceGraph } from '../../graph/graph';
import { physicalName } from '../../graph/physical-name';
import type { Value } from '../../graph/value';
import type { ValueChange } from '../../language/values/difference';

/** The inputs that contain the name of a resource. */
const NAMES = ['name', 'namePrefix', 'alarmName', 'dashboardName', 'ruleName', 'configurationName', 'domainName'];

/** The fields that determine names and labels, and the waivers, which belong to one environment. */
const OMITTED_FIELDS = ['project', 'environment', 'suffix', 'naming', 'waivers'];

/** The settings of a graph that those fields determine. */
const OMITTED_SETTINGS = ['project', 'waivers'];

/** Whether two environments have different names. */
export function haveDifferentNames(before: Environment, after: Environment): boolean {
  return namingOf(before) !== namingOf(after);
}

function namingOf({ project, environment, suffix, naming, region }: Environment): string {
  return JSON.stringify([project, environment, suffix, naming, region]);
}

/** The first graph with the names, the Region and the waivers of the second one in parts that are otherwise equal. */
export function adoptNames(
  before: { readonly graph: ResourceGraph; readonly environment: Environment },
  after: { readonly graph: ResourceGraph; readonly environment: Environment },
): ResourceGraph {
  const nodes = new Map(after.graph.resources.map((node) => [node.id, node]));
  const pairs = before.graph.resources.flatMap((node) => {
    const other = nodes.get(node.id);
    return other === undefined ? [] : [[node, other] as const];
  });
  const anyName: Renaming = [physicalName(before.environment, '*'), physicalName(after.environment, '*')];
  const rename = renamer([...pairs.flatMap(namesOf), ...wordsOf(before.environment, after.environment), anyName]);
  const renamed = new Map(pairs.map(([node, other]) => [node.id, renameNode(node, other, rename)]));
  const { provider, resources, ...settings } = before.graph;
  return {
    ...(adoptValue(settings as never, after.graph as never, rename) as unknown as ResourceGraph),
    provider: {
      ...(adoptValue(provider as never, after.graph.provider as never, rename) as unknown as ResourceGraph['provider']),
      region: after.graph.provider.region,
    },
    project: after.graph.project,
    waivers: after.graph.waivers,
    resources: resources.map((node) => renamed.get(node.id) ?? node),
  };
}

/** The changed values other than names and waivers. */
export function withoutNames(values: readonly ValueChange[]): ValueChange[] {
  return values.filter(({ path: [field] }) => !OMITTED_FIELDS.includes(String(field)));
}

/** Whether a setting of a graph is neither a name nor a waiver. */
export function isOtherThanNames({ path }: { readonly path: string }): boolean {
  return !OMITTED_SETTINGS.some((name) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`));
}

type Renaming = readonly [from: string, to: string];

/** Replaces names in a text. */
type Rename = (text: string) => string;

function namesOf([node, other]: readonly [AnyResourceNode, AnyResourceNode]): Renaming[] {
  const [olds, news] = [node.inputs, other.inputs] as Readonly<Record<string, unknown>>[];
  const labels = [olds?.tags, news?.tags] as (Readonly<Record<string, unknown>> | undefined)[];
  const pairs = [...NAMES.map((name) => [olds?.[name], news?.[name]]), labels.map((tags) => tags?.Name)];
  return pairs.flatMap(([from, to]): Renaming[] =>
    typeof from === 'string' && typeof to === 'string' && from !== to ? [[from, to]] : [],
  );
}

/** The words that names and tags consist of. */
function wordsOf(before: Environment, after: Environment): Renaming[] {
  const fields = ['suffix', 'environment', 'project', 'region'] as const;
  const words = fields.map((field): Renaming => [before[field], after[field]]);
  const normalized = words.map(([from, to]): Renaming => [from.replaceAll('-', ''), to.replaceAll('-', '')]);
  return [...words, ...normalized].filter(([from, to]) => from !== to && from !== '');
}

function renamer(renamings: readonly Renaming[]): Rename {
  // Longest first, because names contain other words.
  const known = [...new Map(renamings)].sort(([one], [other]) => other.length - one.length);
  if (known.length === 0) return (text) => text;
  const escaped = known.map(([from]) => from.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  const pattern = new RegExp(`(?<![A-Za-z0-9])(?:${escaped.join('|')})(?![A-Za-z0-9])`, 'g');
  const byName = new Map(known);
  return (text) => text.replaceAll(pattern, (found) => byName.get(found) ?? found);
}

function renameNode(node: AnyResourceNode, other: AnyResourceNode, rename: Rename): AnyResourceNode {
  const inputs = adoptValue(node.inputs as Value, other.inputs as Value, rename) as Readonly<Record<string, Value>>;
  const names = Object.entries(other.inputs as Readonly<Record<string, Value>>).filter(
    ([name]) => NAMES.includes(name) && inputs[name] !== undefined,
  );
  return { ...node, inputs: { ...inputs, ...Object.fromEntries(names) } } as AnyResourceNode;
}

/** A value with the other value's texts in places where they differ only by names. */
function adoptValue(value: Value, other: Value | undefined, rename: Rename): Value {
  if (typeof value === 'string') return typeof other === 'string' && rename(value) === other ? other : value;
  if (typeof value !== 'object' || typeof other !== 'object' || value === null || other === null) return value;
  if (Array.isArray(value))
    return Array.isArray(other) && other.length === value.length
      ? value.map((item, at) => adoptValue(item, other[at], rename))
      : value;
  const members = other as Readonly<Record<string, Value>>;
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, Value>>).map(([key, item]) => [
      key,
      adoptValue(item, members[key], rename),
    ]),
  );
}
