// The inbox: the messages to webhooks and to the subscribers of alarms.

import { useEffect, useRef } from 'preact/hooks';
import type { InboxRow } from '../console/api';
import { CauseLink } from './delivery-view';
import { pretty, timeOfDay } from './format';
import { useData } from './live';
import { Empty, Heading, Problem } from './parts';
import { Receiver } from './receiver';
import { linkTo } from './route';

/** The inbox. */
export function Inbox({ parameters }: { parameters: URLSearchParams }) {
  const { value: messages, problem } = useData<readonly InboxRow[]>('inbox', {}, 2);
  const wanted = Number(parameters.get('message') ?? 0);
  return (
    <>
      <Heading
        title="Inbox"
        about="The events that webhooks would get, and the emails, posts and chat messages that the subscribers of alarms would get."
      />
      <Receiver />
      <Problem text={problem} />
      {messages?.length === 0 && (
        <Empty>
          <p>
            No messages yet. A message arrives when a payment changes, if the spec has webhooks, and when an{' '}
            <a href={linkTo('alarms')}>alarm</a> changes its state, such as with start --clock 60 --faults.
          </p>
        </Empty>
      )}
      <ul class="messages">
        {messages?.map((message) => (
          <Message key={message.id} message={message} isWanted={message.id === wanted} />
        ))}
      </ul>
    </>
  );
}

function Message({ message, isWanted }: { message: InboxRow; isWanted: boolean }) {
  const { at, channel, to, subject, headers, body, sentBy } = message;
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isWanted) element.current?.scrollIntoView({ block: 'center' });
  }, [isWanted]);
  return (
    <li ref={element} class={isWanted ? 'wanted' : undefined} aria-current={isWanted ? 'true' : undefined}>
      <section>
        <h2>{subject}</h2>
        <p class="origin">
          <small>{`${timeOfDay(at)} · ${channel} to ${to}`}</small>
          {sentBy !== null && (
            <>
              <a href={linkTo('triggers', { delivery: String(sentBy.delivery) })}>Delivery {sentBy.delivery}</a>
              {sentBy.requests.map((cause) => (
                <CauseLink key={cause.text} cause={cause} />
              ))}
            </>
          )}
        </p>
        <pre tabIndex={0}>
          {headers.map(([name, value]) => `${name}: ${value}\n`)}
          {headers.length > 0 && '\n'}
          {pretty(body)}
        </pre>
      </section>
    </li>
  );
}
