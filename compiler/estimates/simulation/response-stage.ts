// The responses of a second: their statuses and latencies, with the metrics of the API and the durations of its functions.

import { longestPause } from '../../../contract/call-budgets';
import type { ApiMethod } from '../../language/expand/methods';
import type { Assumptions } from '../../model/assumptions';
import type { API_METRICS } from '../../monitoring/metrics/api-gateway';
import { groupBy } from '../traffic/group';
import type { Books } from './books';
import type { Clients } from './clients';
import type { Functions } from './functions';
import { THROTTLED } from './gateway-stage';
import { initPoints, Latencies, pausePoints } from './latency';
import type { RecordMetric } from './metrics';
import type { Recording } from './recording';
import type { TableStage } from './table-stage';
import { UNAVAILABLE_STATUS } from './tables';

/** The places of methods with the same function and the same tables, whose requests take the same time. */
interface AlikeMethods {
  readonly name: string;
  readonly methods: readonly number[];
  readonly duration: RecordMetric | undefined;
}

/** The stages that a request passes before its response. */
interface Stages {
  readonly clients: Clients;
  readonly functions: Functions;
  readonly tables: TableStage;
}

/** The responses to clients. */
export class ResponseStage {
  readonly latencies: Latencies;
  private readonly recording: Recording;
  private readonly failed: Float64Array;
  private readonly groups: readonly AlikeMethods[];
  private readonly inits: readonly number[];
  /** The pauses of calls with one retry, two and so on. */
  private readonly pauses: readonly (readonly number[])[];
  private readonly count: RecordMetric | undefined;
  private readonly clientErrors: RecordMetric | undefined;
  private readonly serverErrors: RecordMetric | undefined;
  private readonly latency: RecordMetric | undefined;
  private readonly integrationLatency: RecordMetric | undefined;

  constructor(
    methods: readonly ApiMethod[],
    private readonly stages: Stages,
    { recording, metrics }: Pick<Books, 'recording' | 'metrics'>,
    assumptions: Assumptions,
  ) {
    const { tables } = stages;
    this.latencies = new Latencies(recording);
    this.failed = recording.column('api', 'failed', 'requests');
    this.recording = recording;
    const places = groupBy(methods.keys(), (at) => `${methods[at]?.route.function} ${tables.calledBy(at)}`);
    this.groups = [...places.values()].map((own): AlikeMethods => {
      const name = methods[own[0] ?? 0]?.route.function ?? '';
      const duration = metrics.recorder({ resource: `functions.${name}`, name: 'Duration' });
      return { name, methods: own, duration };
    });
    this.inits = initPoints(assumptions);
    const longest = Array.from({ length: tables.retries }, (_, at) => longestPause(at + 1) / 1000);
    this.pauses = longest.map((_, at) => pausePoints(longest.slice(0, at + 1)));
    const metric = (name: keyof typeof API_METRICS.metrics) => metrics.recorder({ resource: 'api', name });
    this.count = metric('Count');
    this.clientErrors = metric('4XXError');
    this.serverErrors = metric('5XXError');
    this.latency = metric('Latency');
    this.integrationLatency = metric('IntegrationLatency');
  }

  /** Records the responses of the present second. */
  end(): void {
    const { clients, functions, tables } = this.stages;
    let succeeded = 0;
    for (const group of this.groups) {
      const { name, methods } = group;
      const invoked = functions.latest(name);
      const base = invoked.seconds + tables.slowness(methods[0] ?? 0);
      const coldShare = invoked.admitted === 0 ? 0 : Math.min(1, invoked.coldStarts / invoked.admitted);
      const first = tables.succeeded(methods, 0);
      succeeded += first;
      this.respond(group, base, first * (1 - coldShare));
      if (coldShare > 0)
        for (const init of this.inits) this.respond(group, base, (first * coldShare) / this.inits.length, init);
      let retries = 0;
      for (const points of this.pauses) {
        retries += 1;
        const retried = tables.succeeded(methods, retries);
        succeeded += retried;
        if (retried > 0) for (const pause of points) this.respond(group, base + pause, retried / points.length);
      }
    }
    this.latencies.end();
    const [clientErrors, serverErrors] = [clients.failedBetween(400, 499), clients.failedBetween(500, 599)];
    // A throttle is a failure of the system. An error of the client that a function answers is not.
    this.failed[this.recording.second] = clients.failedBetween(THROTTLED.status, THROTTLED.status) + serverErrors;
    this.count?.(1, succeeded + clientErrors + serverErrors);
    this.clientErrors?.(1, clientErrors);
    this.serverErrors?.(1, serverErrors);
    this.fail(clientErrors, serverErrors);
  }

  /** Records successful responses. The duration of Lambda does not include the initialization. */
  private respond({ duration }: AlikeMethods, seconds: number, amount: number, init = 0): void {
    this.latencies.add(seconds + init, amount);
    const milliseconds = (seconds + init) * 1000;
    this.latency?.(milliseconds, amount);
    this.integrationLatency?.(milliseconds, amount);
    duration?.(seconds * 1000, amount);
  }

  /** Records the latencies of failed responses: those of throttles are immediate, and the others follow all retries. */
  private fail(clientErrors: number, serverErrors: number): void {
    const unavailable = this.stages.clients.failedBetween(UNAVAILABLE_STATUS, UNAVAILABLE_STATUS);
    this.latency?.(0, clientErrors + serverErrors - unavailable);
    this.integrationLatency?.(0, serverErrors - unavailable);
    const [group] = this.groups;
    const points = this.pauses.at(-1) ?? [];
    if (group === undefined || unavailable === 0) return;
    const { seconds } = this.stages.functions.latest(group.name);
    for (const pause of points) {
      const milliseconds = (seconds + pause) * 1000;
      const amount = unavailable / points.length;
      this.latency?.(milliseconds, amount);
      this.integrationLatency?.(milliseconds, amount);
      group.duration?.(milliseconds, amount);
    }
  }
}
