// Cognito authorizers of the local run: tokens, their claims, scopes and expiry, and the paths that serve tokens and keys.

import { execFile } from 'node:child_process';
import { createPublicKey, createVerify, type JsonWebKey } from 'node:crypto';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { serveTokens } from '../../../../../compiler/local/cognito/serve-tokens';
import { type Claims, createTokenIssuer } from '../../../../../compiler/local/cognito/token-issuer';
import { renderExamples } from '../../../../../compiler/local/summary';
import { cleanUp, makeProject, run, specOf } from '../../project';
import { apiOf } from '../in-process-api';

const POOL = 'us-east-1_AbCdEfGhI';
const ISSUER = `https://cognito-idp.us-east-1.amazonaws.com/${POOL}`;
const NOW = Math.floor(Date.now() / 1000);

/** A project whose routes require a token of a user pool. */
function project(settings = '') {
  const arn = `arn:aws:cognito-idp:us-east-1:123456789012:userpool/${POOL}`;
  const spec = specOf(['one']).replace(
    'authorization: NONE',
    `authorization: COGNITO_USER_POOLS\n  cognito: { userPoolArns: ["${arn}"]${settings} }`,
  );
  const code = 'export const handler = async (event) => ({ statusCode: 200, body: JSON.stringify(event) });';
  return makeProject({ 'spec/test.yaml': spec, 'functions/one.ts': code });
}

const ID: Claims = { sub: 'u-1', iss: ISSUER, aud: 'any-client', token_use: 'id', iat: NOW, exp: NOW + 3600 };
const ACCESS: Claims = { ...ID, token_use: 'access', scope: 'payments/read payments/write' };

describe('a Cognito authorizer', () => {
  afterEach(cleanUp);

  /** The answer of `GET /prod/one` to a token, as it is in the header. */
  function send(token: (issue: (claims: Claims) => string) => string | undefined, settings = '') {
    const api = apiOf(project(settings).compile());
    const value = token(api.tokens.issue);
    const headers = value === undefined ? [] : ([['Authorization', value]] as const);
    return api.send('GET /prod/one', { headers });
  }

  it('passes the claims on as API Gateway does', async () => {
    const claims = { ...ID, iat: 1_608_561_131, 'cognito:groups': ['a', 'b'], auth_time: 1_608_561_131 };
    const { statusCode, body } = await send((issue) => issue(claims));
    expect(statusCode).to.equal(200);
    expect((body.requestContext as { authorizer: { claims: object } }).authorizer.claims).to.include({
      sub: 'u-1',
      'cognito:groups': 'a,b',
      auth_time: '1608561131',
      iat: 'Mon Dec 21 14:32:11 UTC 2020',
    });
  });

  it('accepts a token after the word Bearer', async () => {
    expect((await send((issue) => `Bearer ${issue(ID)}`)).statusCode).to.equal(200);
  });

  it('accepts an access token with one of the scopes', async () => {
    const { statusCode } = await send((issue) => issue(ACCESS), ', scopes: [payments/other, payments/read]');
    expect(statusCode).to.equal(200);
  });

  const other = createTokenIssuer().issue(ID);
  const payload = Buffer.from(JSON.stringify({ ...ID, sub: 'u-2' })).toString('base64url');
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
  const SCOPES = ', scopes: [payments/read]';
  const refusals: Record<
    string,
    [status: number, message: string, token: Parameters<typeof send>[0], settings?: string]
  > = {
    'no token': [401, 'Unauthorized', () => undefined],
    'another text': [401, 'Unauthorized', () => 'a.b.c'],
    'a token of another issuer': [401, 'Unauthorized', () => other],
    'a token without a signature': [401, 'Unauthorized', () => unsigned],
    'a token with other claims than those that were signed': [
      401,
      'Unauthorized',
      (issue) => issue(ID).replace(/\.[^.]+\./, `.${payload}.`),
    ],
    'a token of another user pool': [401, 'Unauthorized', (issue) => issue({ ...ID, iss: `${ISSUER}x` })],
    'an expired token': [401, 'The incoming token has expired', (issue) => issue({ ...ID, exp: NOW - 1 })],
    'an access token without scopes of the route': [401, 'Unauthorized', (issue) => issue(ACCESS)],
    'an ID token on a route with scopes': [401, 'Unauthorized', (issue) => issue(ID), SCOPES],
    'an access token with other scopes': [
      403,
      'Access denied',
      (issue) => issue({ ...ACCESS, scope: 'payments/reads' }),
      SCOPES,
    ],
  };
  for (const [name, [status, message, token, settings]] of Object.entries(refusals))
    it(`refuses ${name} with ${status}`, async () => {
      const { statusCode, body } = await send(token, settings);
      expect({ statusCode, message: body.detail }).to.deep.equal({ statusCode: status, message });
    });

  it('serves tokens that the routes accept, and the keys that verify them', async () => {
    const api = apiOf(project(SCOPES).compile());
    const serve = (path: string) => serveTokens({ method: 'GET', target: path }, api, api.tokens);
    const token = String(serve('/cognito/token?user=ana')?.body);
    expect((await api.send('GET /prod/one', { headers: [['Authorization', token]] })).statusCode).to.equal(200);
    const short = String(serve('/cognito/token?lifetime=-1')?.body);
    expect((await api.send('GET /prod/one', { headers: [['Authorization', short]] })).body.detail).to.match(/expired/);
    expect(serve('/cognito/token?use=refresh')?.statusCode).to.equal(400);
    expect(serve('/cognito/other/.well-known/jwks.json')).to.equal(undefined);
    const { keys } = JSON.parse(String(serve(`/cognito/${POOL}/.well-known/jwks.json`)?.body)) as {
      keys: JsonWebKey[];
    };
    const [header, claims, signature = ''] = token.split('.');
    const publicKey = createPublicKey({ key: keys[0] ?? {}, format: 'jwk' });
    const verifier = createVerify('RSA-SHA256').update(`${header}.${claims}`);
    expect(verifier.verify(publicKey, signature, 'base64url')).to.equal(true);
    expect(JSON.parse(Buffer.from(claims ?? '', 'base64url').toString())).to.include({ username: 'ana', iss: ISSUER });
  });

  it('is passed by the printed command', async () => {
    const files = project();
    const local = await run(files.compile(), { root: files.root, limits: 'enforce' });
    const [command = ''] = renderExamples(
      { ...files.compile(), examples: [{ route: 'get-one', method: 'GET', path: '/one', query: {} }] },
      local,
    );
    const { stdout } = await promisify(execFile)('sh', ['-c', `${command} -s -w '%{http_code}' -o /dev/null`]);
    expect(stdout).to.equal('200');
  });
});
