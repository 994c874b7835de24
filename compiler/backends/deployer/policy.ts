// The IAM policies for deploying systems, restricted to their kinds of resources and their names.

import type { ResourceGraph } from '../../graph/graph';
import type { Kind } from '../../graph/kind';
import type { Condition, Grant, KindAccess, KnownInputs, Others, Target } from './access';
import { API_GATEWAY } from './kinds/api-gateway';
import { DATA } from './kinds/data';
import { FUNCTIONS } from './kinds/functions';
import { MONITORING } from './kinds/monitoring';
import { SECRETS } from './kinds/secrets';
import { TRIGGERS } from './kinds/triggers';
import { WAFV2 } from './kinds/wafv2';
import { knownInputs } from './known-inputs';

/** The access that each kind requires; total, so that tsc reports a kind without a rule. */
export const ACCESS: { readonly [K in Kind]: KindAccess<K> } = {
  ...API_GATEWAY,
  ...DATA,
  ...FUNCTIONS,
  ...MONITORING,
  ...SECRETS,
  ...TRIGGERS,
  ...WAFV2,
};

/** The document of an IAM policy. */
export interface PolicyDocument {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

interface Statement {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Condition;
}

/** The maximum length of a managed policy's document, in characters (IAM and AWS STS quotas). */
export const LONGEST_DOCUMENT = 6144;

/** The permissions for deploying the systems, in as few documents as the limit of managed policies allows. */
export function deployerPolicies(graphs: readonly ResourceGraph[], target: Target): PolicyDocument[] {
  const statements = mergeGrants(graphs.flatMap((graph) => grantsOf(graph, target)));
  return split(statements).map(document);
}

function grantsOf(graph: ResourceGraph, target: Target): Grant[] {
  const arnOf = (access: KindAccess<Kind>, inputs: KnownInputs<Kind>) =>
    access.on(inputs).map((end) => (end.startsWith('arn:') ? end : arn(access, target, end)));
  const known = knownInputs(graph, (kind, inputs) => arnOf(accessOf(kind), inputs)[0] ?? '*');
  const others: Others = <K extends Kind>(kind: K) =>
    graph.resources.filter((node) => node.kind === kind).map((node) => known(node) as unknown as KnownInputs<K>);
  return graph.resources.flatMap((node) => {
    const access = accessOf(node.kind);
    const inputs = known(node);
    const prefixed = (actions: readonly string[]) => actions.map((action) => `${access.service}:${action}`);
    const condition = access.condition?.(inputs, target);
    return [
      {
        actions: prefixed([...access.create, ...access.read, ...access.update, ...access.delete]),
        resources: arnOf(access, inputs),
        ...(condition && { condition }),
      },
      ...(access.unscoped === undefined ? [] : [{ actions: prefixed(access.unscoped), resources: ['*'] }]),
      ...(access.also?.(inputs, target, others) ?? []),
    ];
  });
}

function accessOf(kind: Kind): KindAccess<Kind> {
  return ACCESS[kind] as unknown as KindAccess<Kind>;
}

function arn({ service, without }: KindAccess<Kind>, { partition, region, account }: Target, end: string): string {
  const [inRegion, inAccount] = [without === 'region' ? '' : region, without === 'account' ? '' : account];
  return `arn:${partition}:${service}:${inRegion}:${inAccount}:${end}`;
}

/** Merges grants with the same actions, and grants on the same resources. */
function mergeGrants(grants: readonly Grant[]): Statement[] {
  const byResources = merge(grants, ({ resources, condition }) => JSON.stringify([resources, condition]));
  return merge(byResources, ({ actions, condition }) => JSON.stringify([actions, condition])).map(
    ({ actions, resources, condition }) => ({
      Effect: 'Allow',
      Action: actions,
      Resource: resources,
      ...(condition && { Condition: condition }),
    }),
  );
}

function merge(grants: readonly Grant[], keyOf: (grant: Grant) => string): Grant[] {
  const merged = new Map<string, Grant>();
  for (const grant of grants) {
    const other = merged.get(keyOf(grant));
    merged.set(keyOf(grant), {
      ...grant,
      actions: union(other?.actions ?? [], grant.actions),
      resources: union(other?.resources ?? [], grant.resources),
    });
  }
  return [...merged.values()];
}

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].sort();
}

/** Distributes statements over documents; splits a statement that is too long by its resources. */
function split(statements: readonly Statement[]): Statement[][] {
  const documents: Statement[][] = [];
  for (const statement of statements.flatMap(cut)) {
    const open = documents.find((document_) => lengthOf([...document_, statement]) <= LONGEST_DOCUMENT);
    if (open === undefined) documents.push([statement]);
    else open.push(statement);
  }
  return documents;
}

function cut(statement: Statement): Statement[] {
  const { Resource } = statement;
  if (Resource.length < 2 || lengthOf([statement]) <= LONGEST_DOCUMENT) return [statement];
  const middle = Math.ceil(Resource.length / 2);
  return [Resource.slice(0, middle), Resource.slice(middle)].flatMap((part) => cut({ ...statement, Resource: part }));
}

function lengthOf(statements: readonly Statement[]): number {
  return JSON.stringify(document(statements)).length;
}

function document(statements: readonly Statement[]): PolicyDocument {
  return { Version: '2012-10-17', Statement: statements };
}
