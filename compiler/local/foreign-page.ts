// Prevents web pages of other origins from calling the servers of the local run.

/** The host names by which a browser reaches this machine. */
const HOSTS = ['127.0.0.1', 'localhost', '[::1]'] as const;

/** The Host and Origin headers of a request. */
export interface RequestSource {
  readonly host?: string | undefined;
  /** Browsers send it with every POST, and with every request to another origin whose response the page may read. */
  readonly origin?: string | undefined;
}

/** Returns why a request must be refused because of its Host or Origin; undefined if it may be served. */
export function refuseForeignPage({ host, origin }: RequestSource, port: number): string | undefined {
  return refuseHost(host, port) ?? refuseOrigin(origin, port);
}

/** Returns why a request to a host name other than this machine's must be refused, such as after DNS rebinding. */
export function refuseHost(host: string | undefined, port: number): string | undefined {
  const own = ownHosts(port);
  if (host !== undefined && own.includes(host.toLowerCase())) return undefined;
  return `Host "${host ?? ''}" is not this server; use ${own.join(', ')}`;
}

/** Returns why a request from a page of another origin must be refused; undefined without Origin, which only browsers send. */
export function refuseOrigin(origin: string | undefined, port: number): string | undefined {
  if (origin === undefined || ownHosts(port).some((name) => origin.toLowerCase() === `http://${name}`))
    return undefined;
  return `a page of "${origin}" cannot call this server`;
}

function ownHosts(port: number): string[] {
  return HOSTS.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
}
