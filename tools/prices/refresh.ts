// Refreshes the prices of the project from price lists of AWS. Each row of the present table is updated or kept, and reported.

import { grouped } from '../../compiler/diagnostics/words';
import { exactDollars } from '../../compiler/estimates/cost/dollars';
import { freeUnitsOf, type Rate, type RateName } from '../../compiler/estimates/cost/prices/rates';
import { groupBy } from '../../compiler/estimates/traffic/group';
import { listedPrice, type PriceList, type Tier } from './price-list';

/** The result for the rows of a rate in a Region. `kept`: the lists do not have the rate, so that its rows keep their source. */
export interface Outcome {
  readonly region: string;
  readonly rate: RateName;
  readonly status: 'unchanged' | 'changed' | 'missing' | 'ambiguous' | 'kept';
  readonly detail: string;
}

/** The new table, and the outcome of each rate in each Region. */
export interface Refreshed {
  readonly rates: readonly Rate[];
  readonly outcomes: readonly Outcome[];
}

/** The rates whose price the lists do not state for a Region, with the reason. */
const UNLISTED: { readonly [Name in RateName]?: string } = {
  'cloudwatch.dashboard': 'the lists of Regions do not have dashboards, which belong to an account',
  'kms.keyRotation': 'the list does not state that a rotation costs as much as a key',
};

/** The names that the lists have for a unit of the table. A price for another unit, such as 1,000 requests, is not used. */
const LISTED_UNITS: { readonly [unit: string]: readonly string[] } = {
  alarm: ['Alarms'],
  GB: ['GB'],
  'GB-month': ['GB-Mo'],
  'GB-second': ['Lambda-GB-Second', 'Second'],
  hour: ['Hrs', 'hours'],
  key: ['Keys'],
  metric: ['Metrics', 'Alarms'],
  notification: ['Notifications'],
  request: ['Request', 'Requests', 'API Requests'],
  rule: ['Month'],
  trace: ['traces'],
  unit: ['ReadRequestUnits', 'WriteRequestUnits', 'ReplicatedWriteRequestUnits'],
  'unit-hour': ['ReadCapacityUnit-Hrs', 'WriteCapacityUnit-Hrs', 'ReplicatedWriteCapacityUnit-Hrs'],
  'web ACL': ['Month'],
};

/** Finds the price list of a service in a Region; undefined if it was not read. */
export type FindPriceList = (service: string, region: string) => PriceList | undefined;

/** Refreshes all rows. The tiers of a rate in a Region are replaced together. */
export function refreshRates(rates: readonly Rate[], find: FindPriceList): Refreshed {
  const groups = [...groupBy(rates, ({ region, rate }) => `${region} ${rate}`).values()];
  const results = groups.map((rows) => refreshRate(rows, find));
  return { rates: results.flatMap(([rows]) => rows), outcomes: results.map(([, outcome]) => outcome) };
}

type Result = readonly [rows: readonly Rate[], outcome: Outcome];

function refreshRate(rows: readonly Rate[], find: FindPriceList): Result {
  const [row] = rows;
  if (row === undefined) throw new Error('a group has at least one row');
  const { region, rate, service, usageType, unit } = row;
  const keep = (status: Outcome['status'], detail: string): Result => [rows, { region, rate, status, detail }];
  const reason = UNLISTED[rate];
  if (reason !== undefined) return keep('kept', reason);
  const list = find(service, region);
  if (list === undefined) return keep('missing', `no price list of ${service}`);
  const price = listedPrice(list, region, usageType);
  if ('status' in price) return keep(price.status, price.reason);
  if (!LISTED_UNITS[unit]?.includes(price.unit))
    return keep('ambiguous', `the price of ${usageType} is for "${price.unit}"; the table has the unit "${unit}"`);
  const [before, after] = [tiersText(rows), tiersText(price.tiers)];
  const isChanged = before !== after;
  const refreshed = price.tiers.map((tier): Rate => ({ ...row, ...tier, ...provenance(list) }));
  const details = [...(isChanged ? [`${before} -> ${after}`] : []), ...allowanceChange(rate, price.freeUnits)];
  return [refreshed, { region, rate, status: isChanged ? 'changed' : 'unchanged', detail: details.join('; ') }];
}

function provenance({ offerCode, version, publicationDate }: PriceList): Pick<Rate, 'basis' | 'source' | 'date'> {
  const source = `AWS price list of ${offerCode}, version ${version}`;
  return { basis: 'price list', source, date: publicationDate.slice(0, 'YYYY-MM-DD'.length) };
}

/** A difference of the free units. Most lists state none for a Region, because AWS grants them once to an account. */
function allowanceChange(rate: RateName, listed: number): readonly string[] {
  const known = freeUnitsOf(rate);
  return listed === 0 || listed === known ? [] : [`free units: ${listed} in the list, ${known} in RATES`];
}

function tiersText(tiers: readonly Tier[]): string {
  const text = ({ end, usd }: Tier) => exactDollars(usd) + (end === null ? '' : ` up to ${grouped(end)}`);
  return tiers.map(text).join(', ');
}
