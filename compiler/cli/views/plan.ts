// Renders the output of `plan`.

import { describeValue } from '../../backends/plan/value-text';
import { formatPlace } from '../../diagnostics/diagnostic';
import type { AnyResourceNode, ResourceGraph } from '../../graph/graph';
import { describeKind } from '../../graph/kinds';
import { sectionsOf } from '../../graph/sections';
import type { Value } from '../../graph/value';
import { formatPath } from '../../source/spec-node';
import type { ResolvedValue } from '../../values/resolved-spec';
import { renderColumns } from './columns';

/** Renders the resources by section; with their inputs if `details` is true. */
export function renderPlan(path: string, graph: ResourceGraph, details: boolean): string {
  const { resources, provider, outputs } = graph;
  const sections = [...sectionsOf(resources)].map(([section, nodes]) => ({ section, nodes }));
  const rows = renderColumns(sections.flatMap(({ nodes }) => nodes.map(columnsOf))).values();
  const lines = sections.flatMap(({ section, nodes }) => [
    '',
    section,
    ...nodes.flatMap((node) => [`  ${rows.next().value}`, ...(details ? renderInputs(node) : [])]),
  ]);
  const exported = Object.entries(outputs);
  return [
    `${path}: ${resources.length} resources in ${provider.region}, ${exported.length} outputs`,
    ...lines,
    ...(details && exported.length > 0 ? ['', 'outputs', ...exported.map(renderEntry('  '))] : []),
  ].join('\n');
}

/** The JSON value of `plan --json`. */
export function planJson(path: string, graph: ResourceGraph): object {
  return { schemaVersion: 1, spec: path, graph };
}

/** The JSON value of `plan --resolved --json`. */
export function resolvedJson(path: string, values: readonly ResolvedValue[]): object {
  return {
    schemaVersion: 1,
    spec: path,
    values: values.map(({ path, value, resolved, origin }) => ({
      path: formatPath(path),
      value: resolved ?? value,
      ...(resolved === undefined ? {} : { written: value }),
      origin: origin === undefined ? 'default' : formatPlace(origin),
    })),
  };
}

function columnsOf({ kind, name, origin }: AnyResourceNode): string[] {
  return [describeKind(kind), name, origin.place];
}

function renderInputs({ inputs }: AnyResourceNode): string[] {
  return Object.entries(inputs as { readonly [input: string]: Value }).map(renderEntry('      '));
}

function renderEntry(indent: string): (entry: [string, Value]) => string {
  return ([name, value]) => `${indent}${name}: ${describeValue(value)}`;
}
