// The rows of the table with the costs of changed fields.

import { LEVELS } from '../../../estimates/cost/estimate';
import { changeCells } from '../../text/cost-cells';
import type { Comparison } from './comparison';

/** A head and a row for each field; empty for a change of one field, whose cost is that of the change. */
export function fieldCostRows({
  estimates,
  values,
}: Pick<Comparison, 'estimates' | 'values'>): readonly (readonly string[])[] {
  const costs = estimates?.byField;
  if (costs === undefined || values.length === 1) return [];
  const { fields, together, notAlone, omitted } = costs;
  const others = [
    ...(notAlone.length > 0 ? [`not valid alone: ${notAlone.join(', ')}`] : []),
    ...(omitted > 0 ? [`${omitted} more changed fields, not estimated alone`] : []),
  ];
  return [
    ['Field', ...LEVELS, 'Place'],
    ...fields.map(({ field, usd, place }) => [field, ...changeCells(usd), place]),
    ...(Object.keys(together).length === 0 ? [] : [['fields together', ...changeCells(together), others.join('; ')]]),
  ];
}
