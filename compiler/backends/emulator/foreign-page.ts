// Keeps web pages of other origins from calling the servers of the local run.

/** The names under which a browser reaches this machine itself. */
const HOSTS = ['127.0.0.1', 'localhost', '[::1]'] as const;

/** What a request says about where it goes and where it comes from. */
export interface RequestSource {
  readonly host?: string | undefined;
  /** Browsers send it with every POST, and with every request to another origin that may read the answer. */
  readonly origin?: string | undefined;
}

/**
 * Gives the reason to refuse a request: another host name than this machine's, as after DNS rebinding, or a page of
 * another origin. Undefined where it may be served.
 */
export function refuseForeignPage(source: RequestSource, port: number): string | undefined {
  const { host, origin } = source;
  const own = HOSTS.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  if (host === undefined || !own.includes(host.toLowerCase()))
    return `Host "${host ?? ''}" is not this server; use ${own.join(', ')}`;
  if (origin !== undefined && !own.some((name) => origin.toLowerCase() === `http://${name}`))
    return `a page of "${origin}" must not call this server`;
  return undefined;
}
