// What a rule of rendering says of a kind: its type in CloudFormation, and what each input and attribute is there.

import type { AnyResourceNode, ResourceNode } from '../../graph/graph';
import type { Inputs, Kind } from '../../graph/kinds';
import type { NodeId } from '../../graph/value';

/** Plain data of a template, intrinsic functions included. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** Properties of a resource in a template. */
export type Properties = { readonly [name: string]: Json };

/** What an input becomes: the property of another name with the same value, or what a function makes of the rendered value. */
export type InputRule = string | ((value: Json) => Properties);

/** What gives an attribute: `Ref`, the name of one for `Fn::GetAtt`, or text for `Fn::Sub` in which `${}` is the resource's Ref. */
export type AttributeRule = 'Ref' | { readonly get: string } | { readonly sub: string };

interface CommonRule<K extends Kind> {
  /** By input. One that is missing is a defect that stops the rendering, so that nothing of a graph is left out in silence. */
  readonly inputs: { readonly [Input in keyof Inputs<K>]?: InputRule };
  /** By attribute. One that is missing is the value of the input of the same name. */
  readonly attributes?: { readonly [attribute: string]: AttributeRule };
}

/** A kind that is a resource in CloudFormation too. */
export interface ResourceRule<K extends Kind> extends CommonRule<K> {
  readonly type: `AWS::${string}::${string}`;
  /** Whether it has `Tags`, a list; the provider's default tags are among them. */
  readonly taggable?: true;
  /** Properties that CloudFormation wants beyond the inputs. */
  readonly more?: (node: ResourceNode<K>) => Properties;
  /** Another type, and what the properties are there, for some of the resources. */
  readonly variant?: (inputs: Inputs<K>, properties: Properties) => Variant | undefined;
  /** Text that is part of the logical id, where another value of it must make another resource. */
  readonly identity?: (inputs: Inputs<K>) => string;
}

/** A type, and the properties of a resource of it. */
export interface Variant {
  readonly type: `AWS::${string}::${string}`;
  readonly properties: Properties;
}

/** A kind that CloudFormation knows as properties of another resource. */
export interface PartRule<K extends Kind> extends CommonRule<K> {
  /** Finds the resource that it is a part of. */
  readonly partOf: (node: ResourceNode<K>, find: FindNode) => NodeId | undefined;
  /** Places its properties in those of that resource. */
  readonly place: (properties: Properties) => Properties;
}

/** How a kind is rendered. */
export type KindRule<K extends Kind> = ResourceRule<K> | PartRule<K>;

/** Finds the resource of a kind whose inputs are, once references are followed, these. */
export type FindNode = (kind: Kind, inputs: Readonly<Record<string, unknown>>) => AnyResourceNode | undefined;

/** An input that the template says by other means, as the rule's comment tells. */
export const elsewhere = (): Properties => ({});

/** The property of a name, its keys as CloudFormation writes them (`TargetValue` for `targetValue`) at all depths. */
export function capitalized(name: string): InputRule {
  return (value) => ({ [name]: capitalizeKeys(value) });
}

/** Keys as CloudFormation writes them, at all depths. Not for maps whose keys are names of a user. */
export function capitalizeKeys(value: Json): Json {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(capitalizeKeys);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [capitalize(key), capitalizeKeys(item)]));
}

/** A map as a list of pairs, sorted by name. */
export function pairs(map: Json, name: 'Key' | 'Name'): Json {
  return Object.entries(map as Properties)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ({ [name]: key, Value: value }));
}

/** A word with a capital. */
export function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Whether a kind is a part of another one in CloudFormation. */
export function isPart<K extends Kind>(rule: KindRule<K>): rule is PartRule<K> {
  return 'partOf' in rule;
}

/** Merges properties of several sources: maps key by key, lists one after the other, anything else by the later one. */
export function mergeProperties(under: Properties, over: Properties): Properties {
  const merged: Record<string, Json> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const before = merged[key];
    if (Array.isArray(before) && Array.isArray(value)) merged[key] = [...before, ...value];
    else if (isMap(before) && isMap(value)) merged[key] = mergeProperties(before, value);
    else merged[key] = value;
  }
  return merged;
}

function isMap(value: Json | undefined): value is Properties {
  return typeof value === 'object' && !Array.isArray(value);
}

/** Data as JSON text, in which intrinsic functions stand for texts. */
export function jsonString(value: Json): Json {
  const found: Json[] = [];
  const text = JSON.stringify(value, (_key, item: Json) => {
    const keys = typeof item === 'object' && !Array.isArray(item) ? Object.keys(item) : [];
    if (keys.length !== 1 || !/^(Ref|Fn::.*)$/.test(keys[0] ?? '')) return item;
    found.push(item);
    return '\u0000';
  });
  const texts = text.split('\\u0000');
  return { 'Fn::Join': ['', texts.flatMap((part, at): Json[] => (at === 0 ? [part] : [found[at - 1] ?? '', part]))] };
}
