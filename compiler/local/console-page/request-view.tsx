// One request in full: its waterfall, texts, log lines and actions.

import { useState } from 'preact/hooks';
import type { RequestDetail } from '../console/api';
import { CausedList } from './caused-list';
import { duration, timeOfDay } from './format';
import { useData } from './live';
import { Body, Copy, Empty, Facts, Log, Problem, Status } from './parts';
import { linkTo, open } from './route';
import { act } from './server';
import { requestBars, Waterfall } from './waterfall';

/** The request with an id. */
export function RequestView({ id }: { id: string }) {
  const { value: request, problem } = useData<RequestDetail>('request', { id });
  return (
    <article class="detail" aria-label="Request">
      <div class="detail-head">
        <h2>
          {request === undefined ? 'Request' : `${request.method} ${request.target}`}{' '}
          {request !== undefined && <Status row={request} />}
        </h2>
        <button type="button" onClick={() => open('requests')}>
          Close
        </button>
      </div>
      {request === undefined ? (
        <Empty>
          <p>
            {problem === undefined
              ? 'Loading …'
              : 'The steps of this request are no longer stored. Only the latest requests keep them.'}
          </p>
        </Empty>
      ) : (
        <Content request={request} />
      )}
    </article>
  );
}

function Content({ request }: { request: RequestDetail }) {
  return (
    <>
      <Actions request={request} />
      {request.refusedBy !== null && <p class="notice">Refused by {request.refusedBy}.</p>}
      {request.invocation?.failure && <pre class="problem">{request.invocation.failure}</pre>}
      <Waterfall milliseconds={request.milliseconds} bars={requestBars(request)} calls={request.storeCalls} />
      <Facts
        rows={[
          ['Route', request.route ?? 'no route matches'],
          ['Time', timeOfDay(request.at)],
          ['Duration', duration(request.milliseconds)],
          ['Request id', <code key="id">{request.id}</code>],
          ...(request.repeats === null ? [] : [['Replays', <RequestLink key="of" id={request.repeats} />] as const]),
          ...(request.repeatedBy.length === 0
            ? []
            : [['Replayed by', request.repeatedBy.map((id) => <RequestLink key={id} id={id} />)] as const]),
        ]}
      />
      <CausedList caused={request.caused} />
      <Log lines={request.lines} />
      <Body title="Request body" text={request.requestBody} />
      <Body title="Response body" text={request.responseBody} />
      <Headers title="Request headers" headers={request.requestHeaders} />
      <Headers title="Response headers" headers={request.responseHeaders} />
      {request.storeCalls.length > 0 && (
        <section>
          <h3>Calls to tables and queues</h3>
          {request.storeCalls.map(({ operation, request: sent }, at) => (
            <Body key={at} title={operation} text={sent} />
          ))}
        </section>
      )}
      <p class="muted">Bodies and items are data of your own local requests. They stay on this machine.</p>
    </>
  );
}

function RequestLink({ id }: { id: string }) {
  return (
    <a class="request-link" href={linkTo('requests', { id })}>
      {id}
    </a>
  );
}

function Actions({ request }: { request: RequestDetail }) {
  const [problem, setProblem] = useState<string>();
  const hasKey = request.requestHeaders.some(([name]) => name.toLowerCase() === 'idempotency-key');
  const replay = async (hasNewKey: boolean) => {
    try {
      const { id } = await act<{ id: string }>('replay', { id: request.id, hasNewKey });
      open('requests', { id });
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  const isImpossible = request.replayProblem !== null;
  return (
    <div class="actions">
      <button type="button" class="primary" disabled={isImpossible} onClick={() => replay(false)}>
        Replay
      </button>
      {hasKey && (
        <button type="button" disabled={isImpossible} onClick={() => replay(true)}>
          Replay with a new Idempotency-Key
        </button>
      )}
      <Copy text={request.curl} label="Copy as curl" />
      {isImpossible && <small>{request.replayProblem}</small>}
      <Problem text={problem} />
    </div>
  );
}

function Headers({ title, headers }: { title: string; headers: RequestDetail['requestHeaders'] }) {
  return (
    <details>
      <summary>
        {title} <small>{headers.length}</small>
      </summary>
      <table class="plain">
        <caption class="sr">{title}</caption>
        <tbody>
          {headers.map(([name, value], at) => (
            <tr key={at}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
