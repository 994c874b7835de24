// The stand-ins for DynamoDB and SQS together: started, filled with what was kept, and stopped.

import { type DataDirectory, openDataDirectory } from './data-directory';
import { startDynamoDb } from './dynamodb';
import type { LocalResources } from './local-values';
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
  const [dynamodb, sqs] = await Promise.all([startDynamoDb(directory?.tables), startSqs()]);
  const [tables, queues] = await Promise.all([openTables(dynamodb.endpoint), openQueues(sqs.endpoint)]);

  async function stop(saveMessages: (directory: DataDirectory) => Promise<void>): Promise<void> {
    if (directory !== undefined) await saveMessages(directory);
    tables.close();
    await Promise.all([dynamodb.stop(), sqs.stop()]);
    await directory?.release();
  }

  try {
    const kept = await directory?.load(MESSAGES_FILE);
    await queues.putBack((kept ?? {}) as Record<string, HeldMessage[]>, region);
  } catch (error) {
    // The file is left as it is, for it was not read.
    await stop(async () => {});
    throw error;
  }
  return {
    dynamodb: dynamodb.endpoint,
    sqs: sqs.endpoint,
    async provision(resources) {
      const outdated = await tables.provision(resources);
      await queues.provision(resources);
      if (outdated.length === 0) return undefined;
      return async () => {
        for (const definition of outdated) await tables.rebuild(definition);
      };
    },
    stop: () => stop(async (open) => open.save(MESSAGES_FILE, await sqs.heldMessages())),
  };
}
