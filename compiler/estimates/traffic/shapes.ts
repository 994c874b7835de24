// The requests of each second of a load: phases that hold or change a rate, and named shapes.

/** A part of a load. The rate changes linearly. */
export interface Phase {
  readonly seconds: number;
  /** The rates at its begin and its end, in requests/s. */
  readonly from: number;
  readonly to: number;
}

/** A stage as k6 writes it: the rate changes from that of the stage before it, or from 0, to the target. */
export interface Stage {
  readonly seconds: number;
  readonly target: number;
}

/** The names of shapes. */
export const SHAPES = ['constant', 'step', 'ramp', 'spike', 'diurnal'] as const;

/** A shape of a load. */
export type Shape = (typeof SHAPES)[number];

/** The parameters of a shape. */
export interface ShapeParameters {
  /** The lowest and the highest rate, in requests/s. */
  readonly base: number;
  readonly peak: number;
  readonly seconds: number;
}

/** The requests in each second of some phases: the mean of the rate in that second. */
export function requestsOfPhases(phases: readonly Phase[]): readonly number[] {
  return phases.flatMap(({ seconds, from, to }) =>
    Array.from({ length: seconds }, (_, at) => from + ((to - from) * (at + 0.5)) / seconds),
  );
}

/** The same requests in each second. */
export function constantRate(rate: number, seconds: number): readonly number[] {
  return Array.from({ length: seconds }, () => rate);
}

/** The phases of stages. */
export function phasesOf(stages: readonly Stage[]): readonly Phase[] {
  return stages.map(({ seconds, target }, at) => ({ seconds, from: stages[at - 1]?.target ?? 0, to: target }));
}

/** The requests in each second of a shape. */
export function requestsOfShape(shape: Shape, parameters: ShapeParameters): readonly number[] {
  return SHAPE[shape](parameters);
}

const SECONDS_PER_DAY = 86_400;

const SHAPE: Readonly<Record<Shape, (parameters: ShapeParameters) => readonly number[]>> = {
  /** The peak all the time. */
  constant: ({ peak, seconds }) => constantRate(peak, seconds),
  /** The base for the first quarter, then the peak. */
  step: ({ base, peak, seconds }) => {
    const before = Math.floor(seconds / 4);
    return requestsOfPhases([hold(base, before), hold(peak, seconds - before)]);
  },
  /** From the base to the peak over the whole time. */
  ramp: ({ base, peak, seconds }) => requestsOfPhases([{ seconds, from: base, to: peak }]),
  /** The peak for the middle fifth, and the base before and after it. */
  spike: ({ base, peak, seconds }) => {
    const before = Math.floor((2 * seconds) / 5);
    const during = Math.max(1, Math.floor(seconds / 5));
    return requestsOfPhases([hold(base, before), hold(peak, during), hold(base, seconds - before - during)]);
  },
  /** A wave with the base at midnight and the peak at noon. */
  diurnal: ({ base, peak, seconds }) =>
    Array.from({ length: seconds }, (_, at) => {
      const height = (1 - Math.cos((2 * Math.PI * (at + 0.5)) / SECONDS_PER_DAY)) / 2;
      return base + (peak - base) * height;
    }),
};

function hold(rate: number, seconds: number): Phase {
  return { seconds, from: rate, to: rate };
}
