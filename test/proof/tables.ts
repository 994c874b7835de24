// The stand-ins for DynamoDB that payments are proved on, each with its own ways: the one of the local run, and AWS's own.

import { type LocalTable, startLocalTable } from '../runtime/local-table';
import { findDynamoDBLocal, startDynamoDBLocal } from './dynamodb-local';

/** How a table is started, by the name of the stand-in; undefined where it cannot be had. */
const STAND_INS: Readonly<Record<string, () => (() => Promise<LocalTable>) | undefined>> = {
  dynalite: () => startLocalTable,
  'DynamoDB Local': () => {
    const folder = findDynamoDBLocal();
    return folder === undefined ? undefined : () => startDynamoDBLocal(folder);
  },
};

/** It may have to be fetched. */
const START_TIMEOUT_MILLISECONDS = 10 * 60_000;

/** Registers tests on each stand-in, on an empty table: skipped with one line where it cannot be had, a failure on CI. */
export function describeOnTables(title: string, tests: (table: () => LocalTable) => void): void {
  for (const [name, find] of Object.entries(STAND_INS)) {
    describe(`${title} on ${name}`, () => {
      let table: LocalTable | undefined;
      before(async function () {
        this.timeout(START_TIMEOUT_MILLISECONDS);
        const start = find();
        if (start !== undefined) {
          table = await start();
          return;
        }
        if (process.env.CI === 'true') throw new Error(`${name} needs Java, Maven and Maven Central`);
        console.log(`  skipped, for want of Java or Maven: ${title} on ${name}`);
        this.skip();
      });
      after(() => table?.close());
      tests(() => table as LocalTable);
    });
  }
}
