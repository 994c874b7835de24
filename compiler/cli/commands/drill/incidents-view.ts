// Renders the alarms of a spec under the standard incidents, as a table and as JSON.

import { type Firing, isFinding, type JudgedIncident, type Judgement } from '../../../estimates/incidents/judge';
import { renderColumns } from '../../text/columns';
import { durationText } from '../../text/duration';
import { section } from '../../text/section';
import { verdictText } from '../../text/verdict';
import type { IncidentsResult } from './result';

const HEAD = [' ', 'incident', 'customers notice after', 'first alarm', 'first page', 'verdict'];

/** Renders a line for each incident, and lists the alarms that no incident fires. */
export function renderIncidents({ path, judgement }: IncidentsResult): string {
  const { incidents, neverFiring, unjudged, pageWithinSeconds } = judgement;
  const findings = incidents.filter(isFinding).length;
  return [
    ...renderColumns([HEAD, ...incidents.map(rowOf)]),
    ...section('incidents', renderColumns(incidents.map(({ incident: { name, what } }) => [name, what]))),
    ...section('alarms that fire in no incident', neverFiring),
    ...section('alarms that are not judged, because a metric does not follow from a simulation', unjudged),
    '',
    `Incidents begin in the busiest hour of the traffic and last 30 min, unless the list says otherwise. A page must come within ${durationText(pageWithinSeconds)} after customers notice.`,
    `${path}: ${incidents.length} incidents; ${findings === 0 ? 'no findings' : `${findings} ${findings === 1 ? 'finding' : 'findings'}`}`,
  ].join('\n');
}

function rowOf(judged: JudgedIncident): readonly string[] {
  const { incident, verdict, noticed, firstAlarm, firstPage } = judged;
  return [
    isFinding(judged) ? '!' : ' ',
    incident.name,
    noticed === undefined ? '-' : durationText(noticed),
    firingText(firstAlarm),
    firingText(firstPage),
    verdictText(verdict),
  ];
}

function firingText(firing: Firing | undefined): string {
  return firing === undefined ? '-' : `${durationText(firing.seconds)}: ${firing.alarm}`;
}

/** The JSON value of the judgement. Times are in seconds from the begin of the incident. */
export function incidentsJson({ path, judgement }: IncidentsResult): object {
  const { incidents, ...others } = judgement satisfies Judgement;
  return {
    schemaVersion: 1,
    spec: path,
    incidents: incidents.map(({ incident: { name, what }, ...judged }) => ({ name, what, ...judged })),
    ...others,
  };
}
