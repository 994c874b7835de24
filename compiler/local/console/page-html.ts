// The HTML document of the console. Its script draws all contents.

/** Path of the console, next to the stages of the API. */
export const CONSOLE_PATH = '/console';

/** Path of the page's script. */
export const SCRIPT_PATH = `${CONSOLE_PATH}/console.js`;

/** The name of the meta element with the token of state-changing requests. */
const TOKEN_NAME = 'console-token';

/** An icon as data, so that the browser does not ask the API for /favicon.ico. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%231f6feb'/%3E%3Cpath d='M4 5l3 3-3 3M8.500 11H12' stroke='white' stroke-width='1.500' fill='none'/%3E%3C/svg%3E";

/** Renders the document with the token of the run. */
export function renderPage(token: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="${TOKEN_NAME}" content="${token}">
<title>Console of this local run</title>
<link rel="icon" href="${ICON}">
<script src="${SCRIPT_PATH}" defer></script>
</head>
<body>
<noscript>The console needs JavaScript. The same data is at ${CONSOLE_PATH}/api/requests.</noscript>
<div id="console"></div>
</body>
</html>
`;
}
