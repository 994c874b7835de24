// Serves the page that documents the API and sends requests to it. The only file that uses swagger-ui-dist.

import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { GatewayRequest, GatewayResponse } from './gateway/gateway-message';

/** Path of the OpenAPI document, next to the stages of the API. */
export const DOCUMENT_PATH = '/openapi.json';

/** Path of the documentation page. */
export const PAGE_PATH = '/docs';

const TYPES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

/** Path that returns the headers with the signature of a request of the page. */
export const SIGN_PATH = `${PAGE_PATH}/sign`;

// `validatorUrl` is null because the page would otherwise send the document's URL to an external server.
const START = `const options = { url: '${DOCUMENT_PATH}', dom_id: '#api', validatorUrl: null, tryItOutEnabled: true };
const sign = async (request) => {
  if (request.loadSpec) return request;
  const { method, url, body } = request;
  const answer = await fetch('${SIGN_PATH}', { method: 'POST', body: JSON.stringify({ method, url, body }) });
  if (answer.ok) Object.assign(request.headers, await answer.json());
  return request;
};
const isSigned = document.querySelector('[data-signed]') !== null;
SwaggerUIBundle({ ...options, ...(isSigned && { requestInterceptor: sign }) });`;

/** A note for APIs with signed routes. */
const SIGNED = `<p data-signed style="margin:0;padding:12px 20px;font-family:sans-serif">The run signs the requests of this page as its local test user, for routes with IAM authorization.</p>
`;

const renderPage = (note: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>API of this local run</title>
<link rel="stylesheet" href="${PAGE_PATH}/swagger-ui.css">
</head>
<body>
${note}<div id="api"></div>
<script src="${PAGE_PATH}/swagger-ui-bundle.js"></script>
<script src="${PAGE_PATH}/start.js"></script>
</body>
</html>
`;

/** Responds to a request for the document or the page; undefined for all other requests. */
export async function serveDocumentation(
  { method, target }: Pick<GatewayRequest, 'method' | 'target'>,
  document: () => object,
): Promise<GatewayResponse | undefined> {
  if (method !== 'GET') return undefined;
  const [path = ''] = target.split('?');
  if (path === DOCUMENT_PATH) return respond('application/json', JSON.stringify(document(), undefined, 2));
  if (path === PAGE_PATH)
    return respond('text/html; charset=utf-8', renderPage(hasSignedRoutes(document()) ? SIGNED : ''));
  if (path === `${PAGE_PATH}/start.js`) return respond('text/javascript; charset=utf-8', START);
  const file = path.startsWith(`${PAGE_PATH}/`) ? path.slice(PAGE_PATH.length + 1) : '';
  if (!Object.hasOwn(TYPES, file)) return undefined;
  return respond(TYPES[file] ?? '', await readFile(join(pageFolder(), file)));
}

/** Whether an OpenAPI document has routes that require a signature. */
function hasSignedRoutes(document: object): boolean {
  return JSON.stringify(document).includes('"signature":[]');
}

// Resolves package.json, so that the library's code is not loaded to find its files.
function pageFolder(): string {
  return dirname(require.resolve('swagger-ui-dist/package.json'));
}

function respond(type: string, body: string | Buffer): GatewayResponse {
  return {
    statusCode: 200,
    headers: [
      ['Content-Type', type],
      ['Cache-Control', 'no-store'],
      // The page loads files from this server only, and calls only this server.
      ['Content-Security-Policy', "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:"],
    ],
    body,
  };
}
