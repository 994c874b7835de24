// The real AWS CLI with the tables and queues of a local run, using the printed commands.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { describeWithTools } from '../../../python-tools';
import { ROOT } from '../../../spec';
import { runCommand } from '../../cli/run';
import { cleanUp, collectLines, makeFolder } from '../project';

const PAYMENT = { id: 'pay-1', amount: 10.25, currency: 'USD', payment_method: 'card', customer_id: 'c-1' };

describeWithTools('compiler/local/stores/requirements.txt', 'the AWS CLI on a local run', (tools) => {
  const children = new Set<ChildProcess>();
  // Builds the program, so that later processes start without a build.
  before(() => runCommand(['--help']));
  afterEach(async () => {
    for (const child of children) await kill(child);
    await cleanUp();
  });

  async function kill(child: ChildProcess): Promise<void> {
    children.delete(child);
    const ended = once(child, 'close');
    child.kill('SIGKILL');
    await ended;
  }

  /** Starts pr1234 with its data in a folder, and reads the commands from its output. */
  async function start(data: string) {
    const args = ['start', '--spec', 'spec/pr1234.yaml', '--port', '0', '--data', data];
    const child = spawn(process.execPath, [join(ROOT, 'bin/payment-spec.cjs'), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    children.add(child);
    const out = collectLines();
    createInterface({ input: child.stdout }).on('line', out.print);
    await out.line(/^Reloads when/);
    const [, url = ''] = /^Serving (\S+),/.exec(await out.line(/^Serving /)) ?? [];
    return { child, url, aws: { dynamodb: await printed(/ aws dynamodb /), sqs: await printed(/ aws sqs /) } };

    /** A printed command with another operation. */
    async function printed(pattern: RegExp) {
      const line = (await out.line(pattern)).trim();
      return (operation?: string) => {
        const command =
          operation === undefined ? line : line.replace(/(aws \w+) \S+/, (_, service) => `${service} ${operation}`);
        const env = { ...process.env, PATH: `${tools()}:${process.env.PATH}` };
        const output = execFileSync('sh', ['-c', `${command} --output json`], { encoding: 'utf8', env, stdio: 'pipe' });
        return output === '' ? {} : JSON.parse(output);
      };
    }
  }

  it('lists, reads and writes the table with conditions', async () => {
    const { url, aws } = await start(makeFolder());
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(`${url}/prod/payments`, { method: 'POST', headers, body: JSON.stringify(PAYMENT) });
    expect(response.status).to.equal(200);
    const [table] = aws.dynamodb().TableNames;
    expect(table).to.include('payments');
    const scan = () => aws.dynamodb(`scan --table-name ${table} --projection-expression id`).Items;
    expect(scan()).to.deep.include({ id: { S: 'pay-1' } });
    const { Table } = aws.dynamodb(`describe-table --table-name ${table}`);
    const key = Table.KeySchema.map(({ AttributeName }: { AttributeName: string }) => AttributeName);
    expect(key).to.include('id');
    const put = `put-item --table-name ${table} --item '{"id":{"S":"pay-1"}}' --condition-expression 'attribute_not_exists(id)'`;
    expect(() => aws.dynamodb(put)).to.throw('ConditionalCheckFailedException');
  });

  it('sends a message that is kept after the run is killed', async () => {
    const data = makeFolder();
    const first = await start(data);
    const [queue] = first.aws.sqs().QueueUrls;
    first.aws.sqs(`send-message --queue-url ${queue} --message-body failed-event`);
    await kill(first.child);
    const next = await start(data);
    const [same] = next.aws.sqs().QueueUrls;
    const { Messages } = next.aws.sqs(`receive-message --queue-url ${same}`);
    expect(Messages.map(({ Body }: { Body: string }) => Body)).to.deep.equal(['failed-event']);
  });
});
