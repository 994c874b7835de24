// `payment-spec check-promotion`, run as a user does.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { copyProject } from '../copy-project';
import { callCommand } from '../run';

describe('payment-spec check-promotion', () => {
  let project: string;
  beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'payment-spec-'));
    copyProject(project);
  });
  afterEach(() => rmSync(project, { recursive: true }));

  const write = (name: string, text: string) => writeFileSync(join(project, `spec/${name}.yaml`), text);
  const check = (...args: string[]) => callCommand(['check-promotion', ...args], { cwd: project });
  const staging = 'extends: production.yaml\nsuffix: staging\n';

  it('accepts names of environments, and passes if no safeguard is weaker', async () => {
    write('staging', staging);
    const { code, stdout, stderr } = await check('staging', 'production');
    expect({ code, stderr }).to.deep.equal({ code: 0, stderr: '' });
    expect(stdout).to.match(/^spec\/production\.yaml: valid, \d+ resources\n$/);
  });

  it('fails and lists each weaker safeguard', async () => {
    write('staging', `${staging}logRetentionDays: 731\napi: { executionLogging: INFO }\n`);
    const { code, stdout } = await check('staging', 'production', '--json');
    const { valid, diagnostics } = JSON.parse(stdout) as { valid: boolean; diagnostics: Record<string, unknown>[] };
    expect({ code, valid }).to.deep.equal({ code: 1, valid: false });
    expect(diagnostics.map(({ code: id, file, path }) => [id, file, path])).to.deep.equal([
      ['ENV7001', 'spec/production.yaml', 'logRetentionDays'],
    ]);
  });

  it('passes with a waiver, and prints its reason', async () => {
    write('staging', `${staging}logRetentionDays: 731\n`);
    const accepted =
      'code: ENV7001, path: logRetentionDays, value: "365", reason: Two years are kept for trials., expires: 2027-06-30';
    write('later', `extends: production.yaml\nsuffix: later\nwaivers: { trials: { ${accepted} } }\n`);
    const { code, stdout } = await check('staging', 'later');
    expect(code).to.equal(0);
    expect(stdout).to.match(/waived until 2027-06-30: ENV7001 weaker: Two years are kept for trials\./);
    // Only a comparison shows whether such a waiver covers a finding.
    expect((await callCommand(['validate', 'spec/later.yaml'], { cwd: project })).stdout).to.not.include('ENV3055');
    expect((await check('production', 'later')).stdout).to.include('ENV3055 unused-waiver');
  });

  it('prints the diagnostics of an invalid spec', async () => {
    write('staging', `${staging}protect: perhaps\n`);
    const { code, stdout } = await check('staging', 'production');
    expect(code).to.equal(1);
    expect(stdout).to.match(/^spec\/staging\.yaml:3:10: error /);
  });
});
