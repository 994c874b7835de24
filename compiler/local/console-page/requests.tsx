// The requests of the run, and one of them in full.

import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { RequestPage, RequestRow, RunState } from '../console/api';
import { Examples } from './examples';
import { duration, number, timeOfDay } from './format';
import { LiveContext } from './live';
import { Empty, Heading, Search, Status } from './parts';
import { RequestView } from './request-view';
import { open } from './route';
import { read } from './server';
import { VirtualList } from './virtual-list';

const COLUMNS = ['Time', 'Request', 'Status', 'Duration', 'Calls'];

const OUTCOMES = [
  ['', 'All'],
  ['ok', 'OK (2xx, 3xx)'],
  ['refused', 'Refused by a limit or check'],
  ['rejected', 'Rejected (other 4xx)'],
  ['failed', 'Failed (5xx)'],
] as const;

/** The list of requests beside the selected one. */
export function Requests({ parameters, state }: { parameters: URLSearchParams; state: RunState | undefined }) {
  const { tick, isPaused } = useContext(LiveContext);
  const [text, setText] = useState(parameters.get('text') ?? '');
  const [outcome, setOutcome] = useState(parameters.get('outcome') ?? '');
  const [page, setPage] = useState<RequestPage>();
  const busy = useRef(false);
  const id = parameters.get('id') ?? undefined;
  const filter = { text: text === '' ? undefined : text, outcome: outcome === '' ? undefined : outcome };
  const filterKey = `${text} ${outcome}`;

  useEffect(() => {
    if (busy.current && page !== undefined) return;
    busy.current = true;
    read<RequestPage>('requests', { limit: 0, ...filter })
      .then(setPage)
      .finally(() => {
        busy.current = false;
      });
  }, [filterKey, tick?.requests]);

  const until = page?.until;
  const load = async (offset: number, limit: number) =>
    (await read<RequestPage>('requests', { offset, limit, until, ...filter })).rows;
  const total = page?.total ?? 0;
  const isFiltered = filter.text !== undefined || filter.outcome !== undefined;

  return (
    <div class={`requests${id === undefined ? '' : ' with-detail'}`}>
      <div class="list">
        <Heading title="Requests" about={aboutOf(total, isFiltered, state, isPaused)}>
          <Search label="Filter by text" placeholder="Path, status, id or reason" text={text} onText={setText} />
          <label>
            <span class="sr">Outcome</span>
            <select value={outcome} onChange={(event) => setOutcome(event.currentTarget.value)}>
              {OUTCOMES.map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </Heading>
        {page !== undefined && total === 0 ? (
          <Empty>
            {isFiltered ? (
              <p>No request matches. Clear the filter to see all requests.</p>
            ) : (
              <>
                <p>No requests yet. Send one of the examples, or run its curl command in a terminal.</p>
                <Examples state={state} />
              </>
            )}
          </Empty>
        ) : (
          <VirtualList<RequestRow>
            label="Requests, the newest first"
            columns={COLUMNS}
            total={total}
            version={`${filterKey} ${until}`}
            selected={id}
            load={load}
            keyOf={(row) => row.id}
            onOpen={(row) => open('requests', { id: row.id })}
            cells={cellsOf}
          />
        )}
      </div>
      {id !== undefined && <RequestView id={id} key={id} />}
    </div>
  );
}

function aboutOf(total: number, isFiltered: boolean, state: RunState | undefined, isPaused: boolean): string {
  const kept = state === undefined ? '' : `The last ${number(state.capacity.requests, 0)} are kept.`;
  const found = `${number(total, 0)} ${isFiltered ? 'match' : total === 1 ? 'request' : 'requests'}.`;
  return `${found} ${kept}${isPaused ? ' Paused.' : ''}`;
}

function cellsOf(row: RequestRow) {
  return [
    <span key="at" class="muted">
      {timeOfDay(row.at)}
    </span>,
    <span key="target" title={row.refusedBy ?? row.target}>
      <b class="method">{row.method}</b> {row.target}
      {row.repeats !== null && <span class="tag">replay</span>}
    </span>,
    <Status key="status" row={row} />,
    duration(row.milliseconds),
    row.calls,
  ];
}
