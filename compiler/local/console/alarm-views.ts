// The alarms of the run with their values, and the messages about them.

import type { Inbox } from '../alarms/inbox';
import type { AlarmStatus, AlarmsSource } from '../alarms/run-alarms';
import type { AlarmRow, InboxRow } from './api';

/** The number of periods of a chart. */
const PERIODS = 60;

/** Alarms in ALARM come first. */
const ORDER: Readonly<Record<AlarmRow['state'], number>> = { ALARM: 0, OK: 1, INSUFFICIENT_DATA: 2 };

/** The alarms, the firing ones first. `now` is on the clock of the run, in milliseconds. */
export function listAlarms(alarms: Pick<AlarmsSource, 'states' | 'series'>, now: number): AlarmRow[] {
  return alarms
    .states()
    .map((status) => describeAlarm(status, alarms, now))
    .sort((a, b) => ORDER[a.state] - ORDER[b.state] || (a.name < b.name ? -1 : 1));
}

function describeAlarm(status: AlarmStatus, alarms: Pick<AlarmsSource, 'series'>, now: number): AlarmRow {
  const { definition, state, reason, since } = status;
  const { name, description } = definition;
  return { name, description, state, reason, since: since === 0 ? null : since, chart: chartOf(status, alarms, now) };
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

/** The messages, the newest first. */
export function listMessagesOfAlarms({ messages }: Pick<Inbox, 'messages'>): InboxRow[] {
  return messages()
    .map(({ id, time, channel, to, subject, body }) => ({ id, at: time, channel, to, subject, body }))
    .reverse();
}
