// Injects faults during a deployment: the next `pulumi up` converges to the same state, without duplicates. Then refuses commands.

import { basename } from 'node:path';
import { expect } from 'chai';
import { sizeOf } from '../exhaustive';
import { graphOf } from '../spec';
import type { Fault } from './cloud';
import { describeOnEngine, type Moment, report } from './engine';

const UP = ['up', '--yes', '--skip-preview'] as const;
/** A small system: an `up` of it takes a fraction of the time of pr1234's. */
const SMALL = 'spec/small.yaml';
const SMALL_TEXT = `project: small
environment: Test
suffix: one
protect: false
logRetentionDays: 7
tables: { payments: { partitionKey: { name: id, type: S }, deletionProtection: false } }
functions:
  processor: { entry: runtime/handler.ts, access: { tables: { payments: [GetItem, PutItem] } } }
monitoring: { generatedAlarms: false, dashboard: false }
`;
/** The system with faults, and the resources that have them: in `npm test` one that others depend on. */
const FAULTY = sizeOf({ sample: SMALL, exhaustive: 'spec/pr1234.yaml' });
const isFaulty = (id: string) => sizeOf({ sample: id.startsWith('aws:iam/role:Role::'), exhaustive: true });
/** The time without a new operation after which the engine has stored all results, even on a busy machine. */
const QUIET_MILLISECONDS = 4_000;
/** Maximum number of `pulumi up` commands: each fault makes at most one fail. */
const MAXIMUM_ATTEMPTS = 120;

describeOnEngine('a deployment with injected faults', (engine) => {
  const { resources } = graphOf(FAULTY, { [SMALL]: SMALL_TEXT });
  const faulty = resources.map<string>(({ id }) => id).filter(isFaulty);
  let empty: Moment;
  let wanted: object;
  let injected = 0;

  afterEach(() => {
    engine().cloud.fault = () => undefined;
  });

  before(async () => {
    const { cloud, project } = engine();
    project.writeCheckpoints();
    project.write(SMALL, SMALL_TEXT);
    await project.createStack(basename(FAULTY, '.yaml'));
    empty = engine().remember();
    await project.succeed(...UP);
    wanted = cloud.snapshot();
  });

  for (const fault of ['refuse', 'hang', 'crash'] as const satisfies readonly Fault[]) {
    it(`converges after the fault "${fault}" at ${faulty.length} of the resources in turn`, async () => {
      const { cloud, project } = engine();
      engine().rewind(empty);
      cloud.operations = [];
      const failed = new Set<string>();
      cloud.fault = (resource) => {
        if (failed.has(resource) || !faulty.includes(resource)) return undefined;
        failed.add(resource);
        return fault;
      };
      // Simulates a crash of the machine when only hanging operations are left. A kill during a write would leave a partial state in
      // Pulumi's file backend, and a kill during an operation would lose its result.
      let kill: NodeJS.Timeout | undefined;
      cloud.onHang = () => {
        clearInterval(kill);
        let known = -1;
        kill = setInterval(() => {
          const { length } = cloud.operations;
          if (length === known) {
            clearInterval(kill);
            project.kill();
          }
          known = length;
        }, QUIET_MILLISECONDS);
      };

      let code: number | null = 1;
      for (let attempt = 0; code !== 0 && attempt < MAXIMUM_ATTEMPTS; attempt += 1) {
        ({ code } = await project.run(...UP));
        if (fault === 'hang' && code === null) await project.succeed('cancel', '--yes');
        if (fault === 'crash') await engine().revive();
      }
      cloud.fault = () => undefined;
      expect(code).to.equal(0);
      expect([...failed].sort()).to.deep.equal([...faulty].sort());
      injected += failed.size;

      const created = cloud.operations.filter(({ action }) => action === 'create').map(({ resource }) => resource);
      expect(created.sort()).to.deep.equal(resources.map(({ id }) => id).sort());
      expect(cloud.snapshot()).to.deep.equal(wanted);
      cloud.operations = [];
      await project.succeed(...UP);
      expect(cloud.operations).to.deep.equal([]);
    });
  }

  it('can be destroyed after the last fault', async () => {
    const { cloud, project } = engine();
    await project.succeed('destroy', '--yes', '--skip-preview');
    expect(cloud.resources.size).to.equal(0);
    report(`${injected} faults injected, one of each kind at ${faulty.length} of the resources; nothing created twice`);
  });
});

describeOnEngine('a deployed stack', (engine) => {
  let deployed: Moment;

  before(async () => {
    const { project } = engine();
    project.write(SMALL, SMALL_TEXT);
    await project.createStack('small');
    await project.succeed(...UP);
    deployed = engine().remember();
  });

  beforeEach(() => {
    const { cloud, project } = engine();
    engine().rewind(deployed);
    project.write(SMALL, SMALL_TEXT);
    cloud.operations = [];
  });

  it('is not changed by an invalid spec', async () => {
    const { cloud, project } = engine();
    project.edit(SMALL, 'logRetentionDays: 7', 'logRetentionDays: many');
    const { code, output } = await project.run(...UP);
    expect(code).to.not.equal(0);
    expect(output).to.include('spec/small.yaml:').and.to.include('ENV3103 wrong-type: logRetentionDays must be');
    expect(cloud.operations).to.deep.equal([]);
  });

  it('is not changed by a spec that would replace the table', async () => {
    const { cloud, project } = engine();
    project.edit(SMALL, 'name: id', 'name: payment_id');
    const { code, output } = await project.run(...UP);
    expect(code).to.not.equal(0);
    expect(output).to.include(
      'tables.payments (payments): it would be replaced because of hashKey "id" -> "payment_id"',
    );
    expect(cloud.operations).to.deep.equal([]);
  });

  it('cannot be destroyed while it protects resources with data', async () => {
    const { cloud, project } = engine();
    project.edit(SMALL, 'protect: false', 'protect: true');
    await project.succeed(...UP);
    const { code, output } = await project.run('destroy', '--yes');
    expect(code).to.not.equal(0);
    expect(output).to.match(/payments.*\n?.*protected/);
    expect(cloud.operations).to.deep.equal([]);
  });

  it('is not deployed to another account', async () => {
    const { cloud, project } = engine();
    project.edit(
      SMALL,
      'logRetentionDays: 7',
      'provider: { allowedAccountIds: ["999999999999"] }\nlogRetentionDays: 14',
    );
    const { code, output } = await project.run(...UP);
    expect(code).to.not.equal(0);
    expect(output).to.include('AWS account ID not allowed: 123456789012');
    expect(cloud.operations).to.deep.equal([]);
  });

  it('coexists with another environment in one account, with different physical names', async () => {
    const { cloud, project } = engine();
    const { size } = cloud.resources;
    project.write('spec/other.yaml', SMALL_TEXT.replace('suffix: one', 'suffix: two'));
    await project.createStack('other');
    await project.succeed(...UP);
    expect(cloud.resources.size).to.equal(2 * size);
    const names = [...cloud.resources.values()]
      .map(({ type, inputs }) => `${type} ${String(inputs.name)}`)
      .filter((name) => !name.includes(' undefined'));
    expect([...new Set(names)]).to.deep.equal(names);
  });
});
