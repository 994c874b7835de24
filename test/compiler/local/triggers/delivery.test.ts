// A local run with real functions: a request changes a table, and triggers deliver the change and a message.

import { expect } from 'chai';
import { cleanUp, makeProject, run, specOf } from '../project';

const MORE = `
tables: { items: { partitionKey: { name: id }, stream: NEW_IMAGE } }
queues: { jobs: { visibilityTimeoutSeconds: 60 } }
`;
const FUNCTIONS: Readonly<Record<string, string>> = {
  writer: `import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
export const handler = async () => {
  await new DynamoDBClient({}).send(new PutItemCommand({ TableName: process.env.TABLE, Item: { id: { S: 'a' } } }));
  return { statusCode: 201, body: '' };
};`,
  publisher: `import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
export const handler = async ({ Records }) => {
  for (const { dynamodb } of Records)
    await new SQSClient({}).send(new SendMessageCommand({ QueueUrl: process.env.JOBS, MessageBody: dynamodb.NewImage.id.S }));
};`,
  worker: `export const handler = async ({ Records }) => {
  console.log('worked on ' + Records.map(({ body }) => body).join());
};`,
};

/** The spec, in which only the writer has a route. */
function spec(): string {
  const settings = {
    writer: 'environment: { TABLE: "{{ tables.items.name }}" }, access: { tables: { items: [PutItem] } }',
    publisher:
      'environment: { JOBS: "{{ queues.jobs.url }}" }, access: { queues: { jobs: [SendMessage] } }, triggers: { changes: { table: items } }',
    worker: 'triggers: { jobs: { queue: jobs } }',
  };
  const [head = '', tail = ''] = specOf(['writer'], MORE).split('  writer: { entry: functions/writer.ts }\n');
  const functions = Object.entries(settings).map(
    ([name, more]) => `  ${name}: { entry: functions/${name}.ts, ${more} }\n`,
  );
  return head + functions.join('') + tail;
}

describe('the delivery of a local run', () => {
  after(cleanUp);

  it('invokes functions for a change of a table and for the message that follows', async () => {
    const files = Object.entries(FUNCTIONS).map(([name, code]) => [`functions/${name}.ts`, code]);
    const project = makeProject({ 'spec/test.yaml': spec(), ...Object.fromEntries(files) });
    const { url, line } = await run(project.compile(), { root: project.root });
    expect((await fetch(`${url}/prod/writer`)).status).to.equal(201);
    expect(await line(/worked on/)).to.include('worked on a');
  });
});
