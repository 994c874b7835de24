// Injects faults into calls, with the answers that AWS gives in an outage.

import { setTimeout as delay } from 'node:timers/promises';
import { grouped } from '../../diagnostics/words';
import { failure, type Service, type Stage, type StoreAnswer, type StoreCall } from './call';
import { type FaultRule, ruleFor } from './fault-rules';

/** Counts of injected faults, by rule and effect. */
export type FaultCounts = ReadonlyMap<string, number>;

/** A stage that injects faults, and its counts. */
export interface FaultInjection {
  readonly stage: Stage;
  readonly counts: FaultCounts;
}

/** Creates the stage of rules. `random` returns numbers from 0 up to, but not including, 1. */
export function injectFaults(rules: readonly FaultRule[], random: () => number): FaultInjection {
  const counts = new Map<string, number>();
  const count = (rule: FaultRule, effect: string) => {
    const key = `${rule.name} ${effect}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  const stage: Stage = async (call, proceed) => {
    const rule = ruleFor(rules, call);
    if (rule === undefined) return proceed(call);
    if (rule.latencyMilliseconds > 0) {
      count(rule, 'latency');
      await delay(rule.latencyMilliseconds, undefined, { ref: false });
    }
    if (random() < rule.throttle) {
      count(rule, 'throttle');
      return throttled(call);
    }
    if (random() >= rule.error) return proceed(call);
    count(rule, 'error');
    // A service that fails may have processed the request: here, it has for half of the errors.
    if (random() < 0.5) await proceed(call);
    return { ...ERRORS[call.service], refusedBy: 'faults' };
  };
  return { stage, counts };
}

/** The answers of a service that fails (Common errors in the API references). SDKs retry them. */
const ERRORS: Readonly<Record<Service, StoreAnswer>> = {
  dynamodb: failure('dynamodb', 500, 'InternalServerError', 'Internal server error (injected fault)'),
  sqs: failure('sqs', 500, 'InternalFailure', 'Internal failure (injected fault)'),
  secretsmanager: failure('secretsmanager', 500, 'InternalServiceError', 'Internal error (injected fault)'),
  ssm: failure('ssm', 500, 'InternalServerError', 'Internal server error (injected fault)'),
};

/** The answer to a call that is throttled. SDKs retry it. */
function throttled({ service }: StoreCall): StoreAnswer {
  return { ...THROTTLES[service], refusedBy: 'faults' };
}

const THROTTLES: Readonly<Record<Service, StoreAnswer>> = {
  dynamodb: failure(
    'dynamodb',
    400,
    'ProvisionedThroughputExceededException',
    'The level of configured provisioned throughput for the table was exceeded. ' +
      'Consider increasing your provisioning level with the UpdateTable API. (injected fault)',
  ),
  sqs: failure('sqs', 403, 'RequestThrottled', 'Request is throttled (injected fault)'),
  secretsmanager: failure('secretsmanager', 400, 'ThrottlingException', 'Rate exceeded (injected fault)'),
  ssm: failure('ssm', 400, 'ThrottlingException', 'Rate exceeded (injected fault)'),
};

/** Renders the counts, such as `Injected faults: dynamodb:PutItem throttle 12`. */
export function renderFaults(counts: FaultCounts): string {
  const parts = [...counts].map(([name, count]) => `${name} ${grouped(count)}`);
  return `Injected faults: ${parts.length === 0 ? 'none' : parts.join(', ')}`;
}
