// The estimate of a month: the floor of every index, the ceiling of throttles, shares of tiers, and amounts that depend on missing facts.

import { expect } from 'chai';
import { renderDiagnostics } from '../../../../compiler/diagnostics/render';
import { BILLING } from '../../../../compiler/estimates/cost/billing/billing';
import {
  type Estimate,
  type EstimateOptions,
  estimateCost,
  LEVELS,
} from '../../../../compiler/estimates/cost/estimate';
import { RATES } from '../../../../compiler/estimates/cost/prices/rates';
import { isKnown } from '../../../../compiler/estimates/traffic/amount';
import { KINDS } from '../../../../compiler/graph/kinds/kinds';
import { SPECS } from '../../../everything';
import { compileProject, ENVIRONMENTS } from '../../../spec';

const SPEC = 'spec/case.yaml';

/** The estimate of a spec of spec/ with changes, which states the traffic if it matters. */
function estimate(name: string, changes = '', options?: EstimateOptions): Estimate {
  const texts = {
    'spec/without-traffic.yaml': `extends: ${name}\ntraffic: null\n`,
    [SPEC]: `extends: without-traffic.yaml\n${changes}`,
  };
  return estimateOf(SPEC, texts, options);
}

/** The estimate of a spec. */
function estimateOf(path: string, texts: Readonly<Record<string, string>>, options?: EstimateOptions): Estimate {
  const { graph, resolved, diagnostics } = compileProject(path, texts);
  if (graph === undefined || resolved === undefined) throw new Error(renderDiagnostics(diagnostics));
  return estimateCost({ graph, environment: resolved.expanded }, options);
}

/** The line of a part with a usage. */
function line({ lines }: Estimate, part: string, what: string) {
  const found = lines.find((one) => one.part === part && one.what === what);
  if (found === undefined)
    throw new Error(`no line ${part}: ${what} in ${lines.map((one) => `${one.part}: ${one.what}`).join('; ')}`);
  return found;
}

describe('the estimated cost of a month', () => {
  it('has a usage for each billed kind, and a reason for each free one', () => {
    const billed = Object.entries(KINDS).flatMap(([kind, { cost }]) => (cost === 'billed' ? [kind] : []));
    expect(Object.keys(BILLING).sort()).to.deep.equal(billed.sort());
    for (const { cost } of Object.values(KINDS)) if (cost !== 'billed') expect(cost.free).to.not.equal('');
  });

  it('has the minimum capacity of the table and of each index as its floor', () => {
    const found = estimate('production.yaml');
    for (const where of ['the table', 'index status-index', 'index status-time-index']) {
      const write = line(found, 'tables.payments', `write capacity of ${where}`).usd;
      expect(write.floor).to.be.closeTo(180 * 730 * 0.00065, 1e-9);
      expect(write.ceiling).to.be.closeTo(1000 * 730 * 0.00065, 1e-9);
      const read = line(found, 'tables.payments', `read capacity of ${where}`).usd;
      expect(read.floor).to.be.closeTo(50 * 730 * 0.00013, 1e-9);
    }
  });

  it('has the cost of all requests that the throttle admits as its ceiling', () => {
    // 200 requests/s for 730 h are 525.6 M requests: 333 M at 3.50 and 192.6 M at 2.80.
    const one = estimate(
      'production.yaml',
      'api: { routes: { get-payment: null, get-payments: null, refund-payment: null, cancel-payment: null, head-payment: null, head-payments: null } }\nwaivers: { no-cache: null }',
    );
    expect(line(one, 'api', 'requests').usd.ceiling).to.be.closeTo(1704.78, 0.005);
    expect(line(one, 'api', 'requests').usd.floor).to.equal(0);
  });

  it('limits all methods together to the throttle of the account', () => {
    const found = estimate(
      'pr1234.yaml',
      'quotas: { apiGateway: { throttleRateLimit: 3000, throttleBurstLimit: 2000 } }',
    );
    expect(line(found, 'api', 'requests').units.ceiling).to.be.closeTo(3000 * 730 * 3600, 1);
  });

  it('limits the duration of a function to its concurrency', () => {
    const found = estimate('pr1234.yaml', 'functions: { payment-processor: { reservedConcurrency: 10 } }');
    expect(line(found, 'functions.payment-processor', 'duration').units.ceiling).to.be.closeTo(
      10 * 0.5 * 730 * 3600,
      1,
    );
    expect(line(found, 'functions.payment-processor', 'invocations').units.ceiling).to.be.closeTo(100 * 730 * 3600, 1);
  });

  it('counts the metrics of an alarm, not the alarm', () => {
    expect(
      line(estimate('production.yaml'), 'alarms.payment-processor-error-rate', 'metrics of the alarm').units.floor,
    ).to.equal(3);
  });

  it('bills a cache without requests', () => {
    expect(line(estimate('pr1234.yaml'), 'api.stage', 'cache of 0.5 GB').usd.floor).to.be.closeTo(14.6, 1e-9);
  });

  it('shares the tiers of a rate among its lines', () => {
    const found = estimate('production.yaml');
    const logs = found.lines.filter(({ rate }) => rate === 'cloudwatch.metrics').map(({ usd }) => usd.ceiling);
    expect(logs.length).to.be.greaterThan(1);
    const units = found.lines
      .filter(({ rate }) => rate === 'cloudwatch.metrics')
      .reduce((sum, one) => sum + Number(one.units.ceiling), 0);
    expect(logs.reduce<number>((sum, usd) => sum + Number(usd), 0)).to.be.closeTo(units * 0.3, 1e-9);
  });

  it('subtracts the free allowances on request only', () => {
    const free = estimate('development.yaml', '', { freeTier: true });
    expect(free.totals.floor.usd).to.be.lessThan(estimate('development.yaml').totals.floor.usd);
    expect(free.lines.every(({ usd }) => !isKnown(usd.floor) || usd.floor >= 0)).to.equal(true);
  });

  it('never counts a missing fact as 0', () => {
    const found = estimate(
      'production.yaml',
      'tables: { payments: { expectedSizeGigabytes: null }, payment-events: { expectedSizeGigabytes: null } }',
    );
    expect(line(found, 'tables.payments', 'storage of the table and its indexes').usd.floor).to.deep.equal({
      dependsOn: 'tables.payments.expectedSizeGigabytes',
    });
    expect(found.totals.floor.dependsOn).to.deep.equal([
      'tables.payments.expectedSizeGigabytes',
      'tables.payment-events.expectedSizeGigabytes',
    ]);
    expect(line(found, 'api', 'requests').usd.expected).to.deep.equal({ dependsOn: 'traffic' });
    expect(line(found, 'encryption', 'customer managed key').usd.expected).to.equal(1);
  });

  describe('with expected traffic', () => {
    const traffic = (more = '') =>
      `traffic: { requestsPerSecond: 100${more} }\ntables: { payments: { expectedSizeGigabytes: 40 }, payment-events: { expectedSizeGigabytes: 10 } }`;
    const posts = traffic(', routes: { post-payment: 1 }');

    it('knows all costs between the floor and the ceiling', () => {
      const { lines, totals } = estimate('production.yaml', traffic());
      expect(totals.expected.dependsOn).to.deep.equal([]);
      for (const { part, what, usd } of lines) {
        expect(usd.expected, `${part}: ${what}`).to.be.at.least(Number(usd.floor) - 1e-9);
        expect(usd.expected, `${part}: ${what}`).to.be.at.most(Number(usd.ceiling) + 1e-9);
      }
    });

    it('counts requests, invocations and stored data', () => {
      const found = estimate('production.yaml', traffic());
      expect(line(found, 'api', 'requests').units.expected).to.be.closeTo(100 * 730 * 3600, 1e-3);
      expect(line(found, 'functions.payment-processor', 'invocations').units.expected).to.be.closeTo(
        100 * 730 * 3600,
        1e-3,
      );
      // The table and two indexes with all attributes.
      expect(line(found, 'tables.payments', 'storage of the table and its indexes').usd.expected).to.be.closeTo(
        3 * 40 * 0.25,
        1e-9,
      );
      expect(line(found, 'tables.payments', 'point-in-time recovery').usd.expected).to.be.closeTo(40 * 0.2, 1e-9);
      // A weekly backup that is kept for a year: 52 or 53 of them.
      expect(line(found, 'backup', 'backups of the tables').usd.expected).to.be.closeTo(52 * 50 * 0.1, 6);
    });

    it('scales capacity to the target utilization of each hour', () => {
      // 400 writes/s in one hour take ceil(400 / 0.7) units; the minimum of 180 is enough for 87 writes/s in the other 23.
      const weights = `[${[1, ...Array.from({ length: 23 }, () => 0.2174)].join(', ')}]`;
      const found = estimate('production.yaml', traffic(`, routes: { post-payment: 1 }, hourlyWeights: ${weights}`));
      const units = Number(line(found, 'tables.payments', 'write capacity of the table').units.expected) / 730;
      const busiest = (100 * 24) / (1 + 23 * 0.2174);
      expect(units).to.be.closeTo((Math.ceil(busiest / 0.7) + 23 * 180) / 24, 1e-6);
    });

    it('writes a new payment once to each index, and a changed status twice', () => {
      const found = (route: string) =>
        estimate('development.yaml', `traffic: { requestsPerSecond: 100, routes: { ${route}: 1 } }`);
      const monthly = 100 * 730 * 3600;
      const unitsOf = (route: string, where: string) =>
        line(found(route), 'tables.payments', `write units of ${where}`).units.expected;
      expect(unitsOf('post-payment', 'the table')).to.be.closeTo(monthly, 1e-3);
      expect(unitsOf('post-payment', 'index status-time-index')).to.be.closeTo(monthly, 1e-3);
      expect(unitsOf('refund-payment', 'the table')).to.be.closeTo(monthly, 1e-3);
      expect(unitsOf('refund-payment', 'index status-time-index')).to.be.closeTo(2 * monthly, 1e-3);
      expect(unitsOf('get-payment', 'the table')).to.equal(0);
    });

    const readsOf = (route: string, where: string, more = '') => {
      const found = estimate(
        'development.yaml',
        `traffic: { requestsPerSecond: 100, routes: { ${route}: 1 } }\n${more}`,
      );
      return Number(line(found, 'tables.payments', `read units of ${where}`).units.expected) / (100 * 730 * 3600);
    };

    it('reads a payment from the table, and a page of each state and shard of a list from its index', () => {
      expect(readsOf('get-payment', 'the table')).to.be.closeTo(1, 1e-9);
      expect(readsOf('get-payments', 'the table')).to.equal(0);
      // 102 items of 1,024 bytes are 26 reads of 4 KB, each half a unit, for three states in four shards.
      expect(readsOf('get-payments', 'index status-time-index')).to.be.closeTo(3 * 4 * 13, 1e-9);
      expect(readsOf('get-payments', 'index status-index')).to.equal(0);
    });

    it('reads one page of a list by a function that does not know the shards', () => {
      const alone = 'functions: { payment-processor: { environment: { LISTING_SHARDS: null } } }';
      expect(readsOf('get-payments', 'index status-time-index', alone)).to.be.closeTo(12.5, 1e-9);
    });

    it('traces a share of the requests', () => {
      // 5 requests of each second and 5 % of the other 95.
      const found = line(estimate('production.yaml', posts), 'api.stage', 'traces').units.expected;
      expect(found).to.be.closeTo((5 + 95 * 0.05) * 730 * 3600, 1e-3);
    });

    it('follows the changes of a table to the functions and tables behind its stream', () => {
      const found = estimate('production.yaml', posts);
      const monthly = 100 * 730 * 3600;
      expect(line(found, 'functions.payment-publisher', 'invocations').units.expected).to.be.closeTo(monthly, 1e-3);
      expect(line(found, 'queues.webhook-deliveries', 'requests for messages').units.expected).to.be.closeTo(
        3 * monthly,
        1,
      );
      // The publisher and the deliverer may each write the ledger once for an event.
      expect(line(found, 'tables.payment-events', 'write units of the table').units.expected).to.be.closeTo(
        2 * monthly,
        1,
      );
    });

    it('follows the messages of a queue to the function that they trigger', () => {
      const { lines } = estimateOf('test/golden/everything/spec.yaml', SPECS);
      const polls = lines.find(({ what }) => what === 'polls by trigger jobs');
      expect(polls?.units.floor).to.equal(900 * 730);
      const runs = lines.find(({ what }) => what === 'invocations by the schedule');
      expect(runs?.units.floor).to.be.greaterThan(0);
      expect(runs?.units.floor).to.equal(runs?.units.ceiling);
    });
  });

  it('states a missing price of a Region', () => {
    const found = estimate('production.yaml', 'region: eu-central-1');
    expect(found.totals.ceiling.dependsOn).to.include(
      `a price of ${RATES['apigateway.requests'].meaning} in eu-central-1`,
    );
  });

  for (const path of [...ENVIRONMENTS, ...Object.keys(SPECS)])
    it(`costs no more at the floor than at the ceiling: ${path}`, () => {
      const { lines } = estimateOf(path, SPECS);
      expect(lines.length).to.be.greaterThan(10);
      for (const { part, what, usd } of lines)
        if (isKnown(usd.floor) && isKnown(usd.ceiling))
          expect(usd.floor, `${part}: ${what}`).to.be.at.most(usd.ceiling);
    });

  const larger = [
    ['tables: { payments: { capacity: { write: { autoscaling: { minimum: 181 } } } } }', 'floor'],
    ['tables: { payments: { capacity: { read: { autoscaling: { maximum: 1001 } } } } }', 'ceiling'],
    ['functions: { payment-processor: { memorySizeMegabytes: 2048 } }', 'ceiling'],
    ['functions: { payment-processor: { reservedConcurrency: 300 } }', 'ceiling'],
    ['api: { throttle: { rateLimit: 201 } }', 'ceiling'],
    ['logRetentionDays: 731', 'ceiling'],
  ] as const;
  for (const [change, level] of larger)
    it(`costs more with more of a setting: ${change}`, () => {
      const [before, after] = [estimate('production.yaml'), estimate('production.yaml', change)];
      for (const one of LEVELS) expect(after.totals[one].usd).to.be.at.least(before.totals[one].usd - 1e-6);
      expect(after.totals[level].usd).to.be.greaterThan(before.totals[level].usd);
    });
});
