// The inbox keeps a bounded number of messages, and tells its listeners of each.

import { expect } from 'chai';
import { createInbox } from '../../../../compiler/local/alarms/inbox';

const MESSAGE = { time: 0, channel: 'email', to: 'a@bank.example', alarm: 'errors', subject: 'ALARM', body: '' };

describe('the inbox of a local run', () => {
  it('keeps the latest 500 messages', () => {
    const inbox = createInbox();
    for (let sent = 0; sent < 600; sent += 1) inbox.add(MESSAGE);
    expect(inbox.messages()).to.have.length(500);
    expect([inbox.messages()[0]?.id, inbox.messages().at(-1)?.id]).to.deep.equal([101, 600]);
  });

  it('calls a listener with each message until it ends', () => {
    const inbox = createInbox();
    const seen: number[] = [];
    const end = inbox.onMessage(({ id }) => seen.push(id));
    inbox.add(MESSAGE);
    end();
    inbox.add(MESSAGE);
    expect(seen).to.deep.equal([1]);
  });
});
