// Checks the size and the nesting of expressions before dynalite parses them.

/** Maximum size of an expression, in bytes (Quotas in Amazon DynamoDB: expression parameters). */
const MAXIMUM_BYTES = 4096;

/** Maximum nesting of parentheses. Each level triples dynalite's parsing time; ten levels take a minute. */
const MAXIMUM_NESTING = 6;

/** Returns a message about the first expression that is too long or too deeply nested; undefined if there is none. */
export function checkExpressions(request: object): string | undefined {
  for (const [name, expression] of expressionsOf(request)) {
    const problem = checkExpression(expression);
    if (problem !== undefined) return `Invalid ${name}: ${problem}`;
  }
  return undefined;
}

/** Yields each expression with its parameter's name. In an item, a member of that name is an object, never a string. */
function* expressionsOf(value: unknown): Generator<readonly [name: string, expression: string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value))
    if (typeof member !== 'string') yield* expressionsOf(member);
    else if (name.endsWith('Expression')) yield [name, member];
}

function checkExpression(expression: string): string | undefined {
  const bytes = Buffer.byteLength(expression);
  if (bytes > MAXIMUM_BYTES) return `Expression size has exceeded the maximum allowed size; expression size: ${bytes}`;
  const { depth, redundant } = nestingOf(expression);
  if (depth <= MAXIMUM_NESTING) return undefined;
  return redundant
    ? 'The expression has redundant parentheses;'
    : `the local stand-in supports at most ${MAXIMUM_NESTING} levels of parentheses, and the expression has ${depth}`;
}

/** The nesting of parentheses, and whether a pair contains only another pair. */
function nestingOf(expression: string): { readonly depth: number; readonly redundant: boolean } {
  const open: number[] = [];
  const pairs = new Map<number, number>();
  let depth = 0;
  // Values are placeholders, so a string never contains a parenthesis.
  const compact = expression.replaceAll(/\s/g, '');
  for (const [position, character] of [...compact].entries()) {
    if (character === '(') depth = Math.max(depth, open.push(position));
    else if (character === ')') pairs.set(open.pop() ?? -1, position);
  }
  const redundant = [...pairs].some(([from, to]) => pairs.get(from + 1) === to - 1);
  return { depth, redundant };
}
