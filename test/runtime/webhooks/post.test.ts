// Posts to webhooks over real TLS: HTTPS only, no redirects, no private addresses, time limits and bounded responses.

import { readFileSync } from 'node:fs';
import { createServer as createPlainServer, type RequestListener } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Lookup } from '../../../runtime/webhooks/addresses';
import { createLocalPost, createPost } from '../../../runtime/webhooks/post';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures', name), 'utf8');
const [cert, key] = [fixture('receiver.cert.pem'), fixture('receiver.key.pem')];

describe('a post to a webhook', () => {
  let server: Server;
  let answer: RequestListener;
  let requests: { readonly url: string | undefined; readonly body: string }[];
  let port: number;

  beforeEach(async () => {
    requests = [];
    answer = (_request, response) => void response.writeHead(204).end();
    server = createServer({ cert, key }, (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk));
      request.on('end', () => {
        requests.push({ url: request.url, body });
        answer(request, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const local: Lookup = (_name, { all }, done) =>
    all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);
  const post = createPost({ ca: cert, lookup: local });
  const request = (changes = {}) => ({
    url: `https://receiver.example:${port}/hook?a=b`,
    headers: { 'content-type': 'application/json' },
    body: '{"name":"Zoë"}',
    timeoutMilliseconds: 5_000,
    ...changes,
  });
  const errorOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'none',
      (error: Error) => error.name,
    );

  it('sends the body and returns the status', async () => {
    expect(await post(request())).to.deep.equal({ statusCode: 204, retryAfter: undefined });
    expect(requests).to.deep.equal([{ url: '/hook?a=b', body: '{"name":"Zoë"}' }]);
  });

  it('does not follow a redirect', async () => {
    answer = (_request, response) => void response.writeHead(302, { location: '/other' }).end();
    expect(await post(request())).to.include({ statusCode: 302 });
    expect(requests).to.have.length(1);
  });

  it('returns Retry-After', async () => {
    answer = (_request, response) => void response.writeHead(429, { 'retry-after': '120' }).end('slow down');
    expect(await post(request())).to.deep.equal({ statusCode: 429, retryAfter: '120' });
  });

  it('rejects a certificate that it does not trust, or of another name', async () => {
    const untrusting = createPost({ lookup: local });
    expect(await errorOf(untrusting(request()))).to.equal('Error');
    expect(await errorOf(post(request({ url: `https://other.example:${port}/` })))).to.equal('Error');
    expect(requests).to.deep.equal([]);
  });

  it('needs an HTTPS URL', async () => {
    for (const url of [`http://receiver.example:${port}/`, 'ftp://receiver.example/', 'receiver.example', '']) {
      expect(await errorOf(post(request({ url }))), url).to.equal('DestinationError');
    }
  });

  it('does not connect to a private address, as a name or in the URL', async () => {
    const guarded = createPost({ ca: cert });
    for (const host of ['localhost', '127.0.0.1', '127.1', '[::1]', '169.254.169.254']) {
      expect(await errorOf(guarded(request({ url: `https://${host}:${port}/` }))), host).to.equal('AddressError');
    }
    expect(requests).to.deep.equal([]);
  });

  it('ends at the time limit if the receiver does not respond, or responds without an end', async () => {
    answer = () => undefined;
    expect(await errorOf(post(request({ timeoutMilliseconds: 100 })))).to.equal('TimeoutError');
    answer = (_request, response) => void response.writeHead(200).write('…');
    expect(await errorOf(post(request({ timeoutMilliseconds: 100 })))).to.equal('TimeoutError');
  });

  it('reads a bounded part of an endless response', async () => {
    answer = (_request, response) => {
      response.writeHead(200);
      const more = (): void => void response.write('x'.repeat(4_096), (error) => (error ? undefined : more()));
      more();
    };
    expect(await post(request())).to.include({ statusCode: 200 });
  });

  it('fails if the receiver closes the connection', async () => {
    answer = (incoming) => void incoming.socket.destroy();
    expect(await errorOf(post(request()))).to.equal('Error');
  });

  it('of the local run goes to one receiver, with HTTP', async () => {
    let trace: unknown;
    const plain = createPlainServer(({ headers }, response) => {
      trace = headers['x-amzn-trace-id'];
      response.writeHead(200).end();
    });
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const receiver = `http://127.0.0.1:${(plain.address() as AddressInfo).port}/inbox`;
    expect(await createLocalPost(receiver, () => 'Root=1-2-3')(request())).to.include({ statusCode: 200 });
    plain.close();
    expect(trace).to.equal('Root=1-2-3');
    expect(requests).to.deep.equal([]);
  });
});
