// Logs of the API: created before the stage, with the retention of the spec, without queries and bodies.

import { expect } from 'chai';
import { dependenciesOf, type ResourceGraph, resourcesOf } from '../../../../compiler/graph/graph';
import { handle } from '../../../../compiler/graph/handle';
import { graphOf } from '../../../spec';

const production = graphOf('spec/production.yaml');
const ACCESS = handle('aws:cloudwatch/logGroup:LogGroup', 'api-access-logs').id;
const EXECUTION = handle('aws:cloudwatch/logGroup:LogGroup', 'api-execution-logs').id;

/** Production extended with YAML. */
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
  it('have their own log groups, on which the stage depends', () => {
    expect(logGroups(production)).to.deep.equal([ACCESS, EXECUTION]);
    expect([...dependenciesOf(stageOf(production))]).to.include.members([ACCESS, EXECUTION]);
  });

  it('of executions are in the log group that API Gateway uses', () => {
    const group = resourcesOf(production, 'aws:cloudwatch/logGroup:LogGroup').find(({ id }) => id === EXECUTION);
    expect(group?.inputs.name).to.deep.equal({
      $: 'interpolation',
      parts: ['API-Gateway-Execution-Logs_', handle('aws:apigateway/restApi:RestApi', 'api').ref('id'), '/prod'],
    });
  });

  it('have the retention of the spec', () => {
    const graph = extended('logRetentionDays: 731');
    const days = resourcesOf(graph, 'aws:cloudwatch/logGroup:LogGroup').map(({ inputs }) => inputs.retentionInDays);
    // The log groups of four functions, of access, of executions and of the web ACL.
    expect(days).to.deep.equal(Array.from({ length: 7 }, () => 731));
  });

  const rows: Record<string, { yaml: string; left: string[] }> = {
    'executions only': { yaml: 'api: { accessLogging: false }', left: [EXECUTION] },
    'access only': { yaml: 'api: { executionLogging: OFF }', left: [ACCESS] },
    nothing: { yaml: 'api: { accessLogging: false, executionLogging: OFF }', left: [] },
  };
  for (const [what, { yaml, left }] of Object.entries(rows)) {
    it(`may contain ${what}`, () => expect(logGroups(extended(yaml))).to.deep.equal(left));
  }

  it('of access are JSON with both ids and the caller, and without other client input', () => {
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

  it('contain only errors without data by default', () => {
    const [settings] = resourcesOf(production, 'aws:apigateway/methodSettings:MethodSettings');
    expect(settings?.inputs.settings).to.include({ loggingLevel: 'ERROR', dataTraceEnabled: false });
  });
});

describe('the sampling of traces', () => {
  const ruleOf = (graph: ResourceGraph) => resourcesOf(graph, 'aws:xray/samplingRule:SamplingRule')[0]?.inputs;

  it('is a rule for the stage, with a valid rate and name', () => {
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

  it('matches a service by a prefix if its name is too long for X-Ray', () => {
    const serviceOf = (stage: string) => ruleOf(extended(`api: { stage: ${stage} }`))?.serviceName;
    const fits = 'a'.repeat(64 - 'payment-payment-api-useast1-Production-live/'.length);
    expect(serviceOf(fits)).to.equal(`payment-payment-api-useast1-Production-live/${fits}`);
    expect(serviceOf(`${fits}a`)).to.equal(`payment-payment-api-useast1-Production-live/${fits.slice(1)}*`);
  });

  it('has a unique name in each environment, even if the name is long', () => {
    expect(ruleOf(extended('suffix: other'))?.ruleName).to.not.equal(ruleOf(production)?.ruleName);
  });

  it('uses the default rule of X-Ray unless the spec sets one, and no rule without tracing', () => {
    expect(ruleOf(extended('api: { traceSampling: null }'))).to.equal(undefined);
    expect(ruleOf(extended('tracing: false'))).to.equal(undefined);
  });
});
