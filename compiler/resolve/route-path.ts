// The path of a route, read: its parameters, and the paths above it.

const PARAMETER = /\{([^}+]+)\+?\}/g;

/** The names of the parameters in a path, in order; a greedy one without its `+`. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(PARAMETER)].map(([, name = '']) => name);
}

/** A path with each parameter replaced by what is made of its name. */
export function fillPath(path: string, fill: (name: string) => string): string {
  return path.replaceAll(PARAMETER, (_parameter, name: string) => fill(name));
}

/** `/a`, `/a/{b}` … of `/a/{b}/c`, the whole path included. */
export function pathPrefixes(path: string): string[] {
  const segments = path.split('/').slice(1);
  return segments.map((_segment, at) => `/${segments.slice(0, at + 1).join('/')}`);
}
