// The one door to swagger-ui-dist: the page that describes the API and tries requests, from this machine alone.

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { GatewayRequest, GatewayResponse } from './gateway/gateway-message';

/** Where the document is served, beside the stages of the API. */
export const DOCUMENT_PATH = '/openapi.json';

/** Where the page is. */
export const PAGE_PATH = '/docs';

const TYPES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

// `validatorUrl` null: the page would otherwise ask a server of others about the document.
const START = `SwaggerUIBundle({ url: '${DOCUMENT_PATH}', dom_id: '#api', validatorUrl: null, tryItOutEnabled: true });`;

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>The API of this local run</title>
<link rel="stylesheet" href="${PAGE_PATH}/swagger-ui.css">
</head>
<body>
<div id="api"></div>
<script src="${PAGE_PATH}/swagger-ui-bundle.js"></script>
<script src="${PAGE_PATH}/start.js"></script>
</body>
</html>
`;

/** Answers a request of the document or the page; undefined where it is one of the API. */
export async function serveDocumentation(
  { method, target }: Pick<GatewayRequest, 'method' | 'target'>,
  document: object,
): Promise<GatewayResponse | undefined> {
  if (method !== 'GET') return undefined;
  const [path = ''] = target.split('?');
  if (path === DOCUMENT_PATH) return respond('application/json', JSON.stringify(document, undefined, 2));
  if (path === PAGE_PATH) return respond('text/html; charset=utf-8', PAGE);
  if (path === `${PAGE_PATH}/start.js`) return respond('text/javascript; charset=utf-8', START);
  const file = path.startsWith(`${PAGE_PATH}/`) ? path.slice(PAGE_PATH.length + 1) : '';
  if (!Object.hasOwn(TYPES, file)) return undefined;
  return respond(TYPES[file] ?? '', await readFile(join(pageFolder(), file)));
}

// By its package.json: the library's own code need not be loaded to find its files.
function pageFolder(): string {
  return dirname(require.resolve('swagger-ui-dist/package.json'));
}

function respond(type: string, body: string | Buffer): GatewayResponse {
  return {
    statusCode: 200,
    headers: [
      ['Content-Type', type],
      ['Cache-Control', 'no-store'],
      // All that the page loads and calls is this server's.
      ['Content-Security-Policy', "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:"],
    ],
    body,
  };
}
