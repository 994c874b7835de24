// The alarms of the run with their values, and the receiver of webhooks.

import type { Alarm } from '../../../schema/environment.generated';
import { alarmHandle } from '../../graph/handles';
import { type DrillPeriod, drillPeriods } from '../../monitoring/alarms/drill';
import type { AlarmStatus, AlarmsSource } from '../alarms/run-alarms';
import type { AlarmDrill, AlarmRow, ReceiverState } from './api';
import type { ConsoleParts } from './console-parts';

/** The number of periods of a chart. */
const PERIODS = 60;

/** Alarms in ALARM come first. */
const ORDER: Readonly<Record<AlarmRow['state'], number>> = { ALARM: 0, OK: 1, INSUFFICIENT_DATA: 2 };

type Parts = Pick<ConsoleParts, 'alarms' | 'limits' | 'sources' | 'system'>;

/** The alarms, the firing ones first. */
export function listAlarms(parts: Parts): AlarmRow[] {
  const tried = alarmsByName(parts);
  const now = parts.limits.clock.now();
  return parts.alarms
    .states()
    .map((status): AlarmRow => {
      const { definition, state, reason, since } = status;
      const { name, description } = definition;
      const hasDrill = tried.get(name)?.drill !== undefined;
      const chart = chartOf(status, parts.alarms, now);
      return { name, description, state, reason, hasDrill, since: since === 0 ? null : since, chart };
    })
    .sort((a, b) => ORDER[a.state] - ORDER[b.state] || (a.name < b.name ? -1 : 1));
}

/** The drill of an alarm; undefined if it has none. */
export function describeDrill(parts: Parts, name: string): AlarmDrill | undefined {
  const alarm = alarmsByName(parts).get(name);
  const periods = alarm && drillPeriods(alarm);
  if (alarm === undefined || periods === undefined) return undefined;
  const rows = (of: readonly DrillPeriod[]) =>
    of.map(({ value, state }, at) => ({ seconds: (at + 1) * alarm.periodSeconds, value: value ?? null, state }));
  return { fires: rows(periods.fires), quiet: rows(periods.quiet) };
}

/** The alarms of the spec by their names on AWS. */
function alarmsByName({ sources, system }: Parts): ReadonlyMap<string, Alarm> {
  const { alarms } = sources.spec().expanded.facts.alarms;
  const nodes = system().resources.of('aws:cloudwatch/metricAlarm:MetricAlarm');
  const names = new Map(nodes.map(({ id, name, inputs }) => [id, inputs.name ?? name]));
  return new Map(Object.entries(alarms).map(([name, alarm]) => [names.get(alarmHandle(name).id) ?? name, alarm]));
}

function chartOf({ definition }: AlarmStatus, alarms: Pick<AlarmsSource, 'series'>, now: number): AlarmRow['chart'] {
  if (definition.is === 'composite') return null;
  const { window, settings } = definition;
  const values = alarms.series(definition.name, now, PERIODS);
  const period = window.periodSeconds * 1000;
  const end = Math.floor(now / period) * period;
  return {
    condition: `${settings.datapointsToAlarm ?? window.evaluationPeriods} of ${window.evaluationPeriods} × ${window.periodSeconds} s`,
    threshold: settings.threshold,
    times: values.map((_value, at) => end - (values.length - 1 - at) * period),
    values: values.map((value) => value ?? null),
  };
}

/** The receiver of webhooks. */
export function describeReceiver({ isUsed, mode }: ConsoleParts['receiver']): ReceiverState {
  return { isUsed, mode };
}
