// The options of a local run.

import type { ResourceGraph } from '../graph/graph';
import type { ProcessVariables } from '../graph/value';
import type { ConsoleSources } from './console/console-parts';
import type { AnsweredCall } from './front/call';
import type { FaultInjection } from './front/faults';
import type { LimitsMode } from './limits-mode';
import type { RunClock } from './run-clock';
import type { SecretValues } from './secret-values';

/** How the local run is started. */
export interface LocalRunOptions {
  /** The project's folder. Entry files of functions are relative to it. */
  readonly root: string;
  /** Port of the API; 0 chooses a free port. */
  readonly port: number;
  /** Ports of the stand-ins; 0 or absent chooses a free port. */
  readonly dynamodbPort?: number | undefined;
  readonly sqsPort?: number | undefined;
  /** The directory that stores tables and messages (default: in memory). */
  readonly dataDirectory?: string;
  /** Returns a graph's API as an OpenAPI document. The run serves the document and a page for it (default: neither). */
  readonly describe?: (graph: ResourceGraph) => object;
  /** The process variables that secrets are read from (default: each secret has its default). */
  readonly variables?: ProcessVariables;
  /** The values of secrets, by their keys in the spec (default: generated for the run). */
  readonly secretValue?: SecretValues;
  /** The URL that receives the messages to all webhooks (default: the run's own receiver). */
  readonly webhookTo?: string | undefined;
  /** How limits such as throttles, concurrency and capacity are applied (default: `enforce`). */
  readonly limits?: LimitsMode;
  /** The clock of limits (default: real time). */
  readonly clock?: RunClock;
  /** Faults of the calls to tables and queues; absent: none. */
  readonly faults?: FaultInjection;
  /** The sources of the console; absent: the run has no console. */
  readonly console?: ConsoleSources;
  /** Called with each call to a table or a queue, and its answer. */
  readonly onCall?: (call: AnsweredCall) => void;
  /** Called with each line that functions write, and with a description of each failure. */
  readonly print: (line: string) => void;
}
