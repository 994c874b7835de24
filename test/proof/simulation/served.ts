// Observes a course in the local run: real requests at their times on a clock that only the course moves.

import { type LocalRun, startLocalRun } from '../../../compiler/local/local-run';
import { TABLE_METRICS } from '../../../compiler/monitoring/metrics/dynamodb';
import { STATUSES, type Status, TRANSITIONS } from '../../../contract/states';
import { type SteppedClock, steppedClock } from '../../compiler/local/stepped-clock';
import { ROOT } from '../../spec';
import { type CapacityPart, type Course, type CourseRoute, minutesOf, type Observation } from './course';
import { firingsOf } from './simulated';

/** The name of the table on AWS. */
const TABLE = 'payment-payments-useast1-Test-test';

/** The pause after the preparation, in which buckets and bursts fill up. */
const PAUSE_MILLISECONDS = 600_000;

/** The observation of the local run, and the time at which its course began, in seconds since 1970. */
export interface Served {
  readonly observation: Observation;
  readonly start: number;
}

interface Sent {
  readonly second: number;
  readonly status: number;
}

/** Sends the requests of a course to a local run. */
export async function observeLocalRun(course: Course): Promise<Served> {
  const clock = steppedClock();
  const run = await startLocalRun(course.system.graph, { root: ROOT, port: 0, clock, print: () => {} });
  try {
    const sender = senderOf(`${run.url}/prod`, course);
    await prepare(course, clock, sender);
    const start = clock.now();
    const changes: { readonly alarm: string; readonly second: number; readonly state: string }[] = [];
    run.alarms.onChange((changed) => {
      const second = (clock.now() - start) / 1000;
      for (const { definition, state } of changed) changes.push({ alarm: definition.name, second, state });
    });
    const sent = await play(course, clock, sender);
    const observation: Observation = {
      responses: (wanted) => sent.filter(({ status }) => status === wanted).length,
      first: (wanted) => sent.find(({ status }) => status === wanted)?.second ?? Number.POSITIVE_INFINITY,
      ...unitsOf(run, course, start / 1000),
      alarm: (name) => firingsOf(changes.filter(({ alarm }) => alarm.includes(`-${name}-`))),
    };
    return { observation, start: start / 1000 };
  } finally {
    await run.stop();
  }
}

/** Creates the payments that exist at the begin, and makes each call that happens once in the life of a function. */
async function prepare(
  { seeds = { processed: 1 }, round }: Course,
  clock: SteppedClock,
  sender: Sender,
): Promise<void> {
  const states = STATUSES.flatMap((status) => Array.from({ length: seeds[status] ?? 0 }, () => status));
  for (const [at, status] of states.entries()) {
    await sender.seed(at, status);
    // In a minute, the capacity for another payment arrives.
    clock.step(60_000);
  }
  for (const route of Object.keys(round) as CourseRoute[]) await sender.request(route);
  clock.step(PAUSE_MILLISECONDS);
}

/** Sends each request at its time. */
async function play(course: Course, clock: SteppedClock, sender: Sender): Promise<readonly Sent[]> {
  const start = clock.now();
  const moveTo = (second: number) => clock.step(start + second * 1000 - clock.now());
  const sent: Sent[] = [];
  for (const [second, rounds] of course.rounds.entries()) {
    const requests = requestsOf(course, rounds);
    for (const [at, route] of requests.entries()) {
      moveTo(second + (at + 0.5) / requests.length);
      sent.push({ second, status: await sender.request(route) });
    }
  }
  moveTo(course.rounds.length);
  return sent;
}

/** The units of each minute, from the metrics of the run. */
function unitsOf(
  { metrics }: Pick<LocalRun, 'metrics'>,
  course: Course,
  start: number,
): Pick<Observation, 'consumed' | 'provisioned'> {
  const byMinute = (kind: 'Consumed' | 'Provisioned', statistic: string, { direction, index }: CapacityPart) => {
    const name = `${kind}${direction === 'read' ? 'Read' : 'Write'}CapacityUnits`;
    const dimensions = { TableName: TABLE, ...(index !== undefined && { GlobalSecondaryIndexName: index }) };
    return Array.from({ length: minutesOf(course) }, (_, minute) => {
      const from = start + minute * 60;
      return (
        metrics.statistic({ namespace: TABLE_METRICS.namespace, name, dimensions }, statistic, from, from + 60) ?? 0
      );
    });
  };
  return {
    consumed: (part) => byMinute('Consumed', 'Sum', part),
    provisioned: (part) => byMinute('Provisioned', 'Maximum', part),
  };
}

/** The requests of a second, with those of each route spread over the second. */
function requestsOf({ round }: Course, rounds: number): readonly CourseRoute[] {
  return (Object.entries(round) as [CourseRoute, number][])
    .flatMap(([route, own]) =>
      Array.from({ length: own * rounds }, (_, at) => ({ route, at: (at + 0.5) / (own * rounds) })),
    )
    .sort((a, b) => a.at - b.at)
    .map(({ route }) => route);
}

/** Sends requests, and returns the statuses of the responses. */
interface Sender {
  /** Creates a payment that the course reads, lists or refunds. */
  seed(at: number, status: Status): Promise<void>;
  request(route: CourseRoute): Promise<number>;
}

/** A sender that uses new ids for new payments. */
function senderOf(url: string, { notes = 0 }: Course): Sender {
  let posted = 0;
  let refunded = 0;
  const send = async (path: string, body?: object): Promise<number> => {
    const headers = { 'Content-Type': 'application/json' };
    const init = body === undefined ? {} : { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(`${url}${path}`, init);
    await response.text();
    return response.status;
  };
  const post = (id: string) => {
    const payment = { id, amount: 10.25, currency: 'USD', payment_method: 'card', customer_id: 'c-1' };
    return send(
      '/payments',
      notes === 0 ? payment : { ...payment, notes: Array.from({ length: notes }, () => 'x'.repeat(1000)) },
    );
  };
  const routes: Record<CourseRoute, () => Promise<number>> = {
    'post-payment': () => post(`pay-${posted++}`),
    'get-payment': () => send('/payments/seed-0'),
    'get-payments': () => send('/payments'),
    'refund-payment': () => send(`/payments/seed-${refunded++}/refund`, {}),
  };
  return {
    async seed(at, status) {
      const id = `seed-${at}`;
      await post(id);
      for (const [action, { to }] of Object.entries(TRANSITIONS))
        if (to === status) await send(`/payments/${id}/${action}`, {});
    },
    request: (route) => routes[route](),
  };
}
