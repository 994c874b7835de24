// The billing of all kinds of resources that AWS bills.

import type { BilledKind } from '../../../graph/kinds/kinds';
import { API_GATEWAY } from './api-gateway';
import { DYNAMODB } from './dynamodb';
import { LAMBDA } from './lambda';
import { MONITORING } from './monitoring';
import { OPERATIONS } from './operations';
import type { Billing } from './usage';

/** The billing of each kind that its definition calls billed; tsc names a kind without it. */
export const BILLING: { readonly [K in BilledKind]: Billing<K> } = {
  ...API_GATEWAY,
  ...DYNAMODB,
  ...LAMBDA,
  ...MONITORING,
  ...OPERATIONS,
};
