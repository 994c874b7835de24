// Limits on the structure of a JSON text, checked before any recursive processing.

/**
 * The maximum nesting depth, number of values, and characters of a text as written. Far above the needs of a payment, and far
 * below the limit of a function's stack (984 KB, the default of Node.js).
 */
export const JSON_LIMITS = { depth: 32, values: 1_000, textLength: 4_096 } as const;

/** The limit that a text exceeds, whether it is valid JSON or not; undefined within all limits. One pass without recursion. */
export function exceededLimit(text: string): string | undefined {
  let depth = 0;
  let values = 1;
  let textStart: number | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (textStart !== undefined) {
      if (character === '\\') at += 1;
      else if (character === '"') textStart = undefined;
      else if (at - textStart > JSON_LIMITS.textLength) {
        return `must have texts of at most ${JSON_LIMITS.textLength} characters`;
      }
    } else if (character === '"') textStart = at;
    else if (character === '[' || character === '{') {
      depth += 1;
      values += 1;
      if (depth > JSON_LIMITS.depth) return `must be nested at most ${JSON_LIMITS.depth} deep`;
    } else if (character === ']' || character === '}') depth -= 1;
    else if (character === ',') values += 1;
    if (values > JSON_LIMITS.values) return `must have at most ${JSON_LIMITS.values} values`;
  }
  return undefined;
}
