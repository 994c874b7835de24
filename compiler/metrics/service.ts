// The shape of a list of metrics: what CloudWatch has of a part of the spec.

/** A unit of CloudWatch (CloudWatch API Reference, MetricDatum: Unit). */
export type Unit = 'Count' | 'Milliseconds' | 'Seconds' | 'Bytes' | 'Percent' | 'None';

/** The statistics of CloudWatch; `percentile` stands for percentiles and percentile ranks. */
export const STATISTICS = ['Sum', 'Average', 'Minimum', 'Maximum', 'SampleCount', 'percentile'] as const;

/** A statistic, whatever the number of a percentile. */
export type Statistic = (typeof STATISTICS)[number];

/** What is known of a metric. */
export interface MetricFacts {
  readonly unit: Unit;
  /** The statistics that its service documents for it, or that mean something. */
  readonly statistics: readonly Statistic[];
  /** The sets of dimensions that it is published under, beside those that identify the part. Absent: no others. */
  readonly dimensions?: readonly (readonly string[])[];
  /** Whether each value is 1 for a request that it happened to and 0 for any other. */
  readonly isShare?: boolean;
  /** The metric that counts all requests of which this one counts some. */
  readonly partOf?: string;
}

/** The metrics of a kind of part. */
export interface PartMetrics<D extends string = string, N extends string = string> {
  /** The part in words, such as "a Lambda function". */
  readonly what: string;
  readonly namespace: string;
  /** The dimensions that identify the part: the compiler sets them. */
  readonly identity: readonly D[];
  readonly metrics: { readonly [name in N]: MetricFacts };
  /** Metrics of the service that are not published of this part, with what they are published of. */
  readonly elsewhere: { readonly [name: string]: string };
  /** The values that a dimension can have; absent: any. */
  readonly values?: { readonly [dimension: string]: readonly string[] };
  /** Whether an alarm on these metrics ignores missing data, whatever it is told (CloudWatch API Reference, PutMetricAlarm: TreatMissingData). */
  readonly ignoresMissingData: boolean;
}

/** The statistic of a spec without its numbers. */
export function statisticOf(written: string): Statistic {
  return STATISTICS.find((name) => name === written) ?? 'percentile';
}

/** Keeps the names of a list as literal types, so that tsc checks each use. */
export function partMetrics<const D extends string, const N extends string>(
  list: PartMetrics<D, N>,
): PartMetrics<D, N> {
  return list;
}
