// The grammar of event patterns, as far as event source mappings support it (AWS Lambda Developer Guide, "Filter rule syntax"; Amazon
// EventBridge User Guide, "Comparison operators for use in event patterns").

/** A mistake in a pattern: the path of the field, and what is wrong. */
export interface PatternMistake {
  readonly path: readonly string[];
  readonly problem: string;
}

/** A condition at the end of a path. */
export interface PatternEnd {
  readonly path: readonly string[];
  readonly conditions: readonly unknown[];
}

type JsonObject = Readonly<Record<string, unknown>>;

/** The mistakes of a pattern: Lambda rejects it, or it never matches an event. */
export function patternMistakes(pattern: JsonObject, path: readonly string[] = []): PatternMistake[] {
  return Object.entries(pattern).flatMap(([name, value]): PatternMistake[] => {
    const own = [...path, name];
    if (name === '$or') return alternativeMistakes(value, own, path);
    if (Array.isArray(value)) {
      if (value.length === 0) return [{ path: own, problem: 'an empty list; at least one value is required' }];
      return value.flatMap((condition) => conditionMistakes(condition).map((problem) => ({ path: own, problem })));
    }
    if (isObject(value)) {
      if (Object.keys(value).length > 0) return patternMistakes(value, own);
      return [{ path: own, problem: 'an empty map; a field or a list of values is required' }];
    }
    return [{ path: own, problem: `${JSON.stringify(value)}; a list of values is required` }];
  });
}

/** The ends of a pattern, also those within `$or`. */
export function patternEnds(pattern: JsonObject, path: readonly string[] = []): PatternEnd[] {
  return Object.entries(pattern).flatMap(([name, value]): PatternEnd[] => {
    if (name === '$or') return listOf(value).flatMap((one) => (isObject(one) ? patternEnds(one, path) : []));
    if (Array.isArray(value)) return [{ path: [...path, name], conditions: value }];
    return isObject(value) ? patternEnds(value, [...path, name]) : [];
  });
}

function alternativeMistakes(value: unknown, own: readonly string[], path: readonly string[]): PatternMistake[] {
  const patterns = listOf(value).filter(isObject);
  if (patterns.length < 2 || patterns.length < listOf(value).length)
    return [{ path: own, problem: 'not a list of at least two patterns' }];
  return patterns.flatMap((one) => patternMistakes(one, path));
}

/** The mistakes of a condition: a value, or one operator with its operand. */
function conditionMistakes(condition: unknown): string[] {
  if (Array.isArray(condition)) return ['a list within a list; write the values in one list'];
  if (!isObject(condition)) return [];
  const [[operator, operand] = [], ...others] = Object.entries(condition);
  if (operator === undefined || others.length > 0)
    return ['a comparison without exactly one operator; write each in a map of its own'];
  const check = OPERATORS[operator];
  const mistake = check === undefined ? `not one of ${Object.keys(OPERATORS).join(', ')}` : check(operand);
  return mistake === undefined ? [] : [`the comparison "${operator}": ${mistake}`];
}

/** The operators, each with the check of its operand: undefined if it is valid. */
const OPERATORS: Readonly<Record<string, (operand: unknown) => string | undefined>> = {
  prefix: affixMistake,
  suffix: affixMistake,
  'equals-ignore-case': (operand) => (typeof operand === 'string' ? undefined : 'a text is required'),
  'anything-but': anythingButMistake,
  numeric: numericMistake,
  exists: (operand) => (typeof operand === 'boolean' ? undefined : 'true or false is required'),
};

function affixMistake(operand: unknown): string | undefined {
  const text = isObject(operand) && Object.keys(operand).length === 1 ? operand['equals-ignore-case'] : operand;
  return typeof text === 'string' && text !== '' ? undefined : 'a text, or a map with equals-ignore-case, is required';
}

function anythingButMistake(operand: unknown): string | undefined {
  if (isObject(operand)) {
    const [[operator = '', texts] = [], ...others] = Object.entries(operand);
    const isAffix = ['prefix', 'suffix', 'equals-ignore-case'].includes(operator) && others.length === 0;
    return isAffix && isListOf(texts, 'string') ? undefined : 'prefix, suffix or equals-ignore-case is required';
  }
  return isListOf(operand, 'string') || isListOf(operand, 'number')
    ? undefined
    : 'a text, a number, or a list of one of the two is required';
}

/** Whether a value, or each item of a list with items, has a type. */
function isListOf(value: unknown, type: 'string' | 'number'): boolean {
  const items = [value].flat();
  return items.length > 0 && items.every((item) => typeof item === type);
}

/** The limit of numbers in patterns (Amazon EventBridge User Guide, "Numeric matching"). */
const LARGEST_NUMBER = 5e9;

const COMPARISONS = ['=', '<', '<=', '>', '>='];

function numericMistake(operand: unknown): string | undefined {
  const items = listOf(operand);
  const [first, bound, second, other] = items;
  const isPair = (comparison: unknown, number: unknown) =>
    COMPARISONS.includes(String(comparison)) && typeof number === 'number' && Math.abs(number) <= LARGEST_NUMBER;
  if (items.length === 2 && isPair(first, bound)) return undefined;
  const isRange = items.length === 4 && isPair(first, bound) && isPair(second, other);
  if (!isRange || !isLower(first) || isLower(second) || first === '=' || second === '=')
    return 'one comparison and a number, or a lower and an upper limit, such as [">=", 1, "<", 10], is required';
  const [least, most] = [Number(bound), Number(other)];
  const isEmpty = least > most || (least === most && !(first === '>=' && second === '<='));
  return isEmpty ? `no number is ${String(first)} ${least} and ${String(second)} ${most}` : undefined;
}

function isLower(comparison: unknown): boolean {
  return comparison === '>' || comparison === '>=';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
