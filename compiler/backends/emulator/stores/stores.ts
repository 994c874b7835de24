// The stand-ins for DynamoDB and SQS together: started, filled with what was kept, and stopped.

import type { LocalResources } from '../local-values';
import { openDataDirectory } from './data-directory';
import { startDynamoDb } from './dynamodb';
import { openQueues } from './queues';
import { saveInTurn } from './save-in-turn';
import { type HeldMessage, startSqs } from './sqs';
import { openTables } from './tables';

/** The file of the data directory that holds the messages. */
const MESSAGES_FILE = 'messages.json';

/** How the stores are started. */
export interface StoresOptions {
  /** Where tables and messages are kept; absent: in memory. */
  readonly dataDirectory?: string | undefined;
  /** 0 or absent: any free one. */
  readonly dynamodbPort?: number | undefined;
  readonly sqsPort?: number | undefined;
  readonly region: string;
  /** Is told why the data directory cannot be read or written. */
  readonly onFailure: (reason: string) => void;
}

/** An edit of tables and queues that has been checked. */
export interface PreparedEdit {
  /** Whether no request may use the tables meanwhile. */
  readonly isExclusive: boolean;
  /** Makes the edit. Rejects with EmulatorError when an item does not fit it; the tables are then as before. */
  commit(): Promise<void>;
}

/** Tables and queues on this machine. */
export interface Stores {
  readonly dynamodb: string;
  readonly sqs: string;
  /**
   * Makes tables and queues that are not there; what is there changes with `commit` only.
   * Rejects with EmulatorError where a table's key would change.
   */
  prepare(resources: LocalResources): Promise<PreparedEdit>;
  stop(): Promise<void>;
}

/**
 * Starts the stores. With a data directory the tables live in it, and the messages are saved to it before each request
 * that changes them is answered. Without one all is in memory. Rejects with EmulatorError where the directory or a port
 * cannot be used.
 */
export async function startStores(options: StoresOptions): Promise<Stores> {
  const { dataDirectory, dynamodbPort = 0, sqsPort = 0, region, onFailure } = options;
  const directory = dataDirectory === undefined ? undefined : await openDataDirectory(dataDirectory);
  const closers: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const dynamodb = await startDynamoDb({ folder: directory?.tables, port: dynamodbPort, onFailure });
    closers.push(dynamodb.stop);
    // dynalite writes an item's entries in indexes before the item: a run that is killed in between leaves them without it.
    let areIndexesWrong = (await directory?.begin()) ?? false;
    const sqs = await startSqs(sqsPort);
    closers.push(sqs.stop);
    const tables = await openTables(dynamodb);
    closers.push(tables.close);
    const queues = await openQueues(sqs.endpoint);
    const kept = await directory?.load(MESSAGES_FILE);
    await queues.putBack((kept ?? {}) as Record<string, HeldMessage[]>, region);
    // Last of all, so that a file which could not be read is not written over.
    if (directory !== undefined) {
      const save = saveInTurn(async () => directory.save(MESSAGES_FILE, await sqs.heldMessages()));
      const saveOrTell = () => save().catch((error: Error) => onFailure(error.message));
      sqs.beforeAnswer(saveOrTell);
      closers.push(async () => {
        await save();
        await directory.end();
      });
    }
    return {
      dynamodb: dynamodb.endpoint,
      sqs: sqs.endpoint,
      async prepare(resources) {
        const outdated = await tables.provision(resources, areIndexesWrong);
        await queues.provision(resources);
        return {
          isExclusive: outdated.length > 0,
          async commit() {
            if (outdated.length > 0) await tables.rebuild(outdated);
            areIndexesWrong = false;
            await queues.configure(resources);
          },
        };
      },
      stop: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
