// The shape of a list of CloudWatch metrics for a part of the spec.

/** A unit of CloudWatch (CloudWatch API Reference, MetricDatum: Unit). */
export type Unit = 'Count' | 'Milliseconds' | 'Seconds' | 'Bytes' | 'Percent' | 'None';

/** The statistics of CloudWatch; `percentile` includes percentile ranks. */
export const STATISTICS = ['Sum', 'Average', 'Minimum', 'Maximum', 'SampleCount', 'percentile'] as const;

/** A statistic; a percentile without its number. */
export type Statistic = (typeof STATISTICS)[number];

/** The documented properties of a metric. */
export interface MetricFacts {
  readonly unit: Unit;
  /** The statistics that the service documents or that fit the metric. */
  readonly statistics: readonly Statistic[];
  /** The sets of additional dimensions that it is published with (default: none). */
  readonly dimensions?: readonly (readonly string[])[];
  /** Whether each value is 1 for an affected request and 0 for any other request. */
  readonly isShare?: boolean;
  /** The metric that counts all requests, of which this metric counts a subset. */
  readonly partOf?: string;
}

/** The metrics of one kind of part. */
export interface PartMetrics<D extends string = string, N extends string = string> {
  /** A description of the part, such as "a Lambda function". */
  readonly what: string;
  readonly namespace: string;
  /** The dimensions that identify the part, which the compiler sets. */
  readonly identity: readonly D[];
  readonly metrics: { readonly [name in N]: MetricFacts };
  /** Metrics of the service that exist only for other parts, with a description of the part. */
  readonly elsewhere: { readonly [name: string]: string };
  /** The allowed values of a dimension (default: any). */
  readonly values?: { readonly [dimension: string]: readonly string[] };
  /** Whether alarms on these metrics always ignore missing data (CloudWatch API Reference, PutMetricAlarm: TreatMissingData). */
  readonly ignoresMissingData: boolean;
}

/** The statistic of a spec; a percentile without its number. */
export function statisticOf(written: string): Statistic {
  return STATISTICS.find((name) => name === written) ?? 'percentile';
}

/** Keeps the names of a list as literal types, so that tsc checks each use. */
export function partMetrics<const D extends string, const N extends string>(
  list: PartMetrics<D, N>,
): PartMetrics<D, N> {
  return list;
}
