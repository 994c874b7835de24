// All known refusals of AWS and its provider.

import type { Kind } from '../../../../compiler/graph/kind';
import type { Behaviour } from '../behaviour';
import { BEHAVIOURS } from '../kinds';
import type { Refusal } from '../refusal';
import { API_GATEWAY_REFUSALS } from './api-gateway';
import { DYNAMODB_REFUSALS } from './dynamodb';
import { MAPPING_REFUSALS } from './mappings';
import { MONITORING_REFUSALS } from './monitoring';
import { OWNERSHIP_REFUSALS } from './ownership';
import { POLICY_REFUSALS } from './policies';
import { QUEUE_REFUSALS } from './queues';
import { SCHEDULE_REFUSALS } from './schedules';

/** Refusals of creations with an existing identity, from the behaviour of each kind. */
const DUPLICATE_REFUSALS: readonly Refusal[] = (Object.entries(BEHAVIOURS) as [Kind, Behaviour][]).flatMap(
  ([kind, { existing, source }]) =>
    existing?.response !== 'refuse'
      ? []
      : [
          {
            fact: `${kind}: a creation with an existing identity is refused`,
            kind,
            when: ['create'],
            refuses: ({ living, inputs, place }) => living && existing.text(inputs, place),
            source,
          },
        ],
);

/** Each fact once. */
export const REFUSALS: readonly Refusal[] = [
  ...DUPLICATE_REFUSALS,
  ...API_GATEWAY_REFUSALS,
  ...DYNAMODB_REFUSALS,
  ...MAPPING_REFUSALS,
  ...MONITORING_REFUSALS,
  ...OWNERSHIP_REFUSALS,
  ...POLICY_REFUSALS,
  ...QUEUE_REFUSALS,
  ...SCHEDULE_REFUSALS,
];
