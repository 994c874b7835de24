// The system on which an action runs.

import type { ResourceGraph } from '../../../graph/graph';
import type { Outcome } from '../../command/parts';
import { EXIT } from '../../exit-code';
import type { Connection } from '../../system/connection';
import type { EventsResult } from './result';

/** A system, and the connection to it, which begins when it is first used. */
export interface System {
  readonly path: string;
  readonly graph: ResourceGraph;
  readonly connection: () => Promise<Connection>;
}

/** Ends a run because of wrong usage. */
export function misused(reason: string): Outcome<EventsResult> {
  return { exitCode: EXIT.usage, reason: `error: ${reason}` };
}
