// A first deployment with long paths, long names and many routes: names and policies stay within the limits of AWS.

import { expect } from 'chai';
import { describeInExhaustive } from '../exhaustive';
import { graphOf } from '../spec';
import type { Cloud } from './cloud';
import { describeOnEngine, report } from './engine';
import { Rehearsal } from './rehearsal';

/** A number of routes for which separate statements exceed a function's policy size of 20,480 bytes. */
const ROUTES = Array.from(
  { length: 60 },
  (_, n) => `    list-${n}: { method: GET, path: "/lists/${n}", function: answer }`,
);

const SPEC = `project: payment
environment: Production
suffix: live
region: us-east-1
protect: false
tracing: true
encryption: { key: SERVICE_OWNED }
monitoring: { generatedAlarms: false, dashboard: false }
functions: { answer: { entry: runtime/handler.ts, reservedConcurrency: 100 } }
api:
  name: payment-processing-public-api
  authorization: AWS_IAM
  executionLogging: OFF
  accessLogging: false
  traceSampling: { requestsPerSecond: 1, percent: 1 }
  resourcePolicy: { sourceCidrs: [203.0.113.0/24] }
  cors: { origins: ["https://shop.example"] }
  routes:
    refunds: { method: POST, path: "/merchants/{merchantId}/accounts/{accountId}/payments/{paymentId}/refunds", function: answer }
    dotted: { method: GET, path: /v1.0/payments, function: answer }
${ROUTES.join('\n')}
`;

/** Checks a cloud that did not refuse the deployment. */
function expectWithinLimits({ world }: Cloud): void {
  expect(world.all('aws:lambda/permission:Permission')).to.not.be.empty;
  const [rule] = world.all('aws:xray/samplingRule:SamplingRule');
  expect(String(rule?.inputs.serviceName)).to.have.length.at.most(64);
}

describe('a first deployment without the engine', () => {
  it('stays within the length limits of AWS', () => {
    const stack = new Rehearsal();
    stack.up(graphOf('spec/first.yaml', { 'spec/first.yaml': SPEC }));
    expectWithinLimits(stack.cloud);
  });
});

describeInExhaustive('a first deployment', () =>
  describeOnEngine('on the real engine', (engine) => {
    it('stays within the length limits of AWS', async () => {
      const { cloud, project } = engine();
      project.write('spec/first.yaml', SPEC);
      await project.createStack('first');
      await project.succeed('up', '--yes', '--skip-preview');
      expectWithinLimits(cloud);
      report(`${ROUTES.length + 2} routes of one function, long paths and long names deployed at once`);
    });
  }),
);
