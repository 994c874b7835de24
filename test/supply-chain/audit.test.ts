// Known vulnerabilities of installed packages by `npm audit`: only those that are accepted with a reason.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { skip } from '../skip';
import { ROOT } from '../spec';

/** An accepted vulnerability: its id as GHSA-xxxx-xxxx-xxxx, the reason, and the expiry as YYYY-MM-DD. */
interface Accepted {
  readonly id: string;
  readonly reason: string;
  readonly expires: string;
}

interface Audit {
  /** An error of the registry. */
  readonly message?: string;
  /** A string is the name of another package with the vulnerability. */
  readonly vulnerabilities?: Readonly<Record<string, { readonly via: readonly (string | { readonly url: string })[] }>>;
}

/** Expired acceptances are ignored, so that the audit reports their vulnerabilities again. */
const today = new Date().toISOString().slice(0, 10);
const ACCEPTED: readonly Accepted[] = JSON.parse(readFileSync(join(ROOT, 'accepted-vulnerabilities.json'), 'utf8'));

describe('npm audit', () => {
  it('finds only accepted vulnerabilities', function () {
    const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: ROOT, encoding: 'utf8' });
    const { message, vulnerabilities }: Audit = JSON.parse(stdout);
    if (vulnerabilities === undefined) skip(this, `the npm registry does not respond: ${message}`);
    const found = Object.values(vulnerabilities).flatMap(({ via }) =>
      via.flatMap((one) => (typeof one === 'string' ? [] : [one.url.slice(one.url.lastIndexOf('/') + 1)])),
    );
    const accepted = new Set(ACCEPTED.filter(({ expires }) => expires >= today).map(({ id }) => id));
    expect([...new Set(found)].filter((id) => !accepted.has(id))).to.deep.equal([]);
    expect(
      [...accepted].filter((id) => !found.includes(id)),
      'accepted, but no longer found',
    ).to.deep.equal([]);
  });

  it('has a reason and an expiry for each accepted vulnerability', () => {
    for (const { id, reason, expires } of ACCEPTED) {
      expect(id).to.match(/^GHSA(-[0-9a-z]{4}){3}$/);
      expect(reason, id).to.match(/\w{3}/);
      expect(expires, id).to.match(/^\d{4}-\d\d-\d\d$/);
    }
  });
});
