// The overview of a resolved spec: its parts in columns, from clients to tables.

import type { ResolvedSpec } from './describe/context';
import { describeSystem } from './describe/describe';
import { layOutSystem } from './layout';
import type { Sizes } from './measure';
import type { Picture } from './picture';

/**
 * Lays out the overview of a resolved spec; it fits a screen of 1600 × 900 pixels.
 *
 * @param path the spec, for the subtitle
 * @param options `live` adds a line for live values to each box
 */
export function drawOverview(resolved: ResolvedSpec, path: string, options: Partial<Sizes> = {}): Picture {
  return layOutSystem(describeSystem(resolved, path), options);
}
