// Code that fails when it runs: each back end that bundles refuses it before it serves, prints or deploys anything.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as pulumi from '@pulumi/pulumi';
import { expect } from 'chai';
import { deployGraph } from '../../../../compiler/backends/pulumi/deploy';
import { BundleError, bundleFunction } from '../../../../compiler/compile/bundle/bundle';
import { DEFECTS } from '../../../../compiler/compile/bundle/bundle-error';
import { checkFunctions } from '../../../../compiler/compile/bundle/function-code';
import { compileSpec } from '../../../../compiler/compile/compile';
import type { ResourceGraph } from '../../../../compiler/graph/graph';
import { readFrom } from '../../../../compiler/host/files';
import { startLocalRun } from '../../../../compiler/local/local-run';
import type { SpecMap } from '../../../../compiler/source/spec-node';
import { ROOT, SURROUNDINGS } from '../../../spec';
import { specOf } from '../../local/project';

const HANDLER = 'export const handler = async () => ({ statusCode: 200 });\n';

interface Defect {
  /** The entry file. */
  readonly code: string;
  /** Another file, which the entry file imports as `./other`. */
  readonly other?: string;
  readonly says: RegExp;
}

/** One program for each bundler warning that means a broken program. */
const PROGRAMS: Readonly<Record<(typeof DEFECTS)[number], Defect>> = {
  'assign-to-constant': {
    code: `const rate = 1;\n${HANDLER}export const raise = () => { rate = 2; };\n`,
    says: /^functions\/one\.js:3:\d+ Cannot assign to "rate" because it is a constant$/,
  },
  'assign-to-define': {
    code: `${HANDLER}export const raise = () => { TRACING = true; };\n`,
    says: /^functions\/one\.js:2:\d+ Suspicious assignment to defined constant "TRACING"$/,
  },
  'assign-to-import': {
    code: `import { rate } from './other';\n${HANDLER}export const raise = () => { rate = 2; };\n`,
    other: 'export let rate = 1;\n',
    says: /^functions\/one\.js:3:\d+ Cannot assign to import "rate"$/,
  },
  'call-import-namespace': {
    code: `import * as other from './other';\n${HANDLER}export const call = () => other();\n`,
    other: 'export const one = 1;\n',
    says: /^functions\/one\.js:3:\d+ Calling "other" will crash at run-time because it's an import namespace object/,
  },
  'class-name-will-throw': {
    code: `${HANDLER}export class One { static [One.name] = 1; }\n`,
    says: /^functions\/one\.js:2:\d+ Accessing class "One" before initialization will throw$/,
  },
  'commonjs-variable-in-esm': {
    code: `${HANDLER}exports.other = 1;\n`,
    says: /^functions\/one\.js:2:\d+ The CommonJS "exports" variable is treated as a global variable/,
  },
  'delete-super-property': {
    code: `${HANDLER}export class One extends Object { drop() { delete super.one; } }\n`,
    says: /^functions\/one\.js:2:\d+ Attempting to delete a property of "super" will throw a ReferenceError$/,
  },
  'empty-import-meta': {
    code: `${HANDLER}export const here = () => new URL('.', import.meta.url);\n`,
    says: /^functions\/one\.js:2:\d+ "import\.meta" is not available with the "cjs" output format and will be empty$/,
  },
  'import-is-undefined': {
    code: `import { rate } from './other';\nexport const handler = async () => ({ statusCode: rate });\n`,
    other: '',
    says: /^functions\/one\.js:1:\d+ Import "rate" will always be undefined because the file "functions\/other\.js" has no exports$/,
  },
  'private-name-will-throw': {
    code: `${HANDLER}export class One { get #one() { return 1; } set() { this.#one = 2; } }\n`,
    says: /^functions\/one\.js:2:\d+ Writing to getter-only property "#one" will throw$/,
  },
  'require-resolve-not-external': {
    code: `${HANDLER}export const where = () => require.resolve('./other');\n`,
    other: 'export const one = 1;\n',
    says: /^functions\/one\.js:2:\d+ "\.\/other" should be marked as external for use with "require\.resolve"$/,
  },
  'unsupported-dynamic-import': {
    code: `${HANDLER}export const load = (name) => import('./' + name, { with: { type: 'json', ...name } });\n`,
    says: /^functions\/one\.js:\d+:\d+ This "import\(\)" /,
  },
};

describe('code that fails when it runs', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'defects-'));
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function compile({ code, other }: Pick<Defect, 'code' | 'other'>): { graph: ResourceGraph; spec: SpecMap } {
    const files = {
      'functions/one.js': code,
      ...(other === undefined ? {} : { 'functions/other.js': other }),
      'spec/test.yaml': specOf(['one']).replace('one.ts', 'one.js'),
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const { graph, resolved } = compileSpec('spec/test.yaml', readFrom(root), SURROUNDINGS);
    if (graph === undefined || resolved === undefined) throw new Error('the spec is not valid');
    return { graph, spec: resolved.spec };
  }

  /** The error message of each back end, by its commands. */
  const backEnds: Record<string, (graph: ResourceGraph, spec: SpecMap) => Promise<unknown>> = {
    'plan and export': async (graph, spec) => {
      const found = await checkFunctions(graph, root, spec);
      if (found.length > 0) throw new BundleError(found.map(({ message }) => ({ text: message })));
    },
    start: async (graph) => (await startLocalRun(graph, { root, port: 0, print: () => {} })).stop(),
    'pulumi up': async (graph) => {
      const mocks = { call: () => ({}), newResource: ({ name }: { name: string }) => ({ id: name, state: {} }) };
      await pulumi.runtime.setMocks(mocks, 'small', 'test', true, 'organization');
      await deployGraph(graph, root, {});
      await pulumi.runtime.disconnect();
    },
  };

  async function messageOf(run: () => Promise<unknown>): Promise<string> {
    const error = await run().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    // Pulumi prints a RunError without the stack of calls.
    expect(error instanceof BundleError || pulumi.RunError.isInstance(error), String(error)).to.equal(true);
    return (error as Error).message;
  }

  for (const id of DEFECTS) {
    const program = PROGRAMS[id];
    it(`is refused by each back end: ${id}`, async () => {
      const { graph, spec } = compile(program);
      const [bundled, ...others] = [
        await messageOf(() =>
          bundleFunction({ entry: 'functions/one.js', runtime: 'nodejs24.x', tracing: false }, root),
        ),
        ...(await Promise.all(Object.values(backEnds).map((run) => messageOf(() => run(graph, spec))))),
      ];
      expect(bundled).to.match(program.says);
      expect(others).to.deep.equal(Object.keys(backEnds).map(() => bundled));
    });
  }

  it('is accepted in packages, which users cannot fix', async () => {
    rmSync(join(root, 'node_modules'));
    mkdirSync(join(root, 'node_modules/pack'), { recursive: true });
    writeFileSync(join(root, 'node_modules/pack/index.js'), PROGRAMS['private-name-will-throw'].code);
    const { graph, spec } = compile({ code: `import 'pack';\n${HANDLER}` });
    for (const run of Object.values(backEnds)) await run(graph, spec);
  });
});
