// The triggers of a run: starts those of a graph, and keeps those that an edit does not change.

import { isDeepStrictEqual } from 'node:util';
import { FUNCTION_METRICS } from '../../monitoring/metrics/lambda';
import type { AnsweredCall, JsonObject } from '../front/call';
import { Traffic } from '../functions/traffic';
import { LOCAL_ACCOUNT, type LocalResources } from '../local-values';
import type { RunMetrics } from '../metrics/run-metrics';
import type { Stores } from '../stores/stores';
import type { TriggerIdentity, TriggerState } from './deliveries';
import { pollQueue } from './queue-poller';
import { runSchedule } from './scheduler';
import { pollStream, readerOf } from './stream-poller';
import { messageOf, type RunningTrigger, type TriggerParts } from './trigger-parts';
import { deriveTriggers, nameIn } from './trigger-settings';

/** The triggers of a run. */
export interface RunTriggers {
  /** Sets the triggers of a graph. A trigger that stays equal keeps its position. */
  configure(resources: LocalResources): void;
  /** Looks for messages in all queues. */
  wakeQueues(): void;
  /** The triggers with their positions, in the order of the graph. */
  states(): readonly TriggerState[];
  /** Begins no further deliveries. */
  stop(): void;
  /** Resolves when no delivery is in progress. */
  ended(): Promise<void>;
}

interface Running {
  readonly identity: TriggerIdentity;
  readonly settings: unknown;
  readonly trigger: RunningTrigger;
}

/** A trigger to start. */
interface Wanted {
  readonly identity: TriggerIdentity;
  readonly settings: unknown;
  readonly start: () => RunningTrigger;
}

/** The parts of a run from which its triggers are made. */
export interface RunParts extends Pick<TriggerParts, 'clock' | 'streams' | 'invoke' | 'print' | 'log'> {
  readonly metrics: RunMetrics;
  /** The stores, when they are open. */
  readonly stores: () => Promise<Pick<Stores, 'perform' | 'sqs'>>;
  /** Records the metrics of an answered call. */
  readonly recordCall: (call: AnsweredCall) => void;
}

/** Creates the triggers of a run; none run before `configure`. */
export function createRunTriggers({
  clock,
  streams,
  invoke,
  print,
  metrics,
  stores,
  recordCall,
  log,
}: RunParts): RunTriggers {
  let region = '';
  let isStopped = false;
  const traffic = new Traffic();
  const waits = new Set<() => void>();
  const common = {
    ...{ clock, streams, invoke, print, log, random: Math.random },
    async callQueue(operation: string, queueArn: string, request: JsonObject) {
      const begun = performance.now();
      const { perform, sqs } = await stores();
      const answer = await perform('sqs', operation, {
        QueueUrl: `${sqs}/${LOCAL_ACCOUNT}/${nameIn(queueArn)}`,
        ...request,
      });
      const caller = { is: 'client', accessKeyId: undefined } as const;
      const milliseconds = performance.now() - begun;
      recordCall({ service: 'sqs', operation, caller, region, resources: [queueArn], request, answer, milliseconds });
      return answer;
    },
    wait: (milliseconds: number) =>
      new Promise<boolean>((resolve) => {
        const end = (isDue: boolean) => {
          waits.delete(stopWaiting);
          resolve(isDue && !isStopped);
        };
        const cancel = clock.after(milliseconds, () => end(true));
        const stopWaiting = () => {
          cancel();
          end(false);
        };
        if (isStopped) stopWaiting();
        else waits.add(stopWaiting);
      }),
    during: (task: () => Promise<void>) => traffic.during(task),
    failed(functionArn: string, error: unknown) {
      // A run that stops ends its functions.
      if (!isStopped) print(`${nameIn(functionArn)}: ${messageOf(error)}`);
    },
    record: (name: keyof typeof FUNCTION_METRICS.metrics, FunctionName: string, value: number) =>
      metrics.recorder({ namespace: FUNCTION_METRICS.namespace, name, dimensions: { FunctionName } })(value),
  };
  let running = new Map<string, Running>();

  streams.onAdded(() => {
    for (const { identity, trigger } of running.values()) if (identity.source === 'stream') trigger.wake();
  });

  return {
    configure(resources) {
      ({ region } = resources);
      const parts = { ...common, region };
      streams.keepReaders(new Set(deriveTriggers(resources).streams.map(readerOf)));
      const before = running;
      running = new Map();
      for (const { identity, settings, start } of wantedTriggers(resources, parts)) {
        const known = before.get(identity.id);
        const isSame = known !== undefined && isDeepStrictEqual(known.settings, settings);
        if (!isSame) known?.trigger.stop();
        running.set(identity.id, isSame ? known : { identity, settings, trigger: start() });
        before.delete(identity.id);
      }
      for (const { trigger } of before.values()) trigger.stop();
    },
    wakeQueues() {
      for (const { identity, trigger } of running.values()) if (identity.source === 'queue') trigger.wake();
    },
    states: () => [...running.values()].map(({ identity, trigger }) => ({ ...identity, ...trigger.position() })),
    stop() {
      isStopped = true;
      for (const { trigger } of running.values()) trigger.stop();
      for (const stopWaiting of [...waits]) stopWaiting();
    },
    ended: () => traffic.ended(),
  };
}

function wantedTriggers(resources: LocalResources, parts: TriggerParts): Wanted[] {
  const { queues, streams, schedules } = deriveTriggers(resources);
  const identity = (
    { id, functionArn }: { readonly id: string; readonly functionArn: string },
    source: TriggerIdentity['source'],
    from: string,
    deadLetterArn: string | undefined,
  ): TriggerIdentity => ({
    ...{ id, functionName: nameIn(functionArn), source, from },
    deadLetters: deadLetterArn && nameIn(deadLetterArn),
  });
  return [
    ...streams.map((mapping) => ({
      identity: identity(mapping, 'stream', nameIn(mapping.sourceArn), mapping.onFailureArn),
      settings: mapping,
      start: () => pollStream(mapping, parts),
    })),
    ...queues.map((mapping) => ({
      identity: identity(mapping, 'queue', nameIn(mapping.sourceArn), mapping.deadLetterArn),
      settings: mapping,
      start: () => pollQueue(mapping, parts),
    })),
    ...schedules.map((schedule) => {
      const deadLetterArn = deadLetterQueueOf(schedule.functionArn, resources);
      return {
        identity: identity(schedule, 'schedule', schedule.expression, deadLetterArn),
        settings: { schedule, deadLetterArn },
        start: () => runSchedule(schedule, deadLetterArn, parts),
      };
    }),
  ];
}

function deadLetterQueueOf(functionArn: string, resources: LocalResources): string | undefined {
  const node = resources
    .of('aws:lambda/function:Function')
    .find(({ name, inputs }) => (inputs.name ?? name) === nameIn(functionArn));
  return node?.inputs.deadLetterConfig?.targetArn;
}
