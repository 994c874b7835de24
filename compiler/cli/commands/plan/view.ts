// Renders the output of `plan`.

import { describeValue } from '../../../diff/value-text';
import type { AnyResourceNode, ResourceGraph } from '../../../graph/graph';
import { describeKind } from '../../../graph/kind';
import { sectionsOf } from '../../../graph/sections';
import type { Value } from '../../../graph/value';
import { type ResolvedValue, renderResolvedSpec } from '../../../language/values/resolved-spec';
import { formatPlace } from '../../../source/source';
import { formatPath } from '../../../source/spec-node';
import type { TextOrJson } from '../../command/declaration';
import type { View } from '../../command/parts';
import { renderColumns } from '../../text/columns';
import type { PlanResult } from './run';

/** The resources or the values: for people, or as one JSON value. */
export const view: View<PlanResult, TextOrJson> = {
  text: (result) =>
    result.is === 'resources'
      ? renderPlan(result.path, result.graph, result.details)
      : renderResolvedSpec(result.path, result.values),
  json: (result) =>
    result.is === 'resources' ? planJson(result.path, result.graph) : resolvedJson(result.path, result.values),
};

/** Renders the resources by section; with their inputs if `details` is true. */
function renderPlan(path: string, graph: ResourceGraph, details: boolean): string {
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
function planJson(spec: string, graph: ResourceGraph): object {
  const resources = graph.resources.map(({ origin: { path, place }, ...node }) => ({
    ...node,
    origin: { path, place },
  }));
  return { schemaVersion: 1, spec, graph: { ...graph, resources } };
}

/** The JSON value of `plan --resolved --json`. */
function resolvedJson(path: string, values: readonly ResolvedValue[]): object {
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
