// Renders a mix of routes.

import type { RouteWeights } from '../../estimates/traffic/traffic';
import type { ExpandedEnvironment } from '../../language/expand/expand';

/** The weights above 0 as text, such as `60 post-payment : 40 get-payment`. */
export function mixTitle(weights: RouteWeights, { api }: ExpandedEnvironment): string {
  const named = Object.entries(weights).filter(([, weight]) => weight > 0);
  if (named.length === 0) return Object.keys(api?.routes ?? {}).length === 1 ? 'the route' : 'all routes alike';
  if (named.length === 1) return `only ${named[0]?.[0]}`;
  return named.map(([route, weight]) => `${weight} ${route}`).join(' : ');
}
