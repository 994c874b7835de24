// The state of an alarm.

import type { AlarmRow } from '../console/api';

const NAMES: Readonly<Record<AlarmRow['state'], string>> = {
  ALARM: 'In alarm',
  OK: 'OK',
  INSUFFICIENT_DATA: 'Insufficient data',
};

const TONES: Readonly<Record<AlarmRow['state'], string>> = { ALARM: 'bad', OK: 'good', INSUFFICIENT_DATA: 'warn' };

/** The state in its colour. */
export function State({ state }: Pick<AlarmRow, 'state'>) {
  return <span class={`status ${TONES[state]}`}>{NAMES[state]}</span>;
}
