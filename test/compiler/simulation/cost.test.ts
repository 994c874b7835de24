// The cost of a simulation, compared with the estimate of a month with the same traffic.

import { expect } from 'chai';
import { estimateCost } from '../../../compiler/cost/estimate';
import { isKnown } from '../../../compiler/traffic/amount';
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
});
