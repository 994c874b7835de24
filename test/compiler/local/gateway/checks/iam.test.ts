// IAM authorization of the local run.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { CALLER, STRANGER } from '../../../../../compiler/local/gateway/identities';
import { renderExamples } from '../../../../../compiler/local/summary';
import { graphOf, ROOT } from '../../../../spec';
import { cleanUp, run } from '../../project';
import { steppedClock } from '../../stepped-clock';
import { apiOf } from '../in-process-api';
import { type Signing, signGet } from '../sign';

const SPEC = 'spec/production.yaml';
const PATH = '/prod/payments/a%20b';

const sign = (signing: Signing = {}) => signGet(PATH, signing);

const MINUTE = 60_000;

describe('IAM authorization', () => {
  after(cleanUp);
  const api = apiOf(graphOf(SPEC));
  const get = (headers: [string, string][], target = PATH) => api.send(`GET ${target}`, { headers });

  it('identifies the caller in the event of the function', async () => {
    const { statusCode, body } = await get(sign());
    expect(statusCode).to.equal(200);
    const { accessKeyId, userId, arn } = CALLER;
    expect((body.requestContext as { identity: object }).identity).to.include({
      ...{ accountId: '000000000000', accessKey: accessKeyId, caller: userId, user: userId, userArn: arn },
    });
  });

  it('accepts a signed query in any order', async () => {
    const headers = sign({ search: 'b=2&a=x%20y' });
    expect((await get(headers, `${PATH}?b=2&a=x%20y`)).statusCode).to.equal(200);
    expect((await get(headers, `${PATH}?a=x%20y&b=2`)).statusCode).to.equal(200);
    expect((await get(headers, `${PATH}?a=x%20y&b=3`)).statusCode).to.equal(403);
  });

  const refusals: Record<string, [errorType: string, headers: () => [string, string][], reason: string]> = {
    'an unsigned request': ['MissingAuthenticationTokenException', () => [], 'not signed'],
    'another Authorization header': [
      'InvalidSignatureException',
      () => [['Authorization', 'Bearer token']],
      'an incomplete signature',
    ],
    'a signature without the host': [
      'InvalidSignatureException',
      () => sign({ signedHeaders: ['x-amz-date'] }),
      'an incomplete signature',
    ],
    'another secret': [
      'InvalidSignatureException',
      () => sign({ identity: { ...CALLER, secretAccessKey: 'other' } }),
      'a wrong signature',
    ],
    'an unknown access key': [
      'InvalidSignatureException',
      () => sign({ identity: { ...CALLER, accessKeyId: 'AKIAUNKNOWN' } }),
      'an unknown access key',
    ],
    'another Region': [
      'InvalidSignatureException',
      () => sign({ region: 'eu-west-1' }),
      'a signature for another scope',
    ],
    'another service': [
      'InvalidSignatureException',
      () => sign({ service: 'lambda' }),
      'a signature for another scope',
    ],
    'a signature of six minutes ago': [
      'InvalidSignatureException',
      () => sign({ signedAt: Date.now() - 6 * MINUTE }),
      'an expired signature',
    ],
    'a signature of the future': [
      'InvalidSignatureException',
      () => sign({ signedAt: Date.now() + 6 * MINUTE }),
      'an expired signature',
    ],
    'a user without permission': [
      'AccessDeniedException',
      () => sign({ identity: STRANGER }),
      'stranger is not allowed to call it',
    ],
  };
  for (const [what, [errorType, headers, reason]] of Object.entries(refusals))
    it(`refuses ${what} with the gateway response of ${errorType}`, async () => {
      const { statusCode, headers: sent, body } = await get(headers());
      expect([statusCode, sent['x-amzn-errortype']]).to.deep.equal([403, errorType]);
      expect(body).to.include({ type: 'urn:payment-spec:problem:refused' });
      expect(api.refusals().map(({ by }) => by)).to.include(`authorization of GET /payments/{id}: ${reason}`);
    });

  it('accepts a signature of four minutes ago', async () => {
    expect((await get(sign({ signedAt: Date.now() - 4 * MINUTE }))).statusCode).to.equal(200);
  });

  it('serves and counts unsigned requests in the mode count, and does not count them in the mode off', async () => {
    for (const [mode, counted] of [
      ['count', 1],
      ['off', 0],
    ] as const) {
      const lenient = apiOf(graphOf(SPEC), { mode });
      expect((await lenient.send(`GET ${PATH}`)).statusCode).to.equal(200);
      expect(lenient.refusals()).to.have.length(counted);
    }
  });

  it('serves the printed curl commands of spec/production.yaml and no unsigned ones', async () => {
    const graph = graphOf(SPEC);
    const localRun = await run(graph, { root: ROOT, clock: steppedClock() });
    const lines = renderExamples(graph, localRun);
    const statuses: string[] = [];
    for (const line of lines) {
      const silent = `${line} --silent --show-error --output /dev/null --write-out '%{http_code}'`;
      for (const command of [silent, silent.replace(/--aws-sigv4 '\S+' --user '\S+' /, '')])
        statuses.push((await promisify(execFile)('sh', ['-c', command])).stdout);
    }
    expect(statuses).to.deep.equal(['200', '403', '200', '403', '200', '403']);
  });
});
