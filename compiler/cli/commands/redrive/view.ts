// Renders the results of a redrive as a table and as JSON.

import type { TextOrJson } from '../../command/declaration';
import type { View } from '../../command/parts';
import { renderColumns } from '../../text/columns';
import { OUTCOMES } from './redrive-queue';
import type { RedrivenQueue, RedriveResult } from './run';

/** The results as a table, or as one JSON value. */
export const view: View<RedriveResult, TextOrJson> = {
  text: ({ queues }) => queues.flatMap(renderQueue).join('\n'),
  json: ({ path, queues }) => ({ schemaVersion: 1, spec: path, queues }),
};

/** Renders a line for the queue, and one for each result that occurred. */
function renderQueue({ queue, content, counts }: RedrivenQueue): string[] {
  const rows = Object.entries(OUTCOMES).flatMap(([outcome, meaning]) => {
    const count = counts[outcome as keyof typeof OUTCOMES];
    return count === 0 ? [] : [['', String(count), meaning]];
  });
  return [`${queue}, ${content}: ${rows.length === 0 ? 'empty' : ''}`.trimEnd(), ...renderColumns(rows)];
}
