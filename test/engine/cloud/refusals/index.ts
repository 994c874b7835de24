// All that AWS and its provider refuse, as far as it is known here.

import type { Kind } from '../../../../compiler/graph/kinds';
import type { Behaviour } from '../behaviour';
import { BEHAVIOURS } from '../kinds';
import type { Refusal } from '../refusal';
import { API_GATEWAY_REFUSALS } from './api-gateway';
import { DYNAMODB_REFUSALS } from './dynamodb';
import { MONITORING_REFUSALS } from './monitoring';
import { OWNERSHIP_REFUSALS } from './ownership';
import { POLICY_REFUSALS } from './policies';

/** Refusals of a second thing of the same identity, from the behaviour of each kind. */
const SECOND_ONES: readonly Refusal[] = (Object.entries(BEHAVIOURS) as [Kind, Behaviour][]).flatMap(
  ([kind, { existing, source }]) =>
    existing?.answer !== 'refuse'
      ? []
      : [
          {
            fact: `${kind}: a second one of the same identity is refused`,
            kind,
            when: ['create'],
            refuses: ({ living, inputs, place }) => living && existing.text(inputs, place),
            source,
          },
        ],
);

/** Each fact once. */
export const REFUSALS: readonly Refusal[] = [
  ...SECOND_ONES,
  ...API_GATEWAY_REFUSALS,
  ...DYNAMODB_REFUSALS,
  ...MONITORING_REFUSALS,
  ...OWNERSHIP_REFUSALS,
  ...POLICY_REFUSALS,
];
