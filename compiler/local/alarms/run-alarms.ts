// The alarms of a run: their states on the clock of the run, and the listeners to changes.

import { compositeState, evaluatedPeriods, evaluationInterval } from '../../model/alarm-evaluation';
import type { AlarmState, Series } from '../../model/alarm-state';
import type { MetricsSource } from '../metrics/run-metrics';
import type { AlarmDefinition, CompositeAlarmDefinition } from './alarm-definitions';
import { type Evaluation, evaluateAlarm, seriesOf } from './evaluate-alarm';

/** The state of an alarm. */
export interface AlarmStatus {
  readonly definition: AlarmDefinition;
  readonly state: AlarmState;
  /** The reason of the latest evaluation; empty before the first one. */
  readonly reason: string;
  /** When the alarm got its state, in milliseconds since 1970. */
  readonly since: number;
}

/** A change of an alarm's state. */
export interface AlarmChange extends AlarmStatus {
  readonly before: AlarmState;
}

/** The readable part of the alarms of a run. */
export interface AlarmsSource {
  states(): readonly AlarmStatus[];
  /**
   * The values that an alarm compares with its threshold, of the latest complete periods at a time in milliseconds, oldest first.
   * Composite alarms have none.
   */
  series(name: string, now: number, periods: number): Series;
  /** Adds a listener that is called with the changes of each evaluation that has any. Returns a function that removes it. */
  onChange(listener: (changes: readonly AlarmChange[]) => void): () => void;
}

/** The alarms of a run. */
export interface RunAlarms extends AlarmsSource {
  /** Sets the alarms of a graph. An alarm keeps its state while it has the same name, as on AWS. */
  configure(definitions: readonly AlarmDefinition[]): void;
  /** Evaluates the alarms that CloudWatch evaluates at a time, in milliseconds. */
  evaluate(now: number): void;
  /** The shortest interval of evaluations, in seconds. */
  intervalSeconds(): number;
}

/** An alarm is evaluated each minute, unless its periods are shorter or its window is longer than a day. */
const MINUTE_SECONDS = 60;

/** Creates the empty list of alarms of a run. */
export function createAlarms(metrics: Pick<MetricsSource, 'statistic'>): RunAlarms {
  let statuses: ReadonlyMap<string, AlarmStatus> = new Map();
  const listeners = new Set<(changes: readonly AlarmChange[]) => void>();
  let evaluatedAt = Number.NEGATIVE_INFINITY;

  const isDue = (definition: AlarmDefinition, now: number) => {
    const seconds = definition.is === 'metric' ? evaluationInterval(definition.window) : 0;
    return seconds === 0 || Math.floor(now / 1000 / seconds) > Math.floor(evaluatedAt / 1000 / seconds);
  };

  function evaluateComposites(next: Map<string, AlarmStatus>, now: number): void {
    const composites = [...next.values()].filter(({ definition }) => definition.is === 'composite');
    // A composite alarm can be part of another one. One pass for each composite alarm is enough for any nesting.
    for (let pass = 0; pass < composites.length; pass += 1)
      for (const { definition } of composites) {
        const status = next.get(definition.name) as AlarmStatus;
        next.set(
          definition.name,
          changed(status, evaluateComposite(definition as CompositeAlarmDefinition, next), now),
        );
      }
  }

  return {
    states: () => [...statuses.values()],
    series(name, now, evaluationPeriods) {
      const { definition } = statuses.get(name) ?? {};
      if (definition?.is !== 'metric') return [];
      const window = { ...definition.window, evaluationPeriods };
      return seriesOf(definition, metrics, evaluatedPeriods(now / 1000, window, { alarmLookBackPeriods: 0 }));
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    configure(definitions) {
      statuses = new Map(
        definitions.map((definition) => {
          const { state = 'INSUFFICIENT_DATA', reason = '', since = 0 } = statuses.get(definition.name) ?? {};
          return [definition.name, { definition, state, reason, since }];
        }),
      );
    },
    intervalSeconds: () =>
      Math.min(
        MINUTE_SECONDS,
        ...[...statuses.values()].map(({ definition }) =>
          definition.is === 'metric' ? evaluationInterval(definition.window) : MINUTE_SECONDS,
        ),
      ),
    evaluate(now) {
      const next = new Map(statuses);
      for (const [name, status] of statuses) {
        const { definition, state } = status;
        if (definition.is === 'metric' && isDue(definition, now))
          next.set(name, changed(status, evaluateAlarm(definition, metrics, now / 1000, state), now));
      }
      evaluateComposites(next, now);
      evaluatedAt = now;
      const changes = [...next].flatMap(([name, status]): AlarmChange[] => {
        const before = statuses.get(name)?.state ?? status.state;
        return before === status.state ? [] : [{ ...status, before }];
      });
      statuses = next;
      if (changes.length > 0) for (const listener of listeners) listener(changes);
    },
  };
}

function changed(status: AlarmStatus, { state, reason }: Evaluation, now: number): AlarmStatus {
  return { ...status, state, reason, since: state === status.state ? status.since : now };
}

function evaluateComposite(
  { parts, needs }: CompositeAlarmDefinition,
  statuses: ReadonlyMap<string, AlarmStatus>,
): Evaluation {
  const states = parts.map((part) => statuses.get(part)?.state ?? 'INSUFFICIENT_DATA');
  const firing = parts.filter((_, at) => states[at] === 'ALARM');
  return {
    state: compositeState(states, needs),
    reason: firing.length === 0 ? 'no part is in ALARM' : `in ALARM: ${firing.join(', ')}`,
  };
}
