// Renders the graph as a CloudFormation template for auditors and their tools.

import { type AnyResourceNode, dependenciesOf, type ResourceGraph } from '../../graph/graph';
import { isStateful } from '../../graph/kinds/kinds';
import { hasSecret, type Value } from '../../graph/value';
import { findWaiver, formatWaiverDays } from '../../graph/waiver';
import { nameResources, pascalCase, secretsOf } from './names';
import { isPart, type Json, type KindRule, mergeProperties, type PartRule, type Properties, pairs } from './rule';
import { ruleOf } from './rules';
import { CODE_BUCKET, renderValue, type TemplateNames } from './values';

/** A template. */
export interface Template {
  readonly AWSTemplateFormatVersion: '2010-09-09';
  readonly Description: string;
  readonly Parameters: Record<string, Json>;
  readonly Rules: Record<string, Json>;
  readonly Resources: Record<string, TemplateResource>;
  readonly Outputs: Record<string, Json>;
}

/** A resource of a template. */
export interface TemplateResource {
  readonly Type: string;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: 'Retain' | 'Delete';
  readonly UpdateReplacePolicy?: 'Retain' | 'Delete';
  readonly Metadata: Properties;
  readonly Properties: Properties;
}

/**
 * Renders a graph. The template does not contain the functions' code: parameters name the bucket and the key of each bundle, which
 * must be uploaded before the template is deployed.
 */
export function renderTemplate(graph: ResourceGraph): Template {
  const names = nameResources(graph);
  const ids = [...new Set(graph.resources.map(({ id }) => names.idOf(id)))].sort();
  const resources = ids.map((logicalId) => {
    const nodes = graph.resources.filter(({ id }) => names.idOf(id) === logicalId);
    return [logicalId, renderResource(names, nodes)] as const;
  });
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `${graph.project}, compiled by payment-spec`,
    Parameters: {
      ...(names.codes.length > 0 && {
        [CODE_BUCKET]: { Type: 'String', Description: 'The S3 bucket of the code bundles' },
      }),
      ...Object.fromEntries(
        secretsOf(graph).map((variable) => [
          names.parameterOf(variable),
          { Type: 'String', NoEcho: true, Description: `The value of ${variable}` },
        ]),
      ),
      ...Object.fromEntries(
        names.codes.map(({ code, parameter }) => [
          parameter,
          { Type: 'String', Description: `The S3 key of the bundle of ${code.entry}` },
        ]),
      ),
    },
    Rules: deploymentRules(graph),
    Resources: Object.fromEntries(resources),
    Outputs: Object.fromEntries(
      // CloudFormation shows outputs in clear text.
      Object.entries(graph.outputs)
        .filter(([, value]) => !hasSecret(value))
        .map(([name, value]) => [pascalCase(name), { Value: renderValue(names, value) }]),
    ),
  };
}

/** Assertions for the Region and the accounts that the provider's settings allow. */
function deploymentRules({ provider: { region, allowedAccountIds } }: ResourceGraph): Record<string, Json> {
  const rule = (assertion: Json, description: string) => ({
    Assertions: [{ Assert: assertion, AssertDescription: description }],
  });
  return {
    Region: rule({ 'Fn::Equals': [{ Ref: 'AWS::Region' }, region] }, `The spec is for ${region}`),
    ...(allowedAccountIds.length > 0 && {
      Account: rule(
        { 'Fn::Contains': [allowedAccountIds, { Ref: 'AWS::AccountId' }] },
        `The spec allows the accounts ${allowedAccountIds.join(', ')}`,
      ),
    }),
  };
}

/** Renders a resource with its parts. */
function renderResource(names: TemplateNames, nodes: readonly AnyResourceNode[]): TemplateResource {
  const node = nodes.find(({ kind }) => !isPart(ruleOf(kind)));
  if (node === undefined) throw new Error('a template resource requires a node');
  const parts = nodes.filter((other) => other !== node);
  const rule = ruleOf(node.kind);
  if (isPart(rule)) throw new Error(`${node.id} is part of another resource`);
  const own = [rule.more?.(node as never) ?? {}, ...propertiesOf(names, node, rule)].reduce(mergeProperties);
  const all = parts.map((part) => renderPart(names, part)).reduce(mergeProperties, own);
  const tagged = rule.taggable === true ? { ...all, ...tagsOf(names, node) } : all;
  const { type, properties } = rule.variant?.(node.inputs as never, tagged) ?? { type: rule.type, properties: tagged };
  const policy = names.graph.safety.protect || node.retainOnDelete ? 'Retain' : 'Delete';
  const dependsOn = dependencies(names, [node, ...parts], properties);
  return {
    Type: type,
    ...(dependsOn.length > 0 && { DependsOn: dependsOn }),
    ...((isStateful(node.kind) || node.retainOnDelete) && { DeletionPolicy: policy, UpdateReplacePolicy: policy }),
    Metadata: { Spec: { Path: node.origin.path, Place: node.origin.place }, ...waivedFindings(names.graph, node) },
    Properties: properties,
  };
}

/** The waived findings in checkov's format, so that checkov reports each as skipped, with the reason. */
function waivedFindings({ waivers }: ResourceGraph, { origin }: AnyResourceNode): Properties {
  const codes = [...new Set(waivers.map(({ code }) => code))].filter((code) => code.startsWith('CKV'));
  const skip = codes.flatMap((code) => {
    const waiver = findWaiver(waivers, code, origin.path);
    return waiver === undefined ? [] : [{ id: code, comment: `${waiver.reason} (${formatWaiverDays(waiver)})` }];
  });
  return skip.length === 0 ? {} : { checkov: { skip } };
}

function renderPart(names: TemplateNames, part: AnyResourceNode): Properties {
  const rule = ruleOf(part.kind) as PartRule<typeof part.kind>;
  return rule.place(propertiesOf(names, part, rule).reduce(mergeProperties, {}));
}

/** The properties of each input, in the order of the inputs. */
function propertiesOf(names: TemplateNames, { kind, inputs }: AnyResourceNode, rule: KindRule<never>): Properties[] {
  const rules: Readonly<Record<string, KindRule<never>['inputs'][never]>> = rule.inputs;
  return Object.entries(inputs).flatMap(([input, value]) => {
    // Tags are merged with the provider's.
    if (input === 'tags' && 'taggable' in rule) return [];
    const inputRule = rules[input] as string | ((value: Json) => Properties) | undefined;
    if (inputRule === undefined) throw new Error(`no CloudFormation rule for input ${input} of ${kind}`);
    const rendered = renderValue(names, value as Value);
    return [typeof inputRule === 'string' ? { [inputRule]: rendered } : inputRule(rendered)];
  });
}

function tagsOf({ graph }: TemplateNames, { inputs }: AnyResourceNode): Properties {
  const own = (inputs as { readonly tags?: Record<string, string> }).tags;
  const tags = { ...graph.provider.defaultTags, ...own };
  return Object.keys(tags).length === 0 ? {} : { Tags: pairs(tags, 'Key') };
}

/** The dependencies that the properties do not refer to. */
function dependencies(names: TemplateNames, nodes: readonly AnyResourceNode[], properties: Properties): string[] {
  const text = JSON.stringify(properties);
  const [self] = nodes.map(({ id }) => names.idOf(id));
  const ids = new Set(nodes.flatMap((node) => [...dependenciesOf(node)].map(names.idOf)));
  const isReferred = (id: string) =>
    text.includes(`{"Ref":"${id}"}`) || text.includes(`["${id}",`) || new RegExp(`\\$\\{${id}[.}]`).test(text);
  return [...ids].filter((id) => id !== self && !isReferred(id)).sort();
}
