// The logical ids of resources and the names of parameters in a template.

import { fingerprint } from '../../graph/fingerprint';
import { type AnyResourceNode, type ResourceGraph, resourcesOf } from '../../graph/graph';
import { eachSecret, type NodeId, type Value } from '../../graph/value';
import { capitalize, type FindNode, isPart } from './rule';
import { ruleOf } from './rules';
import { followReferences, type TemplateNames } from './values';

/** Names all resources of a graph; a node that is part of another resource has that resource's name. */
export function nameResources(graph: ResourceGraph): TemplateNames {
  const hosts = new Map(graph.resources.map((node) => [node.id, hostOf(graph, node)]));
  const ids = logicalIds(graph.resources.filter(({ id }) => hosts.get(id) === id));
  const idOf = (id: NodeId) => ids.get(hosts.get(id) ?? id) ?? id;
  return { graph, idOf, parameterOf: secretParameter(secretsOf(graph)), codes: codeParameters(graph, idOf) };
}

/** The resource that a node is part of, or the node itself. */
function hostOf(graph: ResourceGraph, node: AnyResourceNode): NodeId {
  const rule = ruleOf(node.kind);
  if (!isPart(rule)) return node.id;
  const find: FindNode = (kind, wanted) =>
    resourcesOf(graph, kind).find(({ inputs }) =>
      Object.entries(wanted).every(([input, value]) => {
        const other = (inputs as Readonly<Record<string, unknown>>)[input];
        return JSON.stringify(followReferences(graph, other)) === JSON.stringify(followReferences(graph, value));
      }),
    ) as AnyResourceNode | undefined;
  const host = rule.partOf(node as never, find);
  if (host === undefined) throw new Error(`${node.id} is not part of a resource of the graph`);
  return host;
}

/** Logical ids of letters and digits, from the logical name and the type, such as `PaymentProcessorFunction`. */
function logicalIds(nodes: readonly AnyResourceNode[]): ReadonlyMap<NodeId, string> {
  const taken = new Set<string>();
  return new Map(
    nodes.map((node) => {
      const rule = ruleOf(node.kind);
      const type = node.kind.split(':').at(-1) ?? '';
      const name = pascalCase(node.name.replaceAll('{}', 'parameter'));
      const identity = isPart(rule) ? '' : (rule.identity?.(node.inputs as never) ?? '');
      const id = `${name.endsWith(type) ? name : name + type}${identity}`;
      const distinct = taken.has(id) ? id + fingerprint(node.id).slice(0, 8) : id;
      taken.add(distinct);
      return [node.id, distinct];
    }),
  );
}

/** The secret process variables that resources read, sorted. */
export function secretsOf({ resources }: ResourceGraph): string[] {
  const found = new Set<string>();
  for (const { inputs } of resources) eachSecret(inputs as Value, ({ variable }) => found.add(variable));
  return [...found].sort();
}

/** The parameter of a secret variable, such as `ApiToken` for `API_TOKEN`. */
function secretParameter(variables: readonly string[]): TemplateNames['parameterOf'] {
  const plain = (variable: string) => pascalCase(variable.toLowerCase());
  return (variable) => {
    const isShared = variables.some((other) => other !== variable && plain(other) === plain(variable));
    return plain(variable) + (isShared ? fingerprint(variable).slice(0, 8) : '');
  };
}

/** A parameter for each bundle; functions with the same code share it. */
function codeParameters(graph: ResourceGraph, idOf: (id: NodeId) => string): TemplateNames['codes'] {
  const codes = new Map<string, TemplateNames['codes'][number]>();
  for (const { id, inputs } of resourcesOf(graph, 'aws:lambda/function:Function')) {
    const key = JSON.stringify(inputs.code);
    if (!codes.has(key)) codes.set(key, { code: inputs.code, parameter: `${idOf(id)}CodeKey` });
  }
  return [...codes.values()];
}

/** Joins the words of a name, each with a capital letter. */
export function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map(capitalize)
    .join('');
}
