// Checks that each trigger has one source, which can invoke the function, and only fields of that source.

import type { Trigger } from '../../../../schema/environment.generated';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { isFrom } from '../../../language/expand/triggers';
import type { Rule, RuleContext } from '../rule';

const diagnose = defineDiagnostics({
  'trigger-source': {
    code: 'ENV3270',
    severity: 'error',
    summary: 'A trigger must have exactly one of table, queue and schedule.',
    explanation: [
      'The source determines what Lambda or EventBridge Scheduler creates.',
      'Write one trigger for each source; a function can have several.',
    ],
    message: (p: { name: string; sources: readonly string[] }) =>
      p.sources.length === 0
        ? `trigger "${p.name}" has none of table, queue and schedule; exactly one is required`
        : `trigger "${p.name}" has ${p.sources.join(' and ')}; exactly one is allowed`,
  },
  'trigger-field': {
    code: 'ENV3271',
    severity: 'error',
    summary: 'A field does not belong to the source of its trigger.',
    explanation: [
      'Each kind of source has its own settings, and Lambda or EventBridge Scheduler would reject the others.',
      'For example, a queue retries by its visibility timeout and its deadLetterQueue, and not by maximumRetryAttempts.',
    ],
    message: (p: { field: string; source: Source; allowed: readonly string[] }) =>
      `${p.field} belongs to a trigger of a ${p.allowed.join(' or ')}, not of a ${p.source}`,
  },
  'repeated-source': {
    code: 'ENV3272',
    severity: 'error',
    summary: 'Two triggers of a function have the same source.',
    explanation: [
      'Lambda allows one mapping between a source and a function, and rejects the second one with ResourceConflictException.',
      'Join the triggers: filters is a list, and an event must match one of its patterns.',
    ],
    message: (p: { name: string; other: string; source: string }) =>
      `triggers "${p.other}" and "${p.name}" of one function both read ${p.source}`,
  },
  'missing-stream': {
    code: 'ENV3273',
    severity: 'error',
    summary: 'The table of a trigger has no stream.',
    explanation: [
      'Lambda reads the changes of a table from its stream, which DynamoDB writes only if `stream` is set.',
      'NEW_AND_OLD_IMAGES records the item before and after a change; the other values record less.',
    ],
    message: (p: { name: string; table: string }) =>
      `trigger "${p.name}" reads table "${p.table}", which has no stream`,
  },
});

const SOURCES = ['table', 'queue', 'schedule'] as const;
type Source = (typeof SOURCES)[number];

/** The sources of each other field. */
const FIELDS: { readonly [Field in Exclude<keyof Trigger, Source>]-?: readonly Source[] } = {
  startingPosition: ['table'],
  batchSize: ['table', 'queue'],
  maximumBatchingWindowSeconds: ['table', 'queue'],
  parallelizationFactor: ['table'],
  bisectBatchOnError: ['table'],
  maximumRetryAttempts: ['table', 'schedule'],
  maximumRecordAgeSeconds: ['table'],
  onFailure: ['table'],
  maximumConcurrency: ['queue'],
  filters: ['table', 'queue'],
  timeZone: ['schedule'],
  flexibleWindowMinutes: ['schedule'],
  maximumEventAgeSeconds: ['schedule'],
  deadLetterQueue: ['schedule'],
  input: ['schedule'],
};

/** ENV3270: not exactly one source. ENV3271: a field of another source. ENV3272: a repeated source. ENV3273: a table without a stream. */
export const triggerRule: Rule = {
  diagnose,
  *check(context) {
    for (const [lambda, { triggers }] of Object.entries(context.environment.functions))
      for (const [name, trigger] of Object.entries(triggers)) yield* checkFields(context, lambda, name, trigger);
    yield* repeatedSources(context);
    yield* missingStreams(context);
  },
};

function* checkFields({ at }: RuleContext, lambda: string, name: string, trigger: Trigger): Generator<Diagnostic> {
  const sources = SOURCES.filter((source) => trigger[source] !== undefined);
  const [source] = sources;
  if (source === undefined || sources.length > 1) {
    yield diagnose('trigger-source', at(['functions', lambda, 'triggers', name], 'key'), { name, sources });
    return;
  }
  for (const [field, allowed] of Object.entries(FIELDS) as [keyof typeof FIELDS, readonly Source[]][]) {
    if (trigger[field] === undefined || allowed.includes(source)) continue;
    const place = at(['functions', lambda, 'triggers', name, field], 'key');
    yield diagnose('trigger-field', place, { field, source, allowed }, { help: `remove ${field}` });
  }
}

function* repeatedSources({ environment, at, otherSide }: RuleContext): Generator<Diagnostic> {
  const first = new Map<string, string>();
  for (const trigger of environment.facts.triggers) {
    if (trigger.source === 'schedule') continue;
    const source = trigger.source === 'table' ? `table "${trigger.table}"` : `queue "${trigger.queue}"`;
    const key = `${trigger.function} ${source}`;
    const other = first.get(key);
    first.set(key, other ?? trigger.name);
    if (other === undefined) continue;
    const path = ['functions', trigger.function, 'triggers'] as const;
    const related = otherSide('the other trigger', [...path, other]);
    yield diagnose(
      'repeated-source',
      at([...path, trigger.name], 'key'),
      { name: trigger.name, other, source },
      { related },
    );
  }
}

function* missingStreams({ environment, at }: RuleContext): Generator<Diagnostic> {
  for (const { function: lambda, name, table } of environment.facts.triggers.filter(isFrom('table'))) {
    const settings = environment.tables[table];
    if (settings === undefined || settings.stream !== undefined || Object.keys(settings.replicas).length > 0) continue;
    const help = `set tables.${table}.stream to NEW_AND_OLD_IMAGES`;
    yield diagnose('missing-stream', at(['functions', lambda, 'triggers', name, 'table']), { name, table }, { help });
  }
}
