// `graph`: the formats of a drawing, and its options.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { LARGE_SPEC, largeSystem } from '../../../../bench/system';
import { callCommand, runCommand } from '../run';

describe('payment-spec graph', () => {
  const rows: Record<string, { args: string[]; begins: string; ends: RegExp }> = {
    'Mermaid by default': { args: [], begins: 'flowchart LR\n', ends: /n\d+\n$/ },
    DOT: { args: ['--format', 'dot'], begins: 'digraph "spec/production.yaml" {\n', ends: /\n}\n$/ },
    'an SVG': { args: ['--format', 'svg'], begins: '<svg xmlns="http://www.w3.org/2000/svg" ', ends: /\n<\/svg>\n$/ },
  };
  for (const [what, { args, begins, ends }] of Object.entries(rows)) {
    it(`prints ${what}`, async () => {
      const { code, stdout, stderr } = await callCommand(['graph', 'spec/production.yaml', ...args]);
      expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
      expect(stdout.slice(0, begins.length)).to.equal(begins);
      expect(stdout).to.match(ends);
    });
  }

  it('prints the drawing as one JSON value with --json', async () => {
    const { schemaVersion, groups, arrows } = JSON.parse(
      (await callCommand(['graph', 'spec/pr1234.yaml', '--json'])).stdout,
    );
    expect({ schemaVersion, groups: groups.length }).to.deep.equal({ schemaVersion: 1, groups: 6 });
    expect(arrows[0]).to.have.all.keys('from', 'to', 'label');
  });

  it('draws the parts of the spec with --by part', async () => {
    const { code, stdout, stderr } = await callCommand([
      'graph',
      'spec/pr1234.yaml',
      '--by',
      'part',
      '--format',
      'dot',
    ]);
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(stdout).to.match(/"part::tables\.payments" \[label="\d+ resources\\npayments"\];/);
  });

  it('draws a large system by part with a note, and by resource with an option', async () => {
    const project = mkdtempSync(join(tmpdir(), 'payment-spec-'));
    try {
      mkdirSync(join(project, 'spec'));
      for (const [path, text] of largeSystem(20)) writeFileSync(join(project, path), text);
      const byPart = await callCommand(['graph', LARGE_SPEC], { cwd: project });
      expect(byPart.stderr).to.match(/^\d+ resources, drawn by part of the spec; --by resource draws each of them\n$/);
      expect(byPart.stdout).to.match(/\["\d resources<br\/>function-3"\]/);
      const byResource = await callCommand(['graph', LARGE_SPEC, '--by', 'resource'], { cwd: project });
      expect(byResource.stderr).to.equal('');
      expect(byResource.stdout).to.include('["lambda:Function<br/>function-3"]');
      const json = JSON.parse((await callCommand(['graph', LARGE_SPEC, '--json'], { cwd: project })).stdout);
      expect(json.groups[0].boxes[0].id).not.to.match(/^part::/);
    } finally {
      rmSync(project, { recursive: true });
    }
  });

  it('lists the supported formats', async () => {
    const { code, stderr } = await callCommand(['graph', 'spec/pr1234.yaml', '--format', 'png']);
    expect(code).to.equal(2);
    expect(stderr).to.include("argument 'png' is invalid. Allowed choices are mermaid, dot, svg.");
  });

  it('rejects an invalid spec', () => {
    const { code, stdout, stderr } = runCommand(['graph', '-'], { input: 'project: p\n' });
    expect({ code, stdout }).to.deep.equal({ code: 1, stdout: '' });
    expect(stderr).to.include('error ENV3102');
  });
});
