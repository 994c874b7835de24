// A table bears its lists: a page costs its items, not a request.

import { diagnose } from '../diagnostics/diagnostic';
import type { Rule } from './rule';
import { listingRoutes, mostUnits, unitsPerPage } from './throughput';

/** ENV3029: a full page costs more than a second of the read capacity at its most. */
export const pageRule: Rule = ({ environment, at, otherSide }) => {
  const listing = listingRoutes(environment);
  return Object.entries(environment.tables).flatMap(([name, { capacity, indexes, expectedItemSizeBytes }]) => {
    const routes = listing.get(name) ?? [];
    if (capacity === undefined || routes.length === 0) return [];
    const { pageSize } = environment.payment;
    const cost = unitsPerPage(pageSize, expectedItemSizeBytes);
    const readers = [
      { what: `the table ${name}`, path: ['tables', name], own: capacity },
      ...Object.entries(indexes).flatMap(([index, { capacity: own }]) =>
        own === undefined ? [] : [{ what: `the index ${index}`, path: ['tables', name, 'indexes', index], own }],
      ),
    ];
    return readers.flatMap(({ what, path, own }) => {
      const units = mostUnits(own.read);
      if (cost <= units) return [];
      const field = own.read.autoscaling === undefined ? ['units'] : ['autoscaling', 'maximum'];
      const fitting = Math.floor((units * 8192) / expectedItemSizeBytes);
      const advice = `${field.join('.')}: ${Math.ceil(cost)} at least`;
      return [
        diagnose(
          'page-beyond-capacity',
          at([...path, 'capacity', 'read', ...field]),
          { what, cost, units, pageSize, itemSizeBytes: expectedItemSizeBytes },
          {
            help: fitting >= 1 ? `${advice}; or payment.pageSize: ${fitting} at most` : advice,
            related: otherSide('the page', ['payment', 'pageSize']),
          },
        ),
      ];
    });
  });
};
