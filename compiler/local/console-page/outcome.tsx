// The result of a delivery as a badge.

import type { DeliveryOutcome, DeliveryRow } from '../console/caused-api';

const TONES = {
  'in progress': 'quiet',
  done: 'good',
  'partly failed': 'warn',
  failed: 'bad',
  throttled: 'refused',
  'given up': 'bad',
} as const satisfies Record<DeliveryOutcome, string>;

/** The badge. */
export function Outcome({ delivery: { outcome } }: { delivery: Pick<DeliveryRow, 'outcome'> }) {
  return <span class={`status ${TONES[outcome]}`}>{outcome}</span>;
}
