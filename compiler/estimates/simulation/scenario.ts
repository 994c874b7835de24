// The course of a simulation: the requests of each second, their mix, the faults, and the repeats of clients.

import type { Assumptions } from '../../model/assumptions';
import type { Mix } from '../traffic/traffic';

/** The course of a simulation. */
export interface Scenario {
  /** The time of the first second, in seconds since 1970, UTC. */
  readonly start: number;
  /** The requests that clients send in each second, without repeats. Its length is the number of simulated seconds. */
  readonly requests: readonly number[];
  /**
   * The seconds at the begin that show the usual course, a multiple of 60. Alarms then judge as if their last minute had repeated
   * since long before the start. Absent: there are no metrics before the start.
   */
  readonly usualSeconds?: number;
  /** The share of each method in the requests. */
  readonly mix: Mix;
  readonly faults: readonly Fault[];
  readonly clients: ClientRetries;
  readonly assumptions: Assumptions;
}

/** The usual first second: midnight on a Thursday. It is fixed, so that equal scenarios have equal results, and a whole minute, as the periods of alarms. */
export const SIMULATION_START = Date.UTC(2026, 0, 1) / 1000;

/** How clients repeat refused and failed requests. */
export interface ClientRetries {
  /** The greatest number of attempts of a request; 1: no repeats. */
  readonly attempts: number;
  /** The pause before the first repeat, in seconds; each further pause is twice as long. Whole seconds, at least 1, are simulated. */
  readonly pauseSeconds: number;
}

/** Clients that send each request once. */
export const NO_REPEATS: ClientRetries = { attempts: 1, pauseSeconds: 1 };

/** A fault from one second of the simulation (included) until another one (excluded). */
export type Fault = { readonly from: number; readonly until: number } & FaultKind;

/** The kinds of faults. */
export type FaultKind =
  /** A share of the requests to a table has the same partition key. */
  | { readonly is: 'hot partition'; readonly table: string; readonly share: number }
  /** The latency of a table is multiplied. */
  | { readonly is: 'slow table'; readonly table: string; readonly factor: number }
  /** A table answers a share of its requests with an internal error. */
  | { readonly is: 'failing table'; readonly table: string; readonly share: number }
  /** A share of the changes of a table comes from another program, so that no event describes it. */
  | { readonly is: 'foreign writes'; readonly table: string; readonly share: number }
  /** The invocations of a function take a multiple of their time. */
  | { readonly is: 'slow function'; readonly function: string; readonly factor: number }
  /** A share of the invocations of a function fails. */
  | { readonly is: 'failing function'; readonly function: string; readonly share: number }
  /** A function answers a share of the requests with a status from 400 to 599. */
  | { readonly is: 'error response'; readonly function: string; readonly share: number; readonly status: number }
  /** A payment in each currency has a multiple of the usual amount: the first one during the fault. */
  | { readonly is: 'unusual amount'; readonly function: string; readonly factor: number }
  /** SQS refuses a share of the messages that are sent to a queue. */
  | { readonly is: 'failing queue'; readonly queue: string; readonly share: number }
  /** A share of the posts to a webhook fails. */
  | { readonly is: 'failing webhook'; readonly webhook: string; readonly share: number }
  /** EventBridge Scheduler cannot start a share of the invocations of a schedule, which is named by its function and its trigger: `function.trigger`. */
  | { readonly is: 'failing schedule'; readonly schedule: string; readonly share: number };

/** The kind of the part that a fault affects. */
export type FaultyPart = 'table' | 'function' | 'queue' | 'webhook' | 'schedule';

/** The part that a fault affects. */
export function faultyPart(fault: FaultKind): { readonly part: FaultyPart; readonly name: string } {
  if ('table' in fault) return { part: 'table', name: fault.table };
  if ('function' in fault) return { part: 'function', name: fault.function };
  if ('queue' in fault) return { part: 'queue', name: fault.queue };
  if ('webhook' in fault) return { part: 'webhook', name: fault.webhook };
  return { part: 'schedule', name: fault.schedule };
}
