// The tables of a graph, made and rebuilt in DynamoDB's stand-in through DynamoDB's own API.

import type { DynamoDBClient, TableDescription } from '@aws-sdk/client-dynamodb';
import { EmulatorError } from '../emulator-error';
import type { LocalResources } from '../local-values';
import type { Change } from './dynalite-types';
import type { LocalDynamoDb } from './dynamodb';
import { LOCAL_CREDENTIALS } from './local-credentials';
import { planRebuild } from './rebuild';
import { writeChanges } from './store-access';
import { defineTable, describeKey, matchesDefinition, type TableDefinition } from './table-definition';

/** Ends the name of the empty table by which dynalite checks the next definition of another. */
const DRAFT_SUFFIX = '.draft';

/** Tables behind an endpoint. */
export interface Tables {
  /**
   * Makes the tables that are not there; gives those that are there but defined otherwise, to be rebuilt, and those with
   * indexes where these may be wrong. Rejects with EmulatorError, before it changes anything, when a table's key is another one.
   */
  provision(resources: LocalResources, mayBeWrong: boolean): Promise<readonly TableDefinition[]>;
  /**
   * Gives tables other definitions, all of them or, where it rejects, none. Rejects with EmulatorError when an item does
   * not fit. Requires that no request uses the tables meanwhile.
   */
  rebuild(wanted: readonly TableDefinition[]): Promise<void>;
  close(): void;
}

/** Opens the tables of a stand-in. */
export async function openTables({ endpoint, store }: LocalDynamoDb): Promise<Tables> {
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

  /** Makes an empty table of a definition, so that one which DynamoDB refuses is refused before anything changes. */
  async function draft(definition: TableDefinition): Promise<string> {
    const TableName = definition.TableName + DRAFT_SUFFIX;
    // Of a run that was killed.
    if ((await describe(TableName)) !== undefined) await remove(TableName);
    await create({ ...definition, TableName });
    return TableName;
  }

  return {
    async provision(resources, mayBeWrong) {
      const wanted = resources
        .of('aws:dynamodb/table:Table')
        .map(({ name, inputs }) => defineTable(inputs.name ?? name, inputs));
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
      const drafts: string[] = [];
      try {
        const changes: Change[] = [];
        for (const definition of wanted) {
          const drafted = await draft(definition);
          drafts.push(drafted);
          for (const change of await planRebuild(store, definition.TableName, drafted)) changes.push(change);
        }
        await writeChanges(store.db, changes);
      } catch (error) {
        for (const name of drafts) await remove(name);
        throw error;
      }
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
