// The separate bundle of a function's packages, which does not change when the project's code is edited.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { bundleFunction, writeBundle } from '../../../../compiler/compile/bundle/bundle';
import { createRebundler, type LocalBundle, type Rebundler } from '../../../../compiler/compile/bundle/rebundler';

const REQUEST = { entry: 'src/index.ts', handler: 'handler', runtime: 'nodejs20.x', tracing: false };

describe('the bundle of packages', () => {
  let root: string;
  const rebundlers: Rebundler[] = [];
  const rebundler = () => {
    const created = createRebundler(root);
    rebundlers.push(created);
    return created;
  };
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const writePackage = (name: string, text: string, manifest: object = {}) => {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, ...manifest }));
    write(`node_modules/${name}/index.js`, text);
  };
  const run = async (bundle: LocalBundle): Promise<unknown> => {
    const folder = join(root, 'out');
    if (bundle.library !== undefined) await writeBundle(bundle.library, folder);
    return require(join(await writeBundle(bundle, folder), 'index.js')).handler();
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'library-'));
    writePackage('esm', 'export const one = 1, two = 2, unused = "not in the bundle";', { module: 'index.js' });
    writePackage('cjs', 'exports.three = 3; exports.default = 4;');
    writePackage('@scope/loaded', 'module.exports = () => 5;');
  });
  afterEach(async () => {
    for (const one of rebundlers.splice(0)) await one.dispose();
    rmSync(root, { recursive: true });
  });

  const CODE = `
    import { createHash } from 'node:crypto';
    import { one, two as second } from 'esm';
    import { three } from 'cjs';
    const five = require('@scope/loaded');
    export const handler = () => [one, second, three, five(), typeof createHash];`;

  it('is built once for many edits and runs', async () => {
    write('src/index.ts', CODE);
    const first = rebundler();
    expect(await run(await first.bundle(REQUEST))).to.deep.equal([1, 2, 3, 5, 'function']);
    for (const edit of [6, 7, 8]) {
      write('src/index.ts', CODE.replace('five()', String(edit)));
      expect(await run(await first.bundle(REQUEST))).to.deep.equal([1, 2, 3, edit, 'function']);
    }
    expect(first.builtLibraries).to.equal(1);
  });

  it('has only the exports that are used', async () => {
    write('src/index.ts', CODE);
    const { library } = await rebundler().bundle(REQUEST);
    expect(Buffer.from(library?.files[0]?.contents ?? '').toString()).to.not.include('not in the bundle');
  });

  it('is kept between runs until a package changes', async () => {
    write('src/index.ts', CODE);
    await rebundler().bundle(REQUEST);
    const second = rebundler();
    expect(await run(await second.bundle(REQUEST))).to.deep.equal([1, 2, 3, 5, 'function']);
    expect(second.builtLibraries).to.equal(0);
    writePackage('cjs', 'exports.three = "changed";');
    expect(await run(await second.bundle(REQUEST))).to.deep.equal([1, 2, 'changed', 5, 'function']);
    expect(second.builtLibraries).to.equal(1);
  });

  it('is shared by functions with the same imports', async () => {
    const shared = rebundler();
    write('src/index.ts', CODE);
    write('src/other.ts', CODE);
    await Promise.all([shared.bundle(REQUEST), shared.bundle({ ...REQUEST, entry: 'src/other.ts' })]);
    expect(shared.builtLibraries).to.equal(1);
  });

  for (const [what, code] of [
    ['a default import', "import four from 'cjs'; export const handler = () => four;"],
    ['a namespace', "import * as all from 'esm'; export const handler = () => all.one;"],
    ['an export of everything', "export * from 'esm'; export const handler = () => 1;"],
    ['an import in an expression', "export const handler = async () => (await import('esm')).one;"],
  ] as const)
    it(`is part of the function's bundle for ${what}`, async () => {
      write('src/index.ts', code);
      const bundle = await rebundler().bundle(REQUEST);
      expect(bundle.library).to.equal(undefined);
      expect(bundle.hash).to.equal((await bundleFunction(REQUEST, root)).hash);
    });

  it("is part of the function's bundle if a folder of the project has packages of its own", async () => {
    write('src/index.ts', CODE);
    write('src/node_modules/cjs/index.js', 'exports.three = "own";');
    const bundle = await rebundler().bundle(REQUEST);
    expect(await run(bundle)).to.deep.equal([1, 2, 'own', 5, 'function']);
  });

  it('reports a missing package and a missing export like bundleFunction', async () => {
    for (const code of ["import { a } from 'missing'", "import { missing as a } from 'esm'"]) {
      write('src/index.ts', `${code};\nexport const handler = () => a;`);
      const messageOf = (error: Error) => error.message;
      const expected = await bundleFunction(REQUEST, root).then(() => 'no error', messageOf);
      expect(
        await rebundler()
          .bundle(REQUEST)
          .then(() => 'no error', messageOf),
      ).to.equal(expected);
    }
  });
});
