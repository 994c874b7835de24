// The parts of a run that its console shows and calls.

import type { Environment } from '../../../schema/environment.generated';
import type { ResourceGraph } from '../../graph/graph';
import type { ResolvedSpec } from '../../picture/describe/context';
import type { Inbox } from '../alarms/inbox';
import type { AlarmsSource } from '../alarms/run-alarms';
import type { CapacityState } from '../capacity/run-capacity';
import type { GatewayRequest, GatewayResponse } from '../gateway/gateway-message';
import type { Route } from '../gateway/routes';
import type { ApiKey } from '../gateway/usage-plans';
import type { LocalResources } from '../local-values';
import type { RunLimits } from '../run-limits';
import type { Stores } from '../stores/stores';
import type { TriggerState } from '../triggers/deliveries';
import type { ReceiverControl } from '../webhooks/receiver';
import type { Recorder } from './recorder';

/** A resolved spec: the result of a compilation. */
export interface ServedSpec extends ResolvedSpec {
  readonly environment: Environment;
}

/** The sources of the console outside of the local run. */
export interface ConsoleSources {
  /** The served spec. */
  spec(): ServedSpec;
  /** The script of the page. */
  readScript(): string;
}

/** The version of the system that is served. */
export interface ConsoleSystem {
  readonly graph: ResourceGraph;
  readonly resources: LocalResources;
  readonly routes: readonly Route[];
  readonly apiKeys: readonly ApiKey[];
}

/** The parts of a console. */
export interface ConsoleParts {
  readonly url: string;
  readonly recorder: Recorder;
  readonly limits: RunLimits;
  readonly stores: Pick<Stores, 'perform' | 'queues' | 'levels' | 'sqs'>;
  readonly alarms: Pick<AlarmsSource, 'states' | 'series'>;
  readonly inbox: Pick<Inbox, 'messages'>;
  readonly receiver: ReceiverControl;
  readonly triggers: () => readonly TriggerState[];
  readonly capacities: () => readonly CapacityState[];
  /** The served version; it changes on reload. */
  readonly system: () => ConsoleSystem;
  readonly serve: (request: GatewayRequest) => Promise<GatewayResponse>;
  readonly sources: ConsoleSources;
}
