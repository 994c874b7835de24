// The limits of a run: their mode, their clock, what they refused, and the state that outlives a reload.

import { type GatewaySettings, GatewayThrottle } from '../model/gateway-throttle';
import type { StageLimits } from './gateway/checks/throttle';
import type { LimitsMode } from './limits-mode';
import { createRefusals, type Refusals } from './refusals';
import { type RunClock, runClock } from './run-clock';

/** The limits of a run. */
export interface RunLimits {
  readonly mode: LimitsMode;
  readonly clock: RunClock;
  readonly refusals: Refusals;
  /** The throttles and quotas of a stage. Their tokens and counts stay as they are while the settings do not change. */
  stageLimits(settings: GatewaySettings): StageLimits;
}

/** Creates the limits of a run. */
export function createRunLimits(mode: LimitsMode = 'enforce', clock: RunClock = runClock()): RunLimits {
  let current: StageLimits | undefined;
  return {
    mode,
    clock,
    refusals: createRefusals(),
    stageLimits(settings) {
      if (current === undefined || JSON.stringify(current.settings) !== JSON.stringify(settings))
        current = { settings, throttle: new GatewayThrottle(settings, clock.now() / 1000) };
      return current;
    },
  };
}
