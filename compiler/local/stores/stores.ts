// Starts the stand-ins for DynamoDB and SQS, restores the stored data, and stops them.

import type { RunCapacity } from '../capacity/run-capacity';
import type { AnsweredCall, JsonObject, Service, Stage, StoreAnswer } from '../front/call';
import type { Callers } from '../front/callers';
import type { LocalResources } from '../local-values';
import type { RunClock } from '../run-clock';
import type { SecretValues } from '../secret-values';
import { openDataDirectory } from './data-directory';
import { expireItems } from './expiry';
import type { SavedMessage } from './fauxqs-library';
import { openQueues } from './queues';
import { saveInTurn } from './save-in-turn';
import type { HeldQueue, QueueLevel } from './sqs';
import { startStandIns } from './stand-ins';
import { storedIds } from './stored-ids';
import type { TableStreams } from './table-streams';
import { openTables } from './tables';

/** The file of the data directory that stores the messages. */
const MESSAGES_FILE = 'messages.json';

/** Options of the stores. */
export interface StoresOptions {
  /** The directory that stores tables and messages (default: in memory). */
  readonly dataDirectory?: string | undefined;
  /** Ports of the stand-ins; 0 or absent chooses a free port. */
  readonly dynamodbPort?: number | undefined;
  readonly sqsPort?: number | undefined;
  readonly region: string;
  /** Called with the reason when the data directory cannot be read or written. */
  readonly onFailure: (reason: string) => void;
  /** The stages that calls pass after the check of permissions. */
  readonly stages?: readonly Stage[] | undefined;
  /** The capacity of the tables; absent: unlimited. */
  readonly capacity?: RunCapacity | undefined;
  /** The streams of tables (default: none). */
  readonly streams?: TableStreams | undefined;
  /** The clock of queues; absent: the machine's. */
  readonly clock?: Pick<RunClock, 'now'> | undefined;
  /** The values of secrets (default: generated). */
  readonly secretValue?: SecretValues | undefined;
  /** Called with each call of a function or another client, and its answer, without the values of secrets. */
  readonly onCall?: ((call: AnsweredCall) => void) | undefined;
}

/** A validated edit of tables and queues. */
export interface PreparedEdit {
  /** Whether requests must not use the tables during the commit. */
  readonly isExclusive: boolean;
  /** Applies the edit. Rejects with LocalRunError if an item does not fit it; the tables are then unchanged. */
  commit(): Promise<void>;
}

/** The tables and queues of the local run. */
export interface Stores {
  readonly dynamodb: string;
  readonly sqs: string;
  readonly secretsmanager: string;
  readonly ssm: string;
  /** The functions that call the stand-ins. */
  readonly callers: Callers;
  /**
   * Creates missing tables and queues. Existing ones change only on `commit`.
   * Rejects with LocalRunError if a table's key would change.
   */
  prepare(resources: LocalResources): Promise<PreparedEdit>;
  /** The numbers of messages of the queues. */
  levels(): readonly QueueLevel[];
  /** Answers a call of the run itself, which no stage checks, meters or observes. */
  perform(service: Service, operation: string, request: JsonObject): Promise<StoreAnswer>;
  /** The queues with their messages. */
  queues(): readonly HeldQueue[];
  /** Sets a function to call when messages may have become available. */
  onQueueChange(listener: () => void): void;
  /** Deletes expired items, at a time in milliseconds. Returns their number by table; none while another deletion is in progress. */
  deleteExpired(time: number): Promise<ReadonlyMap<string, number>>;
  /** The ids of the items of all tables. */
  ids(): Promise<ReadonlySet<string>>;
  stop(): Promise<void>;
}

/**
 * Starts the stores. A data directory stores the tables. The messages are saved to it before the response to each request
 * that changes them. Without a data directory, all data is in memory. Rejects with LocalRunError if the directory or a
 * port cannot be used.
 */
export async function startStores(options: StoresOptions): Promise<Stores> {
  const {
    dataDirectory,
    dynamodbPort,
    sqsPort,
    region,
    onFailure,
    stages,
    capacity,
    streams,
    clock,
    secretValue,
    onCall,
  } = options;
  const directory = dataDirectory === undefined ? undefined : await openDataDirectory(dataDirectory);
  const closers: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const standIns = await startStandIns({
      folder: directory?.tables,
      ports: { dynamodb: dynamodbPort, sqs: sqsPort },
      onFailure,
      stages,
      meter: capacity,
      streams,
      clock,
      secretValue,
      onCall,
    });
    closers.push(standIns.stop);
    const { dynamodb, sqs, secrets, urls, callers } = standIns;
    // dynalite writes an item's index entries before the item, so a killed run can leave index entries without an item.
    let areIndexesWrong = (await directory?.begin()) ?? false;
    const tables = openTables(dynamodb);
    const queues = openQueues(sqs, urls.sqs);
    const kept = await directory?.load(MESSAGES_FILE);
    await queues.putBack((kept ?? {}) as Record<string, SavedMessage[]>, region);
    // Set last, so that a file that could not be read is not overwritten.
    if (directory !== undefined) {
      const save = saveInTurn(async () => directory.save(MESSAGES_FILE, sqs.heldMessages()));
      const saveOrReport = () => save().catch((error: Error) => onFailure(error.message));
      sqs.beforeAnswer(saveOrReport);
      closers.push(async () => {
        await save();
        await directory.end();
      });
    }
    const expiry = expireItems(dynamodb);
    closers.push(expiry.ended);
    return {
      dynamodb: urls.dynamodb,
      sqs: urls.sqs,
      secretsmanager: urls.secretsmanager,
      ssm: urls.ssm,
      callers,
      async prepare(resources) {
        const outdated = await tables.provision(resources, areIndexesWrong);
        await queues.provision(resources);
        return {
          isExclusive: outdated.length > 0,
          async commit() {
            if (outdated.length > 0) await tables.rebuild(outdated);
            areIndexesWrong = false;
            capacity?.configure(resources);
            streams?.configure(resources);
            expiry.configure(resources);
            await queues.configure(resources);
            secrets.configure(resources.secrets);
          },
        };
      },
      levels: sqs.levels,
      perform(service, operation, request) {
        if (service === 'dynamodb') return dynamodb.perform(operation, request);
        if (service === 'sqs') return sqs.perform(operation, region, request);
        return secrets.perform(service, operation, region, request);
      },
      queues: sqs.queues,
      onQueueChange: sqs.onChange,
      deleteExpired: expiry.run,
      ids: () => storedIds(dynamodb),
      stop: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
