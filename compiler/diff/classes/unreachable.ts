// Finds addresses that are no longer reachable, and tables that can no longer be read.

import { describeKind } from '../../graph/kind';
import { type FindChanges, type Finding, findingAt, findingOf, type SpecChange } from './change';

/** Addresses and tables that a change makes unreachable. */
export const findUnreachable: FindChanges = (change) => [
  ...removedAddresses(change),
  ...closedEndpoints(change),
  ...lockedTables(change),
];

/** The kinds whose identity is part of a URL that clients call. */
const ADDRESSES: Readonly<Record<string, string>> = {
  'aws:apigateway/restApi:RestApi': 'the URL of API Gateway',
  'aws:apigateway/stage:Stage': 'the stage, which is part of the URL,',
  'aws:apigateway/domainName:DomainName': 'the custom domain',
  'aws:apigateway/basePathMapping:BasePathMapping': 'the path of the custom domain',
};

function removedAddresses(change: SpecChange): Finding[] {
  const hasDomain = change.after.environment.api?.domain !== undefined;
  return change.difference.resources.flatMap((resource) => {
    const address = ADDRESSES[resource.kind];
    if (address === undefined || (resource.impact !== 'deletion' && resource.impact !== 'replacement')) return [];
    // The mapping of a domain follows the API or the stage that it refers to.
    if (resource.kind.endsWith(':BasePathMapping') && resource.impact === 'replacement' && hasDomain) return [];
    const event = resource.impact === 'deletion' ? 'is deleted' : 'is replaced';
    const detail = `${describeKind(resource.kind)} ${resource.name}`;
    return [findingOf(change, 'unreachable', resource, `${address} ${event} (${detail})`)];
  });
}

function closedEndpoints(change: SpecChange): Finding[] {
  const [old, now] = [change.before.environment.api, change.after.environment.api];
  if (old === undefined || now === undefined) return [];
  const at = (path: string[], reason: string) => findingAt(change, 'unreachable', path, reason);
  const wasOpen = old.domain?.disableExecuteApiEndpoint !== true;
  const lostEndpoints = old.vpcEndpointIds.filter((id) => !now.vpcEndpointIds.includes(id));
  return [
    ...(old.endpointType !== now.endpointType && [old.endpointType, now.endpointType].includes('PRIVATE')
      ? [at(['api', 'endpointType'], `the API moves from ${old.endpointType} to ${now.endpointType}`)]
      : []),
    ...(wasOpen && now.domain?.disableExecuteApiEndpoint === true
      ? [at(['api', 'domain', 'disableExecuteApiEndpoint'], "API Gateway's default URL is disabled")]
      : []),
    ...(now.endpointType === 'PRIVATE' && lostEndpoints.length > 0
      ? [at(['api', 'vpcEndpointIds'], `the API is no longer reachable through ${lostEndpoints.join(', ')}`)]
      : []),
  ];
}

/** Tables whose encryption key is scheduled for deletion (AWS KMS Developer Guide, "Deleting KMS keys"). */
function lockedTables(change: SpecChange): Finding[] {
  const isKeyGone = change.difference.resources.some(
    ({ kind, impact }) => kind === 'aws:kms/key:Key' && impact === 'data loss',
  );
  if (!isKeyGone) return [];
  return Object.keys(change.before.environment.tables)
    .filter((name) => change.after.environment.tables[name] !== undefined)
    .map((name) =>
      findingAt(
        change,
        'unreachable',
        ['encryption', 'key'],
        `the key of table "${name}" is scheduled for deletion; a table whose key is unusable cannot be read`,
      ),
    );
}
