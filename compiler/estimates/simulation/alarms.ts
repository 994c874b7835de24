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
import type { Metrics } from './metrics';
import type { AlarmEvent } from './result';

/** The longest time that an alarm of a set evaluates, in seconds, with the earlier periods that CloudWatch also reads. */
export function longestEvaluation({ alarms }: AlarmSet, { alarmLookBackPeriods }: Assumptions): number {
  const seconds = Object.values(alarms).map(
    ({ periodSeconds, evaluationPeriods }) => periodSeconds * (evaluationPeriods + alarmLookBackPeriods),
  );
  return Math.max(0, ...seconds);
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
    for (const { name, alarm, seriesAt, settings } of this.judged) {
      if (now % evaluationInterval(alarm) !== 0) continue;
      const before = this.states.get(name) ?? 'OK';
      change(name, nextState(seriesAt(now, this.assumptions), settings, before, this.assumptions));
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

interface JudgedAlarm {
  readonly name: string;
  readonly alarm: Alarm;
  readonly settings: ReturnType<typeof settingsOf>;
  /** The values that the alarm compares at a time. */
  readonly seriesAt: (now: number, assumptions: Assumptions) => Series;
  /** The state after a long time without traffic. */
  readonly stateAtRest: (assumptions: Assumptions) => AlarmState;
}

/** The alarm with readers of its metrics; undefined if one of them does not follow from a simulation. */
function judge(name: string, alarm: Alarm, metrics: Metrics): JudgedAlarm | undefined {
  const settings = settingsOf(alarm);
  const watched = Object.entries(watchedMetrics(alarm)).map(([id, metric]) => ({ id, read: metrics.reader(metric) }));
  if (watched.some(({ read }) => read === undefined)) return undefined;
  const expression = alarm.math === undefined ? undefined : parseMetricMath(alarm.math.expression);
  const valuesOf = (values: readonly (readonly [string, Series])[]): Series =>
    expression === undefined
      ? (values[0]?.[1] ?? [])
      : evaluateMath(expression, { metrics: Object.fromEntries(values), periodSeconds: alarm.periodSeconds });
  return {
    name,
    alarm,
    settings,
    seriesAt(now, assumptions) {
      const periods = evaluatedPeriods(now, alarm, assumptions);
      const values = watched.map(({ id, read }) => [id, periods.map(({ from, to }) => read?.(from, to))] as const);
      return valuesOf(values).map((value) => value && exact(value));
    },
    stateAtRest(assumptions) {
      const silence = evaluatedPeriods(0, alarm, assumptions).map(() => undefined);
      const series = valuesOf(watched.map(({ id }) => [id, silence] as const));
      return nextState(series, settings, 'INSUFFICIENT_DATA', assumptions);
    },
  };
}

function partsOf({ anyOf, allOf }: CompositeAlarm): readonly string[] {
  return anyOf ?? allOf ?? [];
}
