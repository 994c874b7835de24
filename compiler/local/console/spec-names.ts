// The names of functions, tables and queues in the spec, by their names on AWS.

import { type ResourceGraph, resourcesOf } from '../../graph/graph';

/** The kinds of parts whose names are known. */
type PartKind = 'function' | 'table' | 'queue';

const KINDS = {
  function: 'aws:lambda/function:Function',
  table: 'aws:dynamodb/table:Table',
  queue: 'aws:sqs/queue:Queue',
} as const satisfies Record<PartKind, string>;

const KNOWN = new WeakMap<ResourceGraph, ReadonlyMap<string, string>>();

/** The name of a part in the spec of a graph; its name on AWS if the graph does not have it. */
export function specName(graph: ResourceGraph, kind: PartKind, awsName: string): string {
  const names = KNOWN.get(graph) ?? namesOf(graph);
  KNOWN.set(graph, names);
  return names.get(`${kind} ${awsName}`) ?? awsName;
}

function namesOf(graph: ResourceGraph): ReadonlyMap<string, string> {
  return new Map(
    (Object.keys(KINDS) as PartKind[]).flatMap((kind) =>
      resourcesOf(graph, KINDS[kind]).map(({ name, inputs, origin }) => {
        const path = origin.path.split('.');
        return [`${kind} ${String(inputs.name ?? name)}`, path.slice(1).join('.')] as const;
      }),
    ),
  );
}
