// Injects faults during a deployment: the next `pulumi up` converges to the same state, without duplicates.

import { expect } from 'chai';
import { isSampled } from '../exhaustive';
import { graphOf } from '../spec';
import type { Fault } from './cloud';
import { describeOnEngine, type Moment, report } from './engine';

const UP = ['up', '--yes', '--skip-preview'] as const;
const SPEC = 'spec/pr1234.yaml';
/** The share of the resources that have faults in `npm test`. */
const SHARE = 0.02;
/** The time without a new operation after which the engine has stored all results, even on a busy machine. */
const QUIET_MILLISECONDS = 4_000;
/** Maximum number of `pulumi up` commands: each fault makes at most one fail. */
const MAXIMUM_ATTEMPTS = 120;

describeOnEngine('a deployment with injected faults', (engine) => {
  const { resources } = graphOf(SPEC);
  const faulty = resources.map<string>(({ id }) => id).filter((id) => isSampled(id, SHARE));
  let empty: Moment;
  let deployed: Moment;
  let wanted: object;
  let injected = 0;

  afterEach(() => {
    const { cloud, project } = engine();
    project.restore('spec');
    cloud.fault = () => undefined;
    cloud.operations = [];
  });

  before(async () => {
    const { cloud, project } = engine();
    project.writeCheckpoints();
    await project.succeed('stack', 'init', 'pr1234');
    empty = engine().remember();
    await project.succeed(...UP);
    deployed = engine().remember();
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
  });

  it('an invalid spec changes nothing', async () => {
    const { cloud, project } = engine();
    engine().rewind(deployed);
    cloud.operations = [];
    project.edit(SPEC, 'rateLimit: 1000', 'rateLimit: many');
    const { code, output } = await project.run(...UP);
    expect(code).to.not.equal(0);
    expect(output)
      .to.include('spec/pr1234.yaml:')
      .and.to.include('ENV3103 wrong-type: api.throttle.rateLimit must be a number');
    expect(cloud.operations).to.deep.equal([]);
  });

  it('a change that would replace the table is refused before any change, unless the spec lists it', async () => {
    const { cloud, project } = engine();
    const rename = ['partitionKey: { name: id, type: S }', 'partitionKey: { name: payment_id, type: S }'] as const;
    project.edit('spec/system.yaml', ...rename);
    const { code, output } = await project.run(...UP);
    expect(code).to.not.equal(0);
    expect(output).to.include(
      'tables.payments (payments): it would be replaced because of hashKey "id" -> "payment_id"',
    );
    expect(cloud.operations).to.deep.equal([]);
  });

  it('protected resources with data cannot be destroyed', async () => {
    const { cloud, project } = engine();
    project.edit(SPEC, 'protect: false', 'protect: true');
    await project.succeed(...UP);
    const { code, output } = await project.run('destroy', '--yes');
    expect(code).to.not.equal(0);
    expect(output).to.match(/payments.*\n?.*protected/);
    expect(cloud.operations).to.deep.equal([]);
    engine().rewind(deployed);
  });

  it('refuses another account before any creation', async () => {
    const { cloud, project } = engine();
    project.edit(
      SPEC,
      'tracing: true',
      'provider: { allowedAccountIds: ["999999999999"] }\nlogRetentionDays: 14\ntracing: true',
    );
    project.edit(SPEC, 'logRetentionDays: 7\n', '');
    const { code, output } = await project.run(...UP);
    expect(code).to.not.equal(0);
    expect(output).to.include('AWS account ID not allowed: 123456789012');
    expect(cloud.operations).to.deep.equal([]);
  });

  it('two environments coexist in one account with different physical names', async () => {
    const { cloud, project } = engine();
    project.write('spec/pr5678.yaml', project.read(SPEC).replace('suffix: pr1234', 'suffix: pr5678'));
    await project.succeed('stack', 'init', 'pr5678');
    await project.succeed(...UP);
    expect(cloud.resources.size).to.equal(2 * resources.length);
    const names = [...cloud.resources.values()]
      // Names within an API need only be unique in their API.
      .map(({ type, inputs }) => `${type} ${String(inputs.name)} ${String(inputs.restApi ?? '')}`)
      .filter((name) => !name.includes(' undefined'));
    expect([...new Set(names)]).to.deep.equal(names);
    report(`${injected} faults injected, one of each kind at ${faulty.length} of the resources; nothing created twice`);
  });
});
