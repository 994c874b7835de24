// Parses the faults that a run injects, such as `dynamodb:PutItem=throttle:5%,latency:300ms;sqs:*=error:1%`.

import { suggest } from '../../diagnostics/suggest';
import type { Service, StoreCall } from './call';
import { OPERATIONS } from './operations';

/** The faults of the calls of an operation. */
export interface FaultRule {
  /** As written, such as `dynamodb:PutItem`. */
  readonly name: string;
  readonly service: Service | '*';
  /** `*` is any operation. */
  readonly operation: string;
  /** The shares of calls that are throttled and that fail, from 0 to 1. */
  readonly throttle: number;
  readonly error: number;
  readonly latencyMilliseconds: number;
}

/** An error in the text of faults. The message is one sentence. */
export class FaultSyntaxError extends Error {
  override readonly name = 'FaultSyntaxError';
}

const SERVICES: readonly Service[] = ['dynamodb', 'sqs', 'secretsmanager', 'ssm'];

const EXAMPLE = 'dynamodb:PutItem=throttle:5%,latency:300ms;sqs:*=error:1%';

/** Maximum latency: API Gateway waits at most 29 seconds for a function by default (Amazon API Gateway quotas). */
const MAXIMUM_LATENCY_MILLISECONDS = 29_000;

/** Parses faults. Throws FaultSyntaxError. */
export function parseFaults(text: string): readonly FaultRule[] {
  return text.split(';').map((entry) => {
    const [, name, service = '', operation = '', effects = ''] = /^\s*((\S+?):(\S+?))=(.*)$/.exec(entry) ?? [];
    if (name === undefined)
      throw new FaultSyntaxError(`"${entry.trim()}" is not SERVICE:OPERATION=EFFECT,…; an example is ${EXAMPLE}`);
    return { name, ...parseTarget(service, operation), ...parseEffects(effects.trim()) };
  });
}

function parseTarget(service: string, operation: string): Pick<FaultRule, 'service' | 'operation'> {
  const known = SERVICES.find((one) => one === service);
  if (known === undefined && service !== '*')
    throw new FaultSyntaxError(`unknown service "${service}"; allowed: ${SERVICES.join(', ')} and *`);
  const operations = known === undefined ? Object.values(OPERATIONS).flat() : OPERATIONS[known];
  if (operation !== '*' && !operations.includes(operation)) {
    const near = suggest(operation, operations) ?? '* is any operation';
    throw new FaultSyntaxError(`unknown operation "${operation}" of ${service}; ${near}`);
  }
  return { service: known ?? '*', operation };
}

function parseEffects(text: string): Pick<FaultRule, 'throttle' | 'error' | 'latencyMilliseconds'> {
  const effects = { throttle: 0, error: 0, latencyMilliseconds: 0 };
  for (const effect of text.split(',')) {
    const [, kind, value = ''] = /^\s*(\w+):(\S+)\s*$/.exec(effect) ?? [];
    if (kind === 'throttle' || kind === 'error') effects[kind] = parseShare(kind, value);
    else if (kind === 'latency') effects.latencyMilliseconds = parseLatency(value);
    else
      throw new FaultSyntaxError(
        `unknown effect "${effect.trim()}"; allowed: throttle:PERCENT%, error:PERCENT% and latency:TIMEms`,
      );
  }
  return effects;
}

function parseShare(kind: string, value: string): number {
  const percent = /^\d+(\.\d+)?%$/.test(value) ? Number.parseFloat(value) : Number.NaN;
  if (percent >= 0 && percent <= 100) return percent / 100;
  throw new FaultSyntaxError(`${kind}:${value} must have a percentage from 0% to 100%, such as ${kind}:5%`);
}

function parseLatency(value: string): number {
  const [, number = '', unit] = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(value) ?? [];
  const milliseconds = unit === undefined ? Number.NaN : Number(number) * (unit === 's' ? 1000 : 1);
  if (milliseconds <= MAXIMUM_LATENCY_MILLISECONDS) return milliseconds;
  throw new FaultSyntaxError(
    `latency:${value} must have a time of at most ${MAXIMUM_LATENCY_MILLISECONDS}ms, such as latency:300ms`,
  );
}

/** Returns the first rule that includes a call. */
export function ruleFor(rules: readonly FaultRule[], { service, operation }: StoreCall): FaultRule | undefined {
  return rules.find(
    (rule) =>
      (rule.service === '*' || rule.service === service) && (rule.operation === '*' || rule.operation === operation),
  );
}
