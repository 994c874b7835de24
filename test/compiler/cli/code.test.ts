// The code of functions as `validate`, `plan` and `export` check it, in the tree that contains the spec.

import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { findWrongCase } from '../../../compiler/host/files';
import { makeGitProject, runGit } from './git-project';
import { callCommand, type Run, runCommand } from './run';

describe('the code of functions', () => {
  let project: string;
  before(() => {
    project = makeGitProject();
  });
  afterEach(() => {
    runGit(project, 'checkout', '-q', 'main');
    runGit(project, 'reset', '-q', '--hard');
    runGit(project, 'clean', '-qfd');
  });
  after(() => rmSync(project, { recursive: true }));

  const write = (path: string, text: string) => writeFileSync(join(project, path), text);
  const run = (...args: string[]): Promise<Run> => callCommand(args, { cwd: project });
  const codes = ({ code, stdout, stderr }: Run) => ({ code, found: (stdout + stderr).match(/ENV325\d/g) ?? [] });
  const missing = { code: 1, found: ['ENV3250'] };

  it('is reported as missing by each command that checks a deployment', async () => {
    rmSync(join(project, 'runtime/handler.ts'));
    for (const args of [
      ['validate', 'pr1234'],
      ['plan', 'pr1234'],
      ['export', 'pr1234'],
    ])
      expect(codes(await run(...args)), args.join(' ')).to.deep.equal(missing);
    expect(codes(await run('plan', 'pr1234', '--json')), 'plan --json').to.deep.equal(missing);
  });

  it('is checked by validate for the exported handler, without the bundler', async () => {
    write('runtime/handler.ts', 'export const handle = async () => {};\n');
    const { code, stdout } = await run('validate', 'pr1234');
    expect(code).to.equal(1);
    expect(stdout).to.match(
      /error ENV3252 .* does not export "handler"; it exports handle\n[\s\S]*help: set handler to handle\n/,
    );
  });

  it('is not required to compare or draw settings', async () => {
    rmSync(join(project, 'runtime/handler.ts'));
    for (const args of [
      ['diff', 'pr1234'],
      ['graph', 'pr1234'],
      ['check-promotion', 'pr1234', 'pr1234'],
    ])
      expect(codes(await run(...args)), args.join(' ')).to.deep.equal({ code: 0, found: [] });
  });

  it('is read at the revision of the spec, not from the working tree', async () => {
    rmSync(join(project, 'runtime/handler.ts'));
    expect(codes(await run('validate', 'HEAD:spec/pr1234.yaml'))).to.deep.equal({ code: 0, found: [] });
    expect(codes(await run('plan', 'HEAD:spec/pr1234.yaml'))).to.deep.equal({ code: 0, found: [] });
    runGit(project, 'checkout', '-q', '-b', 'gone');
    runGit(project, 'commit', '-qam', 'two');
    runGit(project, 'checkout', '-q', 'main');
    expect(codes(await run('validate', 'gone:spec/pr1234.yaml'))).to.deep.equal(missing);
    runGit(project, 'branch', '-D', 'gone');
  });

  it('is not required at a revision if git ignores it, such as build output', async () => {
    write('.gitignore', 'build/\n');
    mkdirSync(join(project, 'build'));
    write('build/handler.js', 'exports.handler = async () => {};\n');
    const spec = readFileSync(join(project, 'spec/system.yaml'), 'utf8');
    write('spec/system.yaml', spec.replace('entry: runtime/handler.ts', 'entry: build/handler.js'));
    runGit(project, 'add', '.');
    runGit(project, 'commit', '-qm', 'built');
    expect(codes(await run('validate', 'pr1234'))).to.deep.equal({ code: 0, found: [] });
    expect(codes(await run('validate', 'HEAD:spec/pr1234.yaml'))).to.deep.equal({ code: 0, found: [] });
    runGit(project, 'reset', '-q', '--hard', 'HEAD~1');
  });

  it('is read from the working tree for a spec from standard input', () => {
    const input = readFileSync(join(project, 'spec/pr1234.yaml'), 'utf8');
    expect(codes(runCommand(['validate', '-'], { cwd: project, input }))).to.deep.equal({ code: 0, found: [] });
    rmSync(join(project, 'runtime/handler.ts'));
    expect(codes(runCommand(['validate', '-'], { cwd: project, input }))).to.deep.equal(missing);
  });

  it('is not bundled for a bill of materials of another revision', async () => {
    const { code, stderr } = await run('export', 'HEAD:spec/pr1234.yaml', '--format', 'cyclonedx');
    expect(code).to.equal(2);
    expect(stderr).to.include('names a revision, but a bill of materials is made of the code in the working tree');
  });

  it('is followed through imports by plan and export', async () => {
    write('runtime/handler.ts', "export * from './other';\nexport const handler = undefined;\n");
    write('runtime/other.ts', 'export const handle = () => {};\n');
    for (const command of ['plan', 'export'])
      expect(codes(await run(command, 'pr1234')), command).to.deep.equal({ code: 1, found: ['ENV3253'] });
    write('runtime/handler.ts', "export * from './other'; // handler\n");
    expect(codes(await run('validate', 'pr1234'))).to.deep.equal({ code: 0, found: [] });
    expect(codes(await run('plan', 'pr1234'))).to.deep.equal({ code: 1, found: ['ENV3252'] });
  });

  const accepted: Record<string, string> = {
    'a function of CommonJS': 'exports.handler = async () => {};\n',
    'an object of CommonJS': 'module.exports = { handler() {} };\n',
    'an export of a package': "export * from '@middy/core';\n",
    'an export of a CommonJS file': "export * from './other.cjs';\n",
    'a wrapped function': 'const wrap = (f: unknown) => f;\nexport const handler = wrap({});\n',
    'a variable that is assigned later': 'export let handler: unknown = null;\nhandler = () => {};\n',
    'a member of an object': 'export const handler = { one: () => {} }.one;\n',
    'a member of a class': 'class Handlers { static one() {} }\nexport const handler = Handlers.one;\n',
    'a renamed export': 'const main = async () => {};\nexport { main as handler };\n',
    'a destructured name': 'export const { handler } = { handler: () => {} };\n',
    'a name with an escape': 'export { main as "\\u0068andler" };\nfunction main() {}\n',
  };
  for (const [name, code] of Object.entries(accepted)) {
    it(`may export the handler as ${name}`, async () => {
      write('runtime/handler.ts', code);
      write('runtime/other.cjs', 'exports.handler = () => {};\n');
      expect(codes(await run('validate', 'pr1234')), 'validate').to.deep.equal({ code: 0, found: [] });
      expect(codes(await run('plan', 'pr1234')), 'plan').to.deep.equal({ code: 0, found: [] });
    });
  }

  const refused: Record<string, string> = {
    'a number': 'export const handler = 1;\n',
    'a text': 'export const handler = `a`;\n',
    'a list': 'export const handler = [() => {}];\n',
    'a class': 'export class handler {}\n',
    nothing: 'export const handler = undefined;\n',
  };
  for (const [name, code] of Object.entries(refused)) {
    it(`cannot export the handler as ${name}`, async () => {
      write('runtime/handler.ts', code);
      const { stderr } = await run('plan', 'pr1234');
      expect(stderr).to.include(`exports "handler" as ${name}, which Lambda cannot call`);
    });
  }

  it('may be a link to a file of the project', async () => {
    rmSync(join(project, 'runtime/handler.ts'));
    write('runtime/real.ts', 'export const handler = () => {};\n');
    symlinkSync('real.ts', join(project, 'runtime/handler.ts'));
    expect(codes(await run('plan', 'pr1234'))).to.deep.equal({ code: 0, found: [] });
  });
});

describe('a path on a file system that ignores case', () => {
  const folders: Record<string, readonly string[]> = { '': ['runtime'], runtime: ['handler.ts', 'Caf\u0065\u0301.ts'] };
  const list = (folder: string) => folders[folder.toLowerCase()];

  it('must match the case of the file names', () => {
    expect(findWrongCase('runtime/handler.ts', list)).to.equal(undefined);
    expect(findWrongCase('./runtime/../runtime/handler.ts', () => undefined)).to.equal(undefined);
    expect(findWrongCase('Runtime/handler.ts', list)).to.deep.equal({ isLast: false });
    expect(findWrongCase('runtime/Handler.ts', list)).to.deep.equal({ isLast: true });
    expect(findWrongCase('runtime/Caf\u00e9.ts', list), 'another normal form').to.equal(undefined);
  });
});
