// Renders values of a graph for CloudFormation: references as intrinsic functions, JSON text as data.

import { mapValue } from '../../graph/fold';
import type { AnyResourceNode, ResourceGraph } from '../../graph/graph';
import type { CodeBundle, NodeId, Reference, Value } from '../../graph/value';
import { isExpression } from '../../graph/value';
import type { Json } from './rule';
import { ruleOf } from './rules';

/** The context for rendering the values of a template. */
export interface TemplateNames {
  readonly graph: ResourceGraph;
  /** The logical id of a resource. */
  readonly idOf: (node: NodeId) => string;
  /** The parameter that contains a secret process variable. */
  readonly parameterOf: (variable: string) => string;
  /** The functions' code, each with the parameter that contains its S3 key. */
  readonly codes: readonly { readonly code: CodeBundle; readonly parameter: string }[];
}

/** The parameter that contains the bucket of the functions' code. */
export const CODE_BUCKET = 'CodeBucket';

/** The placeholder for the resource itself in a rule's text. */
const SELF = /\$\{\}/;

/** Renders a value. */
export function renderValue(names: TemplateNames, value: Value): Json {
  return mapValue<never>(value, {
    reference: (reference) => renderReference(names, reference),
    account: () => ({ Ref: 'AWS::AccountId' }),
    secret: ({ variable }) => ({ Ref: names.parameterOf(variable) }),
    interpolation: joinParts,
    json: (content) => content,
    bundle: (code) => ({ S3Bucket: { Ref: CODE_BUCKET }, S3Key: { Ref: codeParameter(names, code) } }),
  });
}

/** Follows references to inputs, as far as their values are known before deployment. */
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
    if (input === undefined) throw new Error(`no CloudFormation rule for attribute ${attribute} of ${id}`);
    return renderValue(names, input);
  }
  const logicalId = names.idOf(id);
  if (rule === 'Ref') return { Ref: logicalId };
  if ('get' in rule) return { 'Fn::GetAtt': [logicalId, rule.get] };
  return { 'Fn::Sub': rule.sub.replace(SELF, `\${${logicalId}}`) };
}

function joinParts(parts: readonly Json[]): Json {
  if (parts.every((part) => typeof part === 'string')) return parts.join('');
  return { 'Fn::Sub': parts.map(inSubstitution).join('') };
}

/** Renders a value as part of an Fn::Sub text, in which `${!` escapes `${`. */
function inSubstitution(value: Json): string {
  if (typeof value !== 'object') return String(value).replaceAll('${', '${!');
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Sub': text } = value as Record<string, Json>;
  if (Ref !== undefined) return `\${${String(Ref)}}`;
  if (attribute !== undefined) return `\${${(attribute as readonly string[]).join('.')}}`;
  return String(text);
}

function codeParameter({ codes }: TemplateNames, code: CodeBundle): string {
  const found = codes.find((candidate) => JSON.stringify(candidate.code) === JSON.stringify(code));
  if (found === undefined) throw new Error(`no function has the code ${code.entry}`);
  return found.parameter;
}

function nodeOf({ resources }: ResourceGraph, id: NodeId): AnyResourceNode {
  const node = resources.find((candidate) => candidate.id === id);
  if (node === undefined) throw new Error(`unknown resource ${id}`);
  return node;
}

function inputOf({ inputs }: AnyResourceNode, name: string): Value | undefined {
  return (inputs as { readonly [name: string]: Value | undefined })[name];
}
