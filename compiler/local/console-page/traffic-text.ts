// The traffic of the overview as texts and tones.

import type { Picture } from '../../picture/picture';
import type { OverviewState, Traffic } from '../console/api';
import { joinTraffic } from '../console/traffic';
import { duration, number, timeOfDay } from './format';

/** The traffic into a box, of all its edges and schedules together; undefined if none is counted. */
export function trafficInto(id: string, { edges }: Picture, live: OverviewState | undefined): Traffic | undefined {
  const ids = [...edges.flatMap((edge) => (edge.to === id ? [edge.id] : [])), id];
  const into = ids.flatMap((one) => live?.traffic[one] ?? []);
  return into.length === 0 ? undefined : joinTraffic(into);
}

/** Traffic as a text. Facts that are more than `letters` are left out: the latency first, and refusals and failures last. */
export function describeTraffic(traffic: Traffic | undefined, letters = Number.POSITIVE_INFINITY): string {
  if (traffic === undefined) return '';
  const { perSecond, total, refused, failed, p95 } = traffic;
  if (total + refused === 0) return '';
  const problems = [
    ...(refused === 0 ? [] : [`${number(refused)} refused`]),
    ...(failed === 0 ? [] : [`${number(failed)} failed`]),
  ];
  const rate = perSecond < 0.05 ? `${number(total)}/min` : `${number(perSecond)}/s`;
  const latency = p95 === null ? [] : [duration(p95)];
  const texts = [
    [rate, ...latency.map((text) => `p95 ${text}`), ...problems],
    [rate, ...latency, ...problems],
    [rate, ...problems],
    problems,
    [rate],
  ];
  const fits = texts.map((parts) => parts.join(' · ')).find((text) => text !== '' && text.length <= letters);
  return fits ?? '';
}

/** The next run of the schedules of a box as a text; empty without one. */
export function nextRunOf(id: string, live: OverviewState | undefined): string {
  const at = live?.nextRuns[id];
  return at === undefined ? '' : `next run ${timeOfDay(at).slice(0, 8)}`;
}

/** The tone of traffic: the class of its edge and of its text. */
export function toneOf(traffic: Traffic | undefined): 'quiet' | 'busy' | 'refused' | 'failed' {
  if (traffic === undefined || traffic.total + traffic.refused === 0) return 'quiet';
  if (traffic.failed > 0) return 'failed';
  return traffic.refused > 0 ? 'refused' : 'busy';
}
