// A bundle is made again exactly when what it is made of has changed.

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { bundleOnce } from '../../compiler/bundle/cache';
import { ROOT } from '../spec';

describe('bundling once', () => {
  const request = { entry: 'runtime/handler.ts', runtime: 'nodejs22.x', tracing: false };
  let project: string;
  let bundles: string;

  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'bundle-once-'));
    bundles = join(project, '.cache');
    for (const name of ['contract', 'runtime', 'package-lock.json'])
      cpSync(join(ROOT, name), join(project, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
  });
  afterEach(() => rmSync(project, { recursive: true }));

  /** Spoils the bundle, so that one that is made again can be told from one that is not. */
  function spoil(hash: string): void {
    writeFileSync(join(bundles, hash, 'index.js'), 'spoilt');
  }
  const isSpoilt = (hash: string) => readFileSync(join(bundles, hash, 'index.js'), 'utf8') === 'spoilt';

  it('takes the earlier bundle where nothing has changed', async () => {
    const hash = await bundleOnce(request, project, bundles);
    spoil(hash);
    expect(await bundleOnce(request, project, bundles)).to.equal(hash);
    expect(isSpoilt(hash)).to.equal(true);
  });

  it('makes another one for a change of an imported file', async () => {
    const hash = await bundleOnce(request, project, bundles);
    const file = join(project, 'runtime/read-routes.ts');
    writeFileSync(file, readFileSync(file, 'utf8').replace("'Payment not found'", "'No such payment'"));
    expect(await bundleOnce(request, project, bundles)).to.not.equal(hash);
  });

  it('makes another one for another request', async () => {
    const hash = await bundleOnce(request, project, bundles);
    expect(await bundleOnce({ ...request, tracing: true }, project, bundles)).to.not.equal(hash);
  });

  it('makes it again for another lock file', async () => {
    await bundleOnce(request, project, bundles);
    const before = readManifest();
    writeFileSync(join(project, 'package-lock.json'), '{}');
    await bundleOnce(request, project, bundles);
    expect(readManifest()).to.not.equal(before);
  });

  it('makes it again where it has gone, and where the manifest is broken', async () => {
    const hash = await bundleOnce(request, project, bundles);
    rmSync(join(bundles, hash), { recursive: true });
    expect(await bundleOnce(request, project, bundles)).to.equal(hash);
    expect(readdirSync(join(bundles, hash))).to.deep.equal(['index.js', 'index.js.map']);
    writeFileSync(manifestFile(), '{');
    expect(await bundleOnce(request, project, bundles)).to.equal(hash);
    expect(readManifest()).to.include(hash);
  });

  const manifestFile = () =>
    join(bundles, readdirSync(bundles).find((name) => name.endsWith('.json')) ?? expect.fail('no manifest'));
  const readManifest = () => readFileSync(manifestFile(), 'utf8');
});
