// Checks that Lambda accepts the filters of triggers, and that they can match an event.

import { defineDiagnostics } from '../../diagnostics/definition';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { FilterPattern, QueueTrigger, TableTrigger } from '../../expand/triggers';
import type { Rule, RuleContext } from '../rule';

const diagnose = defineDiagnostics({
  'filter-pattern': {
    code: 'ENV3283',
    severity: 'error',
    summary: 'Lambda rejects a filter, or the filter never matches an event.',
    explanation: [
      'A pattern is a map of maps, and each of its ends is a list of values and of comparisons such as `{ prefix: pay }` (AWS Lambda Developer Guide, "Control which events Lambda sends to your function").',
      'A pattern has at most 4,096 characters as JSON.',
      'A filter of a queue reads `body` only, and Lambda deletes messages that match no filter.',
      'A filter of a table reads the fields of a stream record, such as `eventName` and `dynamodb`.',
    ],
    message: {
      end: (p: { key: string; found: string }) => `"${p.key}" of a filter is ${p.found}; a list of values is required`,
      empty: (p: { key: string }) => `"${p.key}" of a filter is an empty list; at least one value is required`,
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

function* checkFilters({ at }: RuleContext, trigger: TableTrigger | QueueTrigger): Generator<Diagnostic> {
  for (const [index, pattern] of trigger.filters.entries()) {
    const place = at(['functions', trigger.function, 'triggers', trigger.name, 'filters', index]);
    for (const problem of problemsOf(trigger.source, pattern)) yield diagnose('filter-pattern', place, problem);
  }
}

function problemsOf(source: 'table' | 'queue', pattern: FilterPattern): Problem[] {
  const known: readonly string[] = KEYS[source];
  const unknown = Object.keys(pattern).filter((key) => !known.includes(key) && key !== '$or');
  const characters = JSON.stringify(pattern).length;
  return [
    ...unknown.map((key): Problem => ({ is: 'key', key, source, known })),
    ...endsOf(pattern, ''),
    ...(characters > MOST_CHARACTERS ? [{ is: 'length', characters } as const] : []),
  ];
}

function endsOf(pattern: object, path: string): Problem[] {
  return Object.entries(pattern).flatMap(([name, value]: [string, unknown]): Problem[] => {
    const key = path === '' ? name : `${path}.${name}`;
    if (Array.isArray(value)) return value.length === 0 ? [{ is: 'empty', key }] : [];
    if (typeof value === 'object' && value !== null) return endsOf(value, key);
    return [{ is: 'end', key, found: JSON.stringify(value) }];
  });
}
