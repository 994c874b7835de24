// Formats a value of the graph as one line of text.

import { type Fold, foldValue } from '../graph/fold';
import { logicalNameOf } from '../graph/handle';
import type { Value } from '../graph/value';

/** A value on one line; `<payments.arn>` is known only after deployment. */
export function describeValue(value: Value): string {
  return foldValue(value, DESCRIPTION);
}

const DESCRIPTION: Fold<string> = {
  scalar: (value) => (typeof value === 'string' ? JSON.stringify(value) : String(value)),
  list: (items) => `[${items.join(', ')}]`,
  map: (entries) => {
    const described = Object.entries(entries).map(([key, item]) => `${key}: ${item}`);
    return described.length === 0 ? '{}' : `{ ${described.join(', ')} }`;
  },
  reference: ({ node, attribute }) => `<${logicalNameOf(node)}.${attribute}>`,
  account: () => '<account>',
  secret: ({ variable }) => `<secret env.${variable}>`,
  interpolation: (parts) => JSON.stringify(parts.join('')),
  json: (content) => content,
  bundle: ({ entry, tracing }) => `<bundle of ${entry}${tracing ? ', traced' : ''}>`,
};
