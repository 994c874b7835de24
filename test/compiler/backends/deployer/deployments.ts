// The AWS requests of deployments of specs and their edits.

import type { Target } from '../../../../compiler/backends/deployer/access';
import { deployerPolicies } from '../../../../compiler/backends/deployer/policy';
import type { ResourceGraph } from '../../../../compiler/graph/graph';
import { KINDS } from '../../../../compiler/graph/kinds/kinds';
import { evaluate, type Policy } from '../../../../compiler/model/iam-policy';
import { type Properties, tagsOf } from '../../../engine/cloud/permissions/call';
import type { ResourceOperation } from '../../../engine/cloud/permissions/calls';
import {
  cloudOf,
  type DeployedResource,
  type GraphCloud,
  operationsBetween,
  readsOf,
  surroundingsOf,
} from '../../../engine/cloud/permissions/graph-cloud';
import { type OperationRequest, requestsOf } from '../../../engine/cloud/permissions/permissions';

const ACCOUNT = '123456789012';

/** The account and partition of a deployment. */
function placeOf({ provider }: ResourceGraph): Target {
  return { partition: 'aws', region: provider.region, account: ACCOUNT };
}

/** The policies that `deploy-policy` prints for several specs together. */
export function policiesOf(...graphs: readonly [ResourceGraph, ...ResourceGraph[]]): readonly Policy[] {
  return deployerPolicies(graphs, placeOf(graphs[0]));
}

const NOTHING: GraphCloud = new Map();

/** The requests to create, refresh and destroy a spec. */
export function requestsOfLife(graph: ResourceGraph): OperationRequest[] {
  const cloud = cloudOf(graph, placeOf(graph));
  const operations = [...operationsBetween(NOTHING, cloud), ...readsOf(cloud), ...operationsBetween(cloud, NOTHING)];
  return requestsIn(operations, graph, cloud);
}

/** The requests to deploy one spec over another. */
export function requestsOfEdit(before: ResourceGraph, after: ResourceGraph): OperationRequest[] {
  const [old, cloud] = [before, after].map((graph) => cloudOf(graph, placeOf(graph))) as [GraphCloud, GraphCloud];
  return requestsIn(operationsBetween(old, cloud), after, cloud, old);
}

/**
 * Updates of each input that can change in place, as if it had no value before, because another release of the compiler can
 * change any of them. Also changes of tags: one more tag, only the key's name tag, and a tag with an empty value.
 */
export function requestsOfUpdates(graph: ResourceGraph): OperationRequest[] {
  const cloud = cloudOf(graph, placeOf(graph));
  const operations = [...cloud.values()].flatMap((resource) => [...updatesOf(resource), ...retagsOf(resource)]);
  return requestsIn(operations, graph, cloud);
}

function updatesOf({ kind, arn, inputs }: DeployedResource): ResourceOperation[] {
  return Object.keys(inputs)
    .filter((input) => !/^tags/.test(input) && !KINDS[kind].replacedBy.includes(input))
    .map((input) => {
      const { [input]: _, ...olds } = inputs;
      return { action: 'update', kind, arn, inputs, olds };
    });
}

function retagsOf({ kind, arn, inputs }: DeployedResource): ResourceOperation[] {
  const { Name, ...others } = tagsOf(inputs);
  const name = Name === undefined ? {} : { Name };
  const withTags = (tagsAll: Properties): Properties => ({ ...inputs, tagsAll });
  return inputs.tagsAll === undefined
    ? []
    : [
        { action: 'update', kind, arn, inputs, olds: withTags({ ...name, Gone: 'x' }) },
        { action: 'update', kind, arn, inputs: withTags({ ...name, ...others, Empty: '' }), olds: inputs },
      ];
}

function requestsIn(
  operations: readonly ResourceOperation[],
  graph: ResourceGraph,
  ...clouds: readonly GraphCloud[]
): OperationRequest[] {
  return operations.flatMap((operation) => requestsOf(operation, placeOf(graph), surroundingsOf(...clouds)));
}

/** The distinct requests that policies deny, as text. */
export function refusedBy(policies: readonly Policy[], requests: readonly OperationRequest[]): string[] {
  const refused = distinct(requests).filter((request) => evaluate(policies, request) !== 'allowed');
  return [...new Set(refused.map(({ operation, action, resource }) => `${operation.action}: ${action} ${resource}`))];
}

function distinct(requests: readonly OperationRequest[]): OperationRequest[] {
  const byContent = new Map(
    requests.map((request) => [JSON.stringify([request.action, request.resource, request.context]), request]),
  );
  return [...byContent.values()];
}

/** Whether a request deletes or is part of a deletion: an update of a table deletes its replica. */
export function isDeletion({ operation, action }: OperationRequest): boolean {
  return operation.action === 'delete' || action.startsWith('dynamodb:DeleteTable');
}

/** An action on a resource in a statement. */
interface Permission {
  readonly name: string;
  readonly action: string;
  readonly policy: Policy;
}

/** The permissions that no request needs: without any one of them, the policies allow the same requests. */
export function superfluousIn(policies: readonly Policy[], requests: readonly OperationRequest[]): string[] {
  const permissions = policies.flatMap(permissionsOf);
  const needed = new Set<Permission>();
  for (const request of distinct(requests)) {
    const allowing = permissions.filter(
      ({ action, policy }) => action === request.action && evaluate([policy], request) === 'allowed',
    );
    const [only] = allowing;
    if (only !== undefined && allowing.length === 1) needed.add(only);
  }
  return permissions.filter((permission) => !needed.has(permission)).map(({ name }) => name);
}

function permissionsOf({ Version, Statement }: Policy): Permission[] {
  return Statement.flatMap((statement) =>
    [statement.Action ?? []].flat().flatMap((action) =>
      [statement.Resource ?? []].flat().map((resource) => ({
        name: `${action} ${resource}`,
        action,
        policy: { Version, Statement: [{ ...statement, Action: action, Resource: resource }] },
      })),
    ),
  );
}
