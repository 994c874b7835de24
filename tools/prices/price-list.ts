// A price list of AWS for a service in a Region, and the tiers of a usage type in it.
// Source of the format: AWS Billing User Guide, "Reading the service price list file for an AWS service".

/** A price list, with the members that the refresh of prices reads. */
export interface PriceList {
  /** The code of the service, such as `AmazonDynamoDB`. */
  readonly offerCode: string;
  /** The version, which is a part of the file's address and stays available, such as `20260911124422`. */
  readonly version: string;
  /** The date and time of publication, such as `2026-09-11T12:44:22Z`. */
  readonly publicationDate: string;
  readonly products: Readonly<Record<string, Product>>;
  readonly terms: {
    /** The prices of each product, by its SKU and the code of the offer. */
    readonly OnDemand?: Readonly<Record<string, Readonly<Record<string, OfferTerm>>>>;
  };
}

interface Product {
  readonly sku: string;
  readonly attributes: { readonly usagetype?: string; readonly regionCode?: string };
}

interface OfferTerm {
  readonly priceDimensions: Readonly<Record<string, PriceDimension>>;
}

interface PriceDimension {
  readonly unit: string;
  readonly beginRange: string;
  /** `Inf`: none. */
  readonly endRange: string;
  readonly pricePerUnit: { readonly USD?: string };
}

/** A tier of a price: from `begin` to `end` units a month, in US dollars a unit. */
export interface Tier {
  readonly begin: number;
  /** null: none. */
  readonly end: number | null;
  readonly usd: number;
}

/** The price of a usage type: its tiers without the free allowance, and the name of the unit in the list. */
export interface ListedPrice {
  readonly unit: string;
  readonly tiers: readonly Tier[];
  /** The units of a month at which the first paid tier begins. */
  readonly freeUnits: number;
}

/** The reason why a usage type has no price. `missing`: the list does not have it. `ambiguous`: a person must decide. */
export interface NoPrice {
  readonly status: 'missing' | 'ambiguous';
  readonly reason: string;
}

/** The price of a usage type in a Region. Only the whole name matches: `IA-` and `Repl` also precede the names of other rates. */
export function listedPrice(list: PriceList, region: string, usageType: string): ListedPrice | NoPrice {
  const inRegion = Object.values(list.products).filter(
    ({ attributes: { regionCode = region } }) => regionCode === region,
  );
  const matches = inRegion.filter(({ attributes }) => attributes.usagetype === usageType);
  const prices = matches.map(({ sku }) => priceOfProduct(list, sku));
  const [first] = prices;
  if (first === undefined) return missing(inRegion, usageType);
  const distinct = new Set(prices.map((price) => JSON.stringify(price)));
  if (distinct.size === 1) return first;
  return { status: 'ambiguous', reason: `different prices of ${matches.map(({ sku }) => sku).join(', ')}` };
}

function priceOfProduct({ terms }: PriceList, sku: string): ListedPrice | NoPrice {
  const offers = Object.values(terms.OnDemand?.[sku] ?? {});
  const dimensions = offers.flatMap(({ priceDimensions }) => Object.values(priceDimensions));
  const units = new Set(dimensions.map(({ unit }) => unit));
  const [unit] = units;
  if (unit === undefined) return { status: 'ambiguous', reason: `${sku} has no price on demand` };
  if (units.size > 1) return { status: 'ambiguous', reason: `${sku} has prices of ${[...units].join(' and ')}` };
  if (dimensions.some(({ pricePerUnit }) => pricePerUnit.USD === undefined))
    return { status: 'ambiguous', reason: `${sku} has a price in another currency` };
  const tiers = dimensions.map(tierOf).sort((a, b) => a.begin - b.begin);
  const isContiguous = tiers.every(({ begin }, at) => begin === (at === 0 ? 0 : tiers[at - 1]?.end));
  if (!isContiguous || tiers.at(-1)?.end !== null)
    return { status: 'ambiguous', reason: `the tiers of ${sku} overlap or have a gap` };
  return withoutAllowance(sku, unit, tiers);
}

function tierOf({ beginRange, endRange, pricePerUnit }: PriceDimension): Tier {
  return {
    begin: Number(beginRange),
    end: endRange === 'Inf' ? null : Number(endRange),
    usd: Number(pricePerUnit.USD),
  };
}

/** Extends the first paid tier over the free units, which are granted to an account and not to a table or a function. */
function withoutAllowance(sku: string, unit: string, tiers: readonly Tier[]): ListedPrice | NoPrice {
  const paid = tiers.filter(({ usd }) => usd > 0);
  const [first, ...others] = paid;
  if (first === undefined) return { status: 'ambiguous', reason: `${sku} is free` };
  if (tiers.indexOf(first) + paid.length !== tiers.length)
    return { status: 'ambiguous', reason: `${sku} has a free tier after a paid one` };
  return { unit, tiers: [{ ...first, begin: 0 }, ...others], freeUnits: first.begin };
}

/** The prefix of a usage type in most Regions, such as `EU-`, `USE1-` or `eu-west-1-`. */
const REGION_PREFIX = /^(?:[A-Z]{2,4}\d?|[a-z]{2}(?:-[a-z]+)+-\d)-/;

function missing(products: readonly Product[], usageType: string): NoPrice {
  const name = usageType.replace(REGION_PREFIX, '');
  const similar = products.flatMap(({ attributes: { usagetype = '' } }) =>
    usagetype.endsWith(name) ? [usagetype] : [],
  );
  const hint = similar.length === 0 ? '' : `; similar: ${[...new Set(similar)].sort().join(', ')}`;
  return { status: 'missing', reason: `no usage type ${usageType}${hint}` };
}
