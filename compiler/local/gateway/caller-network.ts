// The network of a caller. All callers of a local run are on this machine; headers of the run's own give them another address.

import { isIP } from 'node:net';
import { type ResourceGraph, resourcesOf } from '../../graph/graph';
import { type HeaderList, valuesOf } from './event-headers';

/** Where a request comes from, as far as it is known. */
export interface CallerNetwork {
  readonly sourceIp?: string;
  /** The VPC endpoint of a private API. */
  readonly vpcEndpoint?: string;
}

/** The headers that set the network of a caller. The function does not receive them. */
const HEADERS = { sourceIp: 'X-Local-Source-Ip', vpcEndpoint: 'X-Local-Vpc-Endpoint' } as const;

const OWN = /^x-local-(source-ip|vpc-endpoint)$/i;

/** Takes the headers with the network of the caller out of the others. An address that is not valid is ignored. */
export function takeNetwork(sent: HeaderList): { readonly headers: HeaderList; readonly network: CallerNetwork } {
  if (!sent.some(([name]) => OWN.test(name))) return { headers: sent, network: {} };
  const [sourceIp] = valuesOf(sent, HEADERS.sourceIp.toLowerCase());
  const [vpcEndpoint] = valuesOf(sent, HEADERS.vpcEndpoint.toLowerCase());
  return {
    headers: sent.filter(([name]) => !OWN.test(name)),
    network: {
      ...(sourceIp !== undefined && isIP(sourceIp) !== 0 && { sourceIp }),
      ...(vpcEndpoint !== undefined && { vpcEndpoint }),
    },
  };
}

/** The headers that put a caller into a network. */
export function networkHeaders({ sourceIp, vpcEndpoint }: CallerNetwork): [name: string, value: string][] {
  return [
    ...(sourceIp === undefined ? [] : [[HEADERS.sourceIp, sourceIp] as [string, string]]),
    ...(vpcEndpoint === undefined ? [] : [[HEADERS.vpcEndpoint, vpcEndpoint] as [string, string]]),
  ];
}

type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** A network that the resource policy of a graph's API does not deny; empty without a policy on networks. */
export function allowedNetwork(graph: ResourceGraph): CallerNetwork {
  const [policy] = resourcesOf(graph, 'aws:apigateway/restApiPolicy:RestApiPolicy');
  const { Statement = [] } = ((policy?.inputs.policy as { readonly value?: unknown } | undefined)?.value ?? {}) as {
    readonly Statement?: readonly { readonly Condition?: Conditions }[];
  };
  const conditions = Statement.flatMap(({ Condition }) => (Condition === undefined ? [] : [Condition]));
  const firstValue = (operator: string) =>
    conditions.flatMap((condition) => Object.values(condition[operator] ?? {}).flat())[0];
  const [sourceIp] = firstValue('NotIpAddress')?.split('/') ?? [];
  const vpcEndpoint = firstValue('StringNotEquals');
  return { ...(sourceIp !== undefined && { sourceIp }), ...(vpcEndpoint !== undefined && { vpcEndpoint }) };
}
