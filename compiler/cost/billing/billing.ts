// The billing of all kinds of resources.

import type { Kind } from '../../graph/kinds';
import { API_GATEWAY } from './api-gateway';
import { DYNAMODB } from './dynamodb';
import { LAMBDA } from './lambda';
import { MONITORING } from './monitoring';
import { OPERATIONS } from './operations';
import type { Billing } from './usage';

/** The billing of each kind: tsc names a kind that is neither priced nor free. */
export const BILLING: { readonly [K in Kind]: Billing<K> } = {
  ...API_GATEWAY,
  ...DYNAMODB,
  ...LAMBDA,
  ...MONITORING,
  ...OPERATIONS,
};
