// The alarms of a simulation: evaluated as CloudWatch does, on the metrics of the simulation.

import type { Alarm, CompositeAlarm } from '../../../schema/environment.generated';
import { compositeState, evaluatedPeriods, evaluationInterval, RESOLUTION_SECONDS } from '../../model/alarm-evaluation';
import { type AlarmState, nextState, type Series } from '../../model/alarm-state';
import type { Assumptions } from '../../model/assumptions';
import { exact } from '../../model/rounding';
import type { AlarmSet } from '../../monitoring/alarms/all-alarms';
import { evaluateMath } from '../../monitoring/alarms/evaluation';
import { parseMetricMath } from '../../monitoring/alarms/metric-math';
import { settingsOf, watchedMetrics } from '../../monitoring/alarms/watched-metrics';
import type { Metrics, StatisticReader } from './metrics';
import type { AlarmEvent } from './result';

/** The longest time that an alarm of a set evaluates, in seconds. */
export function longestEvaluation({ alarms }: AlarmSet, assumptions: Assumptions): number {
  return Math.max(0, ...Object.values(alarms).map((alarm) => evaluatedSeconds(alarm, assumptions)));
}

/** The time that an alarm evaluates, in seconds, with the earlier periods that CloudWatch also reads. */
function evaluatedSeconds({ periodSeconds, evaluationPeriods }: Alarm, { alarmLookBackPeriods }: Assumptions): number {
  return periodSeconds * (evaluationPeriods + alarmLookBackPeriods);
}

/** The shortest interval at which alarms of a set can be evaluated, in seconds. Each period of metrics is a multiple of it. */
export function shortestEvaluationInterval({ alarms }: AlarmSet): number {
  return Math.min(RESOLUTION_SECONDS, ...Object.values(alarms).map(evaluationInterval));
}

/** The alarms of a simulation with their states. */
export class SimulatedAlarms {
  readonly events: AlarmEvent[] = [];
  private readonly states = new Map<string, AlarmState>();
  private readonly judged: readonly JudgedAlarm[];
  /** The shortest interval of evaluations, in seconds. */
  private readonly interval: number;

  /** All metrics that follow from the simulation must have recorders before. */
  constructor(
    private readonly set: AlarmSet,
    metrics: Metrics,
    private readonly assumptions: Assumptions,
  ) {
    this.judged = Object.entries(set.alarms).flatMap(([name, alarm]) => judge(name, alarm, metrics) ?? []);
    this.interval = shortestEvaluationInterval(set);
    for (const alarm of this.judged) this.states.set(alarm.name, alarm.stateAtRest(assumptions));
    this.eachComposite((name, state) => this.states.set(name, state));
  }

  /** The alarms without a state: a metric, or a part of a composite alarm, does not follow from a simulation. */
  get unjudged(): readonly string[] {
    const names = [...Object.keys(this.set.alarms), ...Object.keys(this.set.composites)];
    return names.filter((name) => !this.states.has(name));
  }

  /** Evaluates the alarms that CloudWatch evaluates at a time, and records the changes. */
  evaluate(now: number, second: number): void {
    if (now % this.interval !== 0) return;
    const change = (alarm: string, state: AlarmState) => {
      if (this.states.get(alarm) === state) return;
      this.states.set(alarm, state);
      this.events.push({ alarm, second, state });
    };
    for (const judged of this.judged) {
      if (now % evaluationInterval(judged.alarm) !== 0) continue;
      const before = this.states.get(judged.name) ?? 'OK';
      change(judged.name, judged.stateAt(now, before, this.assumptions));
    }
    this.eachComposite(change);
  }

  /** Calls back with the state of each composite alarm whose parts all have one. A composite alarm can be a part of another one. */
  private eachComposite(callback: (name: string, state: AlarmState) => void): void {
    const composites = Object.entries(this.set.composites);
    for (let pass = 0; pass < composites.length; pass++)
      for (const [name, composite] of composites) {
        const states = partsOf(composite).map((part) => this.states.get(part));
        if (!states.includes(undefined))
          callback(name, compositeState(states as AlarmState[], composite.anyOf === undefined ? 'all' : 'any'));
      }
  }
}

/** An alarm with readers of its metrics. */
class JudgedAlarm {
  private readonly settings: ReturnType<typeof settingsOf>;
  private readonly expression: ReturnType<typeof parseMetricMath> | undefined;
  /** Whether the latest evaluation, of equal minutes, kept the state. */
  private isSettled = false;

  constructor(
    readonly name: string,
    readonly alarm: Alarm,
    private readonly watched: readonly { readonly id: string; readonly reader: StatisticReader }[],
  ) {
    this.settings = settingsOf(alarm);
    this.expression = alarm.math === undefined ? undefined : parseMetricMath(alarm.math.expression);
  }

  /** The state at a time. An evaluation that kept the state is not repeated for the same values, because most minutes equal those before them. */
  stateAt(now: number, before: AlarmState, assumptions: Assumptions): AlarmState {
    const { alarm } = this;
    const seconds = evaluatedSeconds(alarm, assumptions);
    const since = this.watched.reduce((latest, { reader }) => Math.max(latest, reader.steadySince(now)), 0);
    if (this.isSettled && since <= now - seconds - evaluationInterval(alarm)) return before;
    const periods = evaluatedPeriods(now, alarm, assumptions);
    const values = this.watched.map(
      ({ id, reader }) => [id, periods.map(({ from, to }) => reader.read(from, to))] as const,
    );
    const series = this.seriesOf(values).map((value) => value && exact(value));
    const state = nextState(series, this.settings, before, assumptions);
    // The history of a metric can change once: `assumeHistory` replaces it.
    this.isSettled = state === before && since <= now - seconds;
    return state;
  }

  /** The state after a long time without traffic. */
  stateAtRest(assumptions: Assumptions): AlarmState {
    const silence = evaluatedPeriods(0, this.alarm, assumptions).map(() => undefined);
    const series = this.seriesOf(this.watched.map(({ id }) => [id, silence] as const));
    return nextState(series, this.settings, 'INSUFFICIENT_DATA', assumptions);
  }

  /** The values that the alarm compares. */
  private seriesOf(values: readonly (readonly [id: string, Series])[]): Series {
    return this.expression === undefined
      ? (values[0]?.[1] ?? [])
      : evaluateMath(this.expression, {
          metrics: Object.fromEntries(values),
          periodSeconds: this.alarm.periodSeconds,
        });
  }
}

/** The alarm with readers of its metrics; undefined if one of them does not follow from a simulation. */
function judge(name: string, alarm: Alarm, metrics: Metrics): JudgedAlarm | undefined {
  const watched: { readonly id: string; readonly reader: StatisticReader }[] = [];
  for (const [id, metric] of Object.entries(watchedMetrics(alarm))) {
    const reader = metrics.reader(metric);
    if (reader === undefined) return undefined;
    watched.push({ id, reader });
  }
  return new JudgedAlarm(name, alarm, watched);
}

function partsOf({ anyOf, allOf }: CompositeAlarm): readonly string[] {
  return anyOf ?? allOf ?? [];
}
