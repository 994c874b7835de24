// The served spec for the console: its picture, its values with their origins, and its files.

import { resolvedValuesOf } from '../../language/values/resolved-spec';
import { drawOverview } from '../../picture/overview';
import type { Picture } from '../../picture/picture';
import { formatPlace } from '../../source/source';
import { formatPath } from '../../source/spec-node';
import type { SourceFile, SpecRow } from './api';
import type { ConsoleParts, ServedSpec } from './console-parts';

const PICTURES = new WeakMap<ServedSpec, Picture>();

/** The picture of the served spec, with room for live values. */
export function pictureOf({ sources, system }: Pick<ConsoleParts, 'sources' | 'system'>): Picture {
  const spec = sources.spec();
  const known = PICTURES.get(spec);
  if (known !== undefined) return known;
  const picture = drawOverview(spec, system().graph.place.replace(/:\d+:\d+$/, ''), { live: true });
  PICTURES.set(spec, picture);
  return picture;
}

/** The values of a spec, each with its origin. */
export function rowsOf({ spec, environment }: ServedSpec): SpecRow[] {
  return resolvedValuesOf(spec, environment).map(({ path, value, resolved, origin }) => ({
    path: formatPath(path),
    value: render(resolved ?? value),
    written: resolved === undefined ? null : render(value),
    origin: origin === undefined ? null : formatPlace(origin).replace(/:\d+$/, ''),
  }));
}

/** A file of a spec as it was compiled; undefined for any other file. */
export function sourceFile({ spec, environment }: ServedSpec, path: string): SourceFile | undefined {
  const source = resolvedValuesOf(spec, environment).find(({ origin }) => origin?.source.path === path)?.origin?.source;
  return source && { path: source.path, text: source.text };
}

function render(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
