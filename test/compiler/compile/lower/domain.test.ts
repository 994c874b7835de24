// A domain name for the API: TLS, the default endpoint of API Gateway, DNS targets and URLs.

import { expect } from 'chai';
import { type ResourceGraph, resourcesOf } from '../../../../compiler/graph/graph';
import type { Value } from '../../../../compiler/graph/value';
import { settle } from '../../../settle';
import { compileProject, graphOf } from '../../../spec';

const certificateIn = (region: string) =>
  `arn:aws:acm:${region}:123456789012:certificate/1a2b3c4d-5e6f-7890-abcd-ef1234567890`;

const OUTPUTS = 'outputs: { target: "{{ api.domain.target }}", zone: "{{ api.domain.targetZoneId }}" }';

/** Production in eu-west-1 with a domain name, and more fields of the domain and the API. */
function specWith(domain = '', api = 'description: x', certificate = api.includes('EDGE') ? 'us-east-1' : 'eu-west-1') {
  const name = `name: "pay.{{ suffix }}.bank.example", certificateArn: "${certificateIn(certificate)}"`;
  const lines = [
    'extends: production.yaml',
    'region: eu-west-1',
    OUTPUTS,
    'api:',
    `  domain: { ${name}${domain} }`,
    `  ${api}`,
  ];
  return { 'spec/more.yaml': lines.join('\n') };
}

const withDomain = (domain?: string, api?: string) => graphOf('spec/more.yaml', specWith(domain, api));

type Item = { readonly [key: string]: unknown };

function domainOf(graph: ResourceGraph): Item {
  const [domain] = resourcesOf(graph, 'aws:apigateway/domainName:DomainName');
  if (domain === undefined) throw new Error('there is no domain name');
  const { tags: _, ...inputs } = settle(graph, domain.inputs as Value) as Item;
  return inputs;
}

/** Whether the API disables the default endpoint of API Gateway. */
function ownNameOf(graph: ResourceGraph): Item {
  const [api] = resourcesOf(graph, 'aws:apigateway/restApi:RestApi');
  const { disableExecuteApiEndpoint, securityPolicy, endpointAccessMode } = (api?.inputs ?? {}) as Item;
  return JSON.parse(JSON.stringify({ disableExecuteApiEndpoint, securityPolicy, endpointAccessMode }));
}

const NAME = 'pay.live.bank.example';
const REGIONAL = {
  domainName: NAME,
  endpointConfiguration: { types: 'REGIONAL' },
  regionalCertificateArn: certificateIn('eu-west-1'),
};

describe('a domain name', () => {
  it('exists only if the spec sets one; otherwise the default endpoint is enabled', () => {
    const graph = graphOf('spec/production.yaml');
    expect(resourcesOf(graph, 'aws:apigateway/domainName:DomainName')).to.deep.equal([]);
    expect(ownNameOf(graph)).to.deep.equal({ disableExecuteApiEndpoint: false });
  });

  const rows: Record<string, { domain?: string; api?: string; inputs: Item; ownName: Item }> = {
    'accepts TLS 1.2 and later, and disables the default endpoint': {
      inputs: { ...REGIONAL, securityPolicy: 'TLS_1_2' },
      ownName: { disableExecuteApiEndpoint: true },
    },
    'keeps the default endpoint if the spec enables it': {
      domain: ', disableExecuteApiEndpoint: false',
      inputs: { ...REGIONAL, securityPolicy: 'TLS_1_2' },
      ownName: { disableExecuteApiEndpoint: false },
    },
    'accepts only TLS 1.3, as does its API': {
      domain: ', securityPolicy: SecurityPolicy_TLS13_1_3_2025_09',
      inputs: { ...REGIONAL, securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09', endpointAccessMode: 'STRICT' },
      ownName: {
        disableExecuteApiEndpoint: true,
        securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09',
        endpointAccessMode: 'STRICT',
      },
    },
    'requires client certificates': {
      domain: `, mutualTls: { truststoreUri: "s3://trust/clients.pem", truststoreVersion: v2, ownershipVerificationCertificateArn: "${certificateIn('eu-west-1')}" }`,
      inputs: {
        ...REGIONAL,
        securityPolicy: 'TLS_1_2',
        mutualTlsAuthentication: { truststoreUri: 's3://trust/clients.pem', truststoreVersion: 'v2' },
        ownershipVerificationCertificateArn: certificateIn('eu-west-1'),
      },
      ownName: { disableExecuteApiEndpoint: true },
    },
    "uses CloudFront, with a certificate in CloudFront's Region": {
      api: 'endpointType: EDGE',
      inputs: {
        domainName: NAME,
        endpointConfiguration: { types: 'EDGE' },
        certificateArn: certificateIn('us-east-1'),
        securityPolicy: 'TLS_1_2',
      },
      ownName: { disableExecuteApiEndpoint: true },
    },
  };
  for (const [what, { domain, api, inputs, ownName }] of Object.entries(rows)) {
    it(what, () => {
      const graph = withDomain(domain, api);
      expect(domainOf(graph)).to.deep.equal(inputs);
      expect(ownNameOf(graph)).to.deep.equal(ownName);
    });
  }

  it('maps to the stage of the API, and is the URL of the API', () => {
    const graph = withDomain();
    const [mapping] = resourcesOf(graph, 'aws:apigateway/basePathMapping:BasePathMapping');
    const inputs = settle(graph, mapping?.inputs as Value);
    expect(inputs).to.deep.equal({ domainName: NAME, restApi: '<api.id>', stageName: 'prod' });
    expect(settle(graph, graph.outputs.api_endpoint_url as Value)).to.equal(`https://${NAME}/`);
  });

  it('causes a new deployment, which disables the default endpoint', () => {
    const triggers = [withDomain(), withDomain(', disableExecuteApiEndpoint: false')].map((graph) =>
      resourcesOf(graph, 'aws:apigateway/deployment:Deployment').map(({ inputs }) => inputs.triggers),
    );
    expect(triggers[0]).to.not.deep.equal(triggers[1]);
  });

  const targets: Record<string, { api: string; target: string; zone: string }> = {
    'of a regional endpoint': { api: 'endpointType: REGIONAL', target: 'regionalDomainName', zone: 'regionalZoneId' },
    'of an edge-optimized endpoint': {
      api: 'endpointType: EDGE',
      target: 'cloudfrontDomainName',
      zone: 'cloudfrontZoneId',
    },
  };
  for (const [what, { api, target, zone }] of Object.entries(targets)) {
    it(`outputs the DNS target ${what}`, () => {
      const graph = withDomain('', api);
      const { target: found, zone: foundZone } = settle(graph, graph.outputs as Value) as Item;
      const of = (attribute: string) => `<api-domain.${attribute}>`;
      expect([found, foundZone]).to.deep.equal([of(target), of(zone)]);
    });
  }

  it('outputs no DNS target without a domain name', () => {
    const spec = `extends: production.yaml\n${OUTPUTS}\n`;
    const { diagnostics } = compileProject('spec/more.yaml', { 'spec/more.yaml': spec });
    expect(diagnostics.map(({ code }) => code)).to.deep.equal(['ENV4002', 'ENV4002']);
  });

  const refused: Record<string, { domain?: string; api?: string; certificate?: string; problems: string[] }> = {
    'a certificate of another Region': {
      certificate: 'us-east-1',
      problems: ['the certificate of this domain name must be in eu-west-1'],
    },
    'only TLS 1.3 with CloudFront': {
      domain: ', securityPolicy: SecurityPolicy_TLS13_1_3_2025_09',
      api: 'endpointType: EDGE',
      problems: ['SecurityPolicy_TLS13_1_3_2025_09 requires a REGIONAL domain name'],
    },
    'mutual TLS with CloudFront': {
      domain: ', mutualTls: { truststoreUri: "s3://trust/clients.pem" }',
      api: 'endpointType: EDGE',
      problems: ['mutual TLS requires a REGIONAL domain name'],
    },
    'mutual TLS with only TLS 1.3 and an enabled default endpoint': {
      domain:
        ', securityPolicy: SecurityPolicy_TLS13_1_3_2025_09, disableExecuteApiEndpoint: false, mutualTls: { truststoreUri: "s3://trust/clients.pem" }',
      problems: [
        'API Gateway does not support mutual TLS with SecurityPolicy_TLS13_1_3_2025_09',
        'clients can bypass mutual TLS through the execute-api endpoint, which does not require a certificate',
      ],
    },
  };
  for (const [what, { domain, api, certificate, problems }] of Object.entries(refused)) {
    it(`is rejected with ${what}`, () => {
      const { diagnostics } = compileProject('spec/more.yaml', specWith(domain, api, certificate));
      const found = diagnostics.filter(({ code }) => code === 'ENV3098');
      expect(found.map(({ message }) => message)).to.deep.equal(problems);
    });
  }
});
