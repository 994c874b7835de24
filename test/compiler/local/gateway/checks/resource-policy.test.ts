// The resource policy of an API in the local run: networks, VPC endpoints and accounts, with each kind of authorization.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { CALLER, userOf } from '../../../../../compiler/local/gateway/identities';
import { renderExamples } from '../../../../../compiler/local/summary';
import { cleanUp, makeProject, run, specOf } from '../../project';
import { apiOf } from '../in-process-api';
import { signGet } from '../sign';

const NETWORK = 'resourcePolicy: { sourceCidrs: [203.0.113.0/24] }';

/** A project whose API has other settings than `authorization: NONE`. */
function project(settings: string) {
  const code = 'export const handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });';
  const spec = specOf(['one']).replace('authorization: NONE', settings);
  return makeProject({ 'spec/test.yaml': spec, 'functions/one.ts': code });
}

describe('a resource policy', () => {
  afterEach(cleanUp);

  const from = (sourceIp: string) => ({ sourceIp });
  const get = async (settings: string, request: object) =>
    (await apiOf(project(settings).compile()).send('GET /prod/one', request)).statusCode;

  it('refuses callers of other networks, with the message of API Gateway', async () => {
    const api = apiOf(project(`authorization: NONE\n  ${NETWORK}`).compile());
    expect((await api.send('GET /prod/one', from('203.0.113.9'))).statusCode).to.equal(200);
    const { statusCode, body } = await api.send('GET /prod/one', from('127.0.0.1'));
    expect(statusCode).to.equal(403);
    expect(body.detail).to.equal(
      'User: anonymous is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:000000000000:local/prod/GET/one with an explicit deny',
    );
    expect(api.refusals()).to.deep.include({ statusCode: 403, by: 'the resource policy on GET /one', requests: 1 });
  });

  it('refuses signed callers of other networks', async () => {
    const headers = signGet('/prod/one', { identity: CALLER });
    const settings = `authorization: AWS_IAM\n  ${NETWORK}`;
    expect(await get(settings, { headers, ...from('203.0.113.9') })).to.equal(200);
    expect(await get(settings, { headers, ...from('203.0.114.9') })).to.equal(403);
  });

  it('refuses callers of other networks before a Lambda authorizer is asked', async () => {
    const guarded = `authorization: CUSTOM\n  ${NETWORK}\n  lambdaAuthorizer: { functionArn: "{{ functions.one.arn }}" }`;
    const headers = [['Authorization', 'x']];
    // The function fails as an authorizer.
    expect(await get(guarded, { headers, ...from('203.0.113.9') })).to.equal(500);
    expect(await get(guarded, { headers, ...from('203.0.114.9') })).to.equal(403);
  });

  it('allows signed callers of other accounts only if it names them', async () => {
    const headers = signGet('/prod/one', { identity: userOf('111122223333') });
    const naming = (id: string) => `authorization: AWS_IAM\n  resourcePolicy: { accountIds: ["${id}"] }`;
    expect(await get(naming('111122223333'), { headers })).to.equal(200);
    expect(await get(naming('444455556666'), { headers })).to.equal(403);
    expect(await get('authorization: AWS_IAM', { headers })).to.equal(403);
    expect(await get(naming('111122223333'), { headers: signGet('/prod/one') })).to.equal(200);
  });

  it('allows callers of a private API only through its endpoints', async () => {
    const settings = 'authorization: NONE\n  endpointType: PRIVATE\n  vpcEndpointIds: [vpce-0123456789abcdef0]';
    expect(await get(settings, { vpcEndpoint: 'vpce-0123456789abcdef0' })).to.equal(200);
    expect(await get(settings, { vpcEndpoint: 'vpce-0123456789abcdef1' })).to.equal(403);
    expect(await get(settings, {})).to.equal(403);
  });

  it('is passed by the printed command, whose network header the function does not receive', async () => {
    const files = project(`authorization: NONE\n  ${NETWORK}`);
    const graph = { ...files.compile(), examples: [{ route: 'get-one', method: 'GET', path: '/one', query: {} }] };
    const local = await run(graph, { root: files.root, limits: 'enforce' });
    const [command = ''] = renderExamples(graph, local);
    const { stdout } = await promisify(execFile)('sh', ['-c', `${command} -s`]);
    const { headers, requestContext } = JSON.parse(stdout) as {
      headers: Record<string, string>;
      requestContext: { identity: { sourceIp: string } };
    };
    expect(requestContext.identity.sourceIp).to.equal('203.0.113.0');
    expect(Object.keys(headers).filter((name) => /^x-local/i.test(name))).to.deep.equal([]);
    expect((await fetch(`${local.url}/prod/one`)).status).to.equal(403);
  });
});
