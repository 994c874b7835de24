// The lines of the table that the benchmarks print, and the benchmarks that measure them.

/** A piece of work, its goal, and its measured values. */
export interface Row {
  readonly work: string;
  readonly measured: string;
  readonly goal: string;
  /** Whether the measured value meets the goal; absent without a goal or a measurement. */
  readonly isMet?: boolean;
}

/** `full` for measurements; `small` for one round of little work, to test that the benchmark runs. */
export type Size = 'full' | 'small';

/** A benchmark. It throws if the work fails. */
export interface Bench {
  /** The name that selects it on the command line of `npm run bench`. */
  readonly name: string;
  readonly measure: (size: Size) => Promise<readonly Row[]>;
}

/** The head of a Markdown table of rows. */
export const TABLE_HEAD = '| Work | Measured | Goal | Met |\n|---|---|---|---|';

/** A row as a line of a Markdown table. */
export function tableLine({ work, measured, goal, isMet }: Row): string {
  const met = isMet === undefined ? '–' : isMet ? 'yes' : '**no**';
  return `| ${[work, measured, goal, met].join(' | ')} |`;
}
