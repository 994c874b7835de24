// What is kept of requests to the API: declared before the stage, for as long as the spec says, without queries and bodies.

import { expect } from 'chai';
import { dependenciesOf, nodeId, type ResourceGraph, resourcesOf } from '../../compiler/graph/graph';
import { reference } from '../../compiler/graph/value';
import { graphOf } from '../spec';

const production = graphOf('spec/production.yaml');
const ACCESS = nodeId('aws:cloudwatch/logGroup:LogGroup', 'api-access-logs');
const EXECUTION = nodeId('aws:cloudwatch/logGroup:LogGroup', 'api-execution-logs');

/** Production with more YAML on top of it. */
function extended(...lines: string[]): ResourceGraph {
  return graphOf('spec/more.yaml', { 'spec/more.yaml': ['extends: production.yaml', ...lines].join('\n') });
}

const stageOf = (graph: ResourceGraph) => {
  const [stage] = resourcesOf(graph, 'aws:apigateway/stage:Stage');
  if (stage === undefined) throw new Error('there is no stage');
  return stage;
};
const logGroups = (graph: ResourceGraph) =>
  resourcesOf(graph, 'aws:cloudwatch/logGroup:LogGroup')
    .map(({ id }) => id)
    .filter((id) => id === ACCESS || id === EXECUTION);

describe('the logs of the API', () => {
  it('are in log groups of their own, which the stage waits for', () => {
    expect(logGroups(production)).to.deep.equal([ACCESS, EXECUTION]);
    expect([...dependenciesOf(stageOf(production))]).to.include.members([ACCESS, EXECUTION]);
  });

  it('of executions are where API Gateway looks for them', () => {
    const group = resourcesOf(production, 'aws:cloudwatch/logGroup:LogGroup').find(({ id }) => id === EXECUTION);
    expect(group?.inputs.name).to.deep.equal({
      $: 'interpolation',
      parts: ['API-Gateway-Execution-Logs_', reference(nodeId('aws:apigateway/restApi:RestApi', 'api'), 'id'), '/prod'],
    });
  });

  it('are kept for as long as the spec says', () => {
    const graph = extended('logRetentionDays: 731');
    const days = resourcesOf(graph, 'aws:cloudwatch/logGroup:LogGroup').map(({ inputs }) => inputs.retentionInDays);
    // Of the function, of access, of executions, and of the web ACL.
    expect(days).to.deep.equal([731, 731, 731, 731]);
  });

  const rows: Record<string, { yaml: string; left: string[] }> = {
    'executions alone': { yaml: 'api: { accessLogging: false }', left: [EXECUTION] },
    'access alone': { yaml: 'api: { executionLogging: OFF }', left: [ACCESS] },
    'nothing, where it says so': { yaml: 'api: { accessLogging: false, executionLogging: OFF }', left: [] },
  };
  for (const [what, { yaml, left }] of Object.entries(rows)) {
    it(`may be of ${what}`, () => expect(logGroups(extended(yaml))).to.deep.equal(left));
  }

  it('of access are JSON with both ids and the caller, and with nothing that a client wrote but its ids', () => {
    const format = JSON.parse(String(stageOf(production).inputs.accessLogSettings?.format)) as Record<string, string>;
    expect(format).to.include({
      requestId: '$context.requestId',
      extendedRequestId: '$context.extendedRequestId',
      callerArn: '$context.identity.userArn',
      apiKeyId: '$context.identity.apiKeyId',
    });
    for (const variable of Object.values(format))
      expect(variable).to.match(/^\$context\.(?!path$|requestOverride|identity\.apiKey$|identity\.userAgent)[\w.]+$/);
  });

  it('are of errors and without data, by default', () => {
    const [settings] = resourcesOf(production, 'aws:apigateway/methodSettings:MethodSettings');
    expect(settings?.inputs.settings).to.include({ loggingLevel: 'ERROR', dataTraceEnabled: false });
  });
});

describe('the sampling of traces', () => {
  const ruleOf = (graph: ResourceGraph) => resourcesOf(graph, 'aws:xray/samplingRule:SamplingRule')[0]?.inputs;

  it('is a rule for the stage, its share as X-Ray writes it, its name no longer than X-Ray allows', () => {
    const { ruleName, serviceName, reservoirSize, fixedRate } =
      ruleOf(extended('api: { traceSampling: { percent: 12.5 } }')) ?? {};
    expect({ serviceName, reservoirSize, fixedRate }).to.deep.equal({
      serviceName: 'payment-payment-api-useast1-Production-live/prod',
      reservoirSize: 5,
      fixedRate: 0.125,
    });
    expect(String(ruleName))
      .to.match(/^payment-payment-api-use-[0-9a-f]{8}$/)
      .and.have.length(32);
  });

  it('matches a service by the beginning of its name where X-Ray does not take all of it', () => {
    const serviceOf = (stage: string) => ruleOf(extended(`api: { stage: ${stage} }`))?.serviceName;
    const fits = 'a'.repeat(64 - 'payment-payment-api-useast1-Production-live/'.length);
    expect(serviceOf(fits)).to.equal(`payment-payment-api-useast1-Production-live/${fits}`);
    expect(serviceOf(`${fits}a`)).to.equal(`payment-payment-api-useast1-Production-live/${fits.slice(1)}*`);
  });

  it('has a name of its own in each environment, however long that is', () => {
    expect(ruleOf(extended('suffix: other'))?.ruleName).to.not.equal(ruleOf(production)?.ruleName);
  });

  it("is X-Ray's own where the spec says nothing, and none without tracing", () => {
    expect(ruleOf(extended('api: { traceSampling: null }'))).to.equal(undefined);
    expect(ruleOf(extended('tracing: false'))).to.equal(undefined);
  });
});
