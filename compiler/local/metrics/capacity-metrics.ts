// The metrics of the capacity of tables and indexes: provisioned and consumed units, and refused calls.

import type { CapacityRefusal, TableRead, TableWrite } from '../../model/table-capacity';
import type { Direction } from '../../model/throughput';
import { TABLE_METRICS } from '../../monitoring/metrics/dynamodb';
import type { CapacityMetric } from '../../monitoring/metrics/watch';
import type { RunMetrics } from './run-metrics';

/** Records the capacity of tables. */
export interface CapacityMetrics {
  read(table: string, read: TableRead): void;
  write(table: string, write: TableWrite): void;
  refused(table: string, refusal: CapacityRefusal): void;
  provisioned(table: string, index: string | undefined, direction: Direction, units: number, time: number): void;
}

const TITLES = { read: 'Read', write: 'Write' } as const;

/** The metrics of refusals by the cause that their reasons name. */
const CAUSES = {
  ProvisionedThroughputExceeded: 'ProvisionedThroughputThrottleEvents',
  KeyRangeThroughputExceeded: 'KeyRangeThroughputThrottleEvents',
  AccountLimitExceeded: 'AccountLimitThrottleEvents',
} as const;

/** Creates the recorder of capacity. */
export function capacityMetrics(metrics: RunMetrics): CapacityMetrics {
  const record = (table: string, index: string | undefined, name: CapacityMetric, value: number, time?: number) =>
    metrics.recorder({
      namespace: TABLE_METRICS.namespace,
      name,
      dimensions: { TableName: table, ...(index !== undefined && { GlobalSecondaryIndexName: index }) },
    })(value, time);
  return {
    read: (table, { index, units }) => record(table, index, 'ConsumedReadCapacityUnits', units),
    write(table, { units, indexes }) {
      record(table, undefined, 'ConsumedWriteCapacityUnits', units);
      for (const [index, own] of Object.entries(indexes)) record(table, index, 'ConsumedWriteCapacityUnits', own.units);
    },
    refused(table, { reason, index }) {
      const direction = reason.includes('Read') ? 'Read' : 'Write';
      record(table, index, `${direction}ThrottleEvents`, 1);
      for (const [cause, events] of Object.entries(CAUSES) as [
        keyof typeof CAUSES,
        (typeof CAUSES)[keyof typeof CAUSES],
      ][])
        if (reason.endsWith(cause)) record(table, index, `${direction}${events}`, 1);
    },
    provisioned: (table, index, direction, units, time) =>
      record(table, index, `Provisioned${TITLES[direction]}CapacityUnits`, units, time),
  };
}
