// The real AWS CLI and boto3 with the tables and queues of a local run, using the printed commands and addresses.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { describeWithTools, runTool } from '../../../python-tools';
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
    const endpointOf = async (line: RegExp) => (await out.line(line)).replace(line, '');
    return {
      child,
      url,
      endpoints: [await endpointOf(/^Tables at /), await endpointOf(/^Queues at /)],
      aws: { dynamodb: await printed(/ aws dynamodb /), sqs: await printed(/ aws sqs /) },
    };

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

  it('lists, reads and writes the table with conditions, and boto3 does so too', async () => {
    const { url, endpoints, aws } = await start(makeFolder());
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(`${url}/prod/payments`, { method: 'POST', headers, body: JSON.stringify(PAYMENT) });
    expect(response.status).to.equal(200);
    const [table] = aws.dynamodb().TableNames;
    expect(table).to.include('payments');
    const scan = () => aws.dynamodb(`scan --table-name ${table} --projection-expression id`).Items;
    expect(scan()).to.deep.include({ id: { S: 'pay-1' } });
    const put = `put-item --table-name ${table} --item '{"id":{"S":"pay-1"}}' --condition-expression 'attribute_not_exists(id)'`;
    expect(() => aws.dynamodb(put)).to.throw('ConditionalCheckFailedException');
    const script = join(ROOT, 'test/compiler/local/stores/look.py');
    expect(JSON.parse(runTool(tools(), 'python3', [script, ...endpoints]))).to.deep.equal({
      key: 'id',
      id: 'pay-1',
      amount: '10.25',
      listed: ['pay-1'],
      refused: 'ConditionalCheckFailedException',
      message: 'failed-event',
      left: [],
    });
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
