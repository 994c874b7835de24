// What the name of a Region says of its partition.

/** The partition of a Region, the second part of each ARN there. */
export function partition(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** The DNS suffix of a Region's partition. */
export function dnsSuffix(region: string): string {
  return partition(region) === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
}
