// Judges the alarms of a system by the standard incidents: which fire, when, and whether a page comes soon after customers notice.

import type { Alarm } from '../../../schema/environment.generated';
import type { AlarmSet } from '../../monitoring/alarms/all-alarms';
import type { System } from '../cost/estimate';
import type { AlarmEvent } from '../simulation/result';
import { simulateAlarms } from '../simulation/simulate';
import { noticedAt } from './impact';
import { type Incident, isPossible } from './incident';
import { scenarioOf, timeOf, USUAL_SECONDS, usualHours } from './incident-scenario';
import { pageBound } from './page-bound';
import { STANDARD_INCIDENTS } from './standard-incidents';

/** An alarm that fires in an incident. */
export interface Firing {
  readonly alarm: string;
  /** The seconds from the begin of the incident until the alarm first fires. */
  readonly seconds: number;
}

/**
 * The judgement of an incident. quiet: a normal day without a notification. false alarm: an alarm notifies someone on a normal day.
 * not noticed: customers do not notice the incident. paged: the page comes in time. late: it comes after the bound. never: no page comes.
 */
export type Verdict = 'quiet' | 'false alarm' | 'not noticed' | 'paged' | 'late' | 'never';

/** An incident, and the alarms that fire in it. Times are in seconds from its begin. */
export interface JudgedIncident {
  readonly incident: Incident;
  readonly verdict: Verdict;
  /** The time at which customers notice; absent if they do not. */
  readonly noticed?: number;
  /** The first alarm that notifies someone. */
  readonly firstAlarm?: Firing;
  readonly firstPage?: Firing;
  /** The first firing of each alarm that fires, in their order. Alarms that notify no one are included. */
  readonly firings: readonly Firing[];
}

/** The judgement of a system. */
export interface Judgement {
  readonly incidents: readonly JudgedIncident[];
  /** The alarms that notify someone and do not fire in any incident. */
  readonly neverFiring: readonly string[];
  /** The alarms with a metric that does not follow from a simulation. */
  readonly unjudged: readonly string[];
  /** The longest time between customers and the page, in seconds. */
  readonly pageWithinSeconds: number;
}

/** Whether the alarms should change: an alarm fires without a reason, or a page comes late or never. */
export function isFinding({ verdict }: Pick<JudgedIncident, 'verdict'>): boolean {
  return verdict === 'false alarm' || verdict === 'late' || verdict === 'never';
}

/** Judges the alarms of a system; undefined if its spec does not state traffic. */
export function judgeAlarms(
  system: System,
  incidents: readonly Incident[] = STANDARD_INCIDENTS,
): Judgement | undefined {
  const { environment } = system;
  const hours = usualHours(environment);
  if (hours === undefined) return undefined;
  const pageWithinSeconds = pageBound(environment.monitoring.slo);
  const severities = severitiesOf(environment.facts.alarms);
  const possible = incidents.filter((incident) => isPossible(incident, environment));
  const judged = possible.map((incident) => judgeIncident(incident, system, { hours, severities, pageWithinSeconds }));
  const unjudged = judged[0]?.unjudged ?? [];
  const fired = new Set(judged.flatMap(({ firings }) => firings.map(({ alarm }) => alarm)));
  const notifying = [...severities].filter(([, notify]) => notify !== 'NONE').map(([name]) => name);
  return {
    incidents: judged.map(({ unjudged: _, ...incident }) => incident),
    neverFiring: notifying.filter((name) => !fired.has(name) && !unjudged.includes(name)),
    unjudged,
    pageWithinSeconds,
  };
}

/** The recipients of each alarm, by its name. */
type Severities = ReadonlyMap<string, Alarm['notify']>;

function severitiesOf({ alarms, composites }: AlarmSet): Severities {
  return new Map(Object.entries({ ...alarms, ...composites }).map(([name, { notify }]) => [name, notify]));
}

interface Conditions {
  readonly hours: readonly number[];
  readonly severities: Severities;
  readonly pageWithinSeconds: number;
}

function judgeIncident(incident: Incident, system: System, { hours, severities, pageWithinSeconds }: Conditions) {
  const scenario = scenarioOf(incident, system.environment, hours);
  const simulation = simulateAlarms(system, scenario);
  const isNormal = incident.course.is === 'day';
  // An alarm that fires already before a fault does not report the fault. On a normal day, it is a false alarm.
  const firings = firstFirings(incident, simulation.alarms).filter(({ seconds }) => isNormal || seconds > 0);
  const firstAlarm = firings.find(({ alarm }) => severities.get(alarm) !== 'NONE');
  const paging = pagingSeverity(severities);
  const firstPage = firings.find(({ alarm }) => severities.get(alarm) === paging);
  const at = noticedAt(simulation, scenario.requests, system.environment.monitoring.slo, USUAL_SECONDS);
  const noticed = at === undefined ? undefined : timeOf(incident, at);
  return {
    incident,
    verdict: verdictOf({ isNormal, noticed, firstAlarm, firstPage, pageWithinSeconds }),
    ...(noticed === undefined ? {} : { noticed }),
    ...(firstAlarm && { firstAlarm }),
    ...(firstPage && { firstPage }),
    firings,
    unjudged: simulation.unjudged,
  };
}

/** The severity that counts as a page: PAGE, or in a system without such an alarm NOTICE, because then all recipients get notices. */
function pagingSeverity(severities: Severities): Alarm['notify'] {
  return [...severities.values()].includes('PAGE') ? 'PAGE' : 'NOTICE';
}

/** CloudWatch evaluates most alarms once a minute. */
const EVALUATION_SECONDS = 60;

/**
 * The first time at which each alarm fires, in the order of the times; 0 for an alarm that fires already during the usual traffic.
 * Alarms that recover by their first evaluation with a history fired only because the simulation had just begun.
 */
function firstFirings(incident: Incident, events: readonly AlarmEvent[]): readonly Firing[] {
  const firings = new Map<string, Firing>();
  for (const { alarm, second, state } of events) {
    const seconds = Math.max(0, timeOf(incident, second));
    if (state !== 'ALARM' && seconds <= EVALUATION_SECONDS) firings.delete(alarm);
    if (state === 'ALARM' && !firings.has(alarm)) firings.set(alarm, { alarm, seconds });
  }
  return [...firings.values()];
}

interface Course extends Pick<JudgedIncident, 'noticed' | 'firstAlarm' | 'firstPage'> {
  readonly isNormal: boolean;
  readonly pageWithinSeconds: number;
}

function verdictOf({ isNormal, noticed, firstAlarm, firstPage, pageWithinSeconds }: Course): Verdict {
  if (noticed === undefined) {
    if (!isNormal) return 'not noticed';
    return firstAlarm === undefined ? 'quiet' : 'false alarm';
  }
  if (firstPage === undefined) return 'never';
  return firstPage.seconds - noticed > pageWithinSeconds ? 'late' : 'paged';
}
