// Renders a graph for review: a paragraph for each resource, without locations and without options that have their default.

import { stringify } from 'yaml';
import type { AnyResourceNode, ResourceGraph } from '../compiler/graph/graph';

/** The settings of a graph, and a paragraph of YAML for each resource. */
export function renderGraph({ resources, place: _place, ...settings }: ResourceGraph): string {
  return `${[settings, ...resources.map(paragraph)].map(renderYaml).join('\n')}`;
}

function paragraph({ id, inputs, kind: _kind, name: _name, origin: _origin, ...options }: AnyResourceNode): object {
  const set = Object.entries(options).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return { [id]: { ...inputs, ...(set.length === 0 ? {} : { '(options)': Object.fromEntries(set) }) } };
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
