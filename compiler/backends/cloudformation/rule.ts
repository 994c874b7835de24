// The shape of rules that translate a kind of resource to CloudFormation.

import type { AnyResourceNode, ResourceNode } from '../../graph/graph';
import type { Inputs, Kind } from '../../graph/kind';
import type { NodeId } from '../../graph/value';

/** Plain data of a template, including intrinsic functions. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** The properties of a resource in a template. */
export type Properties = { readonly [name: string]: Json };

/** The translation of an input: the property's name, or a function of the rendered value. */
export type InputRule = string | ((value: Json) => Properties);

/** The translation of an attribute: `Ref`, the name for `Fn::GetAtt`, or text for `Fn::Sub` in which `${}` is the resource's Ref. */
export type AttributeRule = 'Ref' | { readonly get: string } | { readonly sub: string };

interface CommonRule<K extends Kind> {
  /** By input. A missing rule is a defect that stops the rendering, so that no input is omitted silently. */
  readonly inputs: { readonly [Input in keyof Inputs<K>]?: InputRule };
  /** By attribute. Without a rule, an attribute is the value of the input with the same name. */
  readonly attributes?: { readonly [attribute: string]: AttributeRule };
}

/** A kind that is a resource in CloudFormation. */
export interface ResourceRule<K extends Kind> extends CommonRule<K> {
  readonly type: `AWS::${string}::${string}`;
  /** Whether it has a list of `Tags`, which includes the provider's default tags. */
  readonly taggable?: true;
  /** Properties that CloudFormation requires in addition to the inputs. */
  readonly more?: (node: ResourceNode<K>) => Properties;
  /** Another type and its properties, for some of the resources. */
  readonly variant?: (inputs: Inputs<K>, properties: Properties) => Variant | undefined;
  /** Text in the logical id whose change must create another resource. */
  readonly identity?: (inputs: Inputs<K>) => string;
}

/** A type and the properties of its resource. */
export interface Variant {
  readonly type: `AWS::${string}::${string}`;
  readonly properties: Properties;
}

/** A kind that CloudFormation represents as properties of another resource. */
export interface PartRule<K extends Kind> extends CommonRule<K> {
  /** Finds the resource that it is part of. */
  readonly partOf: (node: ResourceNode<K>, find: FindNode) => NodeId | undefined;
  /** Adds its properties to those of that resource. */
  readonly place: (properties: Properties) => Properties;
}

/** The rule of a kind. */
export type KindRule<K extends Kind> = ResourceRule<K> | PartRule<K>;

/** Finds the resource of a kind by its inputs, after following references. */
export type FindNode = (kind: Kind, inputs: Readonly<Record<string, unknown>>) => AnyResourceNode | undefined;

/** Omits an input that the template expresses in another way; the rule's comment explains how. */
export const omitted = (): Properties => ({});

/** A property of a given name, with all keys capitalized as in CloudFormation (`TargetValue` for `targetValue`). */
export function capitalized(name: string): InputRule {
  return (value) => ({ [name]: capitalizeKeys(value) });
}

/** Capitalizes keys at all depths. Not for maps whose keys are user-defined names. */
export function capitalizeKeys(value: Json): Json {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(capitalizeKeys);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [capitalize(key), capitalizeKeys(item)]));
}

/** Converts a map to a list of pairs, sorted by name. */
export function pairs(map: Json, name: 'Key' | 'Name'): Json {
  return Object.entries(map as Properties)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ({ [name]: key, Value: value }));
}

/** Capitalizes a word. */
export function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Whether a kind is part of another one in CloudFormation. */
export function isPart<K extends Kind>(rule: KindRule<K>): rule is PartRule<K> {
  return 'partOf' in rule;
}

/** Merges properties: maps by key, lists by concatenation; otherwise the later value wins. */
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

/** Renders data as JSON text that may contain intrinsic functions. */
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
