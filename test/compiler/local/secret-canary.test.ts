// Secrets in a local run: a function uses them, and no log, console, data folder or bundle contains them.

import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { compileSpec } from '../../../compiler/compile/compile';
import { readFrom } from '../../../compiler/host/files';
import { generateSecrets } from '../../../compiler/local/secret-values';
import { SURROUNDINGS } from '../../spec';
import { cleanUp, makeFolder, makeProject, run, specOf } from './project';

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
    if (name === 'node_modules') return [];
    return statSync(path).isDirectory() ? textsIn(path) : [readFileSync(path, 'latin1')];
  });
}

describe('the secrets of a local run', () => {
  afterEach(cleanUp);

  it('reach the function, and are in no log, console, data folder or bundle', async () => {
    const spec = specOf(['signer']).replace(
      '  signer: { entry: functions/signer.ts }',
      `  signer:\n    entry: functions/signer.ts\n${FIELDS}`,
    );
    const { root } = makeProject({ 'functions/signer.ts': FUNCTION, 'spec/test.yaml': `${spec}\n${PARTS}` });
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
    const sign = (key: string) => createHmac('sha256', key).update('text').digest('hex');
    expect(await response.text()).to.equal(`${sign(SECRET)} ${sign(VARIABLE)}`);

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
