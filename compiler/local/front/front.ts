// The front of the stand-ins: each call of a function or another client passes its stages before it reaches a store.

import type { AnsweredCall, Proceed, Stage, StoreCall } from './call';

/** The parameters of the front. */
export interface FrontOptions {
  /** The stages, in their order. */
  readonly stages: readonly Stage[];
  /** Answers the calls that pass all stages. */
  readonly store: Proceed;
  /** Called with each answered call before its client gets the answer. */
  readonly observe?: ((call: AnsweredCall) => void) | undefined;
}

/** Creates the front: a function that answers a call. */
export function createFront({ stages, store, observe }: FrontOptions): Proceed {
  const chain = stages.reduceRight<Proceed>((proceed, stage) => (call) => stage(call, proceed), store);
  if (observe === undefined) return chain;
  return async (call: StoreCall) => {
    const begun = performance.now();
    const answer = await chain(call);
    observe({ ...call, answer, milliseconds: performance.now() - begun });
    return answer;
  };
}
