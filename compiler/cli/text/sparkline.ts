// Draws values as a line of blocks, as wide as a terminal allows.

const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/**
 * Draws values from 0 to a maximum, the largest of each step of time. A value of 0 is a space, so that the smallest value differs from it.
 * @param width the greatest number of columns
 */
export function sparkline(values: ArrayLike<number>, width: number): string {
  const peaks = peaksOf(values, width);
  const highest = Math.max(0, ...peaks);
  return peaks
    .map((peak) => (peak > 0 ? BLOCKS[Math.min(BLOCKS.length, Math.ceil((peak / highest) * BLOCKS.length)) - 1] : ' '))
    .join('');
}

/** The largest value of each step when values are joined to at most a number of steps. */
export function peaksOf(values: ArrayLike<number>, most: number): readonly number[] {
  const count = Math.max(0, Math.min(values.length, Math.floor(most)));
  return Array.from({ length: count }, (_, at) => {
    const [from, until] = [at, at + 1].map((step) => Math.floor((step * values.length) / count)) as [number, number];
    let peak = values[from] ?? 0;
    for (let index = from + 1; index < until; index += 1) peak = Math.max(peak, values[index] ?? 0);
    return peak;
  });
}
