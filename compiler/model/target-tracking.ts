// Autoscaling of a table or index by target tracking: two alarms, delays and steps (Application Auto Scaling User Guide, "Target
// tracking scaling policies"; Amazon DynamoDB Developer Guide, "Managing throughput capacity automatically with DynamoDB auto scaling").

import { type AlarmSettings, type AlarmState, nextState } from './alarm-state';
import { type Assumptions, DEFAULT_ASSUMPTIONS } from './assumptions';
import { DecreaseQuota } from './decrease-quota';
import { exact } from './rounding';

/** The period of the alarms that Application Auto Scaling creates, in seconds. */
const PERIOD_SECONDS = 60;

/** Consumption above the target in two consecutive minutes scales out. */
const HIGH_PERIODS = 2;

/** Consumption more than 20 percentage points below the target for 15 minutes scales in. */
const LOW_PERIODS = 15;
const LOW_MARGIN_PERCENT = 20;

/** The time above the target after which capacity is added at the earliest, in seconds. */
export const FASTEST_SCALE_OUT_SECONDS = HIGH_PERIODS * PERIOD_SECONDS;

/** A scalable target and its policy. */
export interface ScalingSettings {
  readonly minimum: number;
  readonly maximum: number;
  readonly targetUtilizationPercent: number;
  readonly scaleInCooldownSeconds: number;
  readonly scaleOutCooldownSeconds: number;
}

/** The thresholds of the alarms, in units consumed in a minute, as AWS sets them for provisioned units. */
export function alarmThresholds(units: number, targetUtilizationPercent: number) {
  const unitsAt = (percent: number) => (PERIOD_SECONDS * units * percent) / 100;
  return { high: unitsAt(targetUtilizationPercent), low: unitsAt(targetUtilizationPercent - LOW_MARGIN_PERCENT) };
}

/** The units at which a consumption equals the target utilization, rounded up and within the limits. */
export function targetUnits(consumedPerSecond: number, settings: ScalingSettings): number {
  // Rounding the quotient first keeps 0.7 × 10 from becoming 11 units.
  const units = Math.ceil(Number(((consumedPerSecond * 100) / settings.targetUtilizationPercent).toFixed(6)));
  return Math.min(settings.maximum, Math.max(settings.minimum, units));
}

/** A change of capacity, and when it takes effect. */
interface Update {
  readonly effectiveAt: number;
  readonly units: number;
}

/** The autoscaled units of a table or index in one direction. Times are in seconds since 1970, UTC. */
export class TargetTracking {
  private units: number;
  private readonly series: (number | undefined)[] = [];
  private readonly pending: { readonly at: number; readonly consumed: number }[] = [];
  private update: Update | undefined;
  private high: AlarmState = 'INSUFFICIENT_DATA';
  private low: AlarmState = 'INSUFFICIENT_DATA';
  private scaledOut = { at: Number.NEGATIVE_INFINITY, step: 0 };
  private scaledInAt = Number.NEGATIVE_INFINITY;
  private readonly decreases = new DecreaseQuota();

  constructor(
    private readonly settings: ScalingSettings,
    units: number,
    private readonly assumptions: Assumptions = DEFAULT_ASSUMPTIONS,
  ) {
    this.units = units;
  }

  /** Records the units consumed in the minute that ends at `end`. Must be called for each minute; 0 units count as missing data. */
  recordMinute(end: number, consumed: number): void {
    this.pending.push({ at: end + this.assumptions.metricDelaySeconds, consumed: exact(consumed) });
  }

  /** The provisioned units after all evaluations and updates until a time. */
  unitsAt(now: number): number {
    // The points are in the order of their times. Most calls find none that is due.
    for (let point = this.pending[0]; point !== undefined && point.at <= now; point = this.pending[0]) {
      this.pending.shift();
      this.complete(point.at);
      this.evaluate(point.at, point.consumed);
    }
    this.complete(now);
    return this.units;
  }

  /** The time until which `unitsAt` gives the same units, unless a minute is recorded; infinite if nothing is pending. */
  get nextChange(): number {
    const evaluated = this.pending[0]?.at ?? Number.POSITIVE_INFINITY;
    return this.update === undefined ? evaluated : Math.min(evaluated, this.update.effectiveAt);
  }

  private complete(now: number): void {
    if (this.update === undefined || this.update.effectiveAt > now) return;
    this.units = this.update.units;
    this.update = undefined;
  }

  private evaluate(now: number, consumed: number): void {
    this.series.push(consumed === 0 ? undefined : consumed);
    this.series.splice(0, this.series.length - LOW_PERIODS - this.assumptions.alarmLookBackPeriods);
    const { high, low } = alarmThresholds(this.units, this.settings.targetUtilizationPercent);
    const state = (
      settings: Pick<AlarmSettings, 'comparison' | 'threshold' | 'evaluationPeriods'>,
      before: AlarmState,
    ) => nextState(this.series, { ...settings, treatMissingData: 'missing' }, before, this.assumptions);
    this.high = state(
      { comparison: 'GreaterThanThreshold', threshold: high, evaluationPeriods: HIGH_PERIODS },
      this.high,
    );
    this.low = state({ comparison: 'LessThanThreshold', threshold: low, evaluationPeriods: LOW_PERIODS }, this.low);
    // An alarm repeats its scaling action each minute, so an action that an update in progress prevents is not lost.
    if (this.update !== undefined) return;
    if (this.high === 'ALARM') this.scaleOut(now, consumed);
    else if (this.low === 'ALARM') this.scaleIn(now);
  }

  private scaleOut(now: number, consumed: number): void {
    const units = targetUnits(consumed / PERIOD_SECONDS, this.settings);
    const step = units - this.units;
    const isCoolingDown = now < this.scaledOut.at + this.settings.scaleOutCooldownSeconds;
    if (step <= 0 || (isCoolingDown && step <= this.scaledOut.step)) return;
    this.request(now, units);
    this.scaledOut = { at: now + this.assumptions.updateTableSeconds, step };
    // A scale-out ends the cooldown of a scale-in.
    this.scaledInAt = Number.NEGATIVE_INFINITY;
  }

  private scaleIn(now: number): void {
    const greatest = Math.max(...this.series.slice(-LOW_PERIODS).map((consumed) => consumed ?? 0));
    const units = targetUnits(greatest / PERIOD_SECONDS, this.settings);
    const isCoolingDown = now < this.scaledInAt + this.settings.scaleInCooldownSeconds;
    if (units >= this.units || isCoolingDown || !this.decreases.take(now)) return;
    this.request(now, units);
    this.scaledInAt = now + this.assumptions.updateTableSeconds;
  }

  private request(now: number, units: number): void {
    this.update = { effectiveAt: now + this.assumptions.updateTableSeconds, units };
  }
}
