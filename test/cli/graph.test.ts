// `graph`: the forms of a drawing on the command line.

import { expect } from 'chai';
import { runCommand } from './run';

describe('payment-spec graph', () => {
  const rows: Record<string, { args: string[]; begins: string; ends: RegExp }> = {
    'Mermaid by default': { args: [], begins: 'flowchart LR\n', ends: /n\d+\n$/ },
    DOT: { args: ['--format', 'dot'], begins: 'digraph "spec/production.yaml" {\n', ends: /\n}\n$/ },
    'an SVG': { args: ['--format', 'svg'], begins: '<svg xmlns="http://www.w3.org/2000/svg" ', ends: /\n<\/svg>\n$/ },
  };
  for (const [what, { args, begins, ends }] of Object.entries(rows)) {
    it(`prints ${what}`, () => {
      const { code, stdout, stderr } = runCommand(['graph', 'spec/production.yaml', ...args]);
      expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
      expect(stdout.slice(0, begins.length)).to.equal(begins);
      expect(stdout).to.match(ends);
    });
  }

  it('prints the drawing as one JSON value with --json', () => {
    const { schemaVersion, groups, arrows } = JSON.parse(runCommand(['graph', 'spec/pr1234.yaml', '--json']).stdout);
    expect({ schemaVersion, groups: groups.length }).to.deep.equal({ schemaVersion: 1, groups: 6 });
    expect(arrows[0]).to.have.all.keys('from', 'to', 'label');
  });

  it('names the forms that there are', () => {
    const { code, stderr } = runCommand(['graph', 'spec/pr1234.yaml', '--format', 'png']);
    expect(code).to.equal(2);
    expect(stderr).to.include("argument 'png' is invalid. Allowed choices are mermaid, dot, svg.");
  });

  it('refuses a spec that is not valid', () => {
    const { code, stdout, stderr } = runCommand(['graph', '-'], { input: 'project: p\n' });
    expect({ code, stdout }).to.deep.equal({ code: 1, stdout: '' });
    expect(stderr).to.include('error ENV3102');
  });
});
