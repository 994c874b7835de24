// Bundles of functions that are edited repeatedly, and of functions that share their code.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { BundleError, bundleFunction } from '../../../../compiler/compile/bundle/bundle';
import { forEachCode } from '../../../../compiler/compile/bundle/function-code';
import { createRebundler } from '../../../../compiler/compile/bundle/rebundler';
import type { ResourceGraph } from '../../../../compiler/graph/graph';

const REQUEST = { entry: 'src/index.ts', handler: 'handler', runtime: 'nodejs24.x', tracing: false };

describe('a rebundler', () => {
  let root: string;
  const write = (text: string) => writeFileSync(join(root, 'src/index.ts'), text);
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'rebundle-'));
    mkdirSync(join(root, 'src'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('gives the same result as bundleFunction after each edit and each mistake', async () => {
    const rebundler = createRebundler(root);
    for (const answer of [1, 2]) {
      write(`export const handler = async () => ${answer};\n`);
      expect((await rebundler.bundle(REQUEST)).hash).to.equal((await bundleFunction(REQUEST, root)).hash);
      write('export const handler = async () => {\n');
      expect(await rebundler.bundle(REQUEST).catch((error) => error)).to.be.instanceOf(BundleError);
      rmSync(join(root, 'src/index.ts'));
      expect(await rebundler.bundle(REQUEST).catch((error) => error)).to.be.instanceOf(BundleError);
    }
    await rebundler.dispose();
  });

  it('bundles a forgotten function again', async () => {
    const rebundler = createRebundler(root);
    write('export const handler = async () => 1;\n');
    const { hash } = await rebundler.bundle(REQUEST);
    await rebundler.forgetUnused();
    await rebundler.forgetUnused();
    expect((await rebundler.bundle(REQUEST)).hash).to.equal(hash);
    await rebundler.dispose();
  });
});

describe('functions with equal code', () => {
  it('are bundled once', async () => {
    const node = (name: string, entry: string, handler: string) => ({
      kind: 'aws:lambda/function:Function',
      name,
      inputs: { handler: `index.${handler}`, code: { $: 'bundle', entry, runtime: 'nodejs24.x', tracing: false } },
    });
    const resources = [
      ...Array.from({ length: 100 }, (_, n) => node(`same-${n}`, 'a.ts', 'handler')),
      node('other-handler', 'a.ts', 'main'),
      node('other-entry', 'b.ts', 'handler'),
    ];
    const bundled: string[] = [];
    const results = await forEachCode({ resources } as unknown as ResourceGraph, async ({ entry, handler }) => {
      bundled.push(`${entry} ${handler}`);
      return entry;
    });
    expect(bundled).to.deep.equal(['a.ts handler', 'a.ts main', 'b.ts handler']);
    expect([results.size, results.get('same-99'), results.get('other-entry')]).to.deep.equal([102, 'a.ts', 'b.ts']);
  });
});
