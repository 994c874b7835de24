// Derives the usage plans of an API, and its API keys with values for the local run.

import type { UsagePlan } from '../../model/gateway-throttle';
import type { Quota } from '../../model/request-quota';
import type { LocalResources } from '../local-values';
import { throttleOf } from './throttle-settings';

/** An API key of a usage plan. */
export interface ApiKey {
  /** The name of its node. */
  readonly name: string;
  /** The name of the node of its usage plan. */
  readonly plan: string;
  /** The value that clients send. AWS generates the value of a deployed key. */
  readonly value: string;
  /** The stages of the plan. */
  readonly stages: readonly string[];
}

/** Derives the usage plans, by the names of their nodes. */
export function deriveUsagePlans(resources: LocalResources): Readonly<Record<string, UsagePlan>> {
  return Object.fromEntries(
    resources.of('aws:apigateway/usagePlan:UsagePlan').map(({ name, inputs: { throttleSettings, quotaSettings } }) => [
      name,
      {
        throttle: throttleOf(throttleSettings?.rateLimit, throttleSettings?.burstLimit),
        quota: quotaSettings && { requests: quotaSettings.limit, period: quotaSettings.period as Quota['period'] },
      },
    ]),
  );
}

/** Derives the API keys that belong to a usage plan. Their values are the same in each run, and at least 20 characters long as on AWS. */
export function deriveApiKeys(resources: LocalResources): readonly ApiKey[] {
  const values = new Map(
    resources
      .of('aws:apigateway/apiKey:ApiKey')
      .map(({ name, inputs: { value } }) => [name, value ?? `local-api-key-${name}`] as const),
  );
  const stages = new Map(
    resources
      .of('aws:apigateway/usagePlan:UsagePlan')
      .map(({ name, inputs: { apiStages = [] } }) => [name, apiStages.map(({ stage }) => stage)] as const),
  );
  return resources.of('aws:apigateway/usagePlanKey:UsagePlanKey').flatMap(({ inputs: { keyId, usagePlanId } }) => {
    const value = values.get(keyId);
    return value === undefined
      ? []
      : [{ name: keyId, plan: usagePlanId, value, stages: stages.get(usagePlanId) ?? [] }];
  });
}
