// The receiver of a run's webhooks: verifies each message, and puts it into the inbox instead of sending it to a merchant.

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { WEBHOOK_URL_HEADER } from '../../../contract/event-settings';
import type { ReceivingInbox } from '../alarms/inbox';
import { refuseForeignPage } from '../foreign-page';
import { type GatewayRequest, type GatewayResponse, refuse } from '../gateway/gateway-message';
import type { LocalResources } from '../local-values';
import type { RunClock } from '../run-clock';
import { traceRootOf } from '../run-observer';
import type { SecretValues } from '../secret-values';
import { isSigned, type SignedMessage } from './verify';
import { deriveWebhooks, type LocalWebhook } from './webhook-secrets';

/** How the receiver responds to signed messages: with 204, with 500, or not at all. */
export const RECEIVER_MODES = ['accept', 'fail', 'hang'] as const;

/** How the receiver responds. */
export type ReceiverMode = (typeof RECEIVER_MODES)[number];

/** The control of a receiver. */
export interface ReceiverControl {
  /** Whether it has webhooks. */
  readonly isUsed: boolean;
  readonly mode: ReceiverMode;
  /** Sets how it responds from now on. Messages without a response get one. */
  respondWith(mode: ReceiverMode): void;
}

/** A receiver. */
export interface WebhookReceiver extends ReceiverControl {
  /** The path with the token that only the functions of the run know. */
  readonly path: string;
  /** Answers a request for the receiver; undefined for all other requests. */
  serve(request: GatewayRequest): Promise<GatewayResponse> | undefined;
  /** Sets the webhooks of a graph. */
  configure(resources: LocalResources): void;
  stop(): void;
}

/** The parts of a receiver. */
export interface ReceiverParts {
  readonly clock: Pick<RunClock, 'now'>;
  readonly inbox: Pick<ReceivingInbox, 'add'>;
  readonly secretValue: SecretValues;
  /** The time on the clock of functions, in milliseconds since 1970. */
  readonly now: () => number;
  readonly print: (line: string) => void;
}

/** The path below which the receiver listens, next to the stages of the API. */
const RECEIVER_PATH = '/webhooks/';

/** Maximum number of messages whose attempts are counted. */
const MOST_COUNTED = 10_000;

/** The headers that only a local run sends. */
interface LocalHeaders {
  readonly intendedUrl: string;
  readonly traceId: string | undefined;
}

/** Creates the receiver of a run. */
export function createReceiver({ clock, inbox, secretValue, now, print }: ReceiverParts): WebhookReceiver {
  const token = randomBytes(24).toString('base64url');
  const attempts = new Map<string, number>();
  const waiting = new Set<() => void>();
  let webhooks: readonly LocalWebhook[] = [];
  let mode: ReceiverMode = 'accept';

  async function answer({ method, target, headers, body, port }: GatewayRequest): Promise<GatewayResponse> {
    const headerOf = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? '';
    const foreign = refuseForeignPage(
      { host: headerOf('host') || undefined, origin: headerOf('origin') || undefined },
      port,
    );
    if (foreign !== undefined || !isEqual(target.slice(RECEIVER_PATH.length), token))
      return refuse(403, 'AccessDeniedException', foreign ?? 'the URL has another token');
    if (method !== 'POST') return refuse(405, 'MethodNotAllowedException', `${method} is not supported`);
    if (body === undefined) return refuse(413, 'RequestTooLargeException', 'the body is too large');
    const message = {
      id: headerOf('webhook-id'),
      timestamp: headerOf('webhook-timestamp'),
      signatures: headerOf('webhook-signature'),
      body: body.toString(),
    };
    return receive(message, {
      intendedUrl: headerOf(WEBHOOK_URL_HEADER),
      traceId: traceRootOf(headerOf('x-amzn-trace-id')),
    });
  }

  async function receive(message: SignedMessage, { intendedUrl, traceId }: LocalHeaders): Promise<GatewayResponse> {
    const event = readEvent(message.body);
    const intended = webhooks.filter(({ url }) => encodeURI(url) === intendedUrl);
    const signers = intended.filter(({ secrets }) => secrets.some((secret) => isSigned(message, secret, now())));
    const names = signers.filter(({ events }) => events.includes(event.type)).map(({ name }) => name);
    const isValid = names.length > 0;
    const what = `${event.type} of ${event.subject}, attempt ${count(`${message.id} ${names.join()}`)}`;
    const result = `signature ${isValid ? 'valid' : 'not valid'}, ${isValid ? RESPONSES[mode] : 'responds with 401'}`;
    const to = isValid ? names.join(', ') : 'unknown';
    const subject = `${what}, ${result}`;
    print(`Webhook ${to}: ${subject}`);
    inbox.add({ time: clock.now(), channel: 'webhook', to, subject, body: render(message), traceId });
    if (!isValid) return refuse(401, 'UnauthorizedException', 'the signature is not valid');
    if (mode === 'hang') await new Promise<void>((resolve) => waiting.add(resolve));
    return mode === 'accept'
      ? { statusCode: 204, headers: [], body: '' }
      : refuse(500, 'InternalFailure', 'as requested');
  }

  /** The number of the attempt. */
  function count(key: string): number {
    const attempt = (attempts.get(key) ?? 0) + 1;
    attempts.delete(key);
    attempts.set(key, attempt);
    const [oldest] = attempts.keys();
    if (attempts.size > MOST_COUNTED && oldest !== undefined) attempts.delete(oldest);
    return attempt;
  }

  function release(): void {
    for (const respond of waiting) respond();
    waiting.clear();
  }

  return {
    path: RECEIVER_PATH + token,
    get isUsed() {
      return webhooks.length > 0;
    },
    get mode() {
      return mode;
    },
    respondWith(next) {
      mode = next;
      release();
    },
    serve: (request) => (request.target.startsWith(RECEIVER_PATH) ? answer(request) : undefined),
    configure(resources) {
      webhooks = deriveWebhooks(resources, secretValue);
    },
    stop: release,
  };
}

/** The responses, as the inbox names them. */
const RESPONSES: Readonly<Record<ReceiverMode, string>> = {
  accept: 'responds with 204',
  fail: 'responds with 500',
  hang: 'does not respond',
};

/** The message as it arrived. */
function render({ id, timestamp, signatures, body }: SignedMessage): string {
  return [`webhook-id: ${id}`, `webhook-timestamp: ${timestamp}`, `webhook-signature: ${signatures}`, '', body].join(
    '\n',
  );
}

/** The type and the payment of an event, in printable characters. */
function readEvent(body: string): { readonly type: string; readonly subject: string } {
  const unknown = { type: 'a message', subject: 'an unknown payment' };
  try {
    const { type, subject } = JSON.parse(body) as { readonly type?: unknown; readonly subject?: unknown };
    return typeof type === 'string' && typeof subject === 'string'
      ? { type: printable(type), subject: printable(subject) }
      : unknown;
  } catch {
    return unknown;
  }
}

/** The longest name in a line. */
const MOST_CHARACTERS = 100;

function printable(text: string): string {
  return text.replace(/[^\x21-\x7e]/g, '?').slice(0, MOST_CHARACTERS);
}

function isEqual(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
