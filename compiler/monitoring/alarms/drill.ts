// Tests each alarm offline on values that must trigger it, on values that must not, and without data.

import type { Alarm } from '../../../schema/environment.generated';
import { compositeState } from '../../model/alarm-evaluation';
import { type AlarmState, alarmStates, type Series } from '../../model/alarm-state';
import type { AlarmSet } from './all-alarms';
import { evaluateMath } from './evaluation';
import { type MathProblem, MetricMathError, parseMetricMath } from './metric-math';
import { ONLY_METRIC, settingsOf, watchedMetrics } from './watched-metrics';

/** The result of an alarm's drill. */
export interface DrillResult {
  /** The number of periods and seconds until the alarm fires on the firing values; absent if it does not fire. */
  readonly fires?: { readonly periods?: number; readonly seconds: number };
  /** Whether the alarm stays out of ALARM on the quiet values. */
  readonly isQuiet: boolean;
  /** The state without any data. */
  readonly idle: AlarmState;
  /** The state if data stops during an alarm. INSUFFICIENT_DATA and OK end the alarm; ALARM never ends it. */
  readonly afterwards: AlarmState;
}

/** Every reason why a drill cannot run. */
export type DrillProblem =
  | MathProblem
  | `expected values for ${string}, found ${string}`
  | 'all metrics must have values for the same number of periods'
  | 'not all of its parts have a valid drill';

/** The outcome of a drill: not defined, invalid, or a result. */
export type DrillOutcome =
  | { readonly is: 'untried' }
  | { readonly is: 'invalid'; readonly problem: DrillProblem }
  | ({ readonly is: 'tried' } & DrillResult);

/** A drill without data takes this many periods more than the alarm evaluates, which is more than CloudWatch reads. */
const SILENT_PERIODS = 5;

/** Runs the drills of all alarms, by name; composite alarms use the results of their parts. */
export function drillAll({ alarms, composites }: AlarmSet): ReadonlyMap<string, DrillOutcome> {
  const results = new Map<string, DrillOutcome>(
    Object.entries(alarms).map(([name, alarm]) => [name, drillAlarm(alarm)]),
  );
  const open = new Set<string>();
  const resultOf = (name: string): DrillOutcome => {
    const known = results.get(name);
    const composite = Object.hasOwn(composites, name) ? composites[name] : undefined;
    // Other checks report cycles and unknown names.
    if (known !== undefined || composite === undefined || open.has(name)) return known ?? { is: 'untried' };
    open.add(name);
    const parts = (composite.anyOf ?? composite.allOf ?? []).map(resultOf);
    const result = drillComposite(parts, composite.anyOf === undefined ? 'all' : 'any');
    results.set(name, result);
    return result;
  };
  for (const name of Object.keys(composites)) resultOf(name);
  return results;
}

/** Runs the drill of one alarm. */
export function drillAlarm(alarm: Alarm): DrillOutcome {
  if (alarm.drill === undefined) return { is: 'untried' };
  try {
    const fires = valuesOf(alarm, alarm.drill.fires);
    const quiet = valuesOf(alarm, alarm.drill.quiet);
    const firing = statesOf(alarm, fires, 'OK');
    const at = firing.indexOf('ALARM');
    const silence = Array.from({ length: alarm.evaluationPeriods + SILENT_PERIODS }, () => undefined);
    const silent = mapValues(watchedMetrics(alarm), () => silence);
    const thenSilent = mapValues(fires, (series) => [...series, ...silence]);
    return {
      is: 'tried',
      ...(at >= 0 && { fires: { periods: at + 1, seconds: (at + 1) * alarm.periodSeconds } }),
      isQuiet: !statesOf(alarm, quiet, 'OK').includes('ALARM'),
      idle: statesOf(alarm, silent, 'INSUFFICIENT_DATA').at(-1) ?? 'INSUFFICIENT_DATA',
      afterwards: statesOf(alarm, thenSilent, 'OK').at(-1) ?? 'OK',
    };
  } catch (error) {
    if (error instanceof MetricMathError || error instanceof DrillError)
      return { is: 'invalid', problem: error.problem };
    throw error;
  }
}

/** A period of a drill: the value that the alarm compares, and its state afterwards. */
export interface DrillPeriod {
  readonly value: number | undefined;
  readonly state: AlarmState;
}

/** The periods of an alarm's drill; undefined without a valid drill. */
export function drillPeriods(alarm: Alarm): Readonly<Record<'fires' | 'quiet', readonly DrillPeriod[]>> | undefined {
  const { drill } = alarm;
  if (drill === undefined || drillAlarm(alarm).is !== 'tried') return undefined;
  const periodsOf = (written: Readonly<Record<string, string>>) => {
    const values = valuesOf(alarm, written);
    const states = statesOf(alarm, values, 'OK');
    return states.map((state, at) => ({ value: evaluateAlarm(alarm, values)[at], state }));
  };
  return { fires: periodsOf(drill.fires), quiet: periodsOf(drill.quiet) };
}

/** The error in an alarm's expression; undefined if there is none. */
export function mathProblem(alarm: Alarm): MathProblem | undefined {
  if (alarm.math === undefined) return undefined;
  try {
    evaluateAlarm(
      alarm,
      mapValues(alarm.math.metrics, () => [1]),
    );
    return undefined;
  } catch (error) {
    if (error instanceof MetricMathError) return error.problem;
    throw error;
  }
}

class DrillError extends Error {
  constructor(readonly problem: DrillProblem) {
    super(problem);
  }
}

/** Evaluates a composite alarm: a part is true in ALARM, and false in any other state. */
function drillComposite(parts: readonly DrillOutcome[], needs: 'any' | 'all'): DrillOutcome {
  const tried = parts.flatMap((part) => (part.is === 'tried' ? [part] : []));
  if (tried.length < parts.length) return { is: 'invalid', problem: 'not all of its parts have a valid drill' };
  const isAlarm = (states: readonly boolean[]) =>
    compositeState(
      states.map((one) => (one ? 'ALARM' : 'OK')),
      needs,
    ) === 'ALARM';
  const times = tried.flatMap(({ fires }) => (fires === undefined ? [] : [fires.seconds])).sort((a, b) => a - b);
  const seconds = times.find((time) => isAlarm(tried.map(({ fires }) => fires !== undefined && fires.seconds <= time)));
  return {
    is: 'tried',
    ...(seconds !== undefined && { fires: { seconds } }),
    isQuiet: !isAlarm(tried.map(({ isQuiet }) => !isQuiet)),
    idle: compositeState(
      tried.map(({ idle }) => idle),
      needs,
    ),
    afterwards: compositeState(
      tried.map(({ afterwards }) => afterwards),
      needs,
    ),
  };
}

function statesOf(alarm: Alarm, values: Values, initial: AlarmState): AlarmState[] {
  return alarmStates(evaluateAlarm(alarm, values), settingsOf(alarm), initial);
}

type Values = Readonly<Record<string, Series>>;

function evaluateAlarm({ math, periodSeconds }: Alarm, metrics: Values): Series {
  if (math === undefined) return metrics[ONLY_METRIC] ?? [];
  return evaluateMath(parseMetricMath(math.expression), { metrics, periodSeconds });
}

/** The values of a drill; `_` is a period without data. */
function valuesOf(alarm: Alarm, written: Readonly<Record<string, string>>): Values {
  const [wanted, given] = [Object.keys(watchedMetrics(alarm)).sort(), Object.keys(written).sort()];
  if (wanted.join() !== given.join())
    throw new DrillError(`expected values for ${wanted.join(', ')}, found ${given.join(', ')}`);
  const values = mapValues(written, (text) =>
    text.split(' ').map((value) => (value === '_' ? undefined : Number(value))),
  );
  const lengths = new Set(Object.values(values).map(({ length }) => length));
  if (lengths.size > 1) throw new DrillError('all metrics must have values for the same number of periods');
  return values;
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
