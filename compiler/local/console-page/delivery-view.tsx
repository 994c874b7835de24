// One delivery in full: what caused it, its steps, its event, its log lines, and what it caused.

import type { Cause } from '../console/caused-api';
import type { DeliveryDetail } from '../console/trigger-api';
import { CausedList } from './caused-list';
import { count, duration, prettyEvent, timeOfDay } from './format';
import { useData } from './live';
import { Outcome } from './outcome';
import { Body, Empty, Facts, Heading, Log, Problem } from './parts';
import { linkTo } from './route';
import { Waterfall } from './waterfall';

/** The delivery with a number. */
export function DeliveryView({ number }: { number: number }) {
  const { value: delivery, problem } = useData<DeliveryDetail>('delivery', { number });
  return (
    <>
      <Heading title={`Delivery ${number}`} about="An invocation by a trigger, or records that were given up.">
        <a class="back" href={linkTo('triggers', { trigger: delivery?.trigger })}>
          All deliveries of the trigger
        </a>
      </Heading>
      {delivery !== undefined ? (
        <Content delivery={delivery} />
      ) : problem === undefined ? null : (
        <Empty>
          <p>This delivery is no longer stored. Only the latest 50 of each trigger are kept.</p>
        </Empty>
      )}
      <Problem text={delivery === undefined ? undefined : problem} />
    </>
  );
}

function Content({ delivery }: { delivery: DeliveryDetail }) {
  const { at, records, attempt, isPart, reason, causes, requests, milliseconds, outcome, functionName } = delivery;
  const isEnded = outcome !== 'in progress';
  return (
    <article class="delivery" aria-label="Delivery">
      <h2>
        From {delivery.from} to {functionName} <Outcome delivery={delivery} />
      </h2>
      <Facts
        rows={[
          ['Records', count(records, 'record')],
          ['Attempt', `${attempt}${isPart ? ', with a part of a failed batch' : ''}`],
          ['Time', timeOfDay(at)],
          ['Duration', isEnded ? duration(milliseconds) : '…'],
        ]}
      />
      {reason !== null && <pre class="problem">{reason}</pre>}
      <Causes causes={causes} requests={requests} />
      {outcome !== 'given up' && (
        <Waterfall
          milliseconds={milliseconds}
          calls={delivery.storeCalls}
          bars={[
            {
              ...{ name: `Function ${functionName}`, note: isEnded ? (reason ?? '') : 'still running', begin: 0 },
              ...{ milliseconds, tone: outcome === 'failed' ? 'bad' : 'function', depth: 0 },
            },
          ]}
        />
      )}
      <CausedList caused={delivery.caused} messages={delivery.messages} />
      <Log lines={delivery.lines} />
      <Body title="Event" text={delivery.event} indent={prettyEvent} />
      {delivery.storeCalls.map(({ operation, request }, at) => (
        <Body key={at} title={operation} text={request} />
      ))}
    </article>
  );
}

function Causes({ causes, requests }: { causes: readonly Cause[]; requests: readonly Cause[] }) {
  if (causes.length === 0) return null;
  const isDirect = causes.every(({ is }) => is === 'request');
  return (
    <section>
      <h3>Caused by</h3>
      <ul class="causes">
        {[...(isDirect ? [] : causes), ...requests].map((cause) => (
          <li key={cause.text}>
            <CauseLink cause={cause} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A link to a request or a delivery. */
export function CauseLink({ cause }: { cause: Cause }) {
  return cause.is === 'request' ? (
    <a href={linkTo('requests', { id: cause.id })}>Request {cause.text}</a>
  ) : (
    <a href={linkTo('triggers', { delivery: String(cause.number) })}>
      Delivery {cause.number}, {cause.text}
    </a>
  );
}
