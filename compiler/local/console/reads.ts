// The data of the console: one function for each path below /console/api.

import type { ServedResponse } from '../gateway/http-server';
import { describeDrill, describeReceiver, listAlarms } from './alarm-views';
import { problem, respondJson } from './answers';
import type { LimitsReport } from './api';
import { causedBy } from './causes';
import type { ConsoleParts } from './console-parts';
import { listEmulation } from './emulation-rows';
import { listInbox } from './inbox-view';
import { describeOverview } from './overview';
import { describeRequest } from './request-detail';
import { listRequests, OUTCOMES, type RequestFilter } from './request-list';
import type { SampledSeries } from './sampled-series';
import { pictureOf, rowsOf, sourceFile } from './served-spec';
import { listItems, listMessages, listQueues, listTables, RefusedCall } from './store-views';
import { describeDelivery, describeTrigger, listTriggers } from './trigger-views';

/** Maximum number of rows of a page. */
const MOST_ROWS = 200;

type Read = (query: URLSearchParams, parts: ConsoleParts, history: SampledSeries) => unknown;

/** The value for each path; undefined if it does not exist. */
const READS: Readonly<Record<string, Read>> = {
  picture: (_query, parts) => pictureOf(parts),
  overview: (_query, parts) => describeOverview(pictureOf(parts), parts.system(), parts),
  requests: (query, { recorder }) =>
    listRequests(recorder.rows, {
      offset: wholeNumber(query, 'offset', 0),
      limit: Math.min(MOST_ROWS, wholeNumber(query, 'limit', 100)),
      until: query.has('until') ? wholeNumber(query, 'until', 0) : undefined,
      filter: filterOf(query),
    }),
  request: (query, parts) => {
    const record = parts.recorder.recordOf(query.get('id') ?? '');
    if (record === undefined) return undefined;
    const { region } = parts.system().graph.provider;
    const caused = causedBy(record.traceId, parts);
    return describeRequest(record, { url: parts.url, region, now: performance.now(), caused });
  },
  triggers: (_query, parts) => listTriggers(parts),
  trigger: (query, parts, history) => describeTrigger(parts, query.get('id') ?? '', history),
  delivery: (query, parts) => describeDelivery(parts, wholeNumber(query, 'number', 0)),
  tables: (_query, { stores, recorder }) => listTables(stores, recorder),
  items: (query, { stores }) =>
    listItems(stores, {
      table: query.get('table') ?? '',
      index: query.get('index') ?? undefined,
      start: query.get('start') ?? undefined,
      limit: Math.min(MOST_ROWS, wholeNumber(query, 'limit', 50)),
    }),
  queues: (_query, { stores }) => listQueues(stores),
  messages: (query, { stores }) =>
    listMessages(stores, {
      queue: query.get('queue') ?? '',
      offset: wholeNumber(query, 'offset', 0),
      limit: Math.min(MOST_ROWS, wholeNumber(query, 'limit', 50)),
    }),
  alarms: (_query, parts) => listAlarms(parts),
  drill: (query, parts) => describeDrill(parts, query.get('alarm') ?? ''),
  inbox: (_query, parts) => listInbox(parts),
  receiver: (_query, { receiver }) => describeReceiver(receiver),
  emulation: () => listEmulation(),
  limits: (_query, { limits }, history): LimitsReport => ({
    mode: limits.mode,
    times: history.times,
    series: history.series(({ group }) => group !== 'triggers'),
    refusals: limits.refusals.counts(),
  }),
  spec: (_query, { sources }) => rowsOf(sources.spec()),
  source: (query, { sources }) => sourceFile(sources.spec(), query.get('path') ?? ''),
};

/** Answers a request for the data of a path. */
export async function read(
  path: string,
  query: URLSearchParams,
  parts: ConsoleParts,
  history: SampledSeries,
): Promise<ServedResponse> {
  const of = Object.hasOwn(READS, path) ? READS[path] : undefined;
  if (of === undefined) return problem(404, 'the console has no such data');
  try {
    const value = await of(query, parts, history);
    return value === undefined ? problem(404, 'not stored, or no longer stored') : respondJson(value);
  } catch (error) {
    if (error instanceof RefusedCall || error instanceof SyntaxError) return problem(400, error.message);
    throw error;
  }
}

function wholeNumber(query: URLSearchParams, name: string, otherwise: number): number {
  const value = Number(query.get(name) ?? otherwise);
  return Number.isInteger(value) && value >= 0 ? value : otherwise;
}

function filterOf(query: URLSearchParams): RequestFilter {
  const outcome = OUTCOMES.find((one) => one === query.get('outcome'));
  return { text: query.get('text')?.trim() || undefined, outcome };
}
