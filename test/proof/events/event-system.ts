// The system with events in this process: the stores and triggers of a local run and the entries of its functions, on a stepped clock.

import { join } from 'node:path';
import { functionWith, nameOf } from '../../../compiler/cli/system/parts';
import { compileSpec } from '../../../compiler/compile/compile';
import { renderDiagnostics } from '../../../compiler/diagnostics/render';
import { readFrom } from '../../../compiler/host/files';
import type { JsonObject } from '../../../compiler/local/front/call';
import { describeFunction } from '../../../compiler/local/functions/function-settings';
import { LOCAL_ACCOUNT, resolveLocally } from '../../../compiler/local/local-values';
import { createMetrics } from '../../../compiler/local/metrics/run-metrics';
import { startStores } from '../../../compiler/local/stores/stores';
import { createTableStreams } from '../../../compiler/local/stores/table-streams';
import { createRunTriggers } from '../../../compiler/local/triggers/run-triggers';
import type { Environment } from '../../../schema/environment.generated';
import { steppedClock } from '../../compiler/local/stepped-clock';
import { notifiedSpec, SIGNING_KEY } from '../../compiler/local/webhooks/notified';
import { ROOT, SURROUNDINGS } from '../../spec';
import { type Decide, type FaultyCalls, interceptCalls } from './faulty-calls';

/** The functions for events, by the names of their entries. */
export type EventFunction = 'publisher' | 'deliverer';

type Handler = (event: unknown, context: object) => Promise<unknown>;

/** An invocation by a trigger; the default calls the function once. */
export type Invoke = (name: EventFunction, event: JsonObject, call: (event: JsonObject) => Promise<unknown>) => unknown;

/** The running system. Tables and queues are given by their names in the spec. */
export interface EventSystem {
  readonly calls: FaultyCalls;
  readonly functions: Environment['functions'];
  dynamodb(operation: string, table: string, request: JsonObject): Promise<JsonObject>;
  sqs(operation: string, queue: string, request: JsonObject): Promise<JsonObject>;
  /** The bodies of the messages of a queue. */
  bodies(queue: string): readonly string[];
  /** Invokes a function as an operator does. */
  invoke(name: EventFunction, event: JsonObject): Promise<unknown>;
  /** Starts new processes of the functions, which have no memory of the earlier ones. */
  renew(): void;
  /** Passes time until all changes and deliveries are handled. */
  quieten(): Promise<void>;
  stop(): Promise<void>;
}

/** The steps that a test takes part in. */
export interface Steps {
  readonly decide: Decide;
  /** Called with the messages that a function has sent in a batch. */
  readonly sent: (bodies: readonly string[]) => void;
  readonly invokeAs: Invoke;
}

/** The maximum time until all is handled, in seconds: an hour, several visibility timeouts. */
const MOST_SECONDS = 36_000;

/** Starts the system. Its webhooks post to a URL, and retry after a second, twice. */
export async function startEventSystem(receiver: string, { decide, sent, invokeAs }: Steps): Promise<EventSystem> {
  // The system has the functions for events alone; a schedule would call another one, and its failed event would be found.
  const files: Readonly<Record<string, string>> = {
    ...notifiedSpec([1, 1]),
    'spec/events-only.yaml': 'extends: notified.yaml\nfunctions: { reconciliation: { triggers: null } }\n',
  };
  const read = readFrom(ROOT);
  const { graph, resolved, diagnostics } = compileSpec(
    'spec/events-only.yaml',
    (path, within) => files[path] ?? read(path, within),
    SURROUNDINGS,
  );
  if (graph === undefined || resolved === undefined) throw new Error(renderDiagnostics(diagnostics));
  const clock = steppedClock();
  const restoreDate = setDate(clock.now);
  const streams = createTableStreams(clock);
  const stores = await startStores({
    ...{ region: graph.provider.region, onFailure: () => {}, clock, streams, secretValue: () => SIGNING_KEY },
  });
  const { dynamodb, sqs, secretsmanager, ssm } = stores;
  const endpoints = { api: 'http://127.0.0.1:1', dynamodb, sqs, secretsmanager, ssm, webhooks: receiver };
  const resources = resolveLocally(graph, endpoints);
  const keys = new Map(
    graph.resources.flatMap((node) =>
      /^aws:(dynamodb\/table|sqs\/queue):/.test(node.kind) ? [[nameOf(node), node.name] as const] : [],
    ),
  );
  for (const { arn, key } of resources.secrets) keys.set(arn, key);
  const namesOf = new Map([...keys].map(([name, key]) => [key, name]));
  let handlers = new Map<string, Handler>();
  const calls = interceptCalls({
    ...{ decide, sent, keyOf: (name) => keys.get(name) ?? name },
    killedProcess: (name) => handlers.delete(name),
  });
  const functionsByArn = new Map<string, EventFunction>();
  const before = { ...process.env };

  function renew(): void {
    handlers = new Map();
  }

  function handlerOf(name: EventFunction): Handler {
    const known = handlers.get(name);
    if (known !== undefined) return known;
    const file = require.resolve(join(ROOT, `runtime/${name}.ts`));
    delete require.cache[file];
    const { handler }: { handler: Handler } = require(file);
    handlers.set(name, handler);
    return handler;
  }

  for (const name of ['publisher', 'deliverer'] as const) {
    const node = functionWith(graph, `runtime/${name}.ts`);
    const local = resources.of('aws:lambda/function:Function').find(({ id }) => id === node?.id);
    if (local === undefined) throw new Error(`no function has the entry ${name}`);
    const surroundings = {
      region: resources.region,
      endpoints,
      accessKeyId: 'local',
      bundle: { folder: '' },
      print: () => {},
    };
    const { arn, environment } = describeFunction(local, surroundings);
    functionsByArn.set(arn, name);
    // The functions share one process, and no variable differs between them.
    Object.assign(process.env, environment);
  }

  const callFunction = (name: EventFunction, event: unknown) =>
    calls.run(name, () => handlerOf(name)(event, { getRemainingTimeInMillis: () => 60_000 }));
  const triggers = createRunTriggers({
    ...{ clock, streams, metrics: createMetrics(clock), recordCall: () => {}, print: () => {} },
    log: { begin: () => () => {}, giveUp: () => {}, senderOf: () => undefined },
    stores: async () => stores,
    async invoke(arn, event) {
      const name = functionsByArn.get(arn);
      if (name === undefined) throw new Error(`${arn} is not for events`);
      return JSON.stringify(await invokeAs(name, event as JsonObject, (changed) => callFunction(name, changed)));
    },
  });
  await (await stores.prepare(resources)).commit();
  stores.onQueueChange(triggers.wakeQueues);
  triggers.configure(resources);

  async function call(service: 'dynamodb' | 'sqs', operation: string, request: JsonObject): Promise<JsonObject> {
    const { statusCode, body } = await stores.perform(service, operation, request);
    if (statusCode !== 200) throw new Error(`${operation}: ${JSON.stringify(body)}`);
    return body;
  }

  function bodies(queue: string): string[] {
    const held = stores.queues().find(({ name }) => name === namesOf.get(queue));
    return [...(held?.waiting ?? []), ...(held?.delayed ?? []), ...(held?.inFlight ?? [])].map(({ body }) => body);
  }

  /** Lets the work that is due end, without passing time. */
  async function settle(): Promise<void> {
    for (let turn = 0; turn < 30; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (calls.active.size > 0) turn = 0;
    }
  }

  const isQuiet = () =>
    triggers.states().every(({ waiting }) => waiting === 0) && bodies('webhook-deliveries').length === 0;

  return {
    calls,
    functions: resolved.environment.functions,
    dynamodb: (operation, table, request) => call('dynamodb', operation, { TableName: namesOf.get(table), ...request }),
    sqs: (operation, queue, request) =>
      call('sqs', operation, { QueueUrl: `${sqs}/${LOCAL_ACCOUNT}/${namesOf.get(queue)}`, ...request }),
    bodies,
    invoke: callFunction,
    renew,
    async quieten() {
      await settle();
      for (let seconds = 0; !isQuiet(); ) {
        if (seconds > MOST_SECONDS) throw new Error('deliveries do not end');
        const step = seconds < 10 ? 1 : 60;
        clock.step(step * 1000);
        seconds += step;
        await settle();
      }
    },
    async stop() {
      triggers.stop();
      await triggers.ended();
      await stores.stop();
      calls.restore();
      restoreDate();
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
      Object.assign(process.env, before);
    },
  };
}

/** Makes the current time that of a clock, for code that reads the machine's. */
function setDate(now: () => number): () => void {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(time: number | string | Date = now()) {
      super(time);
    }
    static override now(): number {
      return now();
    }
  } as DateConstructor;
  return () => {
    globalThis.Date = Real;
  };
}
