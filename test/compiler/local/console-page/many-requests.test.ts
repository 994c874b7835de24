// The list of requests in a real Chromium, with as many requests as the recorder keeps.

import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import type { Console } from '../../../../compiler/local/console/console';
import { createConsole } from '../../../../compiler/local/console/console';
import { Recorder } from '../../../../compiler/local/console/recorder';
import { type HttpServer, startHttpServer } from '../../../../compiler/local/gateway/http-server';
import { resolveLocally } from '../../../../compiler/local/local-values';
import { createRunLimits } from '../../../../compiler/local/run-limits';
import { launchChromium } from '../../../chromium';
import { skipWithout } from '../../../skip';
import { graphOf } from '../../../spec';
import { resolvedSpec } from '../../picture/systems';
import { readScript } from './script';

const REQUESTS = 100_000;

describe('the list of 100,000 requests', () => {
  let browser: Browser | undefined;
  let server: HttpServer;
  let console_: Console;
  let page: Page;
  const recorder = new Recorder();

  /** Records requests, the number of each in its path. */
  function record(count: number): void {
    const request = { method: 'GET', protocol: 'HTTP/1.1', headers: [], body: undefined, sourceIp: '', port: 1 };
    for (let at = 0; at < count; at += 1) {
      const number = recorder.rows.count;
      const ids = { traceId: `t${number}`, requestId: `r${number}` };
      recorder.arrived({ ...ids, request: { ...request, target: `/prod/payments/${number}` } });
      recorder.responded(ids.traceId, { statusCode: 200, headers: [], body: '' });
    }
  }

  before(async function () {
    browser = await launchChromium();
    if (browser === undefined) skipWithout(this, 'Chromium');
    record(REQUESTS);
    const graph = graphOf('spec/development.yaml');
    const endpoints = { api: '', dynamodb: '', sqs: '' };
    const system = { graph, resources: resolveLocally(graph, endpoints), routes: [], apiKeys: [] };
    server = await startHttpServer(0, (request) => console_.serve(request));
    console_ = createConsole({
      url: server.url,
      recorder,
      limits: createRunLimits('off'),
      stores: { perform: async () => ({ statusCode: 200, body: {} }), queues: () => [], levels: () => [], sqs: '' },
      alarms: { states: () => [], series: () => [] },
      inbox: { messages: () => [] },
      receiver: { isUsed: true, mode: 'accept', respondWith: () => {} },
      capacities: () => [],
      triggers: () => [],
      system: () => system,
      serve: async () => ({ statusCode: 200, headers: [], body: '' }),
      sources: { spec: () => resolvedSpec('spec/development.yaml'), readScript },
    });
    page = await (await browser.newContext({ locale: 'en-US' })).newPage();
    await page.goto(`${server.url}/console#/requests`);
    await page.getByText(`/prod/payments/${REQUESTS - 1}`).waitFor();
  });
  after(async () => {
    await browser?.close();
    console_?.stop();
    await server?.stop();
  });

  const rows = () => page.locator('.grid-row').count();
  const scrollTo = (share: number) =>
    page.evaluate(`{ const grid = document.querySelector('.grid'); grid.scrollTop = grid.scrollHeight * ${share}; }`);

  it('draws the visible rows only, wherever it is scrolled', async () => {
    expect(await rows()).to.be.within(10, 100);
    await scrollTo(0.5);
    await page
      .getByText(/^GET \/prod\/payments\/(49|50)\d{3}$/)
      .first()
      .waitFor();
    await page.locator('.grid').press('End');
    await page.getByText('/prod/payments/0', { exact: false }).last().waitFor();
    expect(await rows()).to.be.within(10, 100);
  });

  it('keeps a bounded number of rows in memory', async () => {
    const heap = async () => {
      const session = await page.context().newCDPSession(page);
      await session.send('HeapProfiler.collectGarbage');
      return ((await session.send('Runtime.getHeapUsage')) as { usedSize: number }).usedSize;
    };
    const visit = async (from: number, steps: number) => {
      for (let step = 0; step < steps; step += 1) {
        await scrollTo((from + step) / 100);
        await page.locator('.grid:not(:has-text("…"))').waitFor();
      }
    };
    await visit(0, 22);
    const before = await heap();
    await visit(40, 30);
    expect((await heap()) - before).to.be.lessThan(3_000_000);
  });

  it('follows requests that arrive', async () => {
    await scrollTo(0);
    record(500);
    await page.getByText(`/prod/payments/${REQUESTS + 499}`).waitFor();
    expect(await page.locator('.grid').getAttribute('aria-rowcount')).to.equal(String(REQUESTS + 1));
  });

  it('filters all of them', async () => {
    await page.getByPlaceholder('Path, status, id or reason').fill('payments/99999');
    await page.locator('.grid[aria-rowcount="2"]').waitFor();
  });
});
