// The lock file: exact versions, a hash for each package, and known licences.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from '../spec';

interface LockedPackage {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
}

const read = (file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
const { '': _project, ...packages }: Record<string, LockedPackage> = read('package-lock.json').packages;
const locked = Object.entries(packages);

/** Permissive licences, which allow use and distribution without disclosing the including program's source. */
const LICENCES = [
  ...['MIT', 'MIT/X11', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
  ...[
    'Python-2.0',
    'PSF-2.0',
    'CC0-1.0',
    'CC-BY-3.0',
    'Unlicense',
    'MIT OR Apache-2.0',
    '(BSD-3-Clause AND Apache-2.0)',
  ],
];

/** Packages without a licence in their metadata, with the licence of their LICENSE file. */
const READ: Readonly<Record<string, string>> = { 'node_modules/@logdna/tail-file': 'MIT' };

describe('the lock file', () => {
  it('has a SHA-512 hash of each package, so that a registry cannot replace it', () => {
    expect(locked.length).to.be.greaterThan(300);
    expect(locked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).to.deep.equal([]);
  });

  it('refers only to registries over HTTPS: no git, folders or plain HTTP', () => {
    const places = locked.map(([, { resolved }]) => resolved ?? 'https:');
    expect(places.filter((place) => !place.startsWith('https:'))).to.deep.equal([]);
  });

  it('has exact versions', () => {
    const { dependencies, devDependencies, overrides } = read('package.json');
    const wanted = Object.entries<string>({ ...dependencies, ...devDependencies, ...overrides });
    // A package under another name is written as `npm:<package>@<version>`.
    expect(wanted.filter(([, version]) => !/^(npm:[\w-]+@)?\d+\.\d+\.\d+$/.test(version))).to.deep.equal([]);
    for (const [name, version] of Object.entries<string>({ ...dependencies, ...devDependencies }))
      expect(packages[`node_modules/${name}`]?.version, name).to.equal(version.split('@').at(-1));
  });

  it('has only packages with reviewed licences', () => {
    const unknown = locked.filter(([folder, { license = '' }]) => !LICENCES.includes(READ[folder] ?? license));
    expect(unknown.map(([folder, { license }]) => `${folder}: ${license}`)).to.deep.equal([]);
    expect(Object.keys(READ).filter((folder) => packages[folder] === undefined)).to.deep.equal([]);
  });
});
