// The consistency of a release: version, changelog, workflows and supported versions of Node.js.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { satisfies } from 'semver';
import { parse } from 'yaml';
import { findNotes, findPlaceholder } from '../../tools/release/releases';
import { ROOT } from '../spec';

const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const manifest = JSON.parse(read('package.json'));
const lock = JSON.parse(read('package-lock.json'));

/** A package of package-lock.json. */
interface LockedPackage {
  readonly engines?: { readonly node?: string };
  readonly optional?: boolean;
}

/** Each step of each job of the workflows, with the name of the workflow. */
const STEPS = readdirSync(join(ROOT, '.github/workflows')).flatMap((name) =>
  Object.values<{ steps: { uses?: string; run?: string }[] }>(parse(read(`.github/workflows/${name}`)).jobs).flatMap(
    ({ steps }) => steps.map((step) => ({ name, ...step })),
  ),
);

describe('a release', () => {
  it('has one version, with notes', () => {
    expect(lock.version).to.equal(manifest.version);
    expect(findNotes(read('CHANGELOG.md'), manifest.version)).to.be.a('string');
  });

  it('has only the notes of its version', () => {
    const changelog = '# C\n\n## Unreleased\n\n- a\n\n## 0.2.0 - 2026-11-25\n\n- b\n- c\n\n## 0.1.0 - 2026-11-23\n\n';
    expect(findNotes(changelog, '0.2.0')).to.equal('- b\n- c');
    for (const without of ['0.1.0', '0.2', '1.0.2.0', 'Unreleased'])
      expect(findNotes(changelog, without)).to.equal(undefined);
  });

  it('is rejected for a tag of another version, and without a repository owner', () => {
    const notes = (tag: string) =>
      spawnSync('npx', ['tsx', 'tools/release/release-notes.ts', tag], { cwd: ROOT, encoding: 'utf8' });
    const other = notes('v9.9.9');
    expect(other.stderr).to.equal(`release: the tag is 9.9.9, but package.json has version ${manifest.version}\n`);
    expect(other.status).to.equal(1);
    const own = notes(`v${manifest.version}`);
    if (findPlaceholder(manifest)) expect(own.stderr).to.include('package.json still has the repository OWNER');
    else expect(own.stdout).to.include('### ');
  });

  it('names its repository only in package.json', () => {
    expect(manifest).to.include.keys('repository');
    expect(manifest).to.not.have.any.keys('bugs', 'homepage');
  });
});

describe('the workflows of this repository', () => {
  it('pin actions to a commit, with the version in a comment', () => {
    const uses = STEPS.filter((step) => step.uses !== undefined);
    expect(uses).to.have.length.greaterThan(3);
    for (const { name, uses: action = '' } of uses)
      expect(read(`.github/workflows/${name}`)).to.match(
        new RegExp(`uses: ${action.replaceAll('/', '[/]')} # v\\d+\\.\\d+\\.\\d+$`, 'm'),
      );
    for (const { uses: action } of uses) expect(action).to.match(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
  });

  it('run only scripts of package.json, and do not insert expressions into shell code', () => {
    for (const { name, run = '' } of STEPS) {
      expect(run, name).to.not.include('${{');
      const script = /npm run (\S+)/.exec(run)?.[1];
      if (script !== undefined) expect(manifest.scripts, name).to.have.property(script);
    }
  });

  it('test on a supported version of Node.js', () => {
    const version = `${read('.nvmrc').trim()}.99.0`;
    expect(satisfies(version, manifest.engines.node)).to.equal(true);
  });
});

describe('supported versions of Node.js', () => {
  const oldest: string[] = manifest.engines.node.match(/\d+\.\d+\.\d+/g);

  it('are supported by each dependency', () => {
    expect(oldest).to.have.length(2);
    // npm leaves out an optional dependency that does not support the running Node.js.
    const required = Object.entries<LockedPackage>(lock.packages).filter(([, { optional }]) => optional !== true);
    const refused = required.flatMap(([path, { engines }]) =>
      [...oldest, '24.0.0']
        .filter((version) => !satisfies(version, engines?.node ?? '*'))
        .map((at) => `${path} on ${at}`),
    );
    expect(refused).to.deep.equal([]);
  });
});
