// `graph`: the formats of the overview and of the drawing of all resources.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { LARGE_SPEC, largeSystem } from '../../../../bench/system';
import { callCommand, runCommand } from '../run';

describe('payment-spec graph', () => {
  const rows: Record<string, { args: string[]; begins: string; ends: RegExp }> = {
    'the overview as an SVG by default': {
      args: [],
      begins: '<svg xmlns="http://www.w3.org/2000/svg" class="picture" ',
      ends: /\n<\/svg>\n$/,
    },
    'the overview as Mermaid': {
      args: ['--format', 'mermaid'],
      begins: 'flowchart LR\n  subgraph clients\n',
      ends: /n\d+\n$/,
    },
    'the overview as DOT': {
      args: ['--format', 'dot'],
      begins: 'digraph "payment · Production · live" {\n',
      ends: /\n}\n$/,
    },
    'all resources as an SVG': {
      args: ['--detail'],
      begins: '<svg xmlns="http://www.w3.org/2000/svg" viewBox',
      ends: /\n<\/svg>\n$/,
    },
    'all resources as Mermaid': {
      args: ['--detail', '--format', 'mermaid'],
      begins: 'flowchart LR\n  subgraph alarms\n',
      ends: /n\d+\n$/,
    },
    'all resources as DOT': {
      args: ['--detail', '--format', 'dot'],
      begins: 'digraph "spec/production.yaml" {\n',
      ends: /\n}\n$/,
    },
  };
  for (const [what, { args, begins, ends }] of Object.entries(rows)) {
    it(`prints ${what}`, async () => {
      const { code, stdout, stderr } = await callCommand(['graph', 'spec/production.yaml', ...args]);
      expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
      expect(stdout.slice(0, begins.length)).to.equal(begins);
      expect(stdout).to.match(ends);
    });
  }

  it('prints the parts of the overview as one JSON value with --json', async () => {
    const { stdout } = await callCommand(['graph', 'spec/pr1234.yaml', '--json']);
    const { schemaVersion, parts, links } = JSON.parse(stdout);
    expect(schemaVersion).to.equal(1);
    expect(parts.find(({ id }: { id: string }) => id === 'tables.payments')).to.deep.include({
      layer: 'data',
      kind: 'DynamoDB table',
      title: 'payments',
    });
    expect(links).to.deep.include({ from: 'clients', to: 'api', actions: ['HTTPS'] });
  });

  it('prints the resources as one JSON value with --detail --json', async () => {
    const { schemaVersion, groups, arrows } = JSON.parse(
      (await callCommand(['graph', 'spec/pr1234.yaml', '--detail', '--json'])).stdout,
    );
    expect({ schemaVersion, groups: groups.length }).to.deep.equal({ schemaVersion: 1, groups: 6 });
    expect(arrows[0]).to.have.all.keys('from', 'to', 'label');
  });

  it('draws all parts of a large system in the formats without a page', async () => {
    const project = mkdtempSync(join(tmpdir(), 'payment-spec-'));
    try {
      mkdirSync(join(project, 'spec'));
      for (const [path, text] of largeSystem(20)) writeFileSync(join(project, path), text);
      const { stdout } = await callCommand(['graph', LARGE_SPEC, '--format', 'mermaid'], { cwd: project });
      expect(stdout.match(/\["Lambda function<br\/>function-\d+"\]/g)).to.have.length(20);
      expect(stdout).to.match(/ -->\|"GetItem, Query"\| /);
      const detail = await callCommand(['graph', LARGE_SPEC, '--detail', '--format', 'mermaid'], { cwd: project });
      expect(detail.stdout).to.include('["lambda:Function<br/>function-3"]');
    } finally {
      rmSync(project, { recursive: true });
    }
  });

  it('lists the supported formats', async () => {
    const { code, stderr } = await callCommand(['graph', 'spec/pr1234.yaml', '--format', 'png']);
    expect(code).to.equal(2);
    expect(stderr).to.include("argument 'png' is invalid. Allowed choices are svg, mermaid, dot.");
  });

  it('rejects an invalid spec', () => {
    const { code, stdout, stderr } = runCommand(['graph', '-'], { input: 'project: p\n' });
    expect({ code, stdout }).to.deep.equal({ code: 1, stdout: '' });
    expect(stderr).to.include('error ENV3102');
  });
});
