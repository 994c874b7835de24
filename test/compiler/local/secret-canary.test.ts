// Secrets in a local run: a function uses them, and no log, console, data folder or bundle contains them.

import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { compileSpec } from '../../../compiler/compile/compile';
import { readFrom } from '../../../compiler/host/files';
import { generateSecrets } from '../../../compiler/local/secret-values';
import { SURROUNDINGS } from '../../spec';
import { cleanUp, makeFolder, makeProject, run, specOf, type TestProject } from './project';
import { follow, stopAfterEach } from './started';

const SECRET = 'canary-of-a-secret';
const VARIABLE = 'canary-of-a-variable';

const FUNCTION = `
import { createHmac } from 'node:crypto';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { PutItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
export const handler = async () => {
  const read = new GetSecretValueCommand({ SecretId: process.env.KEY_ARN });
  const { SecretString = '' } = await new SecretsManagerClient({}).send(read);
  const sign = (key) => createHmac('sha256', key).update('text').digest('hex');
  const signature = [sign(SecretString), sign(process.env.PARTNER ?? '')].join(' ');
  await new DynamoDBClient({}).send(
    new PutItemCommand({ TableName: process.env.TABLE, Item: { id: { S: 'one' }, signature: { S: signature } } }),
  );
  console.log(JSON.stringify({ signature }));
  return { statusCode: 200, body: signature };
};
`;

/** The fields of the function, and the other parts of the spec. */
const FIELDS = `    environment:
      KEY_ARN: "{{ secrets.key.arn }}"
      PARTNER: "{{ env.PARTNER }}"
      TABLE: "{{ tables.items.name }}"
    access: { secrets: [key], tables: { items: [PutItem] } }
`;
const PARTS = `variables: { PARTNER: { default: unset, secret: true } }
secrets: { key: { secretsManager: small/key } }
tables: { items: { partitionKey: { name: id } } }
`;

/** The texts of all files below a folder. */
function textsIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const stats = statSync(path);
    // Skips the file with the value, which git ignores, and sockets.
    if (name === 'node_modules' || name === '.secrets.yaml' || stats.isSocket()) return [];
    return stats.isDirectory() ? textsIn(path) : [readFileSync(path, 'latin1')];
  });
}

/** A project with a function that uses both secrets. */
function signerProject(more: Readonly<Record<string, string>> = {}): TestProject {
  const spec = specOf(['signer']).replace(
    '  signer: { entry: functions/signer.ts }',
    `  signer:\n    entry: functions/signer.ts\n${FIELDS}`,
  );
  return makeProject({ 'functions/signer.ts': FUNCTION, 'spec/test.yaml': `${spec}\n${PARTS}`, ...more });
}

const sign = (key: string) => createHmac('sha256', key).update('text').digest('hex');
const SIGNATURES = `${sign(SECRET)} ${sign(VARIABLE)}`;

/** Reads a stream of events until it has an event after another one. Returns its text. */
async function readEvents(url: string, act: () => Promise<unknown>): Promise<string> {
  const ended = new AbortController();
  const { body } = await fetch(`${url}/console/api/events`, { signal: ended.signal });
  const reader = body?.getReader();
  let text = '';
  for (let acted = false; ; ) {
    const { value } = (await reader?.read()) ?? {};
    text += Buffer.from(value ?? []).toString();
    if (acted) break;
    await act();
    acted = true;
  }
  ended.abort();
  return text;
}

describe('the secrets of a local run', () => {
  afterEach(cleanUp);

  it('reach the function, and are in no log, console, data folder or bundle', async () => {
    const { root } = signerProject();
    const { graph, resolved } = compileSpec('spec/test.yaml', readFrom(root), {
      ...SURROUNDINGS,
      variables: { PARTNER: VARIABLE },
    });
    if (graph === undefined || resolved === undefined) throw new Error('the spec does not compile');
    const dataDirectory = makeFolder();
    const local = await run(graph, {
      root,
      dataDirectory,
      variables: { PARTNER: VARIABLE },
      secretValue: generateSecrets(new Map([['key', SECRET]])),
      console: { spec: () => resolved, readScript: () => '' },
    });
    const response = await fetch(`${local.url}/${local.routes[0]?.stage}/signer`);
    expect(await response.text()).to.equal(SIGNATURES);

    const id = response.headers.get('x-amzn-requestid') ?? '';
    const reads = [
      'state',
      'requests',
      `request?id=${id}`,
      'overview',
      'spec',
      'tables',
      'items?table=items',
      'limits',
      'alarms',
    ];
    const shown = await Promise.all(
      reads.map(async (path) => (await fetch(`${local.url}/console/api/${path}`)).text()),
    );
    expect(shown.join('\n')).to.include('GetSecretValue').and.include('small/key');
    await local.stop();
    const written = [...textsIn(dataDirectory), ...textsIn(root)];
    expect(written.join('\n')).to.include(sign(SECRET));
    for (const text of [...local.lines, ...shown, ...written, JSON.stringify(graph)])
      expect(text).to.not.include(SECRET).and.not.include(VARIABLE);
  });
});

describe('the secrets of payment-spec start', () => {
  stopAfterEach();
  const former = { PARTNER: process.env.PARTNER, TMPDIR: process.env.TMPDIR };
  afterEach(() => {
    for (const [name, value] of Object.entries(former))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  });

  it('are not in its output, its temporary bundles, its data folder or the stream of the console', async () => {
    const project = signerProject({ '.secrets.yaml': `key: ${SECRET}\n` });
    const [data, temporary] = [makeFolder(), makeFolder()];
    Object.assign(process.env, { PARTNER: VARIABLE, TMPDIR: temporary });
    const { child, out, err, ended, url } = await follow(project, '--data', data);
    const events = await readEvents(url, async () => {
      expect(await (await fetch(`${url}/prod/signer`)).text()).to.equal(SIGNATURES);
    });
    await out.line(/signature/);
    // The run removes the temporary bundles when it stops.
    const files = [temporary, data, project.root].map(textsIn);
    expect(files.map((texts) => texts.length > 0)).to.deep.equal([true, true, true]);
    expect(files[0]?.join('\n')).to.include('SecretString');
    child.kill('SIGTERM');
    await ended;
    expect(events).to.include('perSecond');
    for (const text of [...files.flat(), events, ...out.lines, ...err.lines])
      expect(text).to.not.include(SECRET).and.not.include(VARIABLE);
  });
});
