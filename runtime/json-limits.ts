// Limits on the shape of a JSON text, checked before anything recurses into it.

/**
 * The most that a body may have: nested arrays and objects, values in all, and characters of a text as it is written. They are
 * far above what a payment needs, and far below what a function's stack takes (984 KB, the default of Node.js).
 */
export const JSON_LIMITS = { depth: 32, values: 1_000, textLength: 4_096 } as const;

/** Says which limit a text exceeds, whether it is JSON or not; undefined where it exceeds none. Takes one pass, without recursion. */
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
