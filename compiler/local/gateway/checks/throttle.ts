// Throttles and quotas, in API Gateway's order: usage plan, method of the stage, account.

import { methodSettingsPath } from '../../../graph/route-path';
import { type GatewayLimit, type GatewaySettings, GatewayThrottle } from '../../../model/gateway-throttle';
import type { Quota } from '../../../model/request-quota';
import type { Throttle } from '../../../model/token-bucket';
import { type RunClock, secondsOf } from '../../run-clock';
import type { Route } from '../routes';
import { type Caller, type Check, refuseBy } from './check';

/** The limits of the stage with their state. */
export interface StageLimits {
  readonly settings: GatewaySettings;
  readonly throttle: GatewayThrottle;
}

/** Creates the state of the limits. */
export function createStageLimits(settings: GatewaySettings, clock: RunClock): StageLimits {
  return { settings, throttle: new GatewayThrottle(settings, secondsOf(clock)) };
}

/** Creates the check of a route. */
export function checkThrottle(route: Route, { settings, throttle }: StageLimits, clock: RunClock): Check {
  const method = methodSettingsPath(route.method, route.resourcePath);
  return (_request, caller) => {
    const refusal = throttle.request(secondsOf(clock), { method, client: caller.client });
    if (refusal === undefined) return { caller };
    return refuseBy(refusal.responseType, nameLimit(refusal.limit, route, caller, settings));
  };
}

function nameLimit(limit: GatewayLimit, route: Route, { client }: Caller, settings: GatewaySettings): string {
  const plan = client && settings.plans[client.plan];
  const of = `of usage plan ${client?.plan}, key ${client?.key}`;
  switch (limit) {
    case 'quota':
      return `the quota ${of} (${plan?.quota === undefined ? '' : renderQuota(plan.quota)})`;
    case 'usage plan':
      return `the throttle ${of} (${plan?.throttle === undefined ? '' : renderThrottle(plan.throttle)})`;
    case 'method': {
      const own = settings.methods[methodSettingsPath(route.method, route.resourcePath)] ?? settings.stage;
      return `the throttle of ${route.method} ${route.resourcePath} (${renderThrottle(own)})`;
    }
    case 'account':
      return `the account's throttle (${renderThrottle(settings.account)})`;
  }
}

function renderThrottle({ rate, burst }: Throttle): string {
  return `${rate} ${rate === 1 ? 'request' : 'requests'}/s, burst ${burst}`;
}

function renderQuota({ requests, period }: Quota): string {
  return `${requests} ${requests === 1 ? 'request' : 'requests'} a ${period.toLowerCase()}`;
}
