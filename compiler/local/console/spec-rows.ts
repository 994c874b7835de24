// The values of a spec as rows of the console.

import { formatPlace } from '../../source/source';
import { formatPath } from '../../source/spec-node';
import type { ResolvedValue } from '../../values/resolved-spec';
import type { SpecRow } from './api';

/** Renders the values of a spec, each with its origin. */
export function specRowsOf(values: readonly ResolvedValue[]): SpecRow[] {
  return values.map(({ path, value, resolved, origin }) => ({
    path: formatPath(path),
    value: render(resolved ?? value),
    written: resolved === undefined ? null : render(value),
    origin: origin === undefined ? null : formatPlace(origin).replace(/:\d+$/, ''),
  }));
}

function render(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
