// The result of a simulation.

import type { AlarmState } from '../../model/alarm-state';
import type { PathStep } from '../../source/spec-node';
import type { AssumptionName } from './assumptions';

/** The values of a quantity, one for each second. */
export interface Column {
  /** The part of the spec, such as `api`, `api.routes.post-payment`, `functions.payment-processor`, `tables.payments`, `tables.payments.indexes.by-status`, `queues.deliveries`. */
  readonly part: string;
  /** The quantity, such as `admitted`, `refused`, `concurrency`, `cold starts`, `consumed write units`, `provisioned write units`, `unread`, `latency p99`. */
  readonly what: string;
  readonly unit: 'requests' | 'executions' | 'units' | 'messages' | 'ms' | 'seconds';
  readonly values: Float64Array;
}

/** Requests that a limit refuses, or that a fault fails. */
export interface Refusal {
  /** The limit, with the text of `Limit.what`, such as `write capacity of table payments`; for a fault the part, such as `table payments`. */
  readonly limit: string;
  /** AWS's reason, such as TableWriteProvisionedThroughputExceeded or THROTTLED. */
  readonly reason: string;
  /** The field that sets the limit; absent for a limit of AWS or a fault. */
  readonly field?: readonly PathStep[] | undefined;
  /** The status of the response to the client; 0 if no client notices, as with events that wait. */
  readonly status: number;
  /** The first second with a refusal, and the requests that clients sent in it. */
  readonly first: number;
  readonly rateAtFirst: number;
  /** The refused attempts. */
  readonly count: number;
}

/** A change of an alarm. */
export interface AlarmEvent {
  readonly alarm: string;
  /** The seconds from the start of the simulation to the evaluation that changes the state. */
  readonly second: number;
  readonly state: AlarmState;
}

/** The outcome of the requests of clients: requests = succeeded + failed + pending. */
export interface Outcome {
  readonly requests: number;
  /** Attempts, repeats included: amplification = attempts / requests. */
  readonly attempts: number;
  /** Requests with a successful response at last. */
  readonly succeeded: number;
  /** Requests without one, by the status of their last response. */
  readonly failed: { readonly [status: number]: number };
  /** Requests that still wait for a response or a repeat at the end. */
  readonly pending: number;
  /** Latency of successful responses in ms, at these percentiles. */
  readonly latency: { readonly p50: number; readonly p90: number; readonly p99: number };
}

/** The parts of a result that state how requests end. */
export interface BriefSimulation extends Pick<Simulation, 'refusals'> {
  readonly outcome: Omit<Outcome, 'latency'>;
}

/** The result of a simulation. */
export interface Simulation {
  readonly seconds: number;
  readonly columns: readonly Column[];
  /** The limits in the order in which they refuse. The first one gives way first. */
  readonly refusals: readonly Refusal[];
  /** The changes of alarms, in their order. Each alarm starts in the state that it has without traffic. */
  readonly alarms: readonly AlarmEvent[];
  /** The alarms that cannot be judged, because a metric does not follow from a simulation. */
  readonly unjudged: readonly string[];
  readonly outcome: Outcome;
  /** Usage-priced cost of the run in US dollars, and the provisioned capacity of its time. */
  readonly cost: { readonly usd: number; readonly dependsOn: readonly string[] };
  /** The assumptions that the simulation uses; `assumptionOf` gives their meanings. */
  readonly assumptions: readonly AssumptionName[];
}
