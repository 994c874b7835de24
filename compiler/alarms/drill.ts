// The fire drill: each alarm tried offline on values that must set it off, on values that must not, and on none at all.

import type { Alarm, Metric } from '../../schema/environment.generated';
import { ignoresMissingData } from '../metrics/metrics';
import { type AlarmSettings, type AlarmState, alarmStates } from './alarm-state';
import type { AlarmSet } from './all-alarms';
import { evaluateMath, type Series } from './evaluation';
import { MetricMathError, parseMetricMath } from './metric-math';

/** What came of trying an alarm. */
export interface DrillResult {
  /** After how many periods, and seconds, it went off where it must; absent: never. */
  readonly fires?: { readonly periods?: number; readonly seconds: number };
  /** Whether it stayed quiet where it must. */
  readonly isQuiet: boolean;
  /** Its state where there was never any data. */
  readonly idle: AlarmState;
  /** Its state where data ends once it went off; INSUFFICIENT_DATA and OK end an alarm, ALARM goes on for ever. */
  readonly afterwards: AlarmState;
}

/** What an alarm was tried with, and what came of it: no drill, one that cannot be held, or a result. */
export type Drilled =
  | { readonly is: 'untried' }
  | { readonly is: 'invalid'; readonly problem: string }
  | ({ readonly is: 'tried' } & DrillResult);

/** The name of the metric of an alarm on just one, in its drill. */
export const ONLY_METRIC = 'metric';

/** How long no data is watched beyond the periods of an alarm: longer than CloudWatch looks back for points. */
const SILENT_PERIODS = 5;

/** Tries all alarms of an environment, by name; composite ones on what their parts do. */
export function drillAll({ alarms, composites }: AlarmSet): ReadonlyMap<string, Drilled> {
  const results = new Map<string, Drilled>(Object.entries(alarms).map(([name, alarm]) => [name, drillAlarm(alarm)]));
  const open = new Set<string>();
  const resultOf = (name: string): Drilled => {
    const known = results.get(name);
    const composite = Object.hasOwn(composites, name) ? composites[name] : undefined;
    // A circle, or a name of nothing: others say so.
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

/** Tries one alarm. */
export function drillAlarm(alarm: Alarm): Drilled {
  if (alarm.drill === undefined) return { is: 'untried' };
  try {
    const fires = valuesOf(alarm, alarm.drill.fires);
    const quiet = valuesOf(alarm, alarm.drill.quiet);
    const firing = statesOf(alarm, fires, 'OK');
    const at = firing.indexOf('ALARM');
    const silence = Array.from({ length: alarm.evaluationPeriods + SILENT_PERIODS }, () => undefined);
    const silent = mapValues(metricsOf(alarm), () => silence);
    const thenSilent = mapValues(fires, (series) => [...series, ...silence]);
    return {
      is: 'tried',
      ...(at >= 0 && { fires: { periods: at + 1, seconds: (at + 1) * alarm.periodSeconds } }),
      isQuiet: !statesOf(alarm, quiet, 'OK').includes('ALARM'),
      idle: statesOf(alarm, silent, 'INSUFFICIENT_DATA').at(-1) ?? 'INSUFFICIENT_DATA',
      afterwards: statesOf(alarm, thenSilent, 'OK').at(-1) ?? 'OK',
    };
  } catch (problem) {
    if (problem instanceof MetricMathError || problem instanceof DrillError)
      return { is: 'invalid', problem: problem.message };
    throw problem;
  }
}

/** What is wrong with the expression of an alarm; undefined where nothing is. */
export function mathProblem(alarm: Alarm): string | undefined {
  if (alarm.math === undefined) return undefined;
  try {
    evaluateAlarm(
      alarm,
      mapValues(alarm.math.metrics, () => [1]),
    );
    return undefined;
  } catch (problem) {
    if (problem instanceof MetricMathError) return problem.message;
    throw problem;
  }
}

class DrillError extends Error {}

/** A composite alarm is in ALARM where any, or all, of its parts are; each other state of a part counts as none. */
function drillComposite(parts: readonly Drilled[], needs: 'any' | 'all'): Drilled {
  const tried = parts.flatMap((part) => (part.is === 'tried' ? [part] : []));
  if (tried.length < parts.length) return { is: 'invalid', problem: 'not all of its parts have a drill that works' };
  const isAlarm = (states: readonly boolean[]) => (needs === 'any' ? states.some(Boolean) : states.every(Boolean));
  const state = (states: readonly AlarmState[]) => (isAlarm(states.map((one) => one === 'ALARM')) ? 'ALARM' : 'OK');
  const times = tried.flatMap(({ fires }) => (fires === undefined ? [] : [fires.seconds])).sort((a, b) => a - b);
  const seconds = times.find((time) => isAlarm(tried.map(({ fires }) => fires !== undefined && fires.seconds <= time)));
  return {
    is: 'tried',
    ...(seconds !== undefined && { fires: { seconds } }),
    isQuiet: !isAlarm(tried.map(({ isQuiet }) => !isQuiet)),
    idle: state(tried.map(({ idle }) => idle)),
    afterwards: state(tried.map(({ afterwards }) => afterwards)),
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

function settingsOf(alarm: Alarm): AlarmSettings {
  const isIgnoring = Object.values(metricsOf(alarm)).some(ignoresMissingData);
  return isIgnoring ? { ...alarm, treatMissingData: 'ignore' } : alarm;
}

function metricsOf({ metric, math }: Alarm): Readonly<Record<string, Metric>> {
  return math?.metrics ?? (metric === undefined ? {} : { [ONLY_METRIC]: metric });
}

/** The values of a drill; `_` is a period without data. */
function valuesOf(alarm: Alarm, written: Readonly<Record<string, string>>): Values {
  const [wanted, given] = [Object.keys(metricsOf(alarm)).sort(), Object.keys(written).sort()];
  if (wanted.join() !== given.join())
    throw new DrillError(`it has values for ${given.join(', ')}, but the alarm watches ${wanted.join(', ')}`);
  const values = mapValues(written, (text) =>
    text.split(' ').map((value) => (value === '_' ? undefined : Number(value))),
  );
  const lengths = new Set(Object.values(values).map(({ length }) => length));
  if (lengths.size > 1) throw new DrillError('its metrics have values for different numbers of periods');
  return values;
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
