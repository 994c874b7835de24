// Lambda authorizers of the local run: identity, policy, failures and cache.

import { expect } from 'chai';
import { InvocationError } from '../../../../../compiler/local/functions/function-host';
import { cleanUp, makeProject, specOf } from '../../project';
import { apiOf } from '../in-process-api';

const SPEC = specOf(['one', 'two', 'guard']).replace(
  'authorization: NONE',
  'authorization: CUSTOM\n  lambdaAuthorizer: { functionArn: "{{ functions.guard.arn }}", type: TOKEN, header: X-Caller, cacheSeconds: 60 }',
);

const CODE = 'export const handler = () => ({ statusCode: 200 });';

describe('a Lambda authorizer', () => {
  afterEach(cleanUp);

  /** Starts an API whose authorizer answers with `answer` for the path of `GET /prod/one`, or throws it. */
  function start(answer: (token: string) => object | Error, mode: 'enforce' | 'off' = 'enforce') {
    const files = ['one', 'two', 'guard'].map((name) => [`functions/${name}.ts`, CODE] as const);
    const project = makeProject({ 'spec/test.yaml': SPEC, ...Object.fromEntries(files) });
    const asked: object[] = [];
    const api = apiOf(project.compile(), {
      mode,
      async invoke(event) {
        const { type, authorizationToken = '' } = event as { type?: string; authorizationToken?: string };
        if (type === undefined) return JSON.stringify({ statusCode: 200, body: JSON.stringify(event) });
        asked.push(event as object);
        const answered = answer(authorizationToken);
        if (answered instanceof Error) throw new InvocationError(`${answered.name}: ${answered.message}\n    at guard`);
        return JSON.stringify(answered);
      },
    });
    const get = (token?: string, path = 'one') =>
      api.send(`GET /prod/${path}`, { headers: token === undefined ? [] : [['X-Caller', token]] });
    return { api, asked, get };
  }

  const policy = (Effect: string, Resource: string) => ({
    principalId: 'user-1',
    context: { tenant: 'north' },
    policyDocument: { Version: '2012-10-17', Statement: [{ Effect, Action: 'execute-api:Invoke', Resource }] },
  });
  const ONE = 'arn:aws:execute-api:us-east-1:000000000000:local/prod/GET/one';

  it('passes the caller to the function, and is asked once for a token until its result expires', async () => {
    const { api, asked, get } = start(() => policy('Allow', ONE));
    const { statusCode, body } = await get('a');
    expect(statusCode).to.equal(200);
    expect(body).to.have.deep.nested.property('requestContext.authorizer', { tenant: 'north', principalId: 'user-1' });
    expect(asked).to.deep.equal([{ type: 'TOKEN', methodArn: ONE, authorizationToken: 'a' }]);
    api.clock.step(59_000);
    await get('a');
    expect(asked).to.have.length(1);
    await get('b');
    api.clock.step(2_000);
    await get('a');
    expect(asked).to.have.length(3);
  });

  it('refuses callers without a token, without asking the function', async () => {
    const { asked, get } = start(() => policy('Allow', ONE));
    const { statusCode, headers } = await get();
    expect([statusCode, headers['x-amzn-errortype'], asked]).to.deep.equal([401, 'UnauthorizedException', []]);
  });

  it('applies its cached policy to each route', async () => {
    const { api, asked, get } = start(() => policy('Allow', ONE));
    expect([(await get('a')).statusCode, (await get('a', 'two')).statusCode]).to.deep.equal([200, 403]);
    expect(asked).to.have.length(1);
    expect(api.refusals().map(({ by }) => by)).to.deep.equal([
      'authorization of GET /two: the policy of small-guard-useast1-test-t',
    ]);
  });

  it('denies explicitly', async () => {
    const { get } = start(() => policy('Deny', '*'));
    const { statusCode, body } = await get('a');
    expect([statusCode, body.detail]).to.deep.equal([
      403,
      'User is not authorized to access this resource with an explicit deny',
    ]);
  });

  it('rejects a caller by the error Unauthorized, and fails by any other error or a malformed response', async () => {
    for (const [answer, status] of [
      [new Error('Unauthorized'), 401],
      [new Error('broken'), 500],
      [{ principalId: 'user-1' }, 500],
    ] as const)
      expect((await start(() => answer).get('a')).statusCode).to.equal(status);
  });

  it('is not asked with the mode off', async () => {
    const { asked, get } = start(() => policy('Deny', '*'), 'off');
    expect([(await get()).statusCode, asked]).to.deep.equal([200, []]);
  });
});
