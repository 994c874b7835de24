// Remembers the results of a pure function, for callers that read the same texts again: a local run after an edit, a comparison of
// specs with a common base, and tests.

/** The key of an input, and the sum of the lengths of the keys that are remembered at the same time, in characters. */
interface Memory<Input> {
  readonly keyOf: (input: Input) => string;
  readonly limit: number;
}

/** A pure function that remembers its latest results. Callers share a result, and must not change it. */
export function remember<Input, Result>(
  { keyOf, limit }: Memory<Input>,
  find: (input: Input) => Result,
): (input: Input) => Result {
  // In the order of the last use.
  const results = new Map<string, Result>();
  let size = 0;
  return (input) => {
    const key = keyOf(input);
    if (key.length > limit) return find(input);
    const known = results.get(key);
    const result = known ?? find(input);
    if (known === undefined) size += key.length;
    else results.delete(key);
    results.set(key, result);
    for (const oldest of results.keys()) {
      if (size <= limit) break;
      results.delete(oldest);
      size -= oldest.length;
    }
    return result;
  };
}
