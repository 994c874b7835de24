// The console of a local run in a real Chromium: its views in both themes and widths, and its actions.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { axeScript, launchChromium } from '../../../chromium';
import { skipWithout } from '../../../skip';
import { graphOf, ROOT } from '../../../spec';
import { resolvedSpec } from '../../picture/systems';
import { cleanUp, run, type TestRun } from '../project';
import { readScript } from './script';

/** The views, each with an element that shows that it has drawn its data. */
const VIEWS = [
  ['overview', '.picture, .boxes'],
  ['requests', '.grid-row .status'],
  ['triggers', '.deliveries .status'],
  ['triggers?delivery=1', '.waterfall'],
  ['tables', '.items td'],
  ['queues', '.messages'],
  ['alarms', '.chart canvas'],
  ['inbox', '.messages li'],
  ['limits', '.limit-parts canvas'],
  ['limits?group=capacity', '.chart canvas'],
  ['emulation', '.emulation td'],
  ['spec', '.spec td'],
  ['spec?at=spec/pr1234.yaml:6', '.source .marked'],
] as const;

const SPEC = 'spec/pr1234.yaml';

/** The environment pr1234 with the parts that publish and deliver events. */
const WITH_EVENTS = {
  [SPEC]: readFileSync(join(ROOT, SPEC), 'utf8').replace('extends: system.yaml', 'extends: events.yaml'),
};

/** A limit that a busy machine does not reach; the default is 30 s. */
const LONGEST_WAIT_MILLISECONDS = 120_000;

const WIDE = { width: 1920, height: 1080 };
const NARROW = { width: 390, height: 844 };

describe('the page of the console', () => {
  let browser: Browser | undefined;
  let local: TestRun;
  let page: Page;
  const problems: string[] = [];

  before(async function () {
    browser = await launchChromium();
    const axe = axeScript();
    if (browser === undefined || axe === undefined) skipWithout(this, 'Chromium and axe-core');
    const spec = resolvedSpec(SPEC, WITH_EVENTS);
    const sources = { spec: () => spec, readScript };
    local = await run(graphOf(SPEC, WITH_EVENTS), { root: ROOT, limits: 'count', console: sources });
    page = await load(browser);
    await page.evaluate(readFileSync(axe, 'utf8'));
  });
  after(async () => {
    await browser?.close();
    await cleanUp();
  });
  afterEach(() => expect(problems.splice(0)).to.deep.equal([]));

  /** Opens a view on the page of all tests. */
  async function open(view: string): Promise<void> {
    await page.setViewportSize(WIDE);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.evaluate(`location.hash = '#/${view}'`);
    await page.locator(`.views [aria-current]`, { hasText: new RegExp(`^${view.split('?')[0]}$`, 'i') }).waitFor();
  }

  /** Loads the page. Errors of the page, and requests to other hosts, fail the test. */
  async function load(of: Browser): Promise<Page> {
    const loaded = await of.newPage({ viewport: WIDE, locale: 'en-US', bypassCSP: false });
    loaded.setDefaultTimeout(LONGEST_WAIT_MILLISECONDS);
    loaded.on('pageerror', ({ message }) => problems.push(message));
    loaded.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    loaded.on('request', (request) => {
      if (!request.url().startsWith(`${local.url}/`) && !request.url().startsWith('data:'))
        problems.push(request.url());
    });
    await loaded.goto(`${local.url}/console`);
    await loaded.waitForSelector('h1');
    return loaded;
  }

  const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');

  const scrollWidth = () => page.evaluate('document.documentElement.scrollWidth');

  /** The violations of rules of accessibility, each with its first element. */
  async function violations(options: string): Promise<string[]> {
    const result = (await page.evaluate(
      `axe.run(document, { resultTypes: ['violations'], ...${options} })`,
    )) as AxeResult;
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }

  /** Creates a payment from outside of the page. */
  const pay = (id: string) =>
    fetch(`${local.url}/prod/payments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': id },
      body: JSON.stringify({
        id,
        amount: '12.50',
        currency: 'EUR',
        payment_method: 'card_1',
        customer_id: 'customer_1',
      }),
    });

  it('lets a newcomer send a payment and watch it pass the gateway, the function and the table', async () => {
    await open('overview');
    await page.getByRole('button', { name: 'Send POST /prod/payments', exact: true }).click();
    await page.waitForSelector('.waterfall');
    const steps = await page.locator('.waterfall tbody th').allInnerTexts();
    expect(steps.join('\n')).to.match(
      /Check: throttle and quota.*Function payment-.*DynamoDB PutItem\n.*payments.*WCU/s,
    );
    expect(await page.locator('.detail .status').first().innerText()).to.match(/^20\d$/);
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.waitForSelector('.picture .edge.busy', { state: 'attached' });
  });

  it('sets how the receiver of webhooks responds', async () => {
    await open('inbox');
    const sent = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByLabel('Respond to webhooks').selectOption('with 500');
    expect((await sent).status()).to.equal(200);
    expect(local.receiver.mode).to.equal('fail');
    expect(await violations('{}')).to.deep.equal([]);
  });

  it('follows a payment to its event and its signed delivery, and back', async () => {
    const id = (await pay('heard')).headers.get('x-amzn-requestid');
    await open(`requests?id=${id}`);
    await page.locator('.caused a', { hasText: /payment.processed of heard, .*signature valid/ }).click();
    await page.locator('.wanted h2', { hasText: 'payment.processed of heard' }).waitFor();
    expect(await page.locator('.wanted pre').innerText()).to.match(/^webhook-id: evt_.*"payment_id": "heard"/s);
    await page.locator('.wanted a', { hasText: /^Delivery/ }).click();
    await page.locator('.delivery h2 .status.good').waitFor();
    await page.getByRole('link', { name: /^Delivery \d+, payments to payment-publisher$/ }).click();
    await page.locator('.delivery h2', { hasText: 'From payments to payment-publisher' }).waitFor();
    expect(await page.locator('.waterfall th').allInnerTexts()).to.include.members(['Function payment-publisher']);
    await page.getByRole('link', { name: 'Request POST /prod/payments' }).click();
    await page.locator('.detail code', { hasText: id ?? '' }).waitFor();
    await open('overview');
    await page.waitForSelector('.picture [data-edge="queues.webhook-deliveries->functions.webhook-deliverer"].busy', {
      state: 'attached',
    });
  });

  it('shows each view in both themes and widths, without a violation of axe', async () => {
    const id = (await pay('axe')).headers.get('x-amzn-requestid');
    await open('overview');
    for (const [view, drawn] of [...VIEWS, [`requests?id=${id}`, '.waterfall']]) {
      await page.setViewportSize(WIDE);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.evaluate(`location.hash = '#/${view}'`);
      await page.locator(drawn).first().waitFor({ state: 'attached' });
      expect(await violations('{}'), view).to.deep.equal([]);
      expect(await scrollWidth(), view).to.be.at.most(WIDE.width);
      expect(await background(), view).to.equal('rgb(246, 247, 249)');
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations('{ runOnly: ["color-contrast"] }'), `${view}, dark`).to.deep.equal([]);
      expect(await background(), view).to.equal('rgb(16, 21, 28)');
      await page.setViewportSize(NARROW);
      expect(await scrollWidth(), `${view}, narrow`).to.be.at.most(NARROW.width);
      const withoutColours = '{ rules: { "color-contrast": { enabled: false } } }';
      expect(await violations(withoutColours), `${view}, narrow`).to.deep.equal([]);
    }
  });

  it('shows on a narrow screen that the row of views goes on', async () => {
    await open('overview');
    await page.setViewportSize(NARROW);
    await page.waitForSelector('.views.more-after:not(.more-before)');
    await page.evaluate("location.hash = '#/spec'");
    await page.waitForSelector('.views.more-before:not(.more-after)');
  });

  it('switches the theme, and keeps it for the next visit', async () => {
    await open('overview');
    await page.getByLabel('Theme').selectOption('dark');
    await page.reload();
    await page.waitForSelector('h1');
    expect(await background()).to.equal('rgb(16, 21, 28)');
    await page.getByLabel('Theme').selectOption('system');
  });

  it('replays a request, and jumps to what the replay caused', async () => {
    await pay('to-replay');
    await open('requests');
    await page.locator('.grid-row').first().click();
    const first = await page.locator('.detail code').innerText();
    await page.getByRole('button', { name: 'Replay', exact: true }).click();
    await page.locator('.request-link', { hasText: first }).waitFor();
    expect(await page.locator('.detail code').innerText()).to.not.equal(first);
    await page.locator('.request-link').click();
    await page.locator('.facts', { hasText: 'Replayed by' }).waitFor();
    expect(await page.locator('.detail code').innerText()).to.equal(first);
  });

  it('runs the drill of an alarm, and shows when its state changes', async () => {
    await open('alarms');
    await page
      .getByRole('button', { name: /^Run the drill/ })
      .first()
      .click();
    await page.locator('.drill p', { hasText: /^It fires after \d+ s\. It stays quiet/ }).waitFor();
    expect(await page.locator('.drill table').first().locator('tbody tr').last().innerText()).to.match(/In alarm$/);
  });

  it('redrives a queue', async () => {
    const letter = { version: 1, method: 'POST', replay: { operation: 'cancel', paymentId: 'to-replay' } };
    await pay('to-replay');
    const { sqs } = local.endpoints;
    const queue = 'payment-payment-processor-dlq-useast1-Production-pr1234';
    await fetch(sqs, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-amz-json-1.0', 'X-Amz-Target': 'AmazonSQS.SendMessage' },
      body: JSON.stringify({ QueueUrl: `${sqs}/000000000000/${queue}`, MessageBody: JSON.stringify(letter) }),
    });
    await open(`queues?queue=${queue}`);
    await page.getByRole('button', { name: 'Redrive 1 message' }).click();
    await page.getByText('1 message processed, 0 kept').waitFor();
    await page.getByRole('link', { name: 'Show the request' }).click();
    await page.locator('.detail h2', { hasText: '/payments/to-replay/cancel' }).waitFor();
  });

  it('does not change while it is paused', async () => {
    await open('requests');
    await page.locator('.grid-row').first().waitFor();
    const rows = () => page.locator('.grid').getAttribute('aria-rowcount');
    const before = await rows();
    await page.getByRole('button', { name: 'Pause' }).click();
    await pay('while-paused');
    await page.waitForTimeout(1_000);
    expect(await rows()).to.equal(before);
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.locator(`.grid:not([aria-rowcount="${before}"])`).waitFor();
  });

  it('opens a request with the keyboard', async () => {
    await open('requests');
    await page.locator('.grid-row').first().waitFor();
    await page.locator('.grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.waterfall');
    expect(await page.locator('.grid-row.selected').getAttribute('aria-rowindex')).to.equal('3');
  });
});

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
