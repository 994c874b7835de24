// Checks that functions can process the messages and changes that their triggers deliver.

import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { isFrom } from '../../../language/expand/triggers';
import type { Rule, RuleContext } from '../rule';

const diagnose = defineDiagnostics({
  'timeout-beyond-visibility': {
    code: 'ENV3276',
    severity: 'error',
    summary: 'The timeout of a function exceeds the visibility timeout of the queue that invokes it.',
    explanation: [
      'Lambda rejects the mapping of such a queue, and the change of a function that has one (AWS Lambda Developer Guide, "Using Lambda with Amazon SQS").',
      'AWS recommends a visibility timeout of six times the timeout of the function.',
    ],
    message: (p: { queue: string; seconds: number; name: string; timeoutSeconds: number }) =>
      `function "${p.name}" may run for ${p.timeoutSeconds} s; queue "${p.queue}" hides its messages for ${p.seconds} s only`,
  },
  'queues-beyond-reservation': {
    code: 'ENV3277',
    severity: 'warning',
    summary: 'Queues deliver more batches at a time than the reserved concurrency of their function.',
    explanation: [
      'A queue does not know the reserved concurrency of the function: Lambda receives messages that it cannot deliver.',
      'Each throttled message counts as a receive, so that messages reach the dead-letter queue although nothing is wrong with them (AWS re:Post, "Why is my Lambda function with an Amazon SQS trigger throttled?").',
      'A queue without maximumConcurrency delivers up to 1,000 batches at a time.',
      "Keep the sum of maximumConcurrency of a function's queues within its reserved concurrency.",
    ],
    message: (p: { name: string; batches: number; reserved: number }) =>
      `queues deliver up to ${p.batches} batches to "${p.name}" at a time; it reserves ${p.reserved} concurrent executions`,
  },
  'stream-readers': {
    code: 'ENV3278',
    severity: 'warning',
    summary: 'More than two triggers read the stream of a table.',
    explanation: [
      'More than two readers of a shard are throttled (Amazon DynamoDB Developer Guide, "Change data capture for DynamoDB Streams").',
      'The readers then fall behind, and lose changes after 24 hours.',
      'Let one function read the stream and send messages to several queues.',
    ],
    message: (p: { table: string; count: number }) =>
      `${p.count} triggers read the stream of table "${p.table}"; DynamoDB throttles more than 2`,
  },
});

/** The batches that Lambda delivers from a queue at a time without a limit (AWS Lambda Developer Guide, "Configuring scaling behavior"). */
const UNLIMITED_BATCHES = 1000;

/** DynamoDB allows two readers of a shard. */
const MOST_READERS = 2;

/** ENV3276: a function that outlasts the visibility timeout. ENV3277: queues above a reservation. ENV3278: too many readers of a stream. */
export const triggerConsumptionRule: Rule = {
  diagnose,
  *check(context) {
    yield* longFunctions(context);
    yield* reservations(context);
    yield* readers(context);
  },
};

function* longFunctions({ environment, at, otherSide }: RuleContext): Generator<Diagnostic> {
  for (const { function: name, queue } of environment.facts.triggers.filter(isFrom('queue'))) {
    const seconds = environment.queues[queue]?.visibilityTimeoutSeconds;
    const timeoutSeconds = environment.functions[name]?.timeoutSeconds ?? 0;
    if (seconds === undefined || timeoutSeconds <= seconds) continue;
    const help = `raise visibilityTimeoutSeconds to ${6 * timeoutSeconds}; or lower the timeout of "${name}"`;
    const related = otherSide('the timeout of the function', ['functions', name, 'timeoutSeconds']);
    const place = at(['queues', queue, 'visibilityTimeoutSeconds']);
    yield diagnose('timeout-beyond-visibility', place, { queue, seconds, name, timeoutSeconds }, { help, related });
  }
}

function* reservations({ environment, at }: RuleContext): Generator<Diagnostic> {
  const queues = environment.facts.triggers.filter(isFrom('queue'));
  for (const [name, { reservedConcurrency: reserved }] of Object.entries(environment.functions)) {
    const own = queues.filter((trigger) => trigger.function === name);
    if (reserved === undefined || own.length === 0) continue;
    const batches = own.reduce((sum, { maximumConcurrency }) => sum + (maximumConcurrency ?? UNLIMITED_BATCHES), 0);
    if (batches <= reserved) continue;
    const help = `raise reservedConcurrency to ${batches}; or limit maximumConcurrency of the triggers`;
    const place = at(['functions', name, 'reservedConcurrency']);
    yield diagnose('queues-beyond-reservation', place, { name, batches, reserved }, { help });
  }
}

function* readers({ environment, at }: RuleContext): Generator<Diagnostic> {
  const triggers = environment.facts.triggers.filter(isFrom('table'));
  for (const table of Object.keys(environment.tables)) {
    const reading = triggers.filter((trigger) => trigger.table === table);
    const extra = reading[MOST_READERS];
    if (extra === undefined) continue;
    const place = at(['functions', extra.function, 'triggers', extra.name, 'table']);
    yield diagnose('stream-readers', place, { table, count: reading.length });
  }
}
