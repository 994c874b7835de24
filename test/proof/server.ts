// Serves the handler over HTTP in a separate process, so that tests can kill it. Its argument is the endpoint of its table.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { handlerOn } from '../runtime/local-handler';
import { tableAt } from '../runtime/local-table';

const api = handlerOn(tableAt(process.argv[2] ?? '', async () => {}));
const server = createServer(async (request, response) => {
  const headers = { 'Idempotency-Key': String(request.headers['idempotency-key']) };
  const answer = await api.post(await text(request), headers);
  response.writeHead(answer.statusCode, answer.headers).end(answer.text);
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
