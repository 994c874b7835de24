// What may call the API can reach it.

import { BlockList, isIPv6 } from 'node:net';
import { diagnose } from '../diagnostics/diagnostic';
import { authorizationOf } from '../resolve/route-authorization';
import type { Rule } from './rule';

/** ENV3097: a private API without VPC endpoints, or the reverse. ENV3073: networks that no request comes from. ENV3074: accounts that no route asks for. */
export const endpointRule: Rule = ({ environment: { api }, at, otherSide }) => {
  if (api === undefined) return [];
  const { endpointType, vpcEndpointIds } = api;
  const { sourceCidrs = [], accountIds = [] } = api.resourcePolicy ?? {};
  const isPrivate = endpointType === 'PRIVATE';
  const hasEndpoints = vpcEndpointIds.length > 0;
  const [field, other] = isPrivate ? ['endpointType', 'vpcEndpointIds'] : ['vpcEndpointIds', 'endpointType'];
  const help = isPrivate ? 'vpcEndpointIds: [vpce-…], those of your VPCs' : 'endpointType: PRIVATE';
  const related = otherSide('the other one', ['api', other]);
  const unreachable = isPrivate
    ? []
    : sourceCidrs.flatMap((cidr, index) => (isInternal(cidr) ? [{ cidr, index }] : []));
  const isSigned = Object.values(api.routes).some((route) => authorizationOf(api, route) === 'AWS_IAM');
  return [
    ...(isPrivate === hasEndpoints
      ? []
      : [diagnose('private-endpoint', at(['api', field]), { endpointType }, { help, related })]),
    ...unreachable.map(({ cidr, index }) =>
      diagnose('unreachable-network', at(['api', 'resourcePolicy', 'sourceCidrs', index]), { cidr }),
    ),
    ...(accountIds.length === 0 || isSigned
      ? []
      : [diagnose('accounts-without-signature', at(['api', 'resourcePolicy', 'accountIds']), {})]),
  ];
};

/** Addresses that do not travel the internet (RFC 6890). */
const INTERNAL = new BlockList();
for (const block of [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  'fc00::/7',
  'fe80::/10',
]) {
  const [address = '', prefix] = block.split('/');
  INTERNAL.addSubnet(address, Number(prefix), familyOf(address));
}

function isInternal(cidr: string): boolean {
  const [address = ''] = cidr.split('/');
  return INTERNAL.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}
