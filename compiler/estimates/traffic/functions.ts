// The invocations of functions by routes and triggers, and the time that they run.

import type { LambdaFunction } from '../../../schema/environment.generated';
import type { ExpandedEnvironment } from '../../language/expand/expand';
import type { ExpandedTrigger } from '../../language/expand/triggers';
import { REQUESTS_PER_EXECUTION } from '../../model/lambda-concurrency';
import { type Amount, isKnown, times, total } from './amount';
import { type Assumed, assumed, SECONDS_PER_MONTH } from './assumptions';
import { groupBy } from './group';
import { runsPerMonth } from './schedules';
import type { TableLoad } from './tables';
import { type Hours, type Level, meanOf, sumOf, type Traffic } from './traffic';

/** The load of a function in a month. */
export interface FunctionLoad {
  readonly invocations: Amount;
  /** The time that its environments run, in seconds. */
  readonly busySeconds: Amount;
  /** The changes, messages and runs of its triggers. */
  readonly events: Amount;
}

/** The load of functions and queues. */
interface FunctionLoads {
  readonly functions: ReadonlyMap<string, FunctionLoad>;
  /** The messages sent to each queue with a trigger. */
  readonly messages: ReadonlyMap<string, Amount>;
}

/** The load of each function. A function that is invoked by a queue follows the functions that send to it. */
export function functionLoads(
  environment: ExpandedEnvironment,
  traffic: Traffic,
  tables: ReadonlyMap<string, TableLoad>,
  assume: Assumed = assumed,
): FunctionLoads {
  const functions = new Map<string, FunctionLoad>();
  const messages = new Map<string, Amount>();
  const triggers = groupBy(environment.facts.triggers, (trigger) => trigger.function);
  const requests = groupBy(traffic.requests, ([{ route }]) => route.function);
  const senders = sendersOf(environment);
  const load = (name: string, open: readonly string[]): FunctionLoad => {
    const known = functions.get(name);
    if (known !== undefined) return known;
    const sent = (queue: string) => sentTo(queue, [...open, name]);
    const counts = (triggers.get(name) ?? []).map((trigger) => invocationsBy(trigger, sent));
    const byRoutes = sumOf((requests.get(name) ?? []).map(([, hours]) => hours));
    const demand = { level: traffic.level, byRoutes, events: total(counts) };
    const found = loadOfFunction(environment, name, demand, assume);
    functions.set(name, found);
    return found;
  };
  const sentTo = (queue: string, open: readonly string[]): Amount => {
    const others = (senders.get(queue) ?? []).filter((name) => !open.includes(name));
    const perEvent = messagesPerEvent(environment);
    const sent = total(others.map((name) => load(name, open).invocations));
    const count = isKnown(sent) ? sent * perEvent : sent;
    messages.set(queue, count);
    return count;
  };
  const invocationsBy = (trigger: ExpandedTrigger, sent: (queue: string) => Amount): Amount => {
    switch (trigger.source) {
      case 'table':
        return monthly(tables.get(trigger.table)?.changes ?? []);
      case 'queue':
        return sent(trigger.queue);
      case 'schedule':
        return runsPerMonth(trigger.schedule, trigger.timeZone);
    }
  };
  for (const name of Object.keys(environment.functions)) load(name, []);
  return { functions, messages };
}

/** The messages that a function sends to a queue for each event. */
export function messagesPerEvent({ payment }: ExpandedEnvironment): number {
  return Math.max(1, Object.keys(payment.webhooks).length);
}

/** The functions that may send messages to each queue. */
export function sendersOf({ functions }: ExpandedEnvironment): ReadonlyMap<string, readonly string[]> {
  const pairs = Object.entries(functions).flatMap(([name, { access }]) =>
    Object.entries(access.queues).flatMap(([queue, actions]) =>
      actions.includes('SendMessage') ? [{ queue, name }] : [],
    ),
  );
  const grouped = groupBy(pairs, ({ queue }) => queue);
  return new Map([...grouped].map(([queue, own]) => [queue, own.map(({ name }) => name)]));
}

/** The invocations that a function is asked for. */
interface Demand {
  readonly level: Level;
  /** The requests a second of its routes. */
  readonly byRoutes: Hours;
  /** The events of its triggers in a month. */
  readonly events: Amount;
}

function loadOfFunction(
  environment: ExpandedEnvironment,
  name: string,
  { level, byRoutes, events }: Demand,
  assume: Assumed,
): FunctionLoad {
  const lambda = environment.functions[name];
  if (lambda === undefined) return { invocations: 0, busySeconds: 0, events: 0 };
  const demanded = total([monthly(byRoutes), times(events, 1 / assume('eventsPerInvocation'))]);
  if (!isKnown(demanded)) return { invocations: demanded, busySeconds: demanded, events };
  const concurrency = lambda.reservedConcurrency ?? environment.quotas.lambda.concurrentExecutions;
  const invocations = Math.min(demanded, REQUESTS_PER_EXECUTION * concurrency * SECONDS_PER_MONTH);
  const seconds = level === 'ceiling' ? lambda.timeoutSeconds : expectedSeconds(lambda, assume);
  return { invocations, busySeconds: Math.min(invocations * seconds, concurrency * SECONDS_PER_MONTH), events };
}

/** The expected duration of an invocation, in seconds. */
export function expectedSeconds({ expectedDurationMilliseconds }: LambdaFunction, assume: Assumed = assumed): number {
  return (expectedDurationMilliseconds ?? assume('durationMilliseconds')) / 1000;
}

function monthly(hours: Hours): number {
  return hours.length === 0 ? 0 : meanOf(hours) * SECONDS_PER_MONTH;
}
