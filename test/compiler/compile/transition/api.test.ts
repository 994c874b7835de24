// Deployments to a deployed API and its chat channel.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { compareGraphs } from '../../../../compiler/diff/difference';
import { resourcesOf } from '../../../../compiler/graph/graph';
import { formatPath } from '../../../../compiler/source/spec-node';
import { graphOf, ROOT } from '../../../spec';
import { planned, planOver, refusalsOf } from './stacks';

const REST_API = 'aws:apigateway/restApi:RestApi';
const api = (fields = '') =>
  `functions: { f: { entry: runtime/handler.ts } }\napi:\n  name: a\n  routes: { r: { method: GET, path: /r, function: f } }\n${fields}`;
const DOMAIN = (policy: string) =>
  `  domain: { name: pay.example, certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/1", securityPolicy: ${policy} }\n`;
const PRIVATE = '  endpointType: PRIVATE\n  vpcEndpointIds: [vpce-0123456789abcdef0]\n';

describe('a deployment over an API', () => {
  const policyOf = (before: string, after: string) => {
    const { inputs } = planned(planOver(before, after), REST_API, 'api');
    return [inputs.disableExecuteApiEndpoint, inputs.securityPolicy, inputs.endpointAccessMode];
  };

  it('enables the default endpoint again when the domain is removed, with its original policy', () => {
    const enhanced = 'SecurityPolicy_TLS13_1_3_2025_09';
    expect(policyOf(api(DOMAIN(enhanced)), api())).to.deep.equal([false, 'TLS_1_0', undefined]);
    expect(policyOf(api(DOMAIN(enhanced)), api(DOMAIN('TLS_1_2')))).to.deep.equal([true, 'TLS_1_0', undefined]);
    expect(policyOf(api(DOMAIN('TLS_1_2')), api())).to.deep.equal([false, undefined, undefined]);
    expect(policyOf(api(), api(DOMAIN(enhanced)))).to.deep.equal([true, enhanced, 'STRICT']);
  });

  it('refuses to change a private API to edge-optimized', () => {
    const edge = api('  endpointType: EDGE\n');
    expect(refusalsOf(planOver(api(PRIVATE), edge))).to.include(
      'api.endpointType: AWS cannot change a PRIVATE API to an EDGE one',
    );
    expect(refusalsOf(planOver(api(), edge))).to.deep.equal([]);
  });

  it('refuses to remove the last VPC endpoints, and prints the command', () => {
    const { refusals } = planOver(api(PRIVATE), api());
    expect(refusals.map(({ part }) => formatPath(part))).to.deep.equal(['api.vpcEndpointIds']);
    expect(refusals[0]?.fix).to.include('"value":"vpce-0123456789abcdef0"');
    expect(refusalsOf(planOver(api(PRIVATE), api(PRIVATE)))).to.deep.equal([]);
  });

  it('resets the cache TTL to its default', () => {
    const cached = api('  cache: { clusterSizeGigabytes: "0.5", ttlSeconds: 60 }\n').replace(
      'function: f',
      'function: f, cache: true',
    );
    const settingsOf = (before: string, after: string) =>
      planned(planOver(before, after), 'aws:apigateway/methodSettings:MethodSettings', 'api-method-settings').inputs
        .settings;
    expect(settingsOf(cached, api())).to.include({ cachingEnabled: false, cacheTtlInSeconds: 300 });
    expect(settingsOf(api(), api())).to.not.have.property('cacheTtlInSeconds');
  });
});

describe('a chat channel', () => {
  const SPEC = 'test/golden/everything/spec.yaml';
  const everything = (from = '', to = '') =>
    graphOf(SPEC, { [SPEC]: readFileSync(join(ROOT, SPEC), 'utf8').replace(from, to) });

  it('is deleted and created again if its workspace or name changes, because AWS cannot update them', () => {
    const [channel] = resourcesOf(everything(), 'aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration');
    expect(channel?.replaceOnChanges).to.deep.equal(['slackTeamId', 'configurationName']);
    expect(channel?.deleteBeforeReplace).to.equal(true);
  });

  it('is also a replacement in diff', () => {
    const { resources } = compareGraphs(everything(), everything('T0123ABCD', 'T9876ZYXW'));
    expect(resources.map(({ name, impact }) => [name, impact])).to.deep.equal([['alarm-chat', 'replacement']]);
  });
});

describe('a deployment over a domain name with mutual TLS', () => {
  const OWNER = 'arn:aws:acm:us-east-1:123456789012:certificate/1a2b3c4d-5e6f-7890-abcd-ef1234567891';
  const mutual = (fields: string) =>
    api(
      `  domain: { name: pay.example, certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/1", disableExecuteApiEndpoint: true, mutualTls: { truststoreUri: "s3://trust/clients.pem"${fields} } }\n`,
    );

  it('refuses to remove its ownership certificate', () => {
    const owned = mutual(`, ownershipVerificationCertificateArn: "${OWNER}"`);
    expect(refusalsOf(planOver(owned, mutual('')))).to.deep.equal([
      'api.domain.mutualTls.ownershipVerificationCertificateArn: the provider cannot remove the ownership verification certificate of a domain name with mutual TLS',
    ]);
    expect(refusalsOf(planOver(owned, owned))).to.deep.equal([]);
    expect(refusalsOf(planOver(owned, api()))).to.deep.equal([]);
  });
});
