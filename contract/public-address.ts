// Addresses that webhooks must not reach: networks inside AWS or a company, and ranges that are not on the Internet.

import { BlockList, isIP } from 'node:net';

/** The refused ranges of IPv4 (IANA, "IPv4 Special-Purpose Address Registry"). */
const RANGES_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  // Lambda's Runtime API.
  ['127.0.0.0', 8],
  // The credentials of containers and of EC2 instances.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** The refused ranges of IPv6 (IANA, "IPv6 Special-Purpose Address Registry"), including those that embed an IPv4 address. */
const RANGES_6: readonly (readonly [string, number])[] = [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

let ranges: BlockList | undefined;

/** The refused ranges. Created for the first address, because loading node:net takes longer than to check a spec without webhooks. */
function refusedRanges(): BlockList {
  if (ranges !== undefined) return ranges;
  ranges = new BlockList();
  for (const [network, prefix] of RANGES_4) ranges.addSubnet(network, prefix, 'ipv4');
  for (const [network, prefix] of RANGES_6) ranges.addSubnet(network, prefix, 'ipv6');
  return ranges;
}

/** Whether webhooks may reach an address. An IPv4 address in the notation of IPv6 counts as IPv4. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && !refusedRanges().check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/** Whether the host of a URL is an address that webhooks must not reach. A host that is a name is not. */
export function isPrivateHost(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '');
  return isIP(address) !== 0 && !isPublicAddress(address);
}
