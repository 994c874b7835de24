// The partition of a Region (AWS General Reference, "Amazon Resource Names (ARNs)").

/** The partition of a Region, the second part of each ARN there. */
export function partition(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('eusc-')) return 'aws-eusc';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

const DNS_SUFFIXES: Readonly<Record<string, string>> = { 'aws-cn': 'amazonaws.com.cn', 'aws-eusc': 'amazonaws.eu' };

/** The DNS suffix of a Region's partition. */
export function dnsSuffix(region: string): string {
  return DNS_SUFFIXES[partition(region)] ?? 'amazonaws.com';
}
