// Completes the table changes that were in progress when a process was killed, because dynalite never completes them.

import type { Change, DynaliteDatabase } from './dynalite-types';
import { keysBelow, writeChanges } from './store-access';

/** A table or an index in one of DynamoDB's states. */
interface Stateful {
  readonly TableStatus?: string;
  readonly IndexStatus?: string;
}

interface TableRecord extends Stateful {
  readonly GlobalSecondaryIndexes?: readonly Stateful[];
}

/** Sets tables that are being created or updated to ACTIVE, and removes those that are being deleted. */
export async function settleTables(db: DynaliteDatabase): Promise<void> {
  const changes: Change[] = [];
  for await (const [key, value] of db.iterator(keysBelow('table'))) {
    const table = value as TableRecord;
    const { TableStatus, GlobalSecondaryIndexes: indexes } = table;
    if (TableStatus === 'CREATING' || TableStatus === 'UPDATING') {
      const settled = indexes?.map((index) => ({ ...index, IndexStatus: 'ACTIVE' }));
      const active = { ...table, TableStatus: 'ACTIVE', ...(settled && { GlobalSecondaryIndexes: settled }) };
      changes.push({ type: 'put', key, value: active });
    } else if (TableStatus === 'DELETING') {
      const name = key.slice('table~'.length);
      for (const prefix of [`item-${name}`, `tag-${name}`, `index-global~${name}`, `index-local~${name}`])
        for await (const [entry] of db.iterator(keysBelow(prefix))) changes.push({ type: 'del', key: entry });
      changes.push({ type: 'del', key });
    }
  }
  if (changes.length > 0) await writeChanges(db, changes);
}
