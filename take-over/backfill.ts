// Adds the payments of the Python program to the listing index: npm run backfill -- --table NAME --shards N [--region R] [--endpoint URL].

import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { backfillListing } from './list-payments';

const USAGE = 'usage: npm run backfill -- --table NAME --shards N [--region REGION] [--endpoint URL]';

async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { table: text, shards: text, region: text, endpoint: text } });
  const { table, shards = '', region, endpoint } = values;
  if (table === undefined || !/^([1-9]\d?|100)$/.test(shards)) {
    console.error(`${USAGE}\nUse the value of the function's variable LISTING_SHARDS for --shards.`);
    process.exitCode = 2;
    return;
  }
  const client = new DynamoDBClient({ ...(region && { region }), ...(endpoint && { endpoint }) });
  const counts = await backfillListing(client, { paymentsTableName: table, listingShards: Number(shards) });
  console.log(`${counts.listed} listed, ${counts.changedMeanwhile} changed concurrently, ${counts.skipped} skipped`);
}

main().catch((error: unknown) => {
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
