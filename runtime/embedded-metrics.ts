// Metrics in CloudWatch's embedded metric format, as members of a log line.

/** The definitions of metrics, by name. */
export type MetricDefinitions = Readonly<
  Record<string, { readonly unit: string; readonly dimensions: readonly (readonly string[])[] }>
>;

/** The values of metrics and of their dimensions, with the member by which CloudWatch finds them ("Embedded metric format specification"). */
export function embedMetrics(members: object, definitions: MetricDefinitions, namespace: string, now: Date): object {
  return {
    ...members,
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: Object.entries(definitions)
        .filter(([name]) => name in members)
        .flatMap(([Name, { unit: Unit, dimensions }]) =>
          dimensions.map((set) => ({ Namespace: namespace, Dimensions: [set], Metrics: [{ Name, Unit }] })),
        ),
    },
  };
}
