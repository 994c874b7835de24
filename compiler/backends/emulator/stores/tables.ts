// The tables of a graph, made and rebuilt in DynamoDB's stand-in through DynamoDB's own API.

import type { AttributeValue, DynamoDBClient, TableDescription } from '@aws-sdk/client-dynamodb';
import { EmulatorError } from '../emulator-error';
import type { LocalResources } from '../local-values';
import { LOCAL_CREDENTIALS } from './local-credentials';
import { defineTable, describeKey, matchesDefinition, type TableDefinition } from './table-definition';

/** How many items one BatchWriteItem takes (Amazon DynamoDB API Reference). */
const BATCH_SIZE = 25;

/** Ends the name of the table that holds the items of another while that one is rebuilt. */
const COPY_SUFFIX = '.copy';

/** Tables behind an endpoint. */
export interface Tables {
  /**
   * Makes the tables that are not there; gives those that are there but defined otherwise, to be rebuilt, and those with
   * indexes where these may be wrong. Rejects with EmulatorError, before it changes anything, when a table's key is another one.
   */
  provision(resources: LocalResources, mayBeWrong: boolean): Promise<readonly TableDefinition[]>;
  /** Gives a table another definition and all its items back. Nobody else may use the table meanwhile. */
  rebuild(wanted: TableDefinition): Promise<void>;
  close(): void;
}

/** Opens the tables behind an endpoint. */
export async function openTables(endpoint: string): Promise<Tables> {
  const sdk = await import('@aws-sdk/client-dynamodb');
  // dynalite knows no Regions: tables of all are side by side.
  const client: DynamoDBClient = new sdk.DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: LOCAL_CREDENTIALS,
  });

  async function describe(TableName: string): Promise<TableDescription | undefined> {
    try {
      return (await client.send(new sdk.DescribeTableCommand({ TableName }))).Table;
    } catch (error) {
      if (error instanceof sdk.ResourceNotFoundException) return undefined;
      throw error;
    }
  }

  /** A table changes its state just after the answer: the next question or the one after it sees the new one. */
  async function until(name: string, isReached: (table: TableDescription | undefined) => boolean): Promise<void> {
    while (!isReached(await describe(name)));
  }

  async function create(definition: TableDefinition): Promise<void> {
    try {
      await client.send(new sdk.CreateTableCommand(definition));
    } catch (error) {
      if (!(error instanceof sdk.DynamoDBServiceException)) throw error;
      throw new EmulatorError(`the table ${definition.TableName} is refused: ${error.message}`);
    }
    await until(definition.TableName, (table) => table?.TableStatus === 'ACTIVE');
  }

  async function remove(TableName: string): Promise<void> {
    await client.send(new sdk.DeleteTableCommand({ TableName }));
    await until(TableName, (table) => table === undefined);
  }

  async function copyItems(from: string, to: string): Promise<void> {
    for await (const { Items = [] } of sdk.paginateScan({ client }, { TableName: from })) {
      for (let at = 0; at < Items.length; at += BATCH_SIZE) await write(to, Items.slice(at, at + BATCH_SIZE));
    }
  }

  async function write(table: string, items: readonly Record<string, AttributeValue>[]): Promise<void> {
    let pending: Record<string, object[]> | undefined = { [table]: items.map((Item) => ({ PutRequest: { Item } })) };
    while (pending !== undefined && Object.keys(pending).length > 0) {
      pending = (await client.send(new sdk.BatchWriteItemCommand({ RequestItems: pending }))).UnprocessedItems;
    }
  }

  /** Ends a rebuild that was cut off: whatever state it was in, the copy has all items or the table still does. */
  async function finishRebuild(definition: TableDefinition): Promise<void> {
    const copy = definition.TableName + COPY_SUFFIX;
    if ((await describe(copy)) === undefined) return;
    if ((await describe(definition.TableName)) === undefined) await create(definition);
    await copyItems(copy, definition.TableName);
    await remove(copy);
  }

  return {
    async provision(resources, mayBeWrong) {
      const wanted = resources
        .of('aws:dynamodb/table:Table')
        .map(({ name, inputs }) => defineTable(inputs.name ?? name, inputs));
      for (const definition of wanted) await finishRebuild(definition);
      const existing = new Map<string, TableDescription | undefined>();
      for (const { TableName } of wanted) existing.set(TableName, await describe(TableName));
      for (const definition of wanted) refuseOtherKey(existing.get(definition.TableName), definition);

      const outdated: TableDefinition[] = [];
      for (const definition of wanted) {
        const table = existing.get(definition.TableName);
        if (table === undefined) await create(definition);
        else if (
          !matchesDefinition(table, definition) ||
          (mayBeWrong && definition.GlobalSecondaryIndexes !== undefined)
        )
          outdated.push(definition);
      }
      return outdated;
    },
    async rebuild(wanted) {
      const copy = wanted.TableName + COPY_SUFFIX;
      // Made as the table will be, so that a definition which DynamoDB refuses is refused while nothing is lost.
      await create({ ...wanted, TableName: copy });
      await copyItems(wanted.TableName, copy);
      await remove(wanted.TableName);
      await create(wanted);
      await copyItems(copy, wanted.TableName);
      await remove(copy);
    },
    close: () => client.destroy(),
  };
}

function refuseOtherKey(existing: TableDescription | undefined, wanted: TableDefinition): void {
  if (existing === undefined || describeKey(existing) === describeKey(wanted)) return;
  throw new EmulatorError(
    `the key of table ${wanted.TableName} is ${describeKey(existing)} and cannot become ${describeKey(wanted)}: ` +
      'its items would be lost. Give the table another name, or start again without its data',
  );
}
