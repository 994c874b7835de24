// Event patterns, by which event source mappings filter records (AWS Lambda Developer Guide, "Control which events Lambda sends to
// your function"; Amazon EventBridge User Guide, "Comparison operators for use in event patterns").

type JsonObject = Readonly<Record<string, unknown>>;

/** Whether an event matches a pattern: each field of the pattern has a condition that a value of the event satisfies. */
export function matchesPattern(pattern: JsonObject, event: unknown): boolean {
  return Object.entries(pattern).every(([field, expected]) => {
    if (field === '$or') return (expected as readonly JsonObject[]).some((one) => matchesPattern(one, event));
    const values = valuesOf(event, field);
    if (Array.isArray(expected)) return expected.some((condition) => isSatisfied(condition, values));
    // A field within an absent one is absent too, which `exists: false` matches.
    if (values.length === 0) return matchesPattern(expected as JsonObject, undefined);
    return values.some((value) => matchesPattern(expected as JsonObject, value));
  });
}

/** The values of a field; an array stands for its items. */
function valuesOf(event: unknown, field: string): readonly unknown[] {
  if (!isObject(event) || !Object.hasOwn(event, field)) return [];
  const value = event[field];
  return Array.isArray(value) ? value : [value];
}

/** Whether one of the values of a field satisfies a condition: a value, or an operator with its operand. */
function isSatisfied(condition: unknown, values: readonly unknown[]): boolean {
  if (!isObject(condition)) return values.some((value) => value === condition);
  const [[operator, operand] = []] = Object.entries(condition);
  // `exists` applies to leaves only.
  if (operator === 'exists') return values.some((value) => !isObject(value)) === operand;
  return values.some((value) => compare(String(operator), operand, value));
}

function compare(operator: string, operand: unknown, value: unknown): boolean {
  switch (operator) {
    case 'prefix':
    case 'suffix':
      return matchesText(operator, operand, value);
    case 'equals-ignore-case':
      return typeof value === 'string' && value.toLowerCase() === String(operand).toLowerCase();
    case 'anything-but':
      return isAnythingBut(operand, value);
    case 'numeric':
      return typeof value === 'number' && isInRange(operand as readonly (string | number)[], value);
    default:
      return false;
  }
}

function matchesText(operator: 'prefix' | 'suffix', operand: unknown, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const ignored = isObject(operand) ? operand['equals-ignore-case'] : undefined;
  const [text, wanted] =
    ignored === undefined ? [value, String(operand)] : [value.toLowerCase(), String(ignored).toLowerCase()];
  return operator === 'prefix' ? text.startsWith(wanted) : text.endsWith(wanted);
}

function isAnythingBut(operand: unknown, value: unknown): boolean {
  if (isObject(operand)) {
    const [[operator, texts] = []] = Object.entries(operand);
    return ![texts].flat().some((text) => compare(String(operator), text, value));
  }
  return ![operand].flat().includes(value);
}

/** Pairs of a comparison and a number, such as `[">=", 1, "<", 10]`; all must hold. */
function isInRange(comparisons: readonly (string | number)[], value: number): boolean {
  for (let at = 0; at + 1 < comparisons.length; at += 2) {
    const bound = Number(comparisons[at + 1]);
    const holds = {
      '=': value === bound,
      '<': value < bound,
      '<=': value <= bound,
      '>': value > bound,
      '>=': value >= bound,
    };
    if (holds[comparisons[at] as keyof typeof holds] !== true) return false;
  }
  return true;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
