// The OpenAPI document: valid by OpenAPI's schema, consistent with the handler, and served with its page.

import { Validator } from '@seriousme/openapi-schema-validator';
import { expect } from 'chai';
import { parse } from 'yaml';
import { renderOpenApi } from '../../../../compiler/backends/openapi/document';
import { SIGN_PATH, serveDocumentation } from '../../../../compiler/local/documentation';
import { serveSignature } from '../../../../compiler/local/signed-documentation';
import { PROBLEM_TYPE, REASONS } from '../../../../contract/problems';
import { STATUSES } from '../../../../contract/states';
import { expectGolden } from '../../../golden';
import { graphOf, ROOT } from '../../../spec';
import { runCommand } from '../../cli/run';
import { apiOf } from '../../local/gateway/in-process-api';
import { cleanUp, run } from '../../local/project';

// biome-ignore lint/suspicious/noExplicitAny: the document is plain data of many forms.
type Document = any;

const SPECS = ['spec/development.yaml', 'spec/pr1234.yaml', 'spec/production.yaml', 'test/golden/everything/spec.yaml'];
const documentOf = (spec: string): Document => renderOpenApi(graphOf(spec));

describe('the OpenAPI document', () => {
  for (const spec of SPECS) {
    it(`of ${spec} is valid OpenAPI 3.1`, async () => {
      const { valid, errors } = await new Validator().validate(documentOf(spec));
      expect({ valid, errors }).to.deep.equal({ valid: true, errors: undefined });
    });
  }

  it('is reported as invalid by the schema after an invalid change', async () => {
    const document = documentOf('spec/pr1234.yaml');
    const { valid } = await new Validator().validate({ ...document, info: {} });
    expect(valid).to.equal(false);
  });

  it('of pr1234 matches the golden on each call', () => {
    const document = documentOf('spec/pr1234.yaml');
    expectGolden('golden/openapi/pr1234.json', `${JSON.stringify(document, undefined, 2)}\n`);
    expect(JSON.stringify(documentOf('spec/pr1234.yaml'))).to.equal(JSON.stringify(document));
  });

  it('has no dangling references', () => {
    const document = documentOf('spec/pr1234.yaml');
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([\w-]+)"/g)];
    expect(references.length).to.be.greaterThan(20);
    const missing = references.filter(([, kind = '', name = '']) => document.components[kind]?.[name] === undefined);
    expect(missing.map(([reference]) => reference)).to.deep.equal([]);
  });

  it('contains each refusal and state of the handler', () => {
    const { paths, components } = documentOf('spec/pr1234.yaml');
    const statuses = new Set<number>();
    for (const item of Object.values<Document>(paths))
      for (const operation of Object.values<Document>(item))
        for (const status of Object.keys(operation.responses)) statuses.add(Number(status));
    // API Gateway responds with 403 to a method without a route.
    const expected = new Set(Object.values(REASONS).map(([status]) => status as number));
    expect([...expected].filter((status) => !statuses.has(status))).to.deep.equal([405]);
    expect(components.schemas.Payment.properties.status.enum).to.deep.equal(STATUSES);
    for (const reason of Object.keys(REASONS))
      expect(PROBLEM_TYPE + reason).to.match(new RegExp(components.schemas.Problem.properties.type.pattern));
  });

  const changes: Record<string, [yaml: string, read: (document: Document) => unknown, expected: unknown]> = {
    'contains the currencies of the spec': [
      'payment: { currencies: [JPY] }',
      ({ paths }) => schemaOfBody(paths).properties.currency.enum,
      ['JPY'],
    ],
    'rejects unknown members if the spec does': [
      'payment: { unknownMembers: REFUSE }',
      ({ paths }) => schemaOfBody(paths).additionalProperties,
      false,
    ],
    'contains the page size of the spec': [
      'payment: { pageSize: 7 }',
      ({ paths }) =>
        paths['/payments'].get.parameters.find(({ name }: { name?: string }) => name === 'limit').schema.default,
      7,
    ],
    'contains CORS headers if the spec names origins': [
      'api: { cors: { origins: [https://shop.example] } }',
      ({ paths }) => Object.keys(paths['/payments'].get.responses[200].headers).filter((name) => /^Access/.test(name)),
      ['Access-Control-Allow-Origin', 'Access-Control-Expose-Headers'],
    ],
    'contains the stage in the server URL': ['api: { stage: v1 }', ({ servers }) => servers, [{ url: '/v1' }]],
  };
  for (const [sentence, [yaml, read, expected]] of Object.entries(changes)) {
    it(sentence, () => {
      const spec = 'spec/changed.yaml';
      const graph = graphOf(spec, { [spec]: `extends: pr1234.yaml\n${yaml}\n` });
      expect(read(renderOpenApi(graph))).to.deep.equal(expected);
    });
  }
});

function schemaOfBody(paths: Document): Document {
  return paths['/payments'].post.requestBody.content['application/json'].schema;
}

describe('payment-spec openapi', () => {
  const document = documentOf('spec/production.yaml');
  it('prints only JSON', () => {
    const { code, stdout } = runCommand(['openapi', 'spec/production.yaml']);
    expect({ code, document: JSON.parse(stdout) }).to.deep.equal({ code: 0, document });
  });

  it('prints YAML', () => {
    const { code, stdout } = runCommand(['openapi', 'production', '--format', 'yaml']);
    expect(stdout).to.match(/^openapi: 3\.1\.0\n/);
    expect({ code, document: parse(stdout) }).to.deep.equal({ code: 0, document });
  });

  it('rejects an invalid spec', () => {
    const { code, stdout } = runCommand(['openapi', '-'], { input: 'project: p\n' });
    expect({ code, stdout }).to.deep.equal({ code: 1, stdout: '' });
  });
});

describe('the local run', () => {
  after(cleanUp);

  it('serves the document, and a page that loads files only from this server', async () => {
    const graph = graphOf('spec/development.yaml');
    const { url } = await run(graph, { root: ROOT, describe: renderOpenApi });
    expect(await (await fetch(`${url}/openapi.json`)).json()).to.deep.equal(renderOpenApi(graph));
    const page = await fetch(`${url}/docs`);
    expect(page.headers.get('content-security-policy')).to.match(/^default-src 'self';/);
    const files = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = '']) => file);
    expect(files).to.deep.equal(['/docs/swagger-ui.css', '/docs/swagger-ui-bundle.js', '/docs/start.js']);
    for (const file of files) expect((await fetch(url + file)).status, file).to.equal(200);
    for (const file of ['/docs/package.json', '/docs/../package.json', '/docs/%2e%2e/package.json'])
      expect((await fetch(url + file)).status, file).to.equal(403);
  });

  it('signs the requests of the page on routes with IAM authorization', async () => {
    const pageOf = async (spec: string) =>
      String((await serveDocumentation({ method: 'GET', target: '/docs' }, () => renderOpenApi(graphOf(spec))))?.body);
    expect(await pageOf('spec/production.yaml')).to.include('data-signed');
    expect(await pageOf('spec/development.yaml')).not.to.include('data-signed');
    const api = apiOf(graphOf('spec/production.yaml'));
    const target = '/prod/payments?status=processed';
    const host: [string, string] = ['Host', '127.0.0.1:1'];
    const signatureOf = (headers: [string, string][], url = `http://127.0.0.1:1${target}`) =>
      serveSignature(
        {
          ...{ method: 'POST', target: SIGN_PATH, protocol: 'HTTP/1.1', headers, sourceIp: '127.0.0.1', port: 1 },
          body: Buffer.from(JSON.stringify({ method: 'get', url })),
        },
        api,
      );
    const signature = Object.entries<string>(JSON.parse(String(signatureOf([host])?.body)));
    expect((await api.send(`GET ${target}`, { headers: [host, ...signature] })).statusCode).to.equal(200);
    expect((await api.send(`GET ${target}`, { headers: [host] })).statusCode).to.equal(403);
    expect(signatureOf([host], 'http://127.0.0.1:1/elsewhere')?.body).to.equal('{}');
    expect(signatureOf([host, ['Origin', 'https://example.com']])?.statusCode).to.equal(403);
  });
});
