// The stand-ins for DynamoDB in the proofs: that of the local run, and AWS's DynamoDB Local.

import { type LocalTable, startLocalTable } from '../runtime/local-table';
import { skipWithout } from '../skip';
import { findDynamoDBLocal, startDynamoDBLocal } from './dynamodb-local';

/** Starts a table, by the name of the stand-in; undefined if the stand-in is not available. */
const STAND_INS: Readonly<Record<string, () => (() => Promise<LocalTable>) | undefined>> = {
  dynalite: () => startLocalTable,
  'DynamoDB Local': () => {
    const folder = findDynamoDBLocal();
    return folder === undefined ? undefined : () => startDynamoDBLocal(folder);
  },
};

/** Registers tests on each stand-in with an empty table. Without the stand-in they are skipped with one line, or fail on CI. */
export function describeOnTables(title: string, tests: (table: () => LocalTable) => void): void {
  for (const [name, find] of Object.entries(STAND_INS)) {
    describe(`${title} on ${name}`, () => {
      let table: LocalTable | undefined;
      before(async function () {
        const start = find();
        if (start !== undefined) {
          table = await start();
          return;
        }
        skipWithout(this, 'Java, Maven and Maven Central');
      });
      after(() => table?.close());
      tests(() => table as LocalTable);
    });
  }
}
