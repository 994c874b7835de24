// Derives the headers of a proxy integration's event from the headers of the request.

/** Headers as they were sent: names in their original case and order. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/**
 * Headers of one connection (RFC 9110, section 7.6.1; `Expect`, section 10.1.1) and `Content-Length`. The integration uses
 * another connection. Recorded from the real service for `Connection` and `Content-Length`
 * (LocalStack, test_apigateway_lambda.snapshot.json: clients sent both, and no event has them).
 */
const DROPPED: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Names whose case API Gateway changes; recorded as above. */
const OWN_CASE: Readonly<Record<string, string>> = { authorization: 'Authorization', 'user-agent': 'User-Agent' };

/** Data of a request that API Gateway adds to the headers. */
export interface GatewayFacts {
  readonly sourceIp: string;
  readonly port: number;
  readonly traceId: string;
}

/** Returns the headers of an event: each name once, ignoring case, with all its values, and without headers of the connection. */
export function eventHeaders(sent: HeaderList, { sourceIp, port, traceId }: GatewayFacts): Record<string, string[]> {
  const nominated = valuesOf(sent, 'connection').flatMap((value) => value.toLowerCase().split(/\s*,\s*/));
  const forwardedFor = [...valuesOf(sent, 'x-forwarded-for'), sourceIp].join(', ');
  const own: HeaderList = [
    ['X-Amzn-Trace-Id', traceId],
    ['X-Forwarded-For', forwardedFor],
    ['X-Forwarded-Port', String(port)],
    ['X-Forwarded-Proto', 'http'],
  ];
  const replaced = new Set([...DROPPED, ...nominated, ...own.map(([name]) => name.toLowerCase())]);
  const kept = sent.filter(([name]) => !replaced.has(name.toLowerCase()));
  const byName = new Map<string, { name: string; values: string[] }>();
  for (const [name, value] of [...kept, ...own]) {
    const key = name.toLowerCase();
    const entry = byName.get(key) ?? { name: OWN_CASE[key] ?? name, values: [] };
    entry.values.push(value);
    byName.set(key, entry);
  }
  return Object.fromEntries([...byName.values()].map(({ name, values }) => [name, values]));
}

/** The values of a header, in their original order. */
export function valuesOf(headers: HeaderList, name: string): string[] {
  return headers.flatMap(([other, value]) => (other.toLowerCase() === name ? [value] : []));
}
