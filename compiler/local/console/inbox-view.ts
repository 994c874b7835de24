// The messages of the inbox, with the deliveries that sent them.

import type { InboxMessage } from '../alarms/inbox';
import type { InboxRow } from './api';
import { type CauseParts, requestsBehind } from './causes';

/** The messages, the newest first. */
export function listInbox(parts: CauseParts): InboxRow[] {
  return parts.inbox
    .messages()
    .map((message) => describe(message, parts))
    .reverse();
}

function describe({ id, time, channel, to, subject, body, traceId }: InboxMessage, parts: CauseParts): InboxRow {
  const sender = traceId === undefined ? undefined : parts.recorder.deliveries.withTrace(traceId);
  const [head = '', content] = channel === 'webhook' ? splitOnce(body, '\n\n') : ['', body];
  return {
    ...{ id, at: time, channel, to, subject },
    headers: head.split('\n').flatMap((line) => (line === '' ? [] : [splitOnce(line, ': ')])),
    body: content,
    sentBy:
      sender === undefined
        ? null
        : { delivery: sender.delivery.number, requests: requestsBehind(sender.delivery, parts) },
  };
}

function splitOnce(text: string, separator: string): [before: string, after: string] {
  const at = text.indexOf(separator);
  return at < 0 ? ['', text] : [text.slice(0, at), text.slice(at + separator.length)];
}
