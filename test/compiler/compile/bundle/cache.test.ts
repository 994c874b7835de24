// The cache of bundles: a bundle is rebuilt only when its inputs change.

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { bundleOnce } from '../../../../compiler/compile/bundle/cache';
import { ROOT } from '../../../spec';

describe('the cache of bundles', () => {
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

  /** Changes the cached bundle, so that a rebuilt bundle differs from it. */
  function changeCachedBundle(hash: string): void {
    writeFileSync(join(bundles, hash, 'index.js'), 'changeCachedBundlet');
  }
  const isSpoilt = (hash: string) => readFileSync(join(bundles, hash, 'index.js'), 'utf8') === 'changeCachedBundlet';

  it('reuses the bundle if no input changed', async () => {
    const hash = await bundleOnce(request, project, bundles);
    changeCachedBundle(hash);
    expect(await bundleOnce(request, project, bundles)).to.equal(hash);
    expect(isSpoilt(hash)).to.equal(true);
  });

  it('rebuilds after a change of an imported file', async () => {
    const hash = await bundleOnce(request, project, bundles);
    const file = join(project, 'runtime/read-routes.ts');
    writeFileSync(file, readFileSync(file, 'utf8').replace("'Payment not found'", "'No such payment'"));
    expect(await bundleOnce(request, project, bundles)).to.not.equal(hash);
  });

  it('rebuilds for another request', async () => {
    const hash = await bundleOnce(request, project, bundles);
    expect(await bundleOnce({ ...request, tracing: true }, project, bundles)).to.not.equal(hash);
  });

  it('rebuilds after a change of the lock file', async () => {
    await bundleOnce(request, project, bundles);
    const before = readManifest();
    writeFileSync(join(project, 'package-lock.json'), '{}');
    await bundleOnce(request, project, bundles);
    expect(readManifest()).to.not.equal(before);
  });

  it('rebuilds if the bundle is missing or the manifest is damaged', async () => {
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
