// Describes the tables with their indexes, and the queues.

import type { Capacity, CapacityUnits, KeyAttribute, Queue, Table } from '../../../schema/environment.generated';
import { grouped } from '../../diagnostics/words';
import type { InnerPart, Part } from '../system';
import { count } from '../words';
import { type DescribeContext, fact, identityOf } from './context';

/** The tables and queues of an environment, in the order of the spec. */
export function describeData(context: DescribeContext): Part[] {
  const { tables, queues } = context.environment;
  return [
    ...Object.entries(tables).map(([name, table]) => describeTable(context, name, table)),
    ...Object.entries(queues).map(([name, queue]) => describeQueue(context, name, queue)),
  ];
}

function describeQueue(context: DescribeContext, name: string, queue: Queue): Part {
  const { messageRetentionSeconds, delaySeconds, deadLetterQueue, fifo } = queue;
  const at = ['queues', name] as const;
  return {
    ...identityOf(context, at),
    layer: 'data',
    kind: 'SQS queue',
    title: name,
    facts: [
      fact(context, [...at, 'messageRetentionSeconds'], `kept ${duration(messageRetentionSeconds)}`),
      ...(fifo === undefined ? [] : [fact(context, [...at, 'fifo'], 'in order of message groups')]),
      ...(delaySeconds === 0 ? [] : [fact(context, [...at, 'delaySeconds'], `delayed ${duration(delaySeconds)}`)]),
      ...(deadLetterQueue === undefined
        ? []
        : [
            fact(
              context,
              [...at, 'deadLetterQueue'],
              `after ${count(deadLetterQueue.maxReceiveCount, 'receive')} to ${deadLetterQueue.queue}`,
            ),
          ]),
    ],
    inner: [],
  };
}

function describeTable(context: DescribeContext, name: string, table: Table): Part {
  const { billingMode, capacity, timeToLiveAttribute, replicas } = table;
  const at = ['tables', name] as const;
  const regions = Object.keys(replicas);
  return {
    ...identityOf(context, at),
    layer: 'data',
    kind: 'DynamoDB table',
    title: name,
    facts: [
      capacity === undefined
        ? fact(context, [...at, 'billingMode'], billingMode === 'PAY_PER_REQUEST' ? 'on demand' : 'provisioned')
        : fact(context, [...at, 'capacity'], capacityText(capacity)),
      fact(context, [...at, 'partitionKey'], `key ${keyText(table)}`),
      ...(timeToLiveAttribute === undefined
        ? []
        : [fact(context, [...at, 'timeToLiveAttribute'], `expires by ${timeToLiveAttribute}`)]),
      ...(regions.length === 0 ? [] : [fact(context, [...at, 'replicas'], `replicas ${regions.join(', ')}`)]),
    ],
    inner: Object.entries(table.indexes).map(
      ([index, settings]): InnerPart => ({
        ...identityOf(context, [...at, 'indexes', index]),
        kind: 'index',
        title: index,
        fact: [
          `key ${keyText(settings)}`,
          ...(settings.capacity === undefined ? [] : [capacityText(settings.capacity)]),
        ].join(', '),
      }),
    ),
  };
}

function keyText({ partitionKey, sortKey }: { partitionKey: KeyAttribute; sortKey?: KeyAttribute }): string {
  return sortKey === undefined ? partitionKey.name : `${partitionKey.name}, ${sortKey.name}`;
}

function capacityText({ read, write }: Capacity): string {
  return `${unitsText(read)} RCU, ${unitsText(write)} WCU`;
}

function unitsText({ units, autoscaling }: CapacityUnits): string {
  if (autoscaling === undefined) return grouped(units ?? 0);
  return `${grouped(autoscaling.minimum)}–${grouped(autoscaling.maximum)}`;
}

/** A duration in its largest whole unit. */
function duration(seconds: number): string {
  if (seconds % 86_400 === 0) return count(seconds / 86_400, 'day');
  if (seconds % 3_600 === 0) return count(seconds / 3_600, 'hour');
  return count(seconds, 'second');
}
