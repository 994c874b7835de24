// Parses the path of a route: its parameters, the paths above it, and its form in the settings of a stage.

/** A parameter of a path, such as `{id}`. */
export interface PathParameter {
  readonly name: string;
  /** Whether it matches the rest of the path, such as `{proxy+}`. */
  readonly isGreedy: boolean;
}

const PARAMETER = /\{([^}+]+)(\+?)\}/g;

/** The parameter that a segment of a path is; undefined for a fixed segment. */
export function parameterOf(segment: string): PathParameter | undefined {
  const [[text, name = '', plus] = []] = segment.matchAll(PARAMETER);
  return text === segment ? { name, isGreedy: plus === '+' } : undefined;
}

/** The names of the parameters in a path, in order; a greedy one without its `+`. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(PARAMETER)].map(([, name = '']) => name);
}

/** Replaces each parameter of a path. */
export function fillPath(path: string, fill: (name: string, isGreedy: boolean) => string): string {
  return path.replaceAll(PARAMETER, (_parameter, name: string, plus: string) => fill(name, plus === '+'));
}

/** All prefixes of a path, such as `/a`, `/a/{b}` and `/a/{b}/c` of `/a/{b}/c`. */
export function pathPrefixes(path: string): string[] {
  const segments = path.split('/').slice(1);
  return segments.map((_segment, at) => `/${segments.slice(0, at + 1).join('/')}`);
}

/** The path of the settings of all methods of a stage (MethodSetting, Amazon API Gateway API Reference). */
export const ALL_METHODS_PATH = '*/*';

/** The path of a method's own settings, such as `~1payments~1{id}/GET` (MethodSetting, Amazon API Gateway API Reference). */
export function methodSettingsPath(method: string, path: string): string {
  return `${path.replaceAll('/', '~1')}/${method}`;
}
