// Environments that are validated together: collisions in an account and a Region.

import { expect } from 'chai';
import { checkEnvironments } from '../../../../compiler/compile/rules/environments';
import { compileProject } from '../../../spec';

const PRODUCTION = 'spec/production.yaml';
const OTHER = 'spec/other.yaml';

/** The codes and messages of a spec that extends production, validated with production, without the counts of names. */
function findingsBeside(fields: string, production = ''): string[] {
  const instead = {
    [OTHER]: `extends: production.yaml\n${fields}`,
    [PRODUCTION]: `extends: base.yaml\n${production}`,
    'spec/base.yaml': SHIPPED,
  };
  const environments = [PRODUCTION, OTHER].map((path) => {
    const { graph, resolved, diagnostics } = compileProject(path, instead);
    if (graph === undefined || resolved === undefined) throw new Error(diagnostics[0]?.message);
    return { path, graph, ...resolved };
  });
  const found = checkEnvironments(environments);
  expect(found.get(PRODUCTION)).to.deep.equal([]);
  return (found.get(OTHER) ?? []).map(({ code, message }) => `${code} ${message}`);
}

const SHIPPED = compileProject(PRODUCTION).sources.find(({ path }) => path === PRODUCTION)?.text ?? '';
const OWN_SUFFIX = 'suffix: other\napi: { ownsAccountLoggingRole: false }\n';
const ACCOUNT = (id: string) => `provider: { allowedAccountIds: ["${id}"] }\n`;
const ROLE = (id: string) =>
  `provider: { allowedAccountIds: [], assumeRole: { roleArn: "arn:aws:iam::${id}:role/deploy" } }\n`;
const [FIRST, SECOND] = ['111111111111', '222222222222'];
const UNSCOPED = 'naming: { pattern: "{{ project }}-{{ name }}-{{ suffix }}" }\n';

/** The codes of each pair, with the fields of the other environment, and additional fields of production. */
const PAIRS: Readonly<Record<string, readonly [codes: readonly string[], other: string, production?: string]>> = {
  'a copy in an unknown account': [['ENV8101', 'ENV8102'], ''],
  'a copy if only one account is known': [['ENV8101', 'ENV8102'], ACCOUNT(FIRST)],
  'a copy in the same account': [['ENV8101', 'ENV8102'], '', ACCOUNT(FIRST)],
  'a copy in another account': [[], ACCOUNT(SECOND), ACCOUNT(FIRST)],
  'a copy with a role of another account': [[], ROLE(SECOND), ACCOUNT(FIRST)],
  'a copy with a role of the same account': [['ENV8101', 'ENV8102'], ROLE(FIRST), ACCOUNT(FIRST)],
  'another suffix': [[], OWN_SUFFIX],
  'another suffix, and a second logging role': [['ENV8102'], 'suffix: other\n'],
  'a copy in another Region': [[], 'region: eu-central-1\n'],
  'a copy in another Region, with names that do not contain the Region': [
    ['ENV8101'],
    'region: eu-central-1\n',
    UNSCOPED,
  ],
  'reservations within the quota': [
    [],
    `${OWN_SUFFIX}functions: { payment-processor: { reservedConcurrency: 558 } }\n`,
  ],
  'reservations beyond the quota': [
    ['ENV8103'],
    `${OWN_SUFFIX}functions: { payment-processor: { reservedConcurrency: 559 } }\n`,
  ],
  'reservations beyond the quota of another Region': [
    [],
    `${OWN_SUFFIX}region: eu-central-1\nfunctions: { payment-processor: { reservedConcurrency: 559 } }\n`,
  ],
};

describe('environments that are validated together', () => {
  for (const [pair, [codes, other, production]] of Object.entries(PAIRS)) {
    it(`${codes.length === 0 ? 'do not collide' : `collide (${codes.join(', ')})`}: ${pair}`, () => {
      expect(findingsBeside(other, production).map((finding) => finding.slice(0, 7))).to.deep.equal(codes);
    });
  }

  it('share only the names of IAM across Regions', () => {
    const [finding] = findingsBeside('region: eu-central-1\n', UNSCOPED);
    expect(finding).to.match(/such as the (role|policy) "/);
  });
});
