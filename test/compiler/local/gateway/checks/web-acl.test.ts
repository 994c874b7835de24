// The rate rule of a web ACL in the local run.

import { expect } from 'chai';
import { cleanUp, makeProject, specOf } from '../../project';
import { apiOf } from '../in-process-api';

describe('the rate rule of a web ACL', () => {
  afterEach(cleanUp);

  const start = (action: string) => {
    const spec = specOf(['one']).replace(
      'authorization: NONE',
      `authorization: NONE\n  webAcl: { action: ${action}, rateLimit: { requests: 20, windowSeconds: 60 } }`,
    );
    const code = 'export const handler = () => ({ statusCode: 200 });';
    return apiOf(makeProject({ 'spec/test.yaml': spec, 'functions/one.ts': code }).compile());
  };

  it('blocks an address at the next check, until its requests of the window fall below the limit', async () => {
    const api = start('BLOCK');
    expect(await api.count('GET /prod/one', 21)).to.deep.equal({ 200: 21 });
    api.clock.step(10_000);
    const { statusCode, headers } = await api.send('GET /prod/one');
    expect([statusCode, headers['x-amzn-errortype']]).to.deep.equal([403, 'ForbiddenException']);
    expect(await api.count('GET /prod/one', 1, { sourceIp: '127.0.0.2' })).to.deep.equal({ 200: 1 });
    api.clock.step(70_000);
    expect(await api.count('GET /prod/one', 1)).to.deep.equal({ 200: 1 });
    expect(api.refusals()).to.deep.equal([
      { statusCode: 403, by: 'the web ACL (20 requests of an address in 60 s)', requests: 1 },
    ]);
  });

  it('blocks no one if the web ACL only counts', async () => {
    const api = start('COUNT');
    await api.count('GET /prod/one', 30);
    api.clock.step(10_000);
    expect(await api.count('GET /prod/one', 5)).to.deep.equal({ 200: 5 });
  });
});
