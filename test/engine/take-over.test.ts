// Takes over the stack of the Python program: no resource with data is replaced or deleted.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Kind } from '../../compiler/graph/kind';
import { isStateful } from '../../compiler/graph/kinds/kinds';
import { expectGolden } from '../golden';
import { describeOnEngine, report } from './engine';

interface State {
  readonly urn: string;
  readonly type: string;
  readonly id?: string;
  readonly inputs?: { [key: string]: unknown };
  readonly outputs?: { [key: string]: unknown };
}

interface Plan {
  readonly steps: readonly {
    readonly op: string;
    readonly urn: string;
    readonly replaceReasons?: readonly string[];
    readonly detailedDiff?: object;
  }[];
}

const FIXTURE = readFileSync(join(__dirname, 'fixtures/original-stack.json'), 'utf8');
const original = (JSON.parse(FIXTURE) as { deployment: { resources: State[] } }).deployment.resources;

/** The reason for each deletion and replacement. */
const JUSTIFIED: Readonly<Record<string, string>> = {
  'payment-processing': 'a component of the Python program without children and without a resource in AWS',
  'api-deployment': 'a deployment is a snapshot: the stage uses the new one before the old one is deleted',
  'api-gateway-lambda-permission-GET-payment-id':
    'a permission is narrowed and named after its path; the new one is created before the old one is deleted',
  'api-gateway-lambda-permission-GET-payments':
    'a permission is replaced to narrow it; the new one is created before the old one is deleted',
  'api-gateway-lambda-permission-POST-payments':
    'a permission is replaced to narrow it; the new one is created before the old one is deleted',
};

/** The resources that must keep their identity. */
const KEPT = [
  'payments',
  'payment-processor-dlq',
  'payment-api',
  'payment-processor-logs',
  'lambda-role-payment-processor',
  'payment-processor',
];

const nameOf = (urn: string) => urn.split('::')[3] ?? '';

describeOnEngine('taking over the stack of the Python program', (engine) => {
  let plan: Plan;

  before(async () => {
    const { cloud, project } = engine();
    for (const { urn, type, id, inputs, outputs } of original) {
      if (type.startsWith('aws:') && id !== undefined)
        cloud.provider.adopt(type as Kind, nameOf(urn), id, inputs ?? {}, outputs ?? {});
    }
    await project.createStack('pr1234');
    project.write('stack.json', FIXTURE);
    await project.succeed('stack', 'import', '--file', 'stack.json');
    const output = await project.succeed('preview', '--json');
    plan = JSON.parse(output.slice(output.indexOf('\n{') + 1)) as Plan;
  });

  it('has the reviewed plan', () => {
    const lines = plan.steps.map(({ op, urn, replaceReasons = [] }) =>
      `${op.padEnd(18)} ${urn.split('::').slice(2).join('::')} ${replaceReasons.join(' ')}`.trimEnd(),
    );
    expectGolden('engine/fixtures/take-over-plan.txt', `${lines.sort().join('\n')}\n`);
  });

  it('replaces and deletes only justified resources', () => {
    const gone = plan.steps.filter(({ op }) => /delete|replace/.test(op)).map(({ urn }) => nameOf(urn));
    expect([...new Set(gone)].sort()).to.deep.equal(Object.keys(JUSTIFIED).sort());
  });

  it('creates no resource with data', () => {
    const created = plan.steps.filter(({ op }) => op === 'create').map(({ urn }) => urn.split('::')[2] ?? '');
    expect(created.filter(isStateful)).to.deep.equal([]);
  });

  it('keeps the identity of the listed resources', async () => {
    const { cloud, project } = engine();
    await project.succeed('up', '--yes', '--skip-preview');
    for (const name of KEPT) {
      expect(cloud.find(name).id, name).to.equal(original.find(({ urn }) => nameOf(urn) === name)?.id);
    }
    const table = [...cloud.resources.values()].find(({ name }) => name === 'payments');
    const { globalSecondaryIndexes: indexes = [] } = (table?.inputs ?? {}) as {
      globalSecondaryIndexes?: { name: string }[];
    };
    expect(indexes.map(({ name }) => name)).to.deep.equal(['status-index', 'status-time-index']);
    cloud.operations = [];
    await project.succeed('up', '--yes', '--skip-preview');
    expect(cloud.operations).to.deep.equal([]);
    report(
      `took over ${original.length - 3} resources of the Python program: ${KEPT.length} listed ones kept their identity, ${Object.keys(JUSTIFIED).length} replaced or deleted for a reason`,
    );
  });

  it('adopts the previous provider instead of creating another', async () => {
    const exported = JSON.parse(await engine().project.succeed('stack', 'export')) as {
      deployment: { resources: State[] };
    };
    const providers = (resources: readonly State[]) => resources.filter(({ type }) => type === 'pulumi:providers:aws');
    expect(providers(exported.deployment.resources).map(({ id, urn }) => [id, nameOf(urn)])).to.deep.equal([
      [providers(original)[0]?.id, 'aws'],
    ]);
  });
});
