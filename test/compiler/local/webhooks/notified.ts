// A system with events for tests: pr1234 whose merchants hear of payments.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InboxMessage } from '../../../../compiler/local/alarms/inbox';
import type { LocalRun } from '../../../../compiler/local/local-run';
import { ROOT } from '../../../spec';

/** The key that signs its messages. */
export const SIGNING_KEY = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** The files of its spec, spec/notified.yaml. `retries` are the delays before further attempts, in seconds. */
export function notifiedSpec(retries: readonly number[]): Readonly<Record<string, string>> {
  return {
    'spec/notified.yaml': readFileSync(join(ROOT, 'spec/pr1234.yaml'), 'utf8')
      .replace('extends: system.yaml', 'extends: events.yaml')
      .concat(`payment: { webhooks: { merchant: { retryDelaysSeconds: ${JSON.stringify(retries)} } } }\n`),
  };
}

/** The messages about a payment in the inbox of a run, once there are as many. */
export function messagesOf(
  { inbox }: Pick<LocalRun, 'inbox'>,
  payment: string,
  count: number,
): Promise<readonly InboxMessage[]> {
  return new Promise((resolve) => {
    const look = () => {
      const found = inbox.messages().filter(({ subject }) => subject.includes(` of ${payment},`));
      if (found.length < count) return;
      remove();
      resolve(found);
    };
    const remove = inbox.onMessage(look);
    look();
  });
}
