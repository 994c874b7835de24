// Checks where triggers send what a function could not process.

import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { isFrom, type TableTrigger } from '../../../language/expand/triggers';
import type { Rule, RuleContext } from '../rule';

const diagnose = defineDiagnostics({
  'failure-queue-order': {
    code: 'ENV3279',
    severity: 'error',
    summary: 'The queue for the failures of a trigger is a FIFO queue.',
    explanation: [
      'Lambda and EventBridge Scheduler send failures to standard queues only (AWS Lambda Developer Guide, "Retaining discarded batches"; EventBridge Scheduler User Guide, "Configuring a dead-letter queue").',
      'A FIFO queue also rejects messages without a message group.',
    ],
    message: (p: { name: string; field: 'onFailure' | 'deadLetterQueue'; queue: string }) =>
      `${p.field} of trigger "${p.name}" is the FIFO queue "${p.queue}"; a standard queue is required`,
  },
  'failure-loop': {
    code: 'ENV3280',
    severity: 'warning',
    summary: 'A function gets its own failures again.',
    explanation: [
      'A message that always fails comes back to the same function from the queue of its failures, fails again, and never ends.',
      'It costs invocations, and delays other messages.',
      'Read the queue of failures with another function, or by hand after the cause is fixed.',
    ],
    message: (p: { name: string; queue: string }) =>
      `function "${p.name}" is invoked by queue "${p.queue}", to which its own failures go`,
  },
  'lost-changes': {
    code: 'ENV3281',
    severity: 'warning',
    summary: 'Nothing records the changes of a table that a function could not process.',
    explanation: [
      'Lambda gives up a batch after maximumRetryAttempts or maximumRecordAgeSeconds, and at the latest when its records expire after 24 hours.',
      'With `onFailure`, a queue receives the position of the batch in the stream, and an alarm shows it.',
      'The stream keeps the changes themselves for 24 hours.',
    ],
    message: (p: { name: string; table: string }) =>
      `trigger "${p.name}" drops changes of table "${p.table}" that fail, and has no onFailure to record them`,
  },
  'record-age-beyond-stream': {
    code: 'ENV3282',
    severity: 'warning',
    summary: 'The maximum age of a record is longer than the stream keeps it.',
    explanation: [
      'A stream keeps records for 24 hours (Amazon DynamoDB Developer Guide, "Change data capture for DynamoDB Streams").',
      'Records expire before Lambda gives them up, so that they do not reach the queue of `onFailure`.',
    ],
    message: (p: { name: string; seconds: number }) =>
      `trigger "${p.name}" gives up records after ${p.seconds} s; the stream keeps them for ${STREAM_SECONDS} s only`,
  },
});

/** The retention of a stream. */
const STREAM_SECONDS = 86_400;

/**
 * ENV3279: a FIFO queue for failures. ENV3280: failures that come back. ENV3281: changes that are lost without a trace. ENV3282: a
 * record age above the stream's retention.
 */
export const triggerFailureRule: Rule = {
  diagnose,
  *check(context) {
    for (const trigger of context.environment.facts.triggers.filter(isFrom('table'))) {
      yield* checkFifo(context, trigger, 'onFailure', trigger.onFailure);
      yield* checkTable(context, trigger);
    }
    for (const trigger of context.environment.facts.triggers.filter(isFrom('schedule')))
      yield* checkFifo(context, trigger, 'deadLetterQueue', trigger.deadLetterQueue);
    yield* loops(context);
  },
};

function* checkFifo(
  { environment, at }: RuleContext,
  { function: lambda, name }: { readonly function: string; readonly name: string },
  field: 'onFailure' | 'deadLetterQueue',
  queue: string | undefined,
): Generator<Diagnostic> {
  if (queue === undefined || environment.queues[queue]?.fifo === undefined) return;
  const place = at(['functions', lambda, 'triggers', name, field]);
  yield diagnose('failure-queue-order', place, { name, field, queue }, { help: 'name a standard queue' });
}

function* checkTable({ at }: RuleContext, trigger: TableTrigger): Generator<Diagnostic> {
  const { name, table, onFailure, maximumRecordAgeSeconds: seconds = 0 } = trigger;
  const path = ['functions', trigger.function, 'triggers', name] as const;
  if (onFailure === undefined)
    yield diagnose('lost-changes', at(path, 'key'), { name, table }, { help: 'set onFailure to the name of a queue' });
  if (seconds <= STREAM_SECONDS) return;
  const help = `lower maximumRecordAgeSeconds to ${STREAM_SECONDS}`;
  yield diagnose('record-age-beyond-stream', at([...path, 'maximumRecordAgeSeconds']), { name, seconds }, { help });
}

function* loops({ environment, at }: RuleContext): Generator<Diagnostic> {
  const { functions, queues, facts } = environment;
  for (const { function: name, name: trigger, queue } of facts.triggers.filter(isFrom('queue'))) {
    const failures = [
      functions[name]?.deadLetterQueue,
      ...facts.triggers
        .filter((other) => other.function === name)
        .map((other) => {
          if (other.source === 'queue') return queues[other.queue]?.deadLetterQueue?.queue;
          return other.source === 'table' ? other.onFailure : other.deadLetterQueue;
        }),
    ];
    if (!failures.includes(queue)) continue;
    yield diagnose('failure-loop', at(['functions', name, 'triggers', trigger, 'queue']), { name, queue });
  }
}
