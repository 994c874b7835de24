// Warnings in commands other than `validate`: one line that counts them.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from '../../spec';
import { callCommand } from './run';

const ONE = '1 warning; run `payment-spec validate production` to see it\n';
const LINE = '4 warnings; run `payment-spec validate pr1234` to see them\n';

const EXPECTED: Readonly<Record<string, { readonly args: readonly string[]; readonly stderr: string }>> = {
  plan: { args: ['plan', 'pr1234'], stderr: LINE },
  'plan --resolved': { args: ['plan', 'pr1234', '--resolved'], stderr: LINE },
  drill: { args: ['drill', 'pr1234'], stderr: LINE },
  openapi: { args: ['openapi', 'pr1234'], stderr: LINE },
  explain: { args: ['explain', 'api.throttle.rateLimit', '--spec', 'pr1234'], stderr: '' },
  'diff of a spec with itself': { args: ['diff', 'pr1234', 'pr1234'], stderr: '' },
  graph: { args: ['graph', 'pr1234'], stderr: '' },
  'deploy-policy': { args: ['deploy-policy', 'pr1234'], stderr: LINE },
  dashboard: { args: ['dashboard', 'production'], stderr: ONE },
  export: { args: ['export', 'pr1234'], stderr: LINE },
  'plan of a spec without warnings': { args: ['plan', 'development'], stderr: '' },
};

describe('warnings in commands other than validate', () => {
  for (const [title, { args, stderr }] of Object.entries(EXPECTED))
    it(`are at most one line on standard error: ${title}`, async () => {
      const run = await callCommand(args);
      expect({ code: run.code, stderr: run.stderr }).to.deep.equal({ code: 0, stderr });
    });

  it('quote a spec name that a shell would split', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'payment spec '));
    try {
      cpSync(join(ROOT, 'spec'), folder, { recursive: true });
      const spec = join(folder, 'pr1234.yaml');
      const { stderr } = await callCommand(['plan', spec]);
      expect(stderr).to.include(`\`payment-spec validate '${spec}'\``);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
