// Renders a graph for review: a paragraph for each resource, without locations and without options that have their default.

import { stringify } from 'yaml';
import type { AnyResourceNode, ResourceGraph } from '../compiler/graph/graph';

/** The settings of a graph, and a paragraph of YAML for each resource. */
export function renderGraph(graph: ResourceGraph): string {
  return [renderSettings(graph), ...graph.resources.map(renderResource)].join('\n');
}

/** A paragraph of YAML for the settings of a graph. */
export function renderSettings({ resources: _resources, place: _place, ...settings }: ResourceGraph): string {
  return renderYaml(settings);
}

/** A paragraph of YAML for a resource. */
export function renderResource({
  id,
  inputs,
  kind: _kind,
  name: _name,
  origin: _origin,
  ...options
}: AnyResourceNode): string {
  const set = Object.entries(options).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return renderYaml({ [id]: { ...inputs, ...(set.length === 0 ? {} : { '(options)': Object.fromEntries(set) }) } });
}

function renderYaml(value: object): string {
  const plain = JSON.parse(JSON.stringify(value, (_, item: unknown) => shorten(item)));
  return stringify(plain, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** Writes a reference as `<node.attribute>`, and an interpolation as the list of its parts. */
function shorten(value: unknown): unknown {
  const { $, node, attribute, parts } = Object(value) as Record<string, unknown>;
  if ($ === 'reference') return `<${node}.${attribute}>`;
  return $ === 'interpolation' ? { interpolated: parts } : value;
}
