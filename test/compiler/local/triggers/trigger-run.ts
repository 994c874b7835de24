// Triggers of a small system on a stepped clock, with functions that a test defines.

import { compileSpec } from '../../../../compiler/compile/compile';
import { renderDiagnostics } from '../../../../compiler/diagnostics/render';
import {
  type DeliveryCounts,
  DeliveryRecorder,
  type RecordedDelivery,
} from '../../../../compiler/local/console/delivery-recorder';
import type { JsonObject } from '../../../../compiler/local/front/call';
import { LOCAL_ACCOUNT, resolveLocally } from '../../../../compiler/local/local-values';
import { createMetrics } from '../../../../compiler/local/metrics/run-metrics';
import { startStores } from '../../../../compiler/local/stores/stores';
import { createTableStreams } from '../../../../compiler/local/stores/table-streams';
import { createRunTriggers, type RunTriggers } from '../../../../compiler/local/triggers/run-triggers';
import { SURROUNDINGS } from '../../../spec';
import { type SteppedClock, steppedClock } from '../stepped-clock';

/** An event that a function received. */
export interface Received {
  readonly Records: readonly TriggerRecord[];
  readonly [member: string]: unknown;
}

/** A record of a stream, or a message of a queue. */
export interface TriggerRecord {
  readonly messageId: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly eventName: string;
  readonly userIdentity?: unknown;
  readonly dynamodb: {
    readonly Keys: JsonObject;
    readonly NewImage?: Readonly<Record<string, Readonly<Record<string, string>>>>;
    readonly OldImage?: JsonObject;
    readonly SequenceNumber: string;
    readonly ApproximateCreationDateTime: number;
  };
}

/** A run of triggers. */
export interface TriggerRun {
  readonly clock: SteppedClock;
  readonly triggers: RunTriggers;
  /** The events that the function received, in order. */
  readonly events: Received[];
  /** Calls a table or a queue; a queue is given by its name in the spec. */
  dynamodb(operation: string, request: JsonObject): Promise<JsonObject>;
  sqs(operation: string, queue: string, request: JsonObject): Promise<JsonObject>;
  /** Moves the clock by seconds in steps of a second, and lets deliveries end after each. */
  pass(seconds: number): Promise<void>;
  /** The bodies of the messages of a queue. */
  bodies(queue: string): string[];
  /** The numbers of deliveries of the first trigger. */
  counts(): DeliveryCounts;
  /** The deliveries of the first trigger, the oldest first. */
  deliveries(): RecordedDelivery[];
  deleteExpired(): Promise<unknown>;
}

/** Compiles a spec with one function, `worker`, and the given YAML. Its data is in memory, or in a directory. */
export async function withTriggers(
  yaml: string,
  answer: (event: Received, invocation: number) => unknown,
  task: (run: TriggerRun) => Promise<void>,
  dataDirectory?: string,
): Promise<void> {
  const text = `project: small\nenvironment: test\nsuffix: t\nregion: us-east-1\nmonitoring: { generatedAlarms: false, dashboard: false }\n${yaml}`;
  const { graph, diagnostics } = compileSpec('spec/test.yaml', () => text, SURROUNDINGS);
  if (graph === undefined)
    throw new Error(renderDiagnostics(diagnostics.filter(({ severity }) => severity === 'error')));
  const clock = steppedClock();
  const streams = createTableStreams(clock);
  const stores = await startStores({ region: 'us-east-1', onFailure: () => {}, clock, streams, dataDirectory });
  const resources = resolveLocally(graph, { api: 'http://127.0.0.1:1', dynamodb: stores.dynamodb, sqs: stores.sqs });
  const events: Received[] = [];
  const log = new DeliveryRecorder({ count: () => {} });
  const triggers = createRunTriggers({
    ...{ clock, streams, metrics: createMetrics(clock), recordCall: () => {}, print: () => {}, log },
    stores: async () => stores,
    async invoke(_arn, event) {
      events.push(event as Received);
      return JSON.stringify((await answer(event as Received, events.length)) ?? null);
    },
  });
  const call = async (service: 'dynamodb' | 'sqs', operation: string, request: JsonObject) => {
    const { statusCode, body } = await stores.perform(service, operation, request);
    if (statusCode !== 200) throw new Error(`${operation}: ${String(body.message)}`);
    return body;
  };
  const nameOf = (queue: string) => {
    const node = resources.of('aws:sqs/queue:Queue').find(({ name }) => name === queue);
    return String(node?.inputs.name);
  };
  const settle = async () => {
    // Calls to the stores in process need a few turns of the event loop.
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  };
  try {
    await (await stores.prepare(resources)).commit();
    stores.onQueueChange(triggers.wakeQueues);
    triggers.configure(resources);
    await task({
      ...{ clock, triggers, events },
      dynamodb: (operation, request) => call('dynamodb', operation, request),
      sqs: (operation, queue, request) =>
        call('sqs', operation, { QueueUrl: `${stores.sqs}/${LOCAL_ACCOUNT}/${nameOf(queue)}`, ...request }),
      async pass(seconds) {
        await settle();
        for (let second = 0; second < seconds; second++) {
          clock.step(1000);
          await settle();
        }
      },
      bodies: (queue) => {
        const held = stores.queues().find(({ name }) => name === nameOf(queue));
        return [...(held?.waiting ?? []), ...(held?.inFlight ?? []), ...(held?.delayed ?? [])].map(({ body }) => body);
      },
      counts: () => log.countsOf(triggers.states()[0]?.id ?? ''),
      deliveries: () => log.of(triggers.states()[0]?.id ?? '').toReversed(),
      deleteExpired: () => stores.deleteExpired(clock.now()),
    });
  } finally {
    triggers.stop();
    await triggers.ended();
    await stores.stop();
  }
}
