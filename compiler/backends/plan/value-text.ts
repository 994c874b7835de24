// Formats a value of the graph as one line of text.

import { isExpression, type Value } from '../../graph/value';

/** A value on one line; `<payments.arn>` is known only after deployment. */
export function describeValue(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(describeValue).join(', ')}]`;
  if (!isExpression(value)) {
    const entries = Object.entries(value).map(([key, item]) => `${key}: ${describeValue(item)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  switch (value.$) {
    case 'reference':
      return describeReference(value.node, value.attribute);
    case 'account':
      return '<account>';
    case 'interpolation':
      return JSON.stringify(
        value.parts.map((part) => (typeof part === 'string' ? part : describeValue(part))).join(''),
      );
    case 'json':
      return describeValue(value.value);
    case 'bundle':
      return `<bundle of ${value.entry}${value.tracing ? ', traced' : ''}>`;
  }
}

function describeReference(node: string, attribute: string): string {
  return `<${node.slice(node.indexOf('::') + 2)}.${attribute}>`;
}
