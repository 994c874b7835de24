// The events of a local run.

import type { ResourceGraph } from '../../../graph/graph';
import type { ValueChange } from '../../../language/values/difference';
import type { LocalRun } from '../../../local/local-run';

/** An event of a local run. */
export type StartEvent =
  | ServingEvent
  | {
      readonly is: 'reloaded';
      readonly milliseconds: number;
      readonly graph: ResourceGraph;
      readonly changes: readonly ValueChange[];
    }
  | { readonly is: 'message'; readonly text: string };

/** The API is served. */
export interface ServingEvent extends Pick<LocalRun, 'routes' | 'apiKeys' | 'url' | 'endpoints'> {
  readonly is: 'serving';
  readonly spec: string;
  /** The directory with the data (default: in memory). */
  readonly data: string | undefined;
  readonly graph: ResourceGraph;
  /** The keys of the secrets whose values the project's file gives. */
  readonly givenSecrets: readonly string[];
}
