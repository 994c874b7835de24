// The bundles that are kept between runs, and the changes after which they are built again.

import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { createRebundler } from '../../../../compiler/compile/bundle/rebundler';

const REQUEST = { entry: 'src/index.ts', handler: 'handler', runtime: 'nodejs20.x', tracing: false };

describe('a kept bundle', () => {
  let root: string;
  const write = (path: string, text: string) => {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    // Files that change while they are read are not kept.
    utimesSync(file, new Date(0), new Date(0));
  };
  /** Bundles once, as a run does at its start. */
  const bundleInRun = async (request: object = {}) => {
    const rebundler = createRebundler(root);
    try {
      const { hash, inputs, library } = await rebundler.bundle({ ...REQUEST, ...request });
      return { hash, inputs, library: library?.hash, keptBundles: rebundler.keptBundles };
    } finally {
      await rebundler.dispose();
    }
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'kept-'));
    write('package.json', '{}');
    write('node_modules/part/package.json', '{"name":"part"}');
    write('node_modules/part/index.js', 'export const one = 1, two = 2;');
    write(
      'src/index.ts',
      "import { one } from 'part';\nimport { x } from './x';\nexport const handler = () => one + x;\n",
    );
    write('src/x.ts', 'export const x = 1;\n');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is the bundle of an earlier run', async () => {
    const { keptBundles: before, ...built } = await bundleInRun();
    const { keptBundles: after, ...kept } = await bundleInRun();
    expect([before, after]).to.deep.equal([0, 1]);
    expect(kept).to.deep.equal(built);
  });

  for (const [what, change] of [
    ['a file of the project', () => write('src/x.ts', 'export const x = 2;\n')],
    ['a deleted file', () => rmSync(join(root, 'src/x.ts'))],
    ['a file that an import finds first', () => write('src/x.tsx', 'export const x = 3;\n')],
    ['the manifest', () => write('package.json', '{"sideEffects":false}')],
  ] as const)
    it(`is not used after a change of ${what}`, async () => {
      await bundleInRun();
      change();
      expect((await bundleInRun().catch(() => ({ keptBundles: 0 }))).keptBundles).to.equal(0);
    });

  it('is not used for another request', async () => {
    await bundleInRun();
    expect((await bundleInRun({ runtime: 'nodejs24.x' })).keptBundles).to.equal(0);
  });

  it('has the current packages', async () => {
    const { library } = await bundleInRun();
    write('node_modules/part/index.js', 'export const one = "changed", two = 2;');
    const changed = await bundleInRun();
    expect(changed.library).to.not.equal(library);
    expect(changed.keptBundles).to.equal(1);
  });

  it('is not kept if a file may have changed during the build', async () => {
    // A time after the build's start, however late a busy machine starts the build.
    const afterStart = new Date(Date.now() + 3_600_000);
    utimesSync(join(root, 'src/x.ts'), afterStart, afterStart);
    await bundleInRun();
    expect((await bundleInRun()).keptBundles).to.equal(0);
  });

  it('is not used for an edit in the same run', async () => {
    await bundleInRun();
    const rebundler = createRebundler(root);
    const { hash } = await rebundler.bundle(REQUEST);
    write('src/x.ts', 'export const x = 2;\n');
    expect((await rebundler.bundle(REQUEST)).hash).to.not.equal(hash);
    await rebundler.dispose();
  });
});
