// The recorder of the console: its bounds, its list and its traffic.

import { expect } from 'chai';
import { Recorder } from '../../../../compiler/local/console/recorder';
import { listRequests } from '../../../../compiler/local/console/request-list';
import { TrafficCounter } from '../../../../compiler/local/console/traffic';
import type { GatewayRequest } from '../../../../compiler/local/gateway/gateway-message';

const request = (target: string, body = ''): GatewayRequest => ({
  method: 'POST',
  target,
  protocol: 'HTTP/1.1',
  headers: [],
  body: Buffer.from(body),
  sourceIp: '127.0.0.1',
  port: 1,
});

/** Records requests with the statuses of a list. */
function record(recorder: Recorder, statuses: readonly number[], body = '') {
  for (const [at, statusCode] of statuses.entries()) {
    const ids = { traceId: `t${at}`, requestId: `r${at}` };
    recorder.arrived({ ...ids, request: request(`/prod/payments/${at}`, body) });
    if (statusCode === 429)
      recorder.checked(ids.traceId, { name: 'throttle', milliseconds: 0, refusedBy: 'the throttle' });
    recorder.responded(ids.traceId, { statusCode, headers: [], body });
  }
}

describe('the recorder of the console', () => {
  it('drops the oldest rows and details beyond its limits', () => {
    const recorder = new Recorder({ rows: 5, details: 2, bytes: 1_000_000 });
    record(recorder, Array(8).fill(200));
    const { total, rows } = listRequests(recorder.rows, { offset: 0, limit: 10, filter: {} });
    expect({ total, ids: rows.map(({ id }) => id) }).to.deep.equal({ total: 5, ids: ['r7', 'r6', 'r5', 'r4', 'r3'] });
    expect(recorder.recordOf('r5')).to.equal(undefined);
    expect(recorder.recordOf('r6')?.row.id).to.equal('r6');
  });

  it('drops details whose texts exceed its bytes, except the latest', () => {
    const recorder = new Recorder({ rows: 5, details: 5, bytes: 2500 });
    record(recorder, [200, 200, 200], 'x'.repeat(1000));
    expect(['r0', 'r1', 'r2'].map((id) => recorder.recordOf(id) !== undefined)).to.deep.equal([false, false, true]);
  });

  it('cuts a body of more than 64 KiB, and does not keep it for a replay', () => {
    const recorder = new Recorder();
    record(recorder, [200], 'x'.repeat(70_000));
    const { requestBody, request: stored } = recorder.recordOf('r0') ?? {};
    expect(requestBody).to.include({ bytes: 70_000, isCut: true });
    expect(requestBody?.text).to.have.length(65_536);
    expect(stored?.body).to.equal(undefined);
  });

  it('filters by text and by outcome, and pages what it finds', () => {
    const recorder = new Recorder();
    record(recorder, [200, 404, 429, 500, 200]);
    const ids = (filter: object, offset = 0) =>
      listRequests(recorder.rows, { offset, limit: 2, filter }).rows.map(({ id }) => id);
    expect(ids({ outcome: 'ok' })).to.deep.equal(['r4', 'r0']);
    expect(ids({ outcome: 'refused' })).to.deep.equal(['r2']);
    expect(ids({ outcome: 'rejected' })).to.deep.equal(['r1']);
    expect(ids({ outcome: 'failed' })).to.deep.equal(['r3']);
    expect(ids({ text: 'PAYMENTS/3' })).to.deep.equal(['r3']);
    expect(ids({ text: 'the throttle' })).to.deep.equal(['r2']);
    expect(ids({ text: 'payments' }, 3)).to.deep.equal(['r1', 'r0']);
  });

  it('does not move the list for requests after `until`', () => {
    const recorder = new Recorder();
    record(recorder, [200, 200]);
    const { until } = listRequests(recorder.rows, { offset: 0, limit: 1, filter: {} });
    record(recorder, [200, 200, 200]);
    const page = listRequests(recorder.rows, { offset: 1, limit: 1, until, filter: {} });
    expect({ total: page.total, number: page.rows[0]?.number }).to.deep.equal({ total: 2, number: 0 });
  });
});

describe('the traffic of an edge', () => {
  it('covers the last minute, and computes latencies without refused requests', () => {
    const counter = new TrafficCounter();
    for (let at = 0; at < 100; at += 1) counter.add(at * 1000, { milliseconds: at });
    counter.add(99_500, { isRefused: true });
    counter.add(99_600, { isFailed: true, milliseconds: 1000 });
    expect(counter.summary(99_900)).to.deep.equal({
      perSecond: 1.2,
      total: 62,
      refused: 1,
      failed: 1,
      p50: 70,
      p95: 97,
    });
    expect(counter.summary(200_000)).to.include({ total: 0, p50: null });
  });
});
