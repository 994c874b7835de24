// Checks that the URLs of webhooks are public HTTPS URLs without credentials.

import { isPrivateHost } from '../../../../contract/public-address';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'webhook-url': {
    code: 'ENV3293',
    severity: 'error',
    summary: 'The deliverer refuses the URL of a webhook, or the URL contains credentials.',
    explanation: [
      'The deliverer posts by HTTPS only, because an event has data of a payment.',
      'It refuses addresses that are not public, so that a webhook cannot reach the network of AWS or of a company.',
      'A name and a password in a URL are visible in git and in the environment of a function; the signature proves the sender instead.',
      'A URL that only the deployment knows is checked by the deliverer at each post.',
    ],
    message: {
      malformed: (p: { name: string }) => `the URL of webhook "${p.name}" is malformed`,
      protocol: (p: { name: string; found: string }) =>
        `the URL of webhook "${p.name}" begins with ${p.found}; it must be https://`,
      host: (p: { name: string; host: string }) => `the host ${p.host} of webhook "${p.name}" is not public`,
      user: (p: { name: string }) => `the URL of webhook "${p.name}" has a user name or a password`,
    },
  },
});

/** Names of hosts that are not on the Internet (RFC 6761, RFC 6762, RFC 8375 and ICANN's reservation of .internal). */
const PRIVATE_NAMES = /(?:^|\.)(?:localhost|local|internal|test|invalid|home\.arpa)\.?$/i;

/** ENV3293: a URL of a webhook that the deliverer refuses. */
export const webhookUrlRule: Rule = {
  diagnose,
  *check({ environment, at }) {
    for (const [name, { url }] of Object.entries(environment.payment.webhooks)) {
      const problem = typeof url === 'string' ? problemOf(url) : undefined;
      if (problem === undefined) continue;
      const place = at(['payment', 'webhooks', name, 'url']);
      const help = HELP[problem.is];
      yield diagnose('webhook-url', place, { name, ...problem }, { help });
    }
  },
};

type Problem =
  | { readonly is: 'malformed' | 'user' }
  | { readonly is: 'protocol'; readonly found: string }
  | { readonly is: 'host'; readonly host: string };

const HELP = {
  malformed: 'write an absolute URL, such as https://shop.example/payments',
  protocol: 'begin the URL with https://',
  host: 'write the public name of the receiver',
  user: 'remove the user name and the password; receivers verify the signature of an event',
} as const;

function problemOf(text: string): Problem | undefined {
  if (!URL.canParse(text)) return { is: 'malformed' };
  const { protocol, hostname, username, password } = new URL(text);
  if (protocol !== 'https:') return { is: 'protocol', found: `${protocol}//` };
  if (username !== '' || password !== '') return { is: 'user' };
  const isPublic = hostname.includes('.') || hostname.startsWith('[');
  return !isPublic || PRIVATE_NAMES.test(hostname) || isPrivateHost(hostname)
    ? { is: 'host', host: hostname }
    : undefined;
}
