// Checks that Lambda accepts the filters of triggers, and that they can match an event.

import type { Table } from '../../../../schema/environment.generated';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import type { FilterPattern, QueueTrigger, TableTrigger } from '../../../language/expand/triggers';
import { type PatternEnd, patternEnds, patternMistakes } from '../../../model/event-pattern-grammar';
import type { Rule, RuleContext } from '../rule';

const diagnose = defineDiagnostics({
  'filter-pattern': {
    code: 'ENV3283',
    severity: 'error',
    summary: 'Lambda rejects a filter, or the filter never matches an event.',
    explanation: [
      'A pattern is a map of maps, and each of its ends is a list of values and of comparisons such as `{ prefix: pay }` (AWS Lambda Developer Guide, "Control which events Lambda sends to your function").',
      'The comparisons are prefix, suffix, equals-ignore-case, anything-but, numeric and exists, and `$or` joins patterns (AWS Lambda Developer Guide, "Filter rule syntax").',
      'A pattern has at most 4,096 characters as JSON.',
      'A filter of a queue reads `body` only, and Lambda deletes messages that match no filter.',
      'A filter of a table reads the fields of a stream record, such as `eventName` and `dynamodb`.',
      "An attribute of an item is a map with its type, and a number in it is a text: `dynamodb: { NewImage: { amount: { N: ['5'] } } }` (Amazon DynamoDB API Reference, AttributeValue).",
      'A stream has only the images that `stream` of the table names.',
    ],
    message: {
      grammar: (p: { key: string; problem: string }) => `"${p.key}" of a filter is not valid: ${p.problem}`,
      never: (p: { key: string; problem: string }) => `"${p.key}" of a filter never matches: ${p.problem}`,
      length: (p: { characters: number }) =>
        `a filter has ${p.characters} characters as JSON; Lambda allows at most ${MOST_CHARACTERS}`,
      key: (p: { key: string; source: 'table' | 'queue'; known: readonly string[] }) =>
        `a filter of a ${p.source} cannot match "${p.key}"; known: ${p.known.join(', ')}`,
    },
  },
});

/** AWS Lambda API Reference, Filter. */
const MOST_CHARACTERS = 4096;

/** AWS Lambda Developer Guide, "Filtering events from an Amazon SQS event source" and "Using event filtering with a DynamoDB event source". */
const KEYS = {
  queue: ['body'],
  table: [
    'eventID',
    'eventName',
    'eventVersion',
    'eventSource',
    'awsRegion',
    'dynamodb',
    'eventSourceARN',
    'userIdentity',
  ],
} as const;

type Problem = Parameters<typeof diagnose<'filter-pattern'>>[2];

/** ENV3283: a filter that Lambda rejects or that never matches. */
export const triggerFilterRule: Rule = {
  diagnose,
  *check(context) {
    for (const trigger of context.environment.facts.triggers)
      if (trigger.source !== 'schedule') yield* checkFilters(context, trigger);
  },
};

function* checkFilters(context: RuleContext, trigger: TableTrigger | QueueTrigger): Generator<Diagnostic> {
  const view = trigger.source === 'table' ? context.environment.tables[trigger.table]?.stream : undefined;
  for (const [index, pattern] of trigger.filters.entries()) {
    const place = context.at(['functions', trigger.function, 'triggers', trigger.name, 'filters', index]);
    const problems = problemsOf(trigger.source, pattern);
    const found = problems.length === 0 && trigger.source === 'table' ? recordProblems(pattern, view) : problems;
    for (const problem of found) yield diagnose('filter-pattern', place, problem);
  }
}

function problemsOf(source: 'table' | 'queue', pattern: FilterPattern): Problem[] {
  const known: readonly string[] = KEYS[source];
  const unknown = Object.keys(pattern).filter((key) => !known.includes(key) && key !== '$or');
  const characters = JSON.stringify(pattern).length;
  return [
    ...unknown.map((key): Problem => ({ is: 'key', key, source, known })),
    ...patternMistakes(pattern).map(({ path, problem }): Problem => ({ is: 'grammar', key: path.join('.'), problem })),
    ...(characters > MOST_CHARACTERS ? [{ is: 'length', characters } as const] : []),
  ];
}

/** The ends of a pattern that never match a record of a stream. */
function recordProblems(pattern: FilterPattern, view: Table['stream']): Problem[] {
  return patternEnds(pattern).flatMap((end): Problem[] => {
    const problem = eventNameProblem(end) ?? imageProblem(end, view);
    return problem === undefined ? [] : [{ is: 'never', key: end.path.join('.'), problem }];
  });
}

/** Amazon DynamoDB Streams API Reference, Record: eventName. */
const EVENT_NAMES = ['INSERT', 'MODIFY', 'REMOVE'];

function eventNameProblem({ path, conditions }: PatternEnd): string | undefined {
  const unknown = conditions.find(
    (condition) => typeof condition !== 'object' && !EVENT_NAMES.includes(String(condition)),
  );
  if (path.join('.') !== 'eventName' || unknown === undefined) return undefined;
  return `no change is ${JSON.stringify(unknown)}; known: ${EVENT_NAMES.join(', ')}`;
}

const IMAGES = ['Keys', 'NewImage', 'OldImage'];

/** The images that a stream has beside the keys; undefined: a table with replicas, whose stream has both. */
const IMAGES_OF: { readonly [View in NonNullable<Table['stream']>]: readonly string[] } = {
  KEYS_ONLY: ['Keys'],
  NEW_IMAGE: ['Keys', 'NewImage'],
  OLD_IMAGE: ['Keys', 'OldImage'],
  NEW_AND_OLD_IMAGES: IMAGES,
};

/** The types of attributes whose value is not a map or a list (Amazon DynamoDB API Reference, AttributeValue). */
const TYPES = ['S', 'N', 'B', 'BOOL', 'NULL', 'SS', 'NS', 'BS'];

function imageProblem({ path, conditions }: PatternEnd, view: Table['stream']): string | undefined {
  const [root, image = ''] = path;
  if (root !== 'dynamodb' || !IMAGES.includes(image)) return undefined;
  const type = path.at(-1) ?? '';
  if (view !== undefined && !IMAGES_OF[view].includes(image)) return `the stream has ${view}, and no ${image}`;
  if (path.length < 4 || !TYPES.includes(type)) return `an attribute is a map with its type, such as { S: [...] }`;
  const isText = ['S', 'N', 'SS', 'NS'].includes(type);
  const number = conditions.find((condition) => typeof condition === 'number' || isNumeric(condition));
  return isText && number !== undefined ? `a stream writes the numbers of an item as texts, such as "5"` : undefined;
}

function isNumeric(condition: unknown): boolean {
  return typeof condition === 'object' && condition !== null && Object.hasOwn(condition, 'numeric');
}
