// The queues with their messages, and redrive.

import { useState } from 'preact/hooks';
import type { MessagePage, QueueInfo, RedriveResult } from '../console/api';
import { count, number, timeOfDay } from './format';
import { useData } from './live';
import { Body, Empty, Facts, Heading, Problem } from './parts';
import { linkTo, open } from './route';
import { act } from './server';

const PAGE = 50;

/** The queues, and the messages of the selected one. */
export function Queues({ parameters }: { parameters: URLSearchParams }) {
  const { value: queues, problem, reload } = useData<readonly QueueInfo[]>('queues', {}, 2);
  const wanted = parameters.get('queue');
  const queue = queues?.find(({ name }) => name === wanted) ?? queues?.[0];
  return (
    <>
      <Heading title="Queues" about="Messages in the SQS stand-in. Looking at them does not receive them.">
        {queues !== undefined && queues.length > 1 && (
          <label>
            <span class="sr">Queue</span>
            <select value={queue?.name} onChange={(event) => open('queues', { queue: event.currentTarget.value })}>
              {queues.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )}
      </Heading>
      <Problem text={problem} />
      {queues?.length === 0 && (
        <Empty>
          <p>The spec defines no queues. Add one under queues to see its messages here.</p>
        </Empty>
      )}
      {queue !== undefined && <Queue key={queue.name} queue={queue} onChange={reload} />}
    </>
  );
}

function Queue({ queue, onChange }: { queue: QueueInfo; onChange: () => void }) {
  const [offset, setOffset] = useState(0);
  const [result, setResult] = useState<RedriveResult>();
  const [problem, setProblem] = useState<string>();
  const all = queue.waiting + queue.delayed + queue.inFlight;
  const { value: page, reload } = useData<MessagePage>('messages', { queue: queue.name, offset, limit: PAGE }, 2);
  const redrive = async () => {
    try {
      setResult(await act<RedriveResult>('redrive', { queue: queue.name }));
      onChange();
      reload();
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return (
    <>
      <Facts
        rows={[
          ['Queue', queue.name],
          ['Waiting', number(queue.waiting)],
          ['In flight', number(queue.inFlight)],
          ['Delayed', number(queue.delayed)],
        ]}
      />
      <div class="actions">
        <button type="button" class="primary" disabled={queue.waiting === 0} onClick={redrive}>
          Redrive {count(queue.waiting, 'message')}
        </button>
        <small>Moves messages back to the queue that they come from, or replays the requests in them.</small>
      </div>
      <Problem text={problem} />
      {result !== undefined && <Redriven result={result} />}
      {all === 0 && result === undefined && (
        <Empty>
          <p>The queue has no messages. A dead-letter queue fills when requests fail, such as with start --faults.</p>
        </Empty>
      )}
      <ul class="messages">
        {page?.messages.map(({ sentAt, state, body }, at) => (
          <li key={offset + at}>
            <Body title={`${timeOfDay(sentAt)}, ${state}`} text={body} />
          </li>
        ))}
      </ul>
      {all > PAGE && (
        <div class="pager">
          <button type="button" disabled={offset === 0} onClick={() => setOffset(offset - PAGE)}>
            Previous
          </button>
          <span>
            {number(offset + 1)} to {number(Math.min(offset + PAGE, all))} of {number(all)}
          </span>
          <button type="button" disabled={offset + PAGE >= all} onClick={() => setOffset(offset + PAGE)}>
            Next
          </button>
        </div>
      )}
    </>
  );
}

function Redriven({ result }: { result: RedriveResult }) {
  return (
    <section class="notice" role="status">
      <b>
        {count(result.processed, 'message')} processed, {number(result.kept)} kept
      </b>
      <ul>
        {result.results.slice(0, 20).map(({ text, requestId }) => (
          <li key={text}>
            {text} {requestId !== null && <a href={linkTo('requests', { id: requestId })}>Show the request</a>}
          </li>
        ))}
      </ul>
    </section>
  );
}
