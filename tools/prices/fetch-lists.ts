// Fetches the price lists that the rows of the table name, from AWS's public bulk price list, which needs no credentials.

import type { Rate } from '../../compiler/estimates/cost/prices/rates';
import type { PriceList } from './price-list';
import type { FindPriceList } from './refresh';

/** Fetches a JSON document. */
export type FetchJson = (url: string) => Promise<unknown>;

/** The address of the current price list. Its version names the same list for later readers: put it in place of `current`. */
function listUrl(service: string, region: string): string {
  return `https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/${service}/current/${region}/index.json`;
}

/** Fetches the price list of each service in each Region of the rows, one after the other. Throws if one is not a price list. */
export async function fetchLists(rates: readonly Rate[], fetchJson: FetchJson): Promise<FindPriceList> {
  const lists = new Map<string, PriceList>();
  for (const { service, region } of rates) {
    const url = listUrl(service, region);
    if (!lists.has(url)) lists.set(url, readList(await fetchJson(url), service, url));
  }
  return (service, region) => lists.get(listUrl(service, region));
}

function readList(document: unknown, service: string, url: string): PriceList {
  const list = document as Partial<PriceList> | null;
  const { offerCode, version, publicationDate, products, terms } = list ?? {};
  if (offerCode !== service || !version || !publicationDate || !products || !terms)
    throw new Error(`${url} is not a price list of ${service}`);
  return { offerCode, version, publicationDate, products, terms };
}
