// The command line: its output and exit codes.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { COMMANDS } from '../../../compiler/cli/commands/registry';
import { ROOT } from '../../spec';
import { copyProject } from './copy-project';
import { recordPackages } from './record-packages';
import { callCommand, runCommand } from './run';

describe('payment-spec', () => {
  let project: string;
  before(() => runCommand(['--help']));
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'payment-spec-'));
    copyProject(project);
  });
  afterEach(() => rmSync(project, { recursive: true }));

  describe('validate', () => {
    it('checks all environments of spec/, each with the file that it extends', () => {
      const { code, stdout, stderr } = runCommand(['validate']);
      expect({ code, stderr, warnings: stdout.match(/^spec\S+ warning \w+/gm) }).to.deep.equal({
        code: 0,
        stderr: '',
        warnings: [
          'spec/pr1234.yaml:5:14: warning ENV3242',
          'spec/pr1234.yaml:9:19: warning ENV3039',
          'spec/pr1234.yaml:16:52: warning ENV3027',
          'spec/pr1234.yaml:27:44: warning ENV3024',
          'spec/production.yaml:5:14: warning ENV3242',
        ],
      });
      expect(stdout.split('\n').slice(-5)).to.deep.equal([
        'spec/development.yaml: valid, 51 resources',
        'spec/pr.yaml: valid, 51 resources',
        'spec/pr1234.yaml: valid, 62 resources',
        'spec/production.yaml: valid, 194 resources',
        '',
      ]);
    });

    it('prints the location of an error on standard output, and exits with 1', async () => {
      writeFileSync(
        join(project, 'spec/pr1234.yaml'),
        'extends: system.yaml\nenvironment: x\nsuffix: y\nlogRetentionDays: 8\n',
      );
      const { code, stdout, stderr } = await callCommand(['validate', 'spec/pr1234.yaml'], { cwd: project });
      expect({ code, stderr }).to.deep.equal({ code: 1, stderr: '' });
      expect(stdout).to.match(/^spec\/pr1234\.yaml:4:19: error ENV3104 not-in-list: logRetentionDays is 8; allowed: /);
      expect(stdout).to.include('\n  4 | logRetentionDays: 8\n    |                   ^\n');
    });

    it('checks the specs that extend the named file', async () => {
      const system = readFileSync(join(project, 'spec/system.yaml'), 'utf8');
      expect((await callCommand(['validate', 'spec/system.yaml'], { cwd: project })).code).to.equal(0);
      writeFileSync(join(project, 'spec/system.yaml'), system.replace('timeoutSeconds: 28', 'timeoutSeconds: 29'));
      const { code, stdout } = await callCommand(['validate', 'spec/system.yaml'], { cwd: project });
      expect(code).to.equal(1);
      expect(stdout.match(/ENV3001/g)).to.have.length(1);
      expect(stdout).to.match(/^spec\/system\.yaml:\d+:21: error ENV3001/m);
    });

    it('accepts relative and absolute paths', async () => {
      expect((await callCommand(['validate', 'pr1234.yaml'], { cwd: join(project, 'spec') })).code).to.equal(0);
      expect((await callCommand(['validate', join(project, 'spec/pr1234.yaml')])).code).to.equal(0);
    });

    it('reports a missing file, and lists the existing files', async () => {
      const { code, stdout } = await callCommand(['validate', 'spec/nothing.yaml']);
      expect(code).to.equal(1);
      expect(stdout).to.equal(
        [
          'spec/nothing.yaml:1:1: error ENV2001 file-not-found: file spec/nothing.yaml does not exist',
          '  help: files in spec: development.yaml, events.yaml, pr.yaml, pr1234.yaml, production.yaml, system.yaml',
          '\n1 error\n',
        ].join('\n'),
      );
    });

    const meant = { 'spec/pr1234.yml': 'pr1234', produktion: 'production', 'spec/prod.yaml': 'production' };
    for (const [name, environment] of Object.entries(meant)) {
      it(`suggests a file for ${name}`, async () => {
        const { stdout } = await callCommand(['validate', name]);
        expect(stdout).to.include(`\n  help: did you mean spec/${environment}.yaml?\n`);
      });
    }

    it('rejects a folder instead of a spec', async () => {
      const { code, stderr } = await callCommand(['plan', 'spec']);
      expect(code).to.equal(1);
      expect(stderr).to.include('error ENV2005 unreadable-file: spec is a folder\n');
    });

    it('reports that there are no specs', async () => {
      const empty = join(project, 'empty');
      mkdirSync(join(empty, '.git'), { recursive: true });
      expect(await callCommand(['validate'], { cwd: empty })).to.deep.equal({
        code: 1,
        stdout: '',
        stderr: 'spec/ does not contain specs\n',
      });
    });
  });

  describe('the project', () => {
    it('is found from any of its folders', async () => {
      mkdirSync(join(project, 'sub/further'), { recursive: true });
      for (const folder of ['spec', 'sub/further']) {
        const cwd = join(project, folder);
        expect((await callCommand(['validate'], { cwd })).stdout, folder).to.include('spec/production.yaml: valid');
        for (const name of ['production', 'spec/production.yaml'])
          expect((await callCommand(['validate', name], { cwd })).stdout, folder).to.match(
            /^spec\/production\.yaml: valid/m,
          );
      }
      expect((await callCommand(['plan', '../../spec/pr.yaml'], { cwd: join(project, 'sub/further') })).code).to.equal(
        0,
      );
    });

    it('is not searched for outside the repository', async () => {
      mkdirSync(join(project, 'other/.git'), { recursive: true });
      expect((await callCommand(['validate'], { cwd: join(project, 'other') })).code).to.equal(1);
    });

    it('ignores files that editors and file systems leave in spec/', async () => {
      for (const name of [
        '.#x.yaml',
        '._x.yaml',
        '.x.yaml',
        'x.yaml~',
        '#x.yaml#',
        '#x.yaml',
        '~x.yaml',
        '.x.yaml.swp',
      ])
        writeFileSync(join(project, 'spec', name), 'extends: [');
      const { code, stdout } = await callCommand(['validate'], { cwd: project });
      expect(code).to.equal(0);
      expect(stdout.match(/: valid/g)).to.have.length(4);
    });

    for (const format of ['github', 'sarif']) {
      it(`has paths relative to the repository in --format ${format}`, async () => {
        mkdirSync(join(project, '.git'));
        copyProject(join(project, 'apps/pay'));
        const cwd = join(project, 'apps/pay');
        for (const folder of [cwd, join(cwd, 'spec')]) {
          const { stdout } = await callCommand(['validate', 'pr1234', '--format', format], { cwd: folder });
          const found = stdout.match(/(?:file=|"uri": ")[^,"]*/g) ?? [];
          expect(found).not.to.have.length(0);
          for (const place of found) expect(place).to.match(/[="]apps\/pay\/spec\/pr1234\.yaml$/);
        }
      });
    }
  });

  it('prints its version', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(await callCommand(['--version'])).to.deep.equal({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  describe('usage', () => {
    const rows: Record<string, { args: string[]; says: RegExp }> = {
      'an unknown command': { args: ['vaildate'], says: /unknown command 'vaildate'[\s\S]*Did you mean validate\?/ },
      'an unknown option': {
        args: ['start', '--prot', '1'],
        says: /unknown option '--prot'[\s\S]*Did you mean --port\?/,
      },
      'a port that is not a number': { args: ['start', '--port', 'http'], says: /a port is a number from 0 to 65535/ },
      'a receiver that is no HTTP URL': {
        args: ['start', '--webhook-to', 'localhost:8080'],
        says: /a URL that starts with http:\/\/ or https:\/\/ is expected/,
      },
      'no command': { args: [], says: /Usage: payment-spec/ },
      'plan without a spec': {
        args: ['plan'],
        says: /missing required argument 'spec'\n\(payment-spec plan --help shows/,
      },
    };
    for (const [mistake, { args, says }] of Object.entries(rows)) {
      it(`refuses ${mistake} with exit code 2`, async () => {
        const { code, stderr } = await callCommand(args);
        expect(code).to.equal(2);
        expect(stderr).to.match(says);
      });
    }

    it('loads no packages', async () => {
      const loaded = [];
      for (const args of [
        ['validate', 'spec/production.yaml'],
        ['plan', 'spec/production.yaml'],
        ['plan', 'spec/production.yaml', '--resolved'],
        ['explain', 'tracing', '--spec', 'spec/production.yaml'],
        ['diff', 'spec/production.yaml', 'spec/production.yaml'],
        ['graph', 'spec/production.yaml'],
        ['graph', 'spec/production.yaml', '--detail'],
        ['init', 'new', '--environment', 'New'],
        ['completion', 'bash'],
      ]) {
        const packages = recordPackages();
        const { code } = await callCommand(args, { cwd: project }).finally(packages.end);
        loaded.push([args.join(' '), code, ...packages.names]);
      }
      expect(loaded.filter(([, code, ...packages]) => code !== 0 || packages.length > 0)).to.deep.equal([]);
    });

    for (const command of Object.keys(COMMANDS)) {
      it(`prints examples with ${command} --help`, async () => {
        const { code, stdout } = await callCommand([command, '--help']);
        expect(code).to.equal(0);
        expect(stdout).to.match(new RegExp(`\nExamples:\n {2}payment-spec ${command}`));
      });
    }

    it('prints no error when the reader closes the pipe', () => {
      const command = `${process.execPath} ${join(ROOT, 'bin/payment-spec.cjs')} graph spec/pr1234.yaml | true`;
      const { stderr } = spawnSync('sh', ['-c', command], { cwd: ROOT, encoding: 'utf8' });
      expect(stderr).to.equal('');
    });
  });
});
