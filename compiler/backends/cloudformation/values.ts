// The values of a graph as CloudFormation writes them: references as intrinsic functions, JSON text as data.

import type { AnyResourceNode, ResourceGraph } from '../../graph/graph';
import type { CodeBundle, Interpolation, NodeId, Reference, Value } from '../../graph/value';
import { isExpression } from '../../graph/value';
import type { Json } from './rule';
import { ruleOf } from './rules';

/** What the values of a template are rendered with. */
export interface TemplateNames {
  readonly graph: ResourceGraph;
  /** The logical id of a resource. */
  readonly idOf: (node: NodeId) => string;
  /** The code of the functions, each with the parameter that holds its S3 key. */
  readonly codes: readonly { readonly code: CodeBundle; readonly parameter: string }[];
}

/** The parameter that holds the bucket of the functions' code. */
export const CODE_BUCKET = 'CodeBucket';

/** What stands for the resource itself in a rule's text. */
const SELF = /\$\{\}/;

/** Renders a value. */
export function renderValue(names: TemplateNames, value: Value): Json {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => renderValue(names, item));
  if (!isExpression(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renderValue(names, item)]));
  }
  switch (value.$) {
    case 'reference':
      return renderReference(names, value);
    case 'account':
      return { Ref: 'AWS::AccountId' };
    case 'interpolation':
      return renderInterpolation(names, value);
    case 'json':
      return renderValue(names, value.value);
    case 'bundle':
      return { S3Bucket: { Ref: CODE_BUCKET }, S3Key: { Ref: codeParameter(names, value) } };
  }
}

/** The value of an input once references to other inputs are followed: what is known before anything is deployed. */
export function followReferences(graph: ResourceGraph, value: unknown): unknown {
  if (!isExpression(value) || value.$ !== 'reference') return value;
  const input = inputOf(nodeOf(graph, value.node), value.attribute);
  return input === undefined ? value : followReferences(graph, input);
}

function renderReference(names: TemplateNames, { node: id, attribute }: Reference): Json {
  const node = nodeOf(names.graph, id);
  const rule = ruleOf(node.kind).attributes?.[attribute];
  if (rule === undefined) {
    const input = inputOf(node, attribute);
    if (input === undefined) throw new Error(`CloudFormation has no attribute ${attribute} of ${id}: give it a rule`);
    return renderValue(names, input);
  }
  const logicalId = names.idOf(id);
  if (rule === 'Ref') return { Ref: logicalId };
  if ('get' in rule) return { 'Fn::GetAtt': [logicalId, rule.get] };
  return { 'Fn::Sub': rule.sub.replace(SELF, `\${${logicalId}}`) };
}

function renderInterpolation(names: TemplateNames, { parts }: Interpolation): Json {
  const rendered = parts.map((part) => renderValue(names, part));
  if (rendered.every((part) => typeof part === 'string')) return rendered.join('');
  return { 'Fn::Sub': rendered.map(inSubstitution).join('') };
}

/** A value as a part of the text of Fn::Sub, in which `${!` is a `${` of the text itself. */
function inSubstitution(value: Json): string {
  if (typeof value !== 'object') return String(value).replaceAll('${', '${!');
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Sub': text } = value as Record<string, Json>;
  if (Ref !== undefined) return `\${${String(Ref)}}`;
  if (attribute !== undefined) return `\${${(attribute as readonly string[]).join('.')}}`;
  return String(text);
}

function codeParameter({ codes }: TemplateNames, code: CodeBundle): string {
  const found = codes.find((candidate) => JSON.stringify(candidate.code) === JSON.stringify(code));
  if (found === undefined) throw new Error(`${code.entry} is the code of no function`);
  return found.parameter;
}

function nodeOf({ resources }: ResourceGraph, id: NodeId): AnyResourceNode {
  const node = resources.find((candidate) => candidate.id === id);
  if (node === undefined) throw new Error(`the graph has no ${id}`);
  return node;
}

function inputOf({ inputs }: AnyResourceNode, name: string): Value | undefined {
  return (inputs as { readonly [name: string]: Value | undefined })[name];
}
