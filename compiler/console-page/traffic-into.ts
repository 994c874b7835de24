// The traffic into a box of the overview.

import type { Box, Edge, Traffic } from '../local/console/api';

/** The traffic into a box, of all edges together. */
export function trafficInto(box: Box, edges: readonly Edge[]): Traffic | undefined {
  const into = edges.filter(({ to }) => to === box.id).map(({ traffic }) => traffic);
  if (into.length === 0) return undefined;
  const sum = (of: (traffic: Traffic) => number) => into.reduce((total, one) => total + of(one), 0);
  const most = (of: (traffic: Traffic) => number | null) =>
    into.reduce<number | null>((largest, one) => {
      const value = of(one);
      return value === null ? largest : Math.max(largest ?? 0, value);
    }, null);
  return {
    perSecond: sum(({ perSecond }) => perSecond),
    total: sum(({ total }) => total),
    refused: sum(({ refused }) => refused),
    failed: sum(({ failed }) => failed),
    p50: most(({ p50 }) => p50),
    p95: most(({ p95 }) => p95),
  };
}
