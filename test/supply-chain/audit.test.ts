// Known vulnerabilities of what is installed, by `npm audit`: none, but those that are listed with a reason.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { ROOT } from '../spec';

/** A vulnerability that is accepted: its id, as GHSA-xxxx-xxxx-xxxx, why, and until when, as YYYY-MM-DD. */
interface Accepted {
  readonly id: string;
  readonly reason: string;
  readonly expires: string;
}

interface Audit {
  /** What the registry says instead of an answer. */
  readonly message?: string;
  /** A text is the name of another package, whose vulnerability it is. */
  readonly vulnerabilities?: Readonly<Record<string, { readonly via: readonly (string | { readonly url: string })[] }>>;
}

/** An acceptance that expired does not count: its vulnerability fails the audit again, and nothing else does. */
const today = new Date().toISOString().slice(0, 10);
const ACCEPTED: readonly Accepted[] = JSON.parse(readFileSync(join(ROOT, 'accepted-vulnerabilities.json'), 'utf8'));

describe('npm audit', () => {
  it('finds nothing that is not accepted', function () {
    this.timeout(60_000);
    const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: ROOT, encoding: 'utf8' });
    const { message, vulnerabilities }: Audit = JSON.parse(stdout);
    if (vulnerabilities === undefined) {
      console.log(`  skipped, for the registry does not answer: npm audit (${message})`);
      this.skip();
    }
    const found = Object.values(vulnerabilities).flatMap(({ via }) =>
      via.flatMap((one) => (typeof one === 'string' ? [] : [one.url.slice(one.url.lastIndexOf('/') + 1)])),
    );
    const accepted = new Set(ACCEPTED.filter(({ expires }) => expires >= today).map(({ id }) => id));
    expect([...new Set(found)].filter((id) => !accepted.has(id))).to.deep.equal([]);
    expect(
      [...accepted].filter((id) => !found.includes(id)),
      'accepted, but not found any more',
    ).to.deep.equal([]);
  });

  it('has a reason and an end for each that is accepted', () => {
    for (const { id, reason, expires } of ACCEPTED) {
      expect(id).to.match(/^GHSA(-[0-9a-z]{4}){3}$/);
      expect(reason, id).to.match(/\w{3}/);
      expect(expires, id).to.match(/^\d{4}-\d\d-\d\d$/);
    }
  });
});
