// Records the packages that the command line loads.

import Module from 'node:module';

/** The internal function of Node.js that each `require` calls. */
type Loader = { _load(request: string, ...rest: readonly unknown[]): unknown };

/** Records the names of packages that are loaded, again or for the first time, until `end` is called. */
export function recordPackages(): { readonly names: Set<string>; end(): void } {
  const loader = Module as unknown as Loader;
  const load = loader._load;
  const names = new Set<string>();
  loader._load = (request, ...rest) => {
    if (!/^[./]/.test(request) && !Module.isBuiltin(request)) names.add(request);
    return load.call(loader, request, ...rest);
  };
  return {
    names,
    end: () => {
      loader._load = load;
    },
  };
}
