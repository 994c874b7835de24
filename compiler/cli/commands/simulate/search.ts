// Searches for the value nearest to the present one that has a property.

/** The usual precision of a found value: values above 100 are exact to 1 %. */
const PRECISION = 0.01;

/** How often a value doubles beyond the first guess. */
const DOUBLINGS = 3;

/**
 * The smallest whole value above the present one for which a property holds; undefined if it does not hold for eight times the guess.
 * @param guess a value for which the property probably holds. If it is the smallest one, the search takes two calls.
 * @param holds a property that holds for all values above one for which it holds
 * @param precision the allowed error as a share of the value; 0: none
 */
export function smallestAbove(
  present: number,
  guess: number,
  holds: (value: number) => boolean,
  precision = PRECISION,
): number | undefined {
  let high = Math.max(guess, present + 1);
  let low = present;
  for (let doublings = 0; !holds(high); doublings += 1) {
    if (doublings === DOUBLINGS) return undefined;
    low = high;
    high *= 2;
  }
  const below = high - Math.max(1, Math.floor(high * precision));
  if (low < below) {
    if (holds(below)) high = below;
    else low = below;
  }
  return bisect({ holding: high, failing: low }, holds, precision);
}

/**
 * The largest whole value of at least 1 below the present one for which a property holds; undefined if it does not hold for 1.
 * @param guess a value near the one to find
 * @param holds a property that holds for all values below one for which it holds
 */
export function largestBelow(present: number, guess: number, holds: (value: number) => boolean): number | undefined {
  let holding = 0;
  let failing = present;
  let next = Math.max(1, Math.floor(Math.min(guess, present - 1)));
  while (holding < next && next < failing) {
    if (holds(next)) {
      holding = next;
      next *= 2;
    } else {
      failing = next;
      next = Math.floor(next / 2);
    }
  }
  return holding === 0 ? undefined : bisect({ holding, failing }, holds, PRECISION);
}

/** Narrows the interval between a value for which a property holds and one for which it does not. */
function bisect(
  interval: { holding: number; failing: number },
  holds: (value: number) => boolean,
  precision: number,
): number {
  let { holding, failing } = interval;
  while (Math.abs(holding - failing) > Math.max(1, holding * precision)) {
    const middle = Math.floor((holding + failing) / 2);
    if (holds(middle)) holding = middle;
    else failing = middle;
  }
  return holding;
}
