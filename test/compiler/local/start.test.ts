// `payment-spec start`, run as a user does: its process, output, signals and watched files.

import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect } from 'chai';
import { makeGate } from './gate';
import { makeFolder, makeProject, specOf } from './project';
import { answer, begin, follow, SPEC, small, stopAfterEach } from './started';

describe('payment-spec start', () => {
  stopAfterEach();

  it('prints its resources, its URL and example calls', async () => {
    const { out, url } = await follow(small());
    expect(url).to.match(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(out.lines.shift()).to.match(/^spec\/test\.yaml: 1 function, 1 route and \d+ other resources$/);
    expect(out.lines).to.deep.equal([
      `Serving ${url}, with data in memory`,
      `Console, where you can watch requests: ${url}/console`,
      `API documentation, where you can send requests: ${url}/docs`,
      'Differences from AWS: payment-spec emulation lists them',
      'Reloads when the spec or a function is saved. Press Ctrl-C to stop.',
    ]);
  });

  it('prints at most six lines before the commands, with the warnings of the spec as one line', async () => {
    const example =
      "get-one: { method: GET, path: '/one/{id}', function: one, example: { pathParameters: { id: a } } }";
    const wasteful = ['one', 'two', 'three'].map((name) => `${name}: { partitionKey: { name: id } }`).join(', ');
    const spec = specOf(['one'], `tables: { ${wasteful} }`).replace(/get-one:.*/, example);
    const { out, err } = await follow(makeProject({ 'functions/one.ts': answer('one'), [SPEC]: spec }));
    const before = out.lines.slice(
      0,
      out.lines.findIndex((line) => line.startsWith('  curl ')),
    );
    expect(err.lines).to.have.length(1);
    expect(err.lines[0]).to.match(/^\d+ warnings; run `payment-spec validate spec\/test\.yaml` to see them$/);
    expect(before.length + err.lines.length).to.be.within(2, 6);
  });

  it('prints one JSON value with --json, and all other lines on standard error', async () => {
    const { out, err } = begin(small(), '--port', '0', '--json');
    const run = JSON.parse(await out.line(/^\{/));
    expect(run).to.deep.equal({
      schemaVersion: 1,
      spec: SPEC,
      url: run.url,
      data: null,
      console: `${run.url}/console`,
      documentation: { openapi: `${run.url}/openapi.json`, page: `${run.url}/docs` },
      endpoints: run.endpoints,
      limits: `${run.url}/limits`,
      apiKeys: [],
      routes: [{ method: 'GET', url: `${run.url}/prod/one` }],
    });
    expect(await (await fetch(run.routes[0].url)).text()).to.equal('one');
    expect((await fetch(run.endpoints.dynamodb)).status).to.equal(200);
    await err.line(/^Reloads when/);
    expect(out.lines).to.have.length(1);
  });

  it('prints the diagnostics of an invalid spec as JSON with --json', async () => {
    const { out, ended } = begin(makeProject({ [SPEC]: 'project: small\n' }), '--port', '0', '--json');
    expect((await ended).code).to.equal(1);
    const { specs, diagnostics } = JSON.parse(out.lines.join('\n'));
    expect(specs).to.deep.equal([{ path: SPEC, valid: false }]);
    expect(diagnostics[0]).to.include({ code: 'ENV3102' });
  });

  it('lists the routes that AWS would authorize', async () => {
    const { out } = await follow(
      makeProject({
        'functions/one.ts': answer('one'),
        [SPEC]: specOf(['one']).replace(
          'NONE',
          'CUSTOM\n  lambdaAuthorizer: { functionArn: "arn:aws:lambda:us-east-1:123456789012:function:guard" }',
        ),
      }),
    );
    expect(out.lines).to.include('Routes with authorization, which only AWS checks: GET /one (CUSTOM)');
  });

  it('prints the test users of routes with IAM authorization', async () => {
    const { out } = await follow(
      makeProject({ 'functions/one.ts': answer('one'), [SPEC]: specOf(['one']).replace('NONE', 'AWS_IAM') }),
    );
    expect(out.lines).to.include.members([
      '  caller: AKIALOCALUSER0000001:local-secret-of-caller',
      '  stranger: AKIALOCALUSER0000002:local-secret-of-stranger (without permission to call the API)',
    ]);
  });

  it('lists the protections that only AWS applies', async () => {
    const guards = [
      'webAcl: {}',
      'resourcePolicy: { sourceCidrs: [203.0.113.0/24] }',
      'domain:',
      '  name: pay.bank.example',
      '  certificateArn: arn:aws:acm:us-east-1:123456789012:certificate/1a2b3c4d-5e6f-7890-abcd-ef1234567890',
      '  mutualTls: { truststoreUri: "s3://trust/clients.pem" }',
    ];
    const api = ['authorization: NONE', ...guards].join('\n  ');
    const spec = specOf(['one']).replace('authorization: NONE', api);
    const { out } = await follow(makeProject({ 'functions/one.ts': answer('one'), [SPEC]: spec }));
    const line = out.lines.find((text) => text.startsWith('Protections that only AWS applies')) ?? '';
    const named = line.replace('Protections that only AWS applies: ', '').split(', ');
    expect(named).to.have.members(['the managed rules of a web ACL', 'mutual TLS']);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`finishes requests in progress and exits with 0 on ${signal}`, async () => {
      const gate = await makeGate();
      const waiting = `export const handler = async () => { ${gate.wait} return { statusCode: 200, body: 'done' }; };`;
      const { child, out, ended, get } = await follow(
        makeProject({ 'functions/one.ts': waiting, [SPEC]: specOf(['one']) }),
      );
      const underWay = get();
      await gate.reached;
      child.kill(signal);
      await out.line(/^Stopping/);
      // npm forwards the signal that the terminal has already sent.
      child.kill(signal);
      gate.open();
      expect(await underWay).to.equal('done');
      expect(await ended).to.deep.equal({ code: 0, stderr: [] });
    });
  }

  it('does not wait for a function that hangs', async () => {
    const gate = await makeGate();
    const hanging = `export const handler = async () => { ${gate.wait} await new Promise(() => {}); };`;
    const { child, ended, get } = await follow(makeProject({ 'functions/one.ts': hanging, [SPEC]: specOf(['one']) }));
    const underWay = get().catch(() => 'cut off');
    await gate.reached;
    child.kill('SIGINT');
    const { code } = await ended;
    gate.open();
    expect([code, await underWay]).to.deep.equal([0, 'cut off']);
  });

  describe('exits with 1 and prints one line', () => {
    it('when the port is in use', async () => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const { port } = other.address() as { port: number };
      const said = await begin(small(), '--port', String(port)).ended;
      other.close();
      expect(said).to.deep.equal({
        code: 1,
        stderr: [`port ${port} is in use: choose another with --port, or --port 0 for any free one`],
      });
    });

    it('when a function does not bundle', async () => {
      const broken = makeProject({ 'functions/one.ts': `import './none';\n${answer('one')}`, [SPEC]: specOf(['one']) });
      const { ended } = begin(broken, '--port', '0');
      const { code, stderr } = await ended;
      expect(code).to.equal(1);
      expect(stderr).to.have.length(1);
      expect(stderr[0]).to.match(/^functions\/one\.ts:1:\d+ Could not resolve "\.\/none"/);
    });

    it('when the data directory is a file', async () => {
      const project = small();
      const { ended } = begin(project, '--port', '0', '--data', SPEC);
      const { code, stderr } = await ended;
      expect(code).to.equal(1);
      expect(stderr).to.have.length(1);
      expect(stderr[0]).to.match(/^the data directory \S+ cannot be used: it is a file, not a directory$/);
    });
  });

  it("exits with 1 and prints the compiler's errors when the spec is missing or invalid", async () => {
    const missing = await begin({ root: makeFolder() }, '--port', '0').ended;
    expect(missing.code).to.equal(1);
    expect(missing.stderr[0]).to.match(/^spec\/test\.yaml:1:1: error ENV2001 file-not-found/);
    const invalid = await begin(makeProject({ [SPEC]: 'project: small\n' }), '--port', '0').ended;
    expect(invalid.code).to.equal(1);
    expect(invalid.stderr[0]).to.match(/^spec\/test\.yaml:1:1: error ENV3102 missing-field/);
  });

  it('exits with 2 when the port is not a number', async () => {
    const { code, stderr } = await begin(small(), '--port', 'many').ended;
    expect(code).to.equal(2);
    expect(stderr[0]).to.match(/a port is a number from 0 to 65535/);
  });
});
