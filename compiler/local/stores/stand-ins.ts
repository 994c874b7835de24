// Starts the stand-ins of DynamoDB, SQS, Secrets Manager and Systems Manager behind their front, each on its own port.

import { isBatch, type PerformMetered, performBatch } from '../capacity/metered-batches';
import { meterReads } from '../capacity/metered-reads';
import type { Meter, MeterOfCall } from '../capacity/run-capacity';
import type { AnsweredCall, JsonObject, Service, Stage } from '../front/call';
import { Callers } from '../front/callers';
import { startEndpoint } from '../front/endpoint';
import { createFront } from '../front/front';
import { checkPermissions } from '../front/permissions';
import type { RunClock } from '../run-clock';
import { generateSecrets, type SecretValues } from '../secret-values';
import { type LocalDynamoDb, openDynamoDb } from './dynamodb';
import { type LocalSecrets, openSecrets, withoutValues } from './secrets';
import { type LocalSqs, openSqs } from './sqs';
import type { WriteOrigin } from './stream-record';
import type { TableStreams } from './table-streams';

/** Options of the stand-ins. */
export interface StandInOptions {
  /** The folder that stores the tables; absent means in memory. */
  readonly folder?: string | undefined;
  /** The ports; 0 or absent chooses a free port. */
  readonly ports?: Readonly<Partial<Record<Service, number | undefined>>>;
  /** Called with the reason when the tables cannot be read or written. */
  readonly onFailure: (reason: string) => void;
  /** The stages that calls pass after the check of permissions. */
  readonly stages?: readonly Stage[] | undefined;
  /** Meters the calls to tables (default: unlimited capacity). */
  readonly meter?: Meter | undefined;
  /** The streams of tables (default: none). */
  readonly streams?: TableStreams | undefined;
  /** The clock of queues; absent: the machine's. */
  readonly clock?: Pick<RunClock, 'now'> | undefined;
  /** The values of secrets (default: generated). */
  readonly secretValue?: SecretValues | undefined;
  /** Called with each call of a function or another client, and its answer, without the values of secrets. */
  readonly onCall?: ((call: AnsweredCall) => void) | undefined;
}

/** The running stand-ins. */
export interface StandIns {
  readonly dynamodb: LocalDynamoDb;
  readonly sqs: LocalSqs;
  readonly secrets: LocalSecrets;
  /** URLs of the endpoints, each as `http://127.0.0.1:<port>`. */
  readonly urls: Readonly<Record<Service, string>>;
  /** The functions that call the stand-ins. */
  readonly callers: Callers;
  stop(): Promise<void>;
}

/** Starts the stand-ins. Rejects with LocalRunError if the folder or a port cannot be used. */
export async function startStandIns(options: StandInOptions): Promise<StandIns> {
  const {
    folder,
    ports = {},
    onFailure,
    stages = [],
    meter,
    streams,
    clock = Date,
    secretValue = generateSecrets(),
    onCall,
  } = options;
  const closers: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const dynamodb = await openDynamoDb({ folder, onFailure, streams });
    closers.push(dynamodb.close);
    const sqs = await openSqs(clock);
    closers.push(sqs.close);
    const secrets = openSecrets(secretValue);
    const callers = new Callers();
    const performOnTables = async (operation: string, request: JsonObject, origin: WriteOrigin) => {
      if (meter === undefined) return dynamodb.perform(operation, request, undefined, origin);
      const consumed = { read: 0, write: 0 };
      const own: MeterOfCall = {
        read: (table, index, units) => meter.read(table, index, units, consumed),
        write: (table, before, after) => meter.write(table, before, after, consumed),
      };
      const performOne: PerformMetered = (name, one, by) =>
        by === undefined
          ? dynamodb.perform(name, one, undefined, origin)
          : meterReads(name, one, by, (metered) => dynamodb.perform(name, metered, by, origin));
      const answer = isBatch(operation)
        ? await performBatch(operation, request, own, performOne)
        : await performOne(operation, request, own);
      return { ...answer, consumed };
    };
    const front = createFront({
      stages: [checkPermissions, ...stages],
      store({ service, operation, region, request, traceId }) {
        if (service === 'dynamodb') return performOnTables(operation, request, { traceId });
        if (service === 'sqs') return sqs.perform(operation, region, request);
        return secrets.perform(service, operation, region, request);
      },
      observe: onCall && ((call) => onCall(isOfSecrets(call) ? { ...call, answer: withoutValues(call.answer) } : call)),
    });
    const serve = async (service: Service) => {
      const endpoint = await startEndpoint({
        standIn: {
          dynamodb,
          sqs,
          secretsmanager: secrets.requestsOf('secretsmanager'),
          ssm: secrets.requestsOf('ssm'),
        }[service],
        port: ports[service] ?? 0,
        portOption: `--${service}-port`,
        callerOf: (accessKeyId) => callers.of(accessKeyId),
        front,
      });
      closers.push(endpoint.stop);
      return endpoint.url;
    };
    const urls = {
      dynamodb: await serve('dynamodb'),
      sqs: await serve('sqs'),
      secretsmanager: await serve('secretsmanager'),
      ssm: await serve('ssm'),
    };
    sqs.serveAt(urls.sqs);
    return { dynamodb, sqs, secrets, urls, callers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function isOfSecrets({ service }: AnsweredCall): boolean {
  return service === 'secretsmanager' || service === 'ssm';
}
