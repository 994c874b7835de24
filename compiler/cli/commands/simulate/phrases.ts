// The sentences of a simulation's answer, which the text and the page share.

import { dollars } from '../../../cost/dollars';
import type { Assumptions } from '../../../model/assumptions';
import { assumptionOf } from '../../../simulation/assumptions';
import { rateText } from '../../../traffic/bottleneck';
import { durationText } from '../../text/duration';
import type { FieldEdit, Remedy } from './remedies';
import type { PlacedRefusal, SimulateResult } from './run';
import type { Answer, Influence } from './sensitivity';

/** The answer: the limit that gives way first, or that the system holds. */
export function answerText({ simulation, headroom }: SimulateResult): string {
  const [first] = simulation.refusals;
  if (first !== undefined) {
    const when = first.first === 0 ? 'at once' : `${durationText(first.first)} into the run`;
    const where = first.place === undefined ? 'no field sets it' : `${first.field}, ${first.place}`;
    return `gives way first: ${first.limit} at ${numberText(first.rateAtFirst)} requests/s, ${when}; ${where}`;
  }
  if (headroom === undefined) return 'holds: no limit refuses requests';
  const share = `${numberText(100 * headroom.share)} %`;
  return `holds: the highest rate is ${share} of the ${rateText(headroom.sustained)} requests/s that the nearest limit, the ${headroom.limit}, sustains`;
}

/** A remedy, with its cost and what gives way next. */
export function remedyText({ direction, edits, usd, next }: Remedy): string {
  const then = next === undefined ? 'then no limit gives way' : `then gives way: ${next.limit}`;
  return `${direction} ${edits.map(editText).join(', and ')} (${costText(usd)}); ${then}`;
}

function editText({ field, from, to }: FieldEdit): string {
  return `${field} from ${numberText(from)} to ${numberText(to)}`;
}

function costText(usd: number): string {
  if (Math.abs(usd) < 0.005) return 'at no cost without requests';
  return `${dollars(Math.abs(usd))} USD a month ${usd > 0 ? 'more' : 'less'} without requests`;
}

/** How the answer depends on an assumption. */
export function influenceText({ name, answers }: Influence, assumptions: Assumptions): string {
  const others = answers.map(({ value, answer }) => `with ${value}: ${outcomeText(answer)}`).join('; ');
  return `${name} is assumed to be ${assumptions[name]}; ${others}`;
}

function outcomeText({ limit, second, failed }: Answer): string {
  const what =
    limit === undefined || second === undefined ? 'holds' : `${limit} gives way after ${durationText(second)}`;
  return `${what}, ${numberText(failed)} requests fail`;
}

/** The reason and the effect of a refusal on clients. */
export function effectText({ reason, status }: PlacedRefusal): string {
  return status === 0 ? `${reason}; events wait` : `${reason}; clients get ${status}`;
}

/** The assumptions of a simulation with their values and their bases. */
export function assumptionRows({ simulation, course }: SimulateResult): readonly (readonly string[])[] {
  return simulation.assumptions.map((name) => {
    const { value, meaning, basis } = assumptionOf(name, course.assumptions);
    return [name, String(value), meaning, basis];
  });
}

/** A number with thousands separators and at most two decimals. */
export function numberText(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}
