// The answer of a function to a batch, with the items that failed (AWS Lambda Developer Guide, "Implementing partial batch responses").

/** The failed items of an answer; `all` for an answer that Lambda treats as the failure of the whole batch. */
export type FailedItems = ReadonlySet<string> | 'all';

/**
 * Reads the answer to a batch. No answer, an empty answer and an empty list are a success. An answer that names an item that is not
 * in the batch, or that has another form, is the failure of the whole batch.
 *
 * @param payload the answer as JSON text
 * @param ids the identifiers of the batch: of messages, or sequence numbers of records
 */
export function failedItems(payload: string, ids: readonly string[]): FailedItems {
  const answer = parse(payload);
  if (answer === undefined) return 'all';
  if (answer === null) return NONE;
  if (typeof answer !== 'object') return 'all';
  const { batchItemFailures: failures } = answer as { readonly batchItemFailures?: unknown };
  if (failures === undefined || failures === null) return NONE;
  if (!Array.isArray(failures)) return 'all';
  const failed = failures.map((failure: { readonly itemIdentifier?: unknown } | null) => failure?.itemIdentifier);
  const known = failed.filter((id): id is string => typeof id === 'string' && ids.includes(id));
  return known.length < failed.length ? 'all' : new Set(known);
}

const NONE: FailedItems = new Set<string>();

function parse(payload: string): unknown {
  if (payload === '') return null;
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return undefined;
  }
}
