// Makes the calls of functions in this process fail: each call to AWS of an invocation, before or after it is processed.

import { AsyncLocalStorage } from 'node:async_hooks';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SQSClient } from '@aws-sdk/client-sqs';

/** The ways in which a call fails: the service refuses it, its answer is lost, or the function's process is killed before or after it. */
export const FAULTS = ['refused', 'answer lost', 'killed before', 'killed after'] as const;

/** A fault. A request with several parts can also be refused in part. */
export type Fault = (typeof FAULTS)[number] | 'refused in part';

/** A call of a function, such as `publisher sqs SendMessage webhook-deliveries`. */
export type CallName = string;

/** Chooses the fault of a call. */
export type Decide = (call: CallName) => Fault | undefined;

/** An invocation in progress. */
export interface Invocation {
  readonly functionName: string;
  isKilled: boolean;
  readonly kill: () => void;
}

/** A command of the SDK, as far as its name and its faults depend on it. */
interface Command {
  readonly input: {
    readonly TableName?: string;
    readonly QueueUrl?: string;
    readonly SecretId?: string;
    readonly RequestItems?: Readonly<Record<string, readonly unknown[]>>;
    readonly Entries?: readonly { readonly Id: string; readonly MessageBody: string }[];
  };
}

type Send = (command: Command, ...rest: unknown[]) => Promise<unknown>;

const NEVER = new Promise<never>(() => {});

const CLIENTS = { dynamodb: DynamoDBClient, sqs: SQSClient, secretsmanager: SecretsManagerClient } as const;

/** The calls of invocations. */
export interface FaultyCalls {
  /** Runs an invocation. Rejects if it is killed; what it does afterwards has no effect. */
  run<T>(functionName: string, task: () => Promise<T>): Promise<T>;
  /** The invocations in progress. */
  readonly active: ReadonlySet<Invocation>;
  restore(): void;
}

/** The parts of a test that the calls need. */
export interface CallParts {
  readonly decide: Decide;
  /** Called with the messages that a function has sent in a batch. */
  readonly sent: (bodies: readonly string[]) => void;
  /** Called when the process of a function is killed: the next invocation has a new one. */
  readonly killedProcess: (functionName: string) => void;
  /** The name in the spec of a table, a queue or a secret, by its name on AWS. */
  readonly keyOf: (name: string) => string;
}

/** Intercepts the calls of all clients in this process that take place in an invocation. */
export function interceptCalls({ decide, sent, killedProcess, keyOf }: CallParts): FaultyCalls {
  const current = new AsyncLocalStorage<Invocation>();
  const active = new Set<Invocation>();
  const restores = Object.entries(CLIENTS).map(([service, { prototype }]) => {
    const methods = prototype as unknown as { send: Send };
    const { send } = methods;
    methods.send = function (this: unknown, command, ...rest) {
      const invocation = current.getStore();
      if (invocation === undefined) return send.call(this, command, ...rest);
      const perform = async (changed: Command) => {
        const answer = await send.call(this, changed, ...rest);
        sent(changed.input.Entries?.map(({ MessageBody }) => MessageBody) ?? []);
        return answer;
      };
      if (invocation.isKilled) return NEVER;
      return fail(invocation, decide(nameOf(invocation, service, command, keyOf)), command, perform);
    };
    return () => {
      methods.send = send;
    };
  });
  const { write } = process.stdout;
  // The functions write their logs to standard output.
  process.stdout.write = (...line: unknown[]) =>
    current.getStore() !== undefined || Reflect.apply(write, process.stdout, line);
  return {
    active,
    async run(functionName, task) {
      let kill = () => {};
      const killed = new Promise<never>((_, reject) => {
        kill = () => reject(new Error('killed'));
      });
      const invocation: Invocation = {
        functionName,
        isKilled: false,
        kill() {
          invocation.isKilled = true;
          killedProcess(functionName);
          kill();
        },
      };
      active.add(invocation);
      try {
        return await Promise.race([current.run(invocation, task), killed]);
      } finally {
        active.delete(invocation);
      }
    },
    restore() {
      process.stdout.write = write;
      for (const restore of restores) restore();
    },
  };
}

async function fail(
  invocation: Invocation,
  fault: Fault | undefined,
  command: Command,
  perform: (command: Command) => Promise<unknown>,
): Promise<unknown> {
  switch (fault) {
    case undefined:
      return perform(command);
    case 'answer lost':
    case 'killed after':
      await perform(command).catch(() => {});
      break;
    case 'refused in part':
      return refuseInPart(command, perform);
    case 'refused':
    case 'killed before':
      break;
  }
  if (fault === 'killed before' || fault === 'killed after') {
    invocation.kill();
    return NEVER;
  }
  throw Object.assign(new Error('injected'), { name: 'InternalServerError', $metadata: { httpStatusCode: 500 } });
}

/** Performs all parts of a batch but the first. Other requests are refused. */
async function refuseInPart(command: Command, perform: (command: Command) => Promise<unknown>): Promise<unknown> {
  const { Entries, RequestItems } = command.input;
  if (Entries !== undefined) {
    const [first, ...others] = Entries;
    if (others.length > 0) await perform(withInput(command, { Entries: others }));
    return { Failed: [{ Id: first?.Id }] };
  }
  const [[table, requests] = ['', []]] = Object.entries(RequestItems ?? {});
  if (requests.length > 1) await perform(withInput(command, { RequestItems: { [table]: requests.slice(1) } }));
  return { UnprocessedItems: { [table]: requests.slice(0, 1) } };
}

function withInput(command: Command, changes: Command['input']): Command {
  return Object.assign(Object.create(command) as Command, { input: { ...command.input, ...changes } });
}

function nameOf(
  { functionName }: Invocation,
  service: string,
  command: Command,
  keyOf: (name: string) => string,
): CallName {
  const { TableName, QueueUrl, SecretId, RequestItems = {} } = command.input;
  const operation = command.constructor.name.replace(/(Batch)?Command$/, '');
  const target = TableName ?? QueueUrl?.split('/').at(-1) ?? SecretId ?? Object.keys(RequestItems)[0] ?? '';
  return `${functionName} ${service} ${operation} ${keyOf(target)}`;
}
