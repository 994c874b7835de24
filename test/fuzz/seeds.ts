// The valid specs that mutations begin with: files by path, and the spec among them that is compiled.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../spec';

/** A spec with the files that it may extend. */
export interface SpecFiles {
  readonly spec: string;
  readonly texts: Readonly<Record<string, string>>;
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Alone and extending, small and using everything. */
export const SEEDS: readonly SpecFiles[] = [
  { spec: 'spec/small.yaml', texts: { 'spec/small.yaml': read('test/broken/base.yaml') } },
  { spec: 'spec/everything.yaml', texts: { 'spec/everything.yaml': read('test/golden/everything/spec.yaml') } },
  ...['spec/pr1234.yaml', 'spec/production.yaml'].map((spec) => ({
    spec,
    texts: { [spec]: read(spec), 'spec/system.yaml': read('spec/system.yaml') },
  })),
];
