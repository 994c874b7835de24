// Observations of systems, and what they share.

import type { ResourceGraph } from '../../../../compiler/graph/graph';

/** Observes a system of a graph. Systems with equal observations behave alike. */
export type Probe = (graph: ResourceGraph) => Promise<unknown>;

/** The endpoints of a system that does not run. */
export const ENDPOINTS = { api: 'http://127.0.0.1:1', dynamodb: 'http://127.0.0.1:2', sqs: 'http://127.0.0.1:3' };

/** The name on AWS of the only resource of a kind, or of one that has a name in the spec. */
export function nameOf(graph: ResourceGraph, kind: string, part = ''): string {
  const node = graph.resources.find((one) => one.kind === kind && one.origin.path.includes(part));
  return String((node?.inputs as { name?: unknown } | undefined)?.name ?? node?.name);
}
