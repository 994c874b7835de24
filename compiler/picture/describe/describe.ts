// Describes a resolved spec as a system of parts and links.

import type { Link, System } from '../system';
import { alarmsByPart } from './alarms';
import { describeApi } from './api';
import { describeContext, type ResolvedSpec } from './context';
import { describeData } from './data';
import { describeFunctions, functionLinks } from './functions';
import { describeOperations } from './operations';

/**
 * The system of a resolved spec; its parts and links are in the order of the spec.
 *
 * @param path the spec, for the subtitle
 */
export function describeSystem(resolved: ResolvedSpec, path: string): System {
  const context = describeContext(resolved, alarmsByPart(resolved.expanded));
  const { api: settings, environment, project, region, suffix } = context.environment;
  const api = settings === undefined ? { parts: [], links: [] } : describeApi(context, settings);
  const parts = [...api.parts, ...describeFunctions(context), ...describeData(context), ...describeOperations(context)];
  return {
    title: [project, environment, suffix].join(' · '),
    subtitle: `${path}, ${region}`,
    parts,
    links: between(parts, [...api.links, ...functionLinks(context)]),
  };
}

/** The links whose ends are parts. */
function between(parts: System['parts'], links: readonly Link[]): Link[] {
  const ids = new Set(parts.map(({ id }) => id));
  return links.filter(({ from, to }) => ids.has(from) && ids.has(to));
}
