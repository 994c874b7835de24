// The JSON report of an invalid spec, in each command.

import { expect } from 'chai';
import { runCommand } from './run';

const BROKEN = 'project: payment\nenvironment: Test\nsuffix: one\nlogRetentionDays: 8\n';

describe('an invalid spec', () => {
  const { diagnostics: expected } = JSON.parse(runCommand(['validate', '-', '--json'], { input: BROKEN }).stdout);
  const commands: Record<string, readonly string[]> = {
    plan: ['plan', '-', '--json'],
    'plan --resolved': ['plan', '-', '--resolved', '--json'],
    explain: ['explain', 'suffix', '--spec', '-', '--json'],
    diff: ['diff', 'spec/pr.yaml', '-', '--json'],
    graph: ['graph', '-', '--json'],
    drill: ['drill', '-', '--json'],
  };
  for (const [name, args] of Object.entries(commands)) {
    it(`has the same diagnostics in ${name} --json as in validate --json`, () => {
      const { code, stdout, stderr } = runCommand(args, { input: BROKEN });
      const { schemaVersion, valid, specs, diagnostics } = JSON.parse(stdout);
      expect({ code, stderr, schemaVersion, valid, spec: specs.at(-1), diagnostics }).to.deep.equal({
        code: 1,
        stderr: '',
        schemaVersion: 1,
        valid: false,
        spec: { path: 'spec/<stdin>', valid: false },
        diagnostics: expected,
      });
    });
  }

  it('is reported as text on standard error without --json', () => {
    const { code, stdout, stderr } = runCommand(['plan', '-'], { input: BROKEN });
    expect([code, stdout]).to.deep.equal([1, '']);
    expect(stderr).to.include('ENV3104');
  });
});
