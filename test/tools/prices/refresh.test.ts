// The refresh of prices from price lists with the structure of AWS's: whole usage types, tiers, free allowances, and rows that stay.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ALL_RATES, type Rate } from '../../../compiler/estimates/cost/prices/rates';
import { fetchLists } from '../../../tools/prices/fetch-lists';
import type { PriceList } from '../../../tools/prices/price-list';
import { type Outcome, refreshRates } from '../../../tools/prices/refresh';
import { renderOutcomes, renderRatesFile } from '../../../tools/prices/render';

const FILE = join(__dirname, '../../../compiler/estimates/cost/prices/rates.json');

/** A product of a price list: its usage type, its unit and its tiers, each with begin, end and price as AWS writes them. */
interface Listed {
  readonly usageType: string;
  readonly unit: string;
  readonly tiers: readonly (readonly [begin: string, end: string, usd: string])[];
  readonly regionCode?: string;
}

function listOf(service: string, listed: readonly Listed[]): PriceList {
  const products = listed.map(({ usageType, regionCode }, at) => {
    const sku = `SKU${at}`;
    const attributes = { servicecode: service, usagetype: usageType, operation: '', ...(regionCode && { regionCode }) };
    return [sku, { sku, productFamily: 'any', attributes }] as const;
  });
  const offers = listed.map(({ unit, tiers }, at) => {
    const offer = `SKU${at}.JRTCKXETXF`;
    const dimensions = tiers.map(([beginRange, endRange, USD], tier) => {
      const rateCode = `${offer}.${tier}`;
      const description = `$${USD} per ${unit}`;
      return [rateCode, { rateCode, description, unit, beginRange, endRange, pricePerUnit: { USD }, appliesTo: [] }];
    });
    const priceDimensions = Object.fromEntries(dimensions);
    return [`SKU${at}`, { [offer]: { offerTermCode: 'JRTCKXETXF', sku: `SKU${at}`, priceDimensions } }];
  });
  return {
    offerCode: service,
    version: '20270105101010',
    publicationDate: '2027-01-05T10:10:10Z',
    products: Object.fromEntries(products),
    terms: { OnDemand: Object.fromEntries(offers) },
  };
}

const flat = (usageType: string, unit: string, usd: string): Listed => ({
  usageType,
  unit,
  tiers: [['0', 'Inf', usd]],
});

function rowsOf(region: string, rate: Rate['rate']): readonly Rate[] {
  return ALL_RATES.filter((row) => row.region === region && row.rate === rate);
}

/** Refreshes the rows of a rate in a Region from a list of their service. */
function refresh(region: string, rate: Rate['rate'], listed: readonly Listed[]) {
  const rows = rowsOf(region, rate);
  const list = listOf(rows[0]?.service ?? '', listed);
  const { rates, outcomes } = refreshRates(rows, (service, from) =>
    service === list.offerCode && from === region ? list : undefined,
  );
  const tiers = rates.map(({ begin, end, usd }) => [begin, end, usd]);
  return { rows, rates, tiers, outcome: outcomes[0] as Outcome };
}

describe('the refresh of prices', () => {
  it('takes the price, the version and the date of the list', () => {
    const { rates, outcome } = refresh('eu-west-1', 'dynamodb.write.onDemand', [
      flat('EU-WriteRequestUnits', 'WriteRequestUnits', '0.0000008000'),
    ]);
    expect(outcome).to.deep.equal({
      region: 'eu-west-1',
      rate: 'dynamodb.write.onDemand',
      status: 'changed',
      detail: '0.000000705 -> 0.0000008',
    });
    expect(rates).to.deep.equal([
      {
        ...rowsOf('eu-west-1', 'dynamodb.write.onDemand')[0],
        usd: 0.0000008,
        basis: 'price list',
        source: 'AWS price list of AmazonDynamoDB, version 20270105101010',
        date: '2027-01-05',
      },
    ]);
  });

  it('dates a row whose price is unchanged, and replaces its source', () => {
    const { rates, outcome } = refresh('eu-west-1', 'waf.rule', [flat('EU-RuleV2', 'Month', '1.0000000000')]);
    expect(outcome).to.include({ status: 'unchanged', detail: '' });
    expect(rates[0]).to.include({ basis: 'price list', date: '2027-01-05', usd: 1 });
  });

  it('matches whole usage types: another table class, replicated writes and other Regions have other prices', () => {
    const traps = [
      flat('EU-IA-WriteCapacityUnit-Hrs', 'WriteCapacityUnit-Hrs', '0.0009000000'),
      flat('EU-ReplWriteCapacityUnit-Hrs', 'WriteCapacityUnit-Hrs', '0.0008000000'),
      flat('WriteCapacityUnit-Hrs', 'WriteCapacityUnit-Hrs', '0.0007000000'),
      { ...flat('EU-WriteCapacityUnit-Hrs', 'WriteCapacityUnit-Hrs', '0.0006000000'), regionCode: 'eu-west-2' },
    ];
    const right = {
      ...flat('EU-WriteCapacityUnit-Hrs', 'WriteCapacityUnit-Hrs', '0.0005000000'),
      regionCode: 'eu-west-1',
    };
    const found = refresh('eu-west-1', 'dynamodb.write.provisioned', [...traps, right]);
    expect(found.tiers).to.deep.equal([[0, null, 0.0005]]);
    const { rows, rates, outcome } = refresh('eu-west-1', 'dynamodb.write.provisioned', traps);
    expect(rates).to.deep.equal(rows);
    expect(outcome).to.include({
      status: 'missing',
      detail:
        'no usage type EU-WriteCapacityUnit-Hrs; similar: EU-IA-WriteCapacityUnit-Hrs, EU-ReplWriteCapacityUnit-Hrs, WriteCapacityUnit-Hrs',
    });
  });

  it('matches the usage types of us-east-1, which have no prefix', () => {
    const { tiers } = refresh('us-east-1', 'dynamodb.write.provisioned', [
      flat('IA-WriteCapacityUnit-Hrs', 'WriteCapacityUnit-Hrs', '0.00081'),
      flat('ReplWriteCapacityUnit-Hrs', 'ReplicatedWriteCapacityUnit-Hrs', '0.0007'),
      flat('WriteCapacityUnit-Hrs', 'WriteCapacityUnit-Hrs', '0.0006'),
    ]);
    expect(tiers).to.deep.equal([[0, null, 0.0006]]);
  });

  it('replaces the tiers together, in any order, and adds the tiers that the table lacks', () => {
    const listed: Listed = {
      usageType: 'EUC1-ApiGatewayRequest',
      unit: 'Requests',
      tiers: [
        ['333000000', '1000000000', '0.0000033800'],
        ['1000000000', 'Inf', '0.0000028700'],
        ['0', '333000000', '0.0000037000'],
      ],
    };
    const { rows, tiers, outcome } = refresh('eu-central-1', 'apigateway.requests', [listed]);
    expect(rows.length).to.equal(1);
    expect(tiers).to.deep.equal([
      [0, 333_000_000, 0.0000037],
      [333_000_000, 1_000_000_000, 0.00000338],
      [1_000_000_000, null, 0.00000287],
    ]);
    expect(outcome.detail).to.equal(
      '0.0000037 up to 333,000,000 -> 0.0000037 up to 333,000,000, 0.00000338 up to 1,000,000,000, 0.00000287',
    );
  });

  it('leaves a free allowance out of the tiers, and reports an allowance that changes', () => {
    const listed = (free: string): Listed => ({
      usageType: 'TimedStorage-ByteHrs',
      unit: 'GB-Mo',
      tiers: [
        ['0', free, '0.0000000000'],
        [free, 'Inf', '0.2500000000'],
      ],
    });
    const { tiers, outcome } = refresh('us-east-1', 'dynamodb.storage', [listed('25')]);
    expect(tiers).to.deep.equal([[0, null, 0.25]]);
    expect(outcome).to.include({ status: 'unchanged', detail: '' });
    expect(refresh('us-east-1', 'dynamodb.storage', [listed('20')]).outcome).to.include({
      status: 'unchanged',
      detail: 'free units: 20 in the list, 25 in RATES',
    });
  });

  const ambiguous: readonly (readonly [string, readonly Listed[], string])[] = [
    [
      'two products with different prices',
      [flat('EU-RuleV2', 'Month', '1'), flat('EU-RuleV2', 'Month', '2')],
      'different prices of SKU0, SKU1',
    ],
    [
      'another unit',
      [flat('EU-RuleV2', '1K rules', '1')],
      'the price of EU-RuleV2 is for "1K rules"; the table has the unit "rule"',
    ],
    ['a price of 0', [flat('EU-RuleV2', 'Month', '0')], 'SKU0 is free'],
    [
      'a gap between tiers',
      [
        {
          usageType: 'EU-RuleV2',
          unit: 'Month',
          tiers: [
            ['0', '10', '2'],
            ['20', 'Inf', '1'],
          ],
        },
      ],
      'the tiers of SKU0 overlap or have a gap',
    ],
    [
      'a last tier with an end',
      [{ usageType: 'EU-RuleV2', unit: 'Month', tiers: [['0', '10', '2']] }],
      'the tiers of SKU0 overlap or have a gap',
    ],
    [
      'a free tier after a paid one',
      [
        {
          usageType: 'EU-RuleV2',
          unit: 'Month',
          tiers: [
            ['0', '10', '2'],
            ['10', 'Inf', '0'],
          ],
        },
      ],
      'SKU0 has a free tier after a paid one',
    ],
    [
      'a product without a price',
      [{ usageType: 'EU-RuleV2', unit: 'Month', tiers: [] }],
      'SKU0 has no price on demand',
    ],
  ];
  for (const [what, listed, detail] of ambiguous)
    it(`keeps the rows for ${what}, and reports them as ambiguous`, () => {
      const { rows, rates, outcome } = refresh('eu-west-1', 'waf.rule', listed);
      expect(rates).to.deep.equal(rows);
      expect(outcome).to.include({ status: 'ambiguous', detail });
    });

  it('takes one price of two products that have the same', () => {
    const twice = [flat('EU-RuleV2', 'Month', '2'), flat('EU-RuleV2', 'Month', '2.00')];
    expect(refresh('eu-west-1', 'waf.rule', twice).tiers).to.deep.equal([[0, null, 2]]);
  });

  it('keeps the rows of rates that the lists do not state, with the reason', () => {
    const { rows, rates, outcome } = refresh('us-east-1', 'cloudwatch.dashboard', [
      flat('DashboardsUsageHour', 'Dashboards', '9'),
    ]);
    expect(rates).to.deep.equal(rows);
    expect(outcome.status).to.equal('kept');
  });

  it('keeps and reports every row without a price list', () => {
    const { rates, outcomes } = refreshRates(ALL_RATES, () => undefined);
    expect(rates).to.deep.equal(ALL_RATES);
    expect(outcomes.length).to.equal(new Set(ALL_RATES.map(({ region, rate }) => `${region} ${rate}`)).size);
    expect(new Set(outcomes.map(({ status }) => status))).to.have.all.keys('missing', 'kept');
  });

  it('fetches the current list of each service and Region once', async () => {
    const urls: string[] = [];
    const find = await fetchLists(rowsOf('us-east-1', 'apigateway.requests'), async (url) => {
      urls.push(url);
      return listOf('AmazonApiGateway', []);
    });
    expect(urls).to.deep.equal([
      'https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonApiGateway/current/us-east-1/index.json',
    ]);
    expect(find('AmazonApiGateway', 'us-east-1')?.version).to.equal('20270105101010');
    expect(find('AmazonApiGateway', 'eu-west-1')).to.equal(undefined);
  });

  it('stops at a document that is not the price list of the service', async () => {
    const rows = rowsOf('us-east-1', 'apigateway.requests');
    for (const document of [null, {}, listOf('AmazonSNS', [])]) {
      const error = await fetchLists(rows, async () => document).catch(String);
      expect(error).to.match(/index\.json is not a price list of AmazonApiGateway$/);
    }
  });

  it('writes the file as it is, so that only changed rows differ', () => {
    expect(renderRatesFile(ALL_RATES)).to.equal(readFileSync(FILE, 'utf8'));
  });

  it('prints the rows to review and counts the others', () => {
    const outcome = (status: Outcome['status'], detail = ''): Outcome => ({
      region: 'eu-west-1',
      rate: 'waf.rule',
      status,
      detail,
    });
    expect(renderOutcomes([outcome('changed', '1 -> 2'), outcome('unchanged'), outcome('kept', 'why')])).to.equal(
      [
        'changed  eu-west-1  waf.rule  1 -> 2',
        'kept     eu-west-1  waf.rule  why',
        '1 changed, 1 unchanged, 0 missing, 0 ambiguous, 1 kept',
      ].join('\n'),
    );
  });
});
