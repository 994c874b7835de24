// The stand-ins for DynamoDB and SQS: malformed calls, pages of other origins, damaged data and open iterators.

import { request } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from 'chai';
import { startStandIns } from '../../../../compiler/local/stores/stand-ins';
import { cleanUp, makeFolder, makeProject, run, specOf, type TestRun } from '../project';
import { tableOf } from '../store-clients';

const TABLE = 'small-items-useast1-test-t';
const HEADERS = {
  'Content-Type': 'application/x-amz-json-1.0',
  Authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
  'X-Amz-Date': '20260101T000000Z',
};
const nested = (levels: number): object => (levels === 0 ? { S: 'x' } : { M: { a: nested(levels - 1) } });

describe('the stand-in for DynamoDB', () => {
  let localRun: TestRun;
  let dataDirectory: string;
  beforeEach(async () => {
    dataDirectory = join(makeFolder(), 'data');
    const indexes = 'indexes: { by-owner: { partitionKey: { name: owner, type: S }, sortKey: { name: at, type: S } } }';
    const project = makeProject({
      'functions/one.ts': 'export const handler = () => ({ statusCode: 200 });',
      'spec/test.yaml': specOf(['one'], `tables: { items: { partitionKey: { name: id, type: S }, ${indexes} } }\n`),
    });
    localRun = await run(project.compile(), { root: project.root, dataDirectory });
  });
  afterEach(cleanUp);

  async function call(action: string, body: string) {
    const response = await fetch(localRun.endpoints.dynamodb, {
      method: 'POST',
      headers: { ...HEADERS, 'X-Amz-Target': `DynamoDB_20120810.${action}` },
      body,
    });
    const { __type, message } = (await response.json()) as { __type: string; message?: string };
    return { status: response.status, type: __type?.split('#')[1], message };
  }
  const put = (item: object) => call('PutItem', JSON.stringify({ TableName: TABLE, Item: item }));

  it('responds with 400 to bodies that would make dynalite crash', async () => {
    const bodies: [action: string, body: string][] = [
      ...['null', '[]', '1', '"text"', 'true', '{', ''].map((body): [string, string] => ['PutItem', body]),
      ['PutItem', JSON.stringify({ TableName: TABLE, Item: { id: { S: 'a' }, deep: nested(900) } })],
      ['PutItem', JSON.stringify({ TableName: TABLE, Item: { id: null } })],
      ['PutItem', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
      ['BatchWriteItem', JSON.stringify({ RequestItems: { [TABLE]: [null] } })],
      ['Scan', '{}'],
      ['GetItem', JSON.stringify({ TableName: TABLE, Key: null })],
      ['Query', JSON.stringify({ TableName: TABLE, KeyConditions: { id: null } })],
    ];
    for (const [action, body] of bodies)
      expect(await call(action, body), `${action} ${body.slice(0, 80)}`).to.include({ status: 400 });
    expect(await put({ id: { S: 'a' }, deep: nested(32) })).to.include({ status: 200 });
  });

  it('rejects empty and too long index keys, as DynamoDB does', async () => {
    const rows: [owner: string, at: string, status: number][] = [
      ['a', 'b', 200],
      ['a'.repeat(2048), 'b'.repeat(1024), 200],
      ['', 'b', 400],
      ['a', '', 400],
      ['a'.repeat(2049), 'b', 400],
      ['a', 'é'.repeat(513), 400],
    ];
    for (const [owner, at, status] of rows) {
      const answer = await put({ id: { S: 'a' }, owner: { S: owner }, at: { S: at } });
      expect(answer).to.include({ status, type: status === 200 ? undefined : 'ValidationException' });
    }
    const key = { TableName: TABLE, Key: { id: { S: 'a' } } };
    const setAt = (value: string) => ({
      UpdateExpression: 'SET #at = :value',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: { ':value': { S: value } },
    });
    const updates: [fields: object, message: RegExp | undefined][] = [
      [setAt('c'), undefined],
      [setAt(''), /cannot contain an empty string value\.$/],
      [setAt('a'.repeat(1025)), /limit of 1024 bytes/],
      [{ AttributeUpdates: { at: { Value: { S: '' } } } }, /^One or more .* not valid\. The update expression/],
    ];
    for (const [fields, message] of updates) {
      const answer = await call('UpdateItem', JSON.stringify({ ...key, ...fields }));
      expect(answer).to.include({ status: message === undefined ? 200 : 400 });
      if (message !== undefined) expect(answer.message).to.match(message);
    }
    expect(await tableOf(localRun, TABLE).find('a')).to.deep.include({ at: { S: 'c' } });
  });

  it('closes the iterators of Query and Scan, also if a page ends early', async () => {
    const prototype = classicLevel().prototype;
    const { attachResource, detachResource } = prototype;
    let open = 0;
    prototype.attachResource = function (resource) {
      open += 1;
      return attachResource.call(this, resource);
    };
    prototype.detachResource = function (resource) {
      open -= 1;
      return detachResource.call(this, resource);
    };
    try {
      await tableOf(localRun, TABLE).put('a', 'b', 'c', 'd');
      for (let at = 0; at < 20; at += 1) {
        for (const Limit of [1, 2, 100]) await call('Scan', JSON.stringify({ TableName: TABLE, Limit }));
        const values = { ':id': { S: 'a' } };
        const query = { TableName: TABLE, KeyConditionExpression: 'id = :id', ExpressionAttributeValues: values };
        await call('Query', JSON.stringify(query));
      }
      // If an iterator stays open, this loop runs until the time limit of the tests.
      while (open > 0) await new Promise((resolve) => setTimeout(resolve, 20));
      expect(open).to.equal(0);
    } finally {
      Object.assign(prototype, { attachResource, detachResource });
    }
  });

  it('responds with 500 when the store fails, reports the reason once per request, and keeps its data', async () => {
    const reasons: string[] = [];
    const folder = join(makeFolder(), 'tables');
    const service = await startStandIns({ folder, onFailure: (reason) => reasons.push(reason) });
    const ask = (action: string, body: object) =>
      fetch(service.urls.dynamodb, {
        method: 'POST',
        headers: { ...HEADERS, 'X-Amz-Target': `DynamoDB_20120810.${action}` },
        body: JSON.stringify(body),
      });
    const definition = {
      TableName: 'items',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
    };
    expect((await ask('CreateTable', definition)).status).to.equal(200);
    while (!/ACTIVE/.test(await (await ask('DescribeTable', { TableName: 'items' })).text()));
    const { db } = service.dynamodb.store;
    const { put } = db;
    const disk = Object.assign(new Error('IO error: 000005.log: No space left on device'), { code: 'LEVEL_IO_ERROR' });
    db.put = (_key, _value, callback) => void setImmediate(callback, disk);
    const full = await ask('PutItem', { TableName: 'items', Item: { id: { S: 'a' } } });
    expect([full.status, reasons]).to.deep.equal([500, [disk.message]]);
    db.put = put;
    expect((await ask('PutItem', { TableName: 'items', Item: { id: { S: 'a' } } })).status).to.equal(200);
    await service.stop();
  });

  it('refuses other origins and other host names, and sends no CORS headers', async () => {
    for (const url of [localRun.endpoints.dynamodb, localRun.endpoints.sqs, `${localRun.url}/prod/one`]) {
      const { host } = new URL(url);
      const rows: [headers: Record<string, string>, isServed: boolean][] = [
        [{ Host: host }, true],
        [{ Host: host.replace('127.0.0.1', 'localhost') }, true],
        [{ Host: host, Origin: `http://${host}` }, true],
        [{ Host: 'evil.example' }, false],
        [{ Host: `evil.example:${new URL(url).port}` }, false],
        [{ Host: host, Origin: 'https://evil.example' }, false],
        [{ Host: host, Origin: 'null' }, false],
      ];
      for (const [headers, isServed] of rows) {
        const { status, allowed } = await statusOf(url, headers);
        expect([status !== 403, allowed], `${url} ${JSON.stringify(headers)}`).to.deep.equal([isServed, undefined]);
      }
    }
  });
});

/** Sends a request with any Host and Origin, which fetch cannot. */
function statusOf(url: string, headers: Record<string, string>) {
  return new Promise<{ status: number | undefined; allowed: string | undefined }>((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, allowed: response.headers['access-control-allow-origin'] });
    })
      .on('error', reject)
      .end();
  });
}

interface Resources {
  attachResource(this: unknown, resource: unknown): void;
  detachResource(this: unknown, resource: unknown): void;
}

function classicLevel(): { readonly prototype: Resources } {
  return createRequire(require.resolve('dynalite'))('level').Level;
}
