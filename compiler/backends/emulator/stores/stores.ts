// The stand-ins for DynamoDB and SQS together: started, filled with what was kept, and stopped.

import type { LocalResources } from '../local-values';
import { openDataDirectory } from './data-directory';
import { startDynamoDb } from './dynamodb';
import { openQueues } from './queues';
import { type HeldMessage, startSqs } from './sqs';
import { openTables } from './tables';

/** The file of the data directory that holds the messages between two runs. */
const MESSAGES_FILE = 'messages.json';

/** Tables and queues on this machine. */
export interface Stores {
  readonly dynamodb: string;
  readonly sqs: string;
  /**
   * Makes tables and queues that are not there. What must be done while nobody uses the tables is given back, to be
   * called then; undefined where there is nothing. Rejects with EmulatorError where a table's key would change.
   */
  provision(resources: LocalResources): Promise<(() => Promise<void>) | undefined>;
  stop(): Promise<void>;
}

/**
 * Starts the stores. With a data directory the tables live in it, and the messages are saved to it when the stores
 * stop and put back when they start: a run that is killed loses the messages that came in. Without one all is in memory.
 * Rejects with EmulatorError where the directory cannot be used.
 */
export async function startStores(dataDirectory: string | undefined, region: string): Promise<Stores> {
  const directory = dataDirectory === undefined ? undefined : await openDataDirectory(dataDirectory);
  const closers: (() => Promise<void> | void)[] = directory === undefined ? [] : [directory.release];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const dynamodb = await startDynamoDb(directory?.tables);
    closers.push(dynamodb.stop);
    const sqs = await startSqs();
    closers.push(sqs.stop);
    const tables = await openTables(dynamodb.endpoint);
    closers.push(tables.close);
    const queues = await openQueues(sqs.endpoint);
    const kept = await directory?.load(MESSAGES_FILE);
    await queues.putBack((kept ?? {}) as Record<string, HeldMessage[]>, region);
    // Last of all, so that a file which could not be read is not written over.
    if (directory !== undefined) closers.push(async () => directory.save(MESSAGES_FILE, await sqs.heldMessages()));
    // dynalite writes an item's entries in indexes before the item: a run that is killed in between leaves them without it.
    let areIndexesWrong = directory?.wasKilled ?? false;
    return {
      dynamodb: dynamodb.endpoint,
      sqs: sqs.endpoint,
      async provision(resources) {
        const outdated = await tables.provision(resources, areIndexesWrong);
        areIndexesWrong = false;
        await queues.provision(resources);
        if (outdated.length === 0) return undefined;
        return async () => {
          for (const definition of outdated) await tables.rebuild(definition);
        };
      },
      stop: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
