// The triggers of the run with their deliveries.

import type { QueueLevel } from '../stores/sqs';
import type { TriggerState } from '../triggers/deliveries';
import { causesOf, describeCaused, requestsBehind, rowOf, triggerName } from './causes';
import type { ConsoleParts } from './console-parts';
import type { Sample, SampledSeries } from './sampled-series';
import type { DeliveryDetail, TriggerDetail, TriggerRow } from './trigger-api';

type Parts = Pick<ConsoleParts, 'recorder' | 'inbox' | 'triggers' | 'stores' | 'limits' | 'system'>;

/** The triggers, in the order of the graph. */
export function listTriggers(parts: Pick<Parts, 'recorder' | 'triggers' | 'stores' | 'system'>): TriggerRow[] {
  const levels = new Map(parts.stores.levels().map((level) => [level.name, level]));
  return parts.triggers().map((state): TriggerRow => {
    const { id, waiting, nextAt, shards, deadLetters } = state;
    return {
      ...triggerName(state, parts.system().graph),
      ...{ waiting, shards },
      nextAt: nextAt ?? null,
      deadLetters: deadLetters === undefined ? null : { queue: deadLetters, messages: sizeOf(levels.get(deadLetters)) },
      counts: parts.recorder.deliveries.countsOf(id),
      inProgress: parts.recorder.deliveries.of(id).filter(({ delivery }) => delivery.outcome === 'in progress').length,
    };
  });
}

/** A trigger with its deliveries; undefined for an unknown one. */
export function describeTrigger(parts: Parts, id: string, history: SampledSeries): TriggerDetail | undefined {
  const row = listTriggers(parts).find(({ trigger }) => trigger === id);
  if (row === undefined) return undefined;
  const [series = null] = history.series((sample) => sample.id === sampleId(id));
  return {
    ...row,
    now: parts.limits.clock.now(),
    times: history.times,
    series,
    deliveries: parts.recorder.deliveries.of(id).map(({ delivery }) => rowOf(delivery)),
  };
}

/** A delivery with its calls; undefined if it is no longer stored. */
export function describeDelivery(parts: Parts, number: number): DeliveryDetail | undefined {
  const recorded = parts.recorder.deliveries.at(number);
  if (recorded === undefined) return undefined;
  const { delivery, event, calls, lines } = recorded;
  return {
    ...describeCaused(recorded, parts),
    causes: causesOf(delivery, parts),
    requests: requestsBehind(delivery, parts),
    ...{ event, storeCalls: calls, lines },
  };
}

/** The values of queues and streams with triggers at a time. */
export function triggerSamples({ triggers, stores }: Pick<Parts, 'triggers' | 'stores'>): Sample[] {
  const levels = new Map(stores.levels().map((level) => [level.name, level]));
  return triggers().flatMap((state) => sampleOf(state, levels));
}

function sampleOf({ id, source, from, shards }: TriggerState, levels: ReadonlyMap<string, QueueLevel>): Sample[] {
  const common = { id: sampleId(id), group: 'triggers', maximum: null, maximumLabel: '' };
  if (source === 'queue')
    return [
      {
        ...common,
        name: `Messages of ${from}`,
        unit: 'messages',
        valueLabel: 'messages that are not deleted',
        value: sizeOf(levels.get(from)),
      },
    ];
  if (source === 'stream')
    return [
      {
        ...common,
        name: `Iterator age of ${from}`,
        unit: 'seconds',
        valueLabel: 'age of the oldest record that is not done',
        value: Math.max(0, ...shards.map(({ ageSeconds }) => ageSeconds)),
      },
    ];
  return [];
}

function sampleId(trigger: string): string {
  return `trigger ${trigger}`;
}

/** The messages of a queue that are not deleted. */
function sizeOf(level: QueueLevel | undefined): number {
  return level === undefined ? 0 : level.visible + level.delayed + level.notVisible;
}
