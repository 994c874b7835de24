// The valid specs to mutate: files by path, and the spec to compile.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../spec';

/** A spec with the files that it can extend. */
export interface SpecFiles {
  readonly spec: string;
  readonly texts: Readonly<Record<string, string>>;
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** A spec of the project, with the file that it extends and the body schema. */
function readChain(path: string): Record<string, string> {
  const text = read(path);
  const named = [...text.matchAll(/^ *(?:extends|bodySchema): (\S+)/gm)].map(([, name]) => readChain(`spec/${name}`));
  return Object.assign({ [path]: text }, ...named);
}

/** Standalone and extending specs, from a small one to one that uses everything. */
export const SEEDS: readonly SpecFiles[] = [
  { spec: 'spec/small.yaml', texts: { 'spec/small.yaml': read('test/broken/base.yaml') } },
  {
    spec: 'spec/everything.yaml',
    texts: {
      'spec/everything.yaml': read('test/golden/everything/spec.yaml'),
      'spec/body.schema.json': read('test/golden/everything/body.schema.json'),
    },
  },
  ...['spec/pr1234.yaml', 'spec/production.yaml'].map((spec) => ({ spec, texts: readChain(spec) })),
];
