// Creates and rebuilds the tables of a graph in DynamoDB's stand-in.

import type { TableDescription } from '@aws-sdk/client-dynamodb';
import type { JsonObject, StoreAnswer } from '../front/call';
import { LocalRunError } from '../local-run-error';
import type { LocalResources } from '../local-values';
import type { Change } from './dynalite-types';
import type { LocalDynamoDb } from './dynamodb';
import { planRebuild } from './rebuild';
import { writeChanges } from './store-access';
import { defineTable, describeKey, matchesDefinition, type TableDefinition } from './table-definition';

/** Suffix of the name of a draft: an empty table with which dynalite checks a new definition. */
const DRAFT_SUFFIX = '.draft';

/** The tables of a stand-in. */
export interface Tables {
  /**
   * Creates missing tables. Returns the definitions of tables to rebuild: tables whose definition differs and, if indexes may be
   * wrong, tables with indexes. Rejects with LocalRunError before any change if a table's key would change.
   */
  provision(resources: LocalResources, mayBeWrong: boolean): Promise<readonly TableDefinition[]>;
  /**
   * Changes the definitions of all these tables. If it rejects, all definitions are unchanged. Rejects with LocalRunError if an
   * item does not fit. Requests must not use the tables meanwhile.
   */
  rebuild(wanted: readonly TableDefinition[]): Promise<void>;
}

/** Opens the tables of a stand-in. */
export function openTables({ perform, store }: LocalDynamoDb): Tables {
  async function describe(TableName: string): Promise<TableDescription | undefined> {
    const answer = await perform('DescribeTable', { TableName });
    if (typeOf(answer) === 'ResourceNotFoundException') return undefined;
    return success('DescribeTable', answer).Table as TableDescription;
  }

  /** Waits for a state of a table. dynalite changes the state just after its response, so one or two requests are enough. */
  async function until(name: string, isReached: (table: TableDescription | undefined) => boolean): Promise<void> {
    while (!isReached(await describe(name)));
  }

  async function create(definition: TableDefinition): Promise<void> {
    const { statusCode, body } = await perform('CreateTable', definition as unknown as JsonObject);
    if (statusCode !== 200)
      throw new LocalRunError(`table ${definition.TableName} cannot be created: ${messageOf(body)}`);
    await until(definition.TableName, (table) => table?.TableStatus === 'ACTIVE');
  }

  async function remove(TableName: string): Promise<void> {
    success('DeleteTable', await perform('DeleteTable', { TableName }));
    await until(TableName, (table) => table === undefined);
  }

  /** Creates an empty table from a definition, so that an invalid definition is refused before any change. */
  async function draft(definition: TableDefinition): Promise<string> {
    const TableName = definition.TableName + DRAFT_SUFFIX;
    // A killed run can leave a draft.
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
  };
}

function success(operation: string, { statusCode, body }: StoreAnswer): JsonObject {
  if (statusCode !== 200) throw new Error(`${operation}: ${messageOf(body)}`);
  return body;
}

function typeOf({ body }: StoreAnswer): string | undefined {
  return String(body.__type).split('#')[1];
}

/** dynalite writes the member as DynamoDB does, which depends on the error. */
function messageOf({ message, Message }: JsonObject): string {
  return String(message ?? Message);
}

function refuseOtherKey(existing: TableDescription | undefined, wanted: TableDefinition): void {
  if (existing === undefined || describeKey(existing) === describeKey(wanted)) return;
  throw new LocalRunError(
    `the key of table ${wanted.TableName} is ${describeKey(existing)} and cannot become ${describeKey(wanted)}: ` +
      'its items would be lost. Rename the table, or start again without the stored data',
  );
}
