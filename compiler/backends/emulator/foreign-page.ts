// Keeps web pages of other origins from calling the servers of the local run.

/** The names under which a browser reaches this machine itself. */
const HOSTS = ['127.0.0.1', 'localhost', '[::1]'] as const;

/** The Host and Origin headers of a request. */
export interface RequestSource {
  readonly host?: string | undefined;
  /** Browsers send it with every POST, and with every request to another origin that may read the answer. */
  readonly origin?: string | undefined;
}

/** Gives the reason to refuse a request for its Host or its Origin; undefined if it may be served. */
export function refuseForeignPage({ host, origin }: RequestSource, port: number): string | undefined {
  return refuseHost(host, port) ?? refuseOrigin(origin, port);
}

/** Gives the reason to refuse a request to another host name than this machine's, as after DNS rebinding. */
export function refuseHost(host: string | undefined, port: number): string | undefined {
  const own = ownHosts(port);
  if (host !== undefined && own.includes(host.toLowerCase())) return undefined;
  return `Host "${host ?? ''}" is not this server; use ${own.join(', ')}`;
}

/** Gives the reason to refuse a request of a page of another origin; undefined without Origin, which only browsers send. */
export function refuseOrigin(origin: string | undefined, port: number): string | undefined {
  if (origin === undefined || ownHosts(port).some((name) => origin.toLowerCase() === `http://${name}`))
    return undefined;
  return `a page of "${origin}" must not call this server`;
}

function ownHosts(port: number): string[] {
  return HOSTS.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
}
