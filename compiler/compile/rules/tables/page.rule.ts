// Checks that read capacity covers list requests, which cost one read for each page of items.

import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import { listingRoutes, mostUnits } from '../../../language/expand/throughput';
import { itemsPerRead, readUnits } from '../../../model/dynamodb-units';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'page-beyond-capacity': {
    code: 'ENV3029',
    severity: 'warning',
    summary: 'One full page of a list exceeds one second of read capacity.',
    explanation: [
      'A page takes half a read unit for each 4 KB of the total size of its items, rounded up (Amazon DynamoDB Developer Guide, "DynamoDB read and write operations").',
      'If a page takes more than a second of capacity, list requests throttle each other and the reads of single items.',
    ],
    message: (p: { what: string; cost: number; units: number; pageSize: number; itemSizeBytes: number }) =>
      `a page of ${p.pageSize} items of ${p.itemSizeBytes} bytes takes ${p.cost} read units; ${p.what} has at most ${p.units} a second`,
  },
});

/** ENV3029: a full page that costs more than a second of the maximum read capacity. */
export const pageRule: Rule = {
  diagnose,
  *check({ environment, at, otherSide }) {
    const listing = listingRoutes(environment);
    const { pageSize } = environment.payment;
    for (const [name, { capacity, indexes, expectedItemSizeBytes }] of Object.entries(environment.tables)) {
      if (capacity === undefined || (listing.get(name) ?? []).length === 0) continue;
      const cost = readUnits(pageSize * expectedItemSizeBytes, 'eventual');
      const readers = [
        { what: `table "${name}"`, path: specPath('tables', name), own: capacity },
        ...Object.entries(indexes).flatMap(([index, { capacity: own }]) =>
          own === undefined
            ? []
            : [{ what: `index "${index}"`, path: specPath('tables', name, 'indexes', index), own }],
        ),
      ];
      for (const { what, path, own } of readers) {
        const units = mostUnits(own.read);
        if (cost <= units) continue;
        const field = own.read.autoscaling === undefined ? ['units'] : ['autoscaling', 'maximum'];
        const fitting = itemsPerRead(units, expectedItemSizeBytes);
        const advice = `raise ${field.join('.')} to ${Math.ceil(cost)}`;
        const help = fitting >= 1 ? `${advice}; or lower payment.pageSize to ${fitting}` : advice;
        yield diagnose(
          'page-beyond-capacity',
          at([...path, 'capacity', 'read', ...field]),
          { what, cost, units, pageSize, itemSizeBytes: expectedItemSizeBytes },
          { help, related: otherSide('the page size', ['payment', 'pageSize']) },
        );
      }
    }
  },
};
