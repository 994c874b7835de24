// Bundles: their size, contents, reproducibility and error messages.

import { cp, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { type Bundle, BundleError, bundleFunction, writeBundle } from '../../../../compiler/compile/bundle/bundle';
import { ROOT } from '../../../spec';

const REQUEST = { entry: 'runtime/handler.ts', runtime: 'nodejs22.x', tracing: false };

describe('the bundle of the handler', () => {
  let plain: Bundle;
  let traced: Bundle;

  before(async () => {
    plain = await bundleFunction(REQUEST, ROOT);
    traced = await bundleFunction({ ...REQUEST, tracing: true }, ROOT);
  });

  it('is small', () => {
    expect(fileOf(plain, 'index.js').length).to.be.at.most(310_000);
    expect(fileOf(traced, 'index.js').length).to.be.at.most(420_000);
  });

  it('does not contain the clients of secrets, which it does not have', () => {
    for (const bundle of [plain, traced])
      expect(fileOf(bundle, 'index.js').toString()).to.not.match(/GetSecretValue|AmazonSSM/);
  });

  it('contains the X-Ray SDK only with tracing', () => {
    const hasXRay = (bundle: Bundle) =>
      bundle.files.some(({ name }) => /aws-xray-sdk|XRaySDKInstrumentation/.test(fileOf(bundle, name).toString()));
    expect([hasXRay(plain), hasXRay(traced)]).to.deep.equal([false, true]);
  });

  it('contains the validator of the body schema', async () => {
    const validated = async (title: string) => {
      const bodySchema = { type: 'object', required: [title] };
      return fileOf(await bundleFunction({ ...REQUEST, bodySchema }, ROOT), 'index.js').toString();
    };
    expect(await validated('reference')).to.include('missingProperty:"reference"');
    expect(fileOf(plain, 'index.js').toString()).to.include('missingProperty:"customer_id"');
  });

  it('reports an invalid schema', async () => {
    const bodySchema = { type: 'objekt' };
    expect(await mistakeOf({ ...REQUEST, bodySchema }, ROOT)).to.match(/payment\.bodySchema: schema is invalid/);
  });

  it('does not evaluate text as code', () => {
    expect(fileOf(plain, 'index.js').toString()).not.to.match(/\bnew Function\b|\beval\(/);
  });

  it('lists only the packages whose code it contains', () => {
    expect(plain.packages).to.include.members(['node_modules/@aws-sdk/client-dynamodb', 'node_modules/lossless-json']);
    expect(plain.packages.filter((folder) => /aws-xray-sdk|credential-provider-sso/.test(folder))).to.deep.equal([]);
  });

  it('has a source map without sources and absolute paths', () => {
    const { sources, sourcesContent } = JSON.parse(fileOf(plain, 'index.js.map').toString());
    expect(sources).to.include('runtime/store.ts');
    expect(sources.filter((source: string) => !/^(contract|runtime|node_modules)\//.test(source))).to.deep.equal([]);
    expect(sourcesContent).to.equal(undefined);
    expect(fileOf(plain, 'index.js').toString()).to.match(/\/\/# sourceMappingURL=index\.js\.map\n$/);
  });

  it('lists the project’s files that it contains', () => {
    expect(plain.inputs).to.include.members(['runtime/handler.ts', 'runtime/money.ts', 'runtime/tracing.ts']);
    expect(
      plain.inputs.filter((input) => !/^(contract|runtime)\/[a-z-]+(\.ts|\.generated\.cjs)$/.test(input)),
    ).to.deep.equal([]);
    expect(plain.inputs).to.deep.equal([...plain.inputs].sort());
  });
});

describe('a bundle', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'bundle-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  it('is identical for a project in another folder', async () => {
    for (const folder of ['contract', 'runtime'])
      await cp(path.join(ROOT, folder), path.join(directory, folder), { recursive: true });
    await symlink(path.join(ROOT, 'node_modules'), path.join(directory, 'node_modules'));
    const [here, there] = await Promise.all([bundleFunction(REQUEST, ROOT), bundleFunction(REQUEST, directory)]);
    expect(there.hash).to.equal(here.hash);
    for (const { name } of here.files) expect(fileOf(there, name).equals(fileOf(here, name)), name).to.equal(true);
  });

  it('has another hash when a byte changes', async () => {
    const hashes = [];
    for (const source of ['exports.handler = 1;', 'exports.handler = 2;']) {
      await writeFile(path.join(directory, 'entry.ts'), source);
      hashes.push((await bundleFunction({ ...REQUEST, entry: 'entry.ts' }, directory)).hash);
    }
    expect(new Set(hashes)).to.have.property('size', 2);
  });

  it('is written once, under its hash', async () => {
    await writeFile(path.join(directory, 'entry.ts'), 'exports.handler = 1;');
    const bundle = await bundleFunction({ ...REQUEST, entry: 'entry.ts' }, directory);
    const folder = await writeBundle(bundle, path.join(directory, 'out'));
    expect(folder).to.equal(path.join(directory, 'out', bundle.hash));
    for (const { name } of bundle.files) {
      expect(fileOf(bundle, name).equals(await readFile(path.join(folder, name))), name).to.equal(true);
    }
    const { mtimeMs } = await stat(path.join(directory, 'out'));
    expect(await writeBundle(bundle, path.join(directory, 'out'))).to.equal(folder);
    expect(await stat(path.join(directory, 'out')), 'written again').to.have.property('mtimeMs', mtimeMs);
  });

  it('is complete when two processes write it at the same time', async () => {
    await writeFile(path.join(directory, 'entry.ts'), 'exports.handler = 1;');
    const bundle = await bundleFunction({ ...REQUEST, entry: 'entry.ts' }, directory);
    const out = path.join(directory, 'out');
    await Promise.all([writeBundle(bundle, out), writeBundle(bundle, out), writeBundle(bundle, out)]);
    expect(await readdir(out)).to.deep.equal([bundle.hash]);
  });

  const mistakes: Record<string, [source: string, lines: RegExp[]]> = {
    'reports the location of a syntax error': ['const a = 1;\nconst b = ;', [/^entry\.ts:2:11 Unexpected ";"$/]],
    'reports a missing import': ["import './nowhere';", [/^entry\.ts:1:8 Could not resolve "\.\/nowhere"$/]],
    'reports all errors': [
      "import './nowhere';\nimport 'no-such-package';",
      [/^entry\.ts:1:8 .*nowhere/, /^entry\.ts:2:8 .*no-such-package/],
    ],
  };
  for (const [sentence, [source, lines]] of Object.entries(mistakes)) {
    it(sentence, async () => {
      await writeFile(path.join(directory, 'entry.ts'), source);
      const told = (await mistakeOf({ ...REQUEST, entry: 'entry.ts' }, directory)).split('\n');
      expect(told).to.have.length(lines.length);
      for (const [index, line] of lines.entries()) expect(told[index]).to.match(line);
    });
  }

  it('reports a missing entry file', async () => {
    expect(await mistakeOf({ ...REQUEST, entry: 'runtime/nowhere.ts' }, directory)).to.equal(
      'Could not resolve "runtime/nowhere.ts"',
    );
  });

  it('is for Node.js only', async () => {
    expect(await mistakeOf({ ...REQUEST, runtime: 'python3.13' }, ROOT)).to.match(/^python3\.13 is not a Node\.js/);
  });
});

function fileOf(bundle: Bundle, name: string): Buffer {
  return Buffer.from(bundle.files.find((file) => file.name === name)?.contents ?? []);
}

async function mistakeOf(...parameters: Parameters<typeof bundleFunction>): Promise<string> {
  const error = await bundleFunction(...parameters).catch((reason: unknown) => reason);
  expect(error).to.be.instanceOf(BundleError);
  return (error as BundleError).message;
}
