// Checks that allowed clients can reach the API at its endpoint.

import { BlockList, isIPv6 } from 'node:net';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'unreachable-network': {
    code: 'ENV3073',
    severity: 'warning',
    summary: 'A network that is allowed to call the API, but cannot reach it.',
    explanation: [
      'Private, shared, loopback and link-local addresses (RFC 6890) are not routed on the internet: a public API sees the public address of the NAT gateway or proxy.',
      'Use that address, or make the API PRIVATE, where addresses in the VPC apply.',
    ],
    message: (p: { cidr: string }) => `addresses of ${p.cidr} cannot reach the API over the internet`,
  },
  'accounts-without-signature': {
    code: 'ENV3074',
    severity: 'warning',
    summary: 'Accounts are allowed to call the API, but no route uses AWS_IAM.',
    explanation: [
      'Only a signed request (AWS_IAM) shows the account that it comes from.',
      'Other routes check tokens or keys, so the list of accounts has no effect on them.',
    ],
    message: (_: object) => 'no route has authorization AWS_IAM, so the allowed accounts have no effect',
  },
  'private-endpoint': {
    code: 'ENV3097',
    severity: 'error',
    summary: 'A private API without VPC endpoints, or VPC endpoints for an API that is not private.',
    explanation: [
      'Clients reach a PRIVATE API through interface VPC endpoints of execute-api only.',
      'API Gateway requires a resource policy for it, which the compiler derives from `api.vpcEndpointIds`; other endpoint types do not accept VPC endpoints (Amazon API Gateway Developer Guide, "Private REST APIs in API Gateway").',
    ],
    message: (p: { endpointType: string }) =>
      p.endpointType === 'PRIVATE'
        ? 'a private API requires vpcEndpointIds'
        : `vpcEndpointIds requires endpointType: PRIVATE; it is ${p.endpointType}`,
  },
});

/** ENV3097: a private API without VPC endpoints, or the reverse. ENV3073: networks that cannot reach the API. ENV3074: accounts without a route that uses AWS_IAM. */
export const endpointRule: Rule = {
  diagnose,
  *check({ environment: { api, facts }, at, otherSide }) {
    if (api === undefined) return;
    const { endpointType, vpcEndpointIds } = api;
    const { sourceCidrs = [], accountIds = [] } = api.resourcePolicy ?? {};
    const isPrivate = endpointType === 'PRIVATE';
    const hasEndpoints = vpcEndpointIds.length > 0;
    if (isPrivate !== hasEndpoints) {
      const fields = ['endpointType', 'vpcEndpointIds'] as const;
      const [field, other] = isPrivate ? fields : ([fields[1], fields[0]] as const);
      const help = isPrivate
        ? 'set vpcEndpointIds to the endpoints of your VPCs: [vpce-…]'
        : 'set endpointType to PRIVATE';
      const related = otherSide('the conflicting field', ['api', other]);
      yield diagnose('private-endpoint', at(['api', field]), { endpointType }, { help, related });
    }
    for (const [index, cidr] of sourceCidrs.entries()) {
      if (!isPrivate && isInternal(cidr))
        yield diagnose('unreachable-network', at(['api', 'resourcePolicy', 'sourceCidrs', index]), { cidr });
    }
    const isSigned = facts.methods.some(({ authorization }) => authorization === 'AWS_IAM');
    if (accountIds.length > 0 && !isSigned)
      yield diagnose('accounts-without-signature', at(['api', 'resourcePolicy', 'accountIds']), {});
  },
};

/** Address ranges that are not routed on the internet (RFC 6890). */
const INTERNAL_BLOCKS = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  'fc00::/7',
  'fe80::/10',
];

function isInternal(cidr: string): boolean {
  const internal = new BlockList();
  for (const block of INTERNAL_BLOCKS) {
    const [address = '', prefix] = block.split('/');
    internal.addSubnet(address, Number(prefix), familyOf(address));
  }
  const [address = ''] = cidr.split('/');
  return internal.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}
