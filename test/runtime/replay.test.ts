// The contract with existing clients: recorded events and responses of the previous program.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import type { ApiEvent } from '../../runtime/event';
import { isJsonNumber, type JsonNumber, parseJson, renderJson } from '../../runtime/json';
import { describeOnTables } from '../proof/tables';
import { handlerOn, type LocalHandler } from './local-handler';

interface Answer {
  readonly statusCode: JsonNumber;
  readonly body: unknown;
}

const read = (name: string) => readFileSync(path.join(__dirname, name), 'utf8');
const RECORDED = parseJson(read('fixtures/replay.json')) as (Answer & { name: string; event: ApiEvent })[];
const DIFFERENCES = parseJson(read('fixtures/replay-differences.json')) as Record<string, Answer & { reason: string }>;

describeOnTables('the recorded events', (tableOf) => {
  let api: LocalHandler;
  before(() => {
    api = handlerOn(tableOf());
  });

  for (const { name, event, ...recorded } of RECORDED) {
    const difference = DIFFERENCES[name];
    it(difference ? `${name}: new response. ${difference.reason}` : `${name}: same response`, async () => {
      const { statusCode, text } = await api.send(event);
      const answer = comparable({ statusCode, body: masked(contractOf(statusCode, parseJson(text))) });
      if (difference)
        expect(comparable(difference), 'listed, but the response is the same').not.to.deep.equal(comparable(recorded));
      expect(answer).to.deep.equal(comparable(difference ?? recorded));
    });
  }

  it('do not add messages to the dead-letter queue, because none is an internal failure', () => {
    expect(api.failures).to.deep.equal([]);
  });
});

describe('docs/contract-differences.md', () => {
  it('has a row for each listed difference', () => {
    const rows = RECORDED.filter(({ name }) => name in DIFFERENCES).map((recorded) => {
      const { reason, ...ours } = DIFFERENCES[recorded.name] as (typeof DIFFERENCES)[string];
      return `| ${recorded.name} | ${cell(recorded)} | ${cell(ours)} | ${reason} |`;
    });
    expect(rows).to.have.length(Object.keys(DIFFERENCES).length);
    const unpadded = read('../../docs/contract-differences.md').replace(/ +/g, ' ');
    expect(unpadded).to.include(rows.join('\n'));
  });
});

function cell({ statusCode, body }: Answer): string {
  return `${statusCode} \`${renderJson(body as object)}\``;
}

// Compares numbers as decimals: 99.0 equals 99, and 90071992547409.93 differs from 90071992547409.94, unlike in JSON.parse.
function comparable({ statusCode, body }: { statusCode: JsonNumber | number; body: unknown }): unknown {
  const decimal = (value: unknown) => (isJsonNumber(value) ? `decimal ${String(value).replace(/\.0$/, '')}` : value);
  const members =
    typeof body === 'object' ? Object.entries(body ?? {}).map(([key, value]) => [key, decimal(value)]) : body;
  return { statusCode: Number(statusCode), body: Array.isArray(members) ? Object.fromEntries(members) : members };
}

// An error response has the previous error member and the members of a problem.
function contractOf(statusCode: number, body: unknown): unknown {
  if (statusCode < 400) return body;
  const { error, type, title, status, detail, requestId, errors: _errors, ...others } = body as Record<string, unknown>;
  expect(type).to.match(/^urn:payment-spec:problem:[a-z-]+$/);
  expect({ status: Number(status), detail, requestId, title: typeof title, others }).to.deep.equal({
    status: statusCode,
    detail: error,
    requestId: 'request-1',
    title: 'string',
    others: {},
  });
  return { error };
}

// Replaces values that differ between runs by the recorded values.
function masked(body: unknown): unknown {
  if (Array.isArray(body)) return `<array of ${body.length}>`;
  const members = Object.entries(body as object).map(([key, value]) => {
    if (key === 'payment_id' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)) return [key, '<uuid>'];
    return key === 'timestamp' && /^\d{10}$/.test(String(value)) ? [key, '<epoch seconds>'] : [key, value];
  });
  return Object.fromEntries(members);
}
