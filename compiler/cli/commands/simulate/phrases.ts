// The sentences of a simulation's answer, which the text and the page share.

import { numberText } from '../../../diagnostics/words';
import { dollars } from '../../../estimates/cost/dollars';
import { assumptionOf } from '../../../estimates/simulation/assumptions';
import { rateText } from '../../../estimates/traffic/bottleneck';
import { durationText } from '../../text/duration';
import { firstLimit } from './answer';
import { isLong } from './course';
import type { FieldEdit, Remedy } from './remedies';
import type { PlacedRefusal, SimulateResult } from './run';
import type { Sensitivity } from './sensitivity';

/** The answer: the limit that gives way first, or that the system holds. */
export function answerText({ simulation, course, headroom }: SimulateResult): string {
  const first = firstLimit(simulation.refusals, course);
  if (first !== undefined) {
    const when = first.first === 0 ? 'at once' : `${durationText(first.first)} into the run`;
    const where = first.place === undefined ? 'no field sets it' : `${first.field}, ${first.place}`;
    return `gives way first: ${first.limit} at ${numberText(first.rateAtFirst)} requests/s, ${when}; ${where}`;
  }
  if (headroom === undefined) return 'holds: no limit refuses requests';
  const share = percentText(headroom.share);
  return `holds: the highest rate is ${share} of the ${rateText(headroom.sustained)} requests/s that the nearest limit, the ${headroom.limit}, sustains`;
}

/** A remedy, with its cost and its effect. */
export function remedyText({ direction, edits, usd, succeeded, next }: Remedy): string {
  const then = next === undefined ? 'no limit gives way' : `gives way first: ${next.limit}`;
  return `${direction} ${edits.map(editText).join(', and ')} (${costText(usd)}); then ${percentText(succeeded)} of the requests succeed, and ${then}`;
}

function editText({ field, from, to }: FieldEdit): string {
  const note = field.startsWith('quotas.') ? ', after AWS has raised this quota of the account' : '';
  return `${field} from ${numberText(from)} to ${numberText(to)}${note}`;
}

function costText(usd: number): string {
  if (Math.abs(usd) < 0.005) return 'at no cost without requests';
  return `${dollars(Math.abs(usd))} USD a month ${usd > 0 ? 'more' : 'less'} without requests`;
}

/** The remedies and the dependence on assumptions, a sentence each. */
export function adviceLines({ remedies, sensitivity, course }: SimulateResult): readonly string[] {
  const note = 'a run of more than 1 h: the value that the highest rate needs, and no trial of other assumptions';
  return [
    ...remedies.map(remedyText),
    ...(sensitivity === undefined ? [] : [sensitivityText(sensitivity)]),
    ...(isLong(course) && remedies.length > 0 ? [note] : []),
  ];
}

/** How the answer depends on assumptions: the range of the answers. */
export function sensitivityText({ assumptions, answers }: Sensitivity): string {
  const varied = assumptions.map(({ name, values }) => `${name} ${values.join(' to ')}`).join(', ');
  const limits = [...new Set(answers.map(({ limit }) => limit ?? 'no limit'))].join(' or ');
  const seconds = answers.flatMap(({ second }) => second ?? []);
  const when = seconds.length === 0 ? '' : ` after ${rangeText(seconds, durationText)}`;
  const failed = rangeText(
    answers.map((answer) => answer.failed),
    numberText,
  );
  return `depends on what AWS does not document (${varied}): ${limits} gives way first${when}, and ${failed} requests fail`;
}

function rangeText(values: readonly number[], textOf: (value: number) => string): string {
  const [least, most] = [Math.min(...values), Math.max(...values)].map(textOf);
  return least === most ? `${least}` : `${least} to ${most}`;
}

/** The reason and the effect of a refusal on clients. */
export function effectText({ reason, status }: PlacedRefusal): string {
  return status === 0 ? `${reason}; events wait` : `${reason}; clients get ${status}`;
}

/** The alarms that a simulation cannot judge; undefined if there is none. */
export function unjudgedText({ simulation: { unjudged } }: SimulateResult): string | undefined {
  return unjudged.length === 0
    ? undefined
    : `not judged, because a simulation does not have their metrics: ${unjudged.join(', ')}`;
}

/** The assumptions of a simulation with their values and their bases. */
export function assumptionRows({ simulation, course }: SimulateResult): readonly (readonly string[])[] {
  return simulation.assumptions.map((name) => {
    const { value, meaning, basis } = assumptionOf(name, course.assumptions);
    return [name, String(value), meaning, basis];
  });
}

/** A share as a percentage, rounded down, so that 100 % is all. */
export function percentText(share: number): string {
  return `${numberText(Math.floor(Number((10_000 * share).toFixed(6))) / 100)} %`;
}
