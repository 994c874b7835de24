// The cost of a simulation, compared with the estimate of a month with the same traffic.

import { expect } from 'chai';
import { estimateCost } from '../../../../compiler/estimates/cost/estimate';
import { isKnown } from '../../../../compiler/estimates/traffic/amount';
import { run, steadyRate, systemOf } from './system';

const HOUR = 3600;
const RATE = 20;

describe('the cost of a simulation', () => {
  const system = systemOf('development.yaml', {
    traffic: { requestsPerSecond: RATE },
    functions: { 'payment-processor': { expectedDurationMilliseconds: 50 } },
  });
  const { cost } = run(system, { requests: steadyRate(RATE, HOUR), routes: system.environment.traffic?.routes ?? {} });

  it('is the share of its time in the usage of a month with the same traffic', () => {
    const rates = ['apigateway.requests', 'dataTransfer.out', 'cloudwatch.logs.ingested'];
    const isUsage = (rate: string) => rates.includes(rate) || rate.startsWith('lambda.') || rate.endsWith('.onDemand');
    const usd = estimateCost(system)
      .lines.filter(({ rate }) => isUsage(rate))
      .map((line) => line.usd.expected)
      .filter(isKnown)
      .reduce((sum, amount) => sum + amount, 0);
    expect(cost.usd).to.be.closeTo(usd / 730, (usd / 730) * 0.002);
    expect(cost.dependsOn).to.deep.equal([]);
  });

  it('includes the provisioned capacity of its time without any request', () => {
    const production = systemOf('production.yaml');
    const idle = run(production, { requests: steadyRate(0, HOUR) }).cost.usd;
    const lines = estimateCost(production).lines.filter(
      ({ rate }) => rate.endsWith('.provisioned') || rate.startsWith('sqs.'),
    );
    const floor = lines
      .map((line) => line.usd.floor)
      .filter(isKnown)
      .reduce((sum, amount) => sum + amount, 0);
    expect(idle).to.be.closeTo(floor / 730, 0.001);
  });

  it('has the capacity that is provisioned, not the one that the load needs', () => {
    // Without traffic, autoscaling keeps the initial capacity.
    const idleWith = (units: number) => {
      const autoscaling = { minimum: 5, maximum: 50, targetUtilizationPercent: 70 };
      const system = systemOf('pr1234.yaml', {
        tables: { payments: { capacity: { read: { autoscaling }, write: { units, autoscaling } } } },
      });
      return run(system, { requests: steadyRate(0, HOUR) }).cost.usd;
    };
    const writes = estimateCost(systemOf('pr1234.yaml')).lines.filter(
      ({ rate }) => rate === 'dynamodb.write.provisioned',
    );
    const minimum = writes.map((line) => line.usd.floor).filter(isKnown);
    const hour = minimum.reduce((sum, amount) => sum + amount, 0) / 730;
    expect(idleWith(40) - idleWith(5)).to.be.closeTo(7 * hour, 1e-9);
  });
});
