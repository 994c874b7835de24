// The prices of AWS: a row for each tier of a rate in a Region, with its source and date.

import { groupBy } from '../../traffic/group';
import rows from './rates.json';

/** How reliable a price is. `memory`: not verified against a source. */
export type Basis = 'price list' | 'pricing page' | 'third party' | 'derived' | 'memory';

/** A tier of a rate in a Region. */
export interface Rate {
  readonly region: string;
  readonly rate: RateName;
  /** The code of the service in AWS's price list. */
  readonly service: string;
  /** The usage type in AWS's price list, which also names the line of a bill. */
  readonly usageType: string;
  /** The unit that the price is for. */
  readonly unit: string;
  /** The units of a month at which the tier begins. */
  readonly begin: number;
  /** The units of a month at which the tier ends; null: none. */
  readonly end: number | null;
  /** The price of one unit, in US dollars. */
  readonly usd: number;
  readonly basis: Basis;
  readonly source: string;
  /** The date of the price in its source, as YYYY-MM-DD. */
  readonly date: string;
}

/** A rate: its meaning, and the units of a month that AWS does not bill to an account. */
interface RateDefinition {
  readonly meaning: string;
  /** Source: AWS's pricing pages, "Free tier"; only allowances that do not end after the first year of an account. */
  readonly freeUnits?: number;
}

/** The rates, by name. */
export const RATES = {
  'apigateway.cache.0.5': { meaning: 'cache of 0.5 GB' },
  'apigateway.cache.1.6': { meaning: 'cache of 1.6 GB' },
  'apigateway.cache.6.1': { meaning: 'cache of 6.1 GB' },
  'apigateway.cache.13.5': { meaning: 'cache of 13.5 GB' },
  'apigateway.cache.28.4': { meaning: 'cache of 28.4 GB' },
  'apigateway.cache.58.2': { meaning: 'cache of 58.2 GB' },
  'apigateway.cache.118': { meaning: 'cache of 118 GB' },
  'apigateway.cache.237': { meaning: 'cache of 237 GB' },
  'apigateway.requests': { meaning: 'requests to a REST API' },
  'backup.dynamodb': { meaning: 'backups of tables' },
  'cloudwatch.alarm': { meaning: 'metrics of alarms', freeUnits: 10 },
  'cloudwatch.alarm.composite': { meaning: 'composite alarms' },
  'cloudwatch.alarm.highResolution': { meaning: 'metrics of alarms with a period below 60 s' },
  'cloudwatch.dashboard': { meaning: 'dashboards', freeUnits: 3 },
  'cloudwatch.logs.ingested': { meaning: 'log events ingested', freeUnits: 5 },
  'cloudwatch.logs.stored': { meaning: 'log events stored' },
  'cloudwatch.metrics': { meaning: 'custom metrics', freeUnits: 10 },
  'dataTransfer.out': { meaning: 'data sent to the internet', freeUnits: 100 },
  'dynamodb.pointInTimeRecovery': { meaning: 'point-in-time recovery' },
  'dynamodb.read.onDemand': { meaning: 'read request units' },
  'dynamodb.read.provisioned': { meaning: 'provisioned read capacity', freeUnits: 18_600 },
  'dynamodb.replicatedWrite.onDemand': { meaning: 'replicated write request units' },
  'dynamodb.replicatedWrite.provisioned': { meaning: 'provisioned replicated write capacity' },
  'dynamodb.storage': { meaning: 'storage of tables and indexes', freeUnits: 25 },
  'dynamodb.write.onDemand': { meaning: 'write request units' },
  'dynamodb.write.provisioned': { meaning: 'provisioned write capacity', freeUnits: 18_600 },
  'kms.key': { meaning: 'customer managed keys' },
  'kms.keyRotation': { meaning: 'rotations of key material, the first two of a key' },
  'kms.requests': { meaning: 'requests to AWS KMS', freeUnits: 20_000 },
  'lambda.duration.arm': { meaning: 'duration on arm64', freeUnits: 400_000 },
  'lambda.duration.x86': { meaning: 'duration on x86_64', freeUnits: 400_000 },
  'lambda.requests.arm': { meaning: 'invocations on arm64', freeUnits: 1_000_000 },
  'lambda.requests.x86': { meaning: 'invocations on x86_64', freeUnits: 1_000_000 },
  'scheduler.invocations': { meaning: 'invocations by schedules', freeUnits: 14_000_000 },
  'secretsManager.requests': { meaning: 'requests to Secrets Manager' },
  'sns.email': { meaning: 'notifications by email', freeUnits: 1000 },
  'sns.http': { meaning: 'notifications by HTTPS', freeUnits: 100_000 },
  'sns.requests': { meaning: 'messages published', freeUnits: 1_000_000 },
  'sqs.requests.fifo': { meaning: 'requests to FIFO queues', freeUnits: 1_000_000 },
  'sqs.requests.standard': { meaning: 'requests to standard queues', freeUnits: 1_000_000 },
  'waf.requests': { meaning: 'requests inspected' },
  'waf.rule': { meaning: 'rules and rule groups' },
  'waf.webAcl': { meaning: 'web ACLs' },
  'xray.traces': { meaning: 'traces recorded', freeUnits: 100_000 },
} as const satisfies Readonly<Record<string, RateDefinition>>;

/** The name of a rate. */
export type RateName = keyof typeof RATES;

/** All rows, by Region, rate and tier. */
export const ALL_RATES = rows as readonly Rate[];

/** The Regions with prices. */
export const PRICED_REGIONS: readonly string[] = [...new Set(ALL_RATES.map(({ region }) => region))];

/** The reason why a Region cannot be priced; undefined if it has prices. */
export function unpriced(region: string): string | undefined {
  if (PRICED_REGIONS.includes(region)) return undefined;
  return `there are no prices for ${region}; Regions with prices: ${PRICED_REGIONS.join(', ')}`;
}

const TIERS = groupBy(ALL_RATES, ({ region, rate }) => `${region} ${rate}`);

/** The tiers of a rate in a Region, in order; empty if the project has no price. */
export function tiersOf(region: string, rate: RateName): readonly Rate[] {
  return TIERS.get(`${region} ${rate}`) ?? [];
}

/** The units that AWS does not bill in a month. */
export function freeUnitsOf(rate: RateName): number {
  return (RATES[rate] as RateDefinition).freeUnits ?? 0;
}

/** The price of units of a month, in US dollars; undefined if a tier that they reach has no price. */
export function priceOf(tiers: readonly Rate[], units: number): number | undefined {
  const last = tiers.at(-1);
  if (last === undefined || (last.end !== null && units > last.end)) return undefined;
  return tiers.reduce((sum, { begin, end, usd }) => sum + Math.max(0, Math.min(units, end ?? units) - begin) * usd, 0);
}
