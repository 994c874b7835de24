// Checks that Lambda accepts the batches of triggers, and that they fit in a request.

import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import type { QueueTrigger, TableTrigger } from '../../../language/expand/triggers';
import type { Rule, RuleContext } from '../rule';

const diagnose = defineDiagnostics({
  'queue-batch': {
    code: 'ENV3274',
    severity: 'error',
    summary: 'Lambda rejects the batch size or the batching window of a queue.',
    explanation: [
      'A batch of more than 10 messages requires a batching window of at least 1 s, because one request to SQS returns at most 10 (AWS Lambda API Reference, CreateEventSourceMapping).',
      'A FIFO queue allows batches of at most 10 messages, and no batching window (AWS Lambda Developer Guide, "Lambda parameters for Amazon SQS event source mappings").',
    ],
    message: {
      window: (p: { name: string; batchSize: number }) =>
        `trigger "${p.name}" has batches of ${p.batchSize}; more than 10 messages require a window of at least 1 s`,
      'fifo size': (p: { name: string; batchSize: number }) =>
        `trigger "${p.name}" has batches of ${p.batchSize}; a FIFO queue allows at most 10`,
      'fifo window': (p: { name: string; seconds: number }) =>
        `trigger "${p.name}" has a batching window of ${p.seconds} s; a FIFO queue does not allow one`,
    },
  },
  'batch-beyond-payload': {
    code: 'ENV3275',
    severity: 'warning',
    summary: 'A batch of changes or messages is larger than the payload of an invocation.',
    explanation: [
      'Lambda invokes a function with at most 6 MB, and ends a batch there (AWS Lambda Developer Guide, "Batching behavior").',
      'The size of a record follows from `expectedItemSizeBytes` of the table, twice for NEW_AND_OLD_IMAGES.',
      'The size of a message is at most `maximumMessageSizeBytes` of the queue.',
      'The batch size has no effect, and the function must process more, smaller batches.',
    ],
    message: {
      changes: (p: { name: string; batchSize: number; megabytes: number }) =>
        `trigger "${p.name}" never gets a batch of ${p.batchSize}: such a batch has ${p.megabytes} MB; Lambda allows 6 MB`,
      messages: (p: { name: string; batchSize: number; megabytes: number }) =>
        `trigger "${p.name}" may not get a batch of ${p.batchSize}: it can have ${p.megabytes} MB; Lambda allows 6 MB`,
    },
  },
});

/** AWS Lambda quotas: the payload of a synchronous invocation. */
const PAYLOAD_BYTES = 6 * 1024 * 1024;

const IMAGES = { KEYS_ONLY: 0, NEW_IMAGE: 1, OLD_IMAGE: 1, NEW_AND_OLD_IMAGES: 2 } as const;

/** ENV3274: a batch that Lambda rejects for a queue. ENV3275: a batch above 6 MB. */
export const triggerBatchRule: Rule = {
  diagnose,
  *check(context) {
    for (const trigger of context.environment.facts.triggers) {
      if (trigger.source === 'queue') yield* [...checkQueue(context, trigger), ...checkMessages(context, trigger)];
      if (trigger.source === 'table') yield* checkTable(context, trigger);
    }
  },
};

function* checkQueue({ environment, at }: RuleContext, trigger: QueueTrigger): Generator<Diagnostic> {
  const { name, batchSize, maximumBatchingWindowSeconds: seconds } = trigger;
  const path = ['functions', trigger.function, 'triggers', name] as const;
  const isFifo = environment.queues[trigger.queue]?.fifo !== undefined;
  if (batchSize > 10) {
    const place = at([...path, 'batchSize']);
    if (isFifo)
      yield diagnose('queue-batch', place, { is: 'fifo size', name, batchSize }, { help: 'lower batchSize to 10' });
    else if (seconds < 1)
      yield diagnose(
        'queue-batch',
        place,
        { is: 'window', name, batchSize },
        { help: 'lower batchSize to 10, or set maximumBatchingWindowSeconds to 1' },
      );
  }
  if (isFifo && seconds > 0)
    yield diagnose(
      'queue-batch',
      at([...path, 'maximumBatchingWindowSeconds']),
      { is: 'fifo window', name, seconds },
      { help: 'set maximumBatchingWindowSeconds to 0' },
    );
}

function* checkTable({ environment, at, otherSide }: RuleContext, trigger: TableTrigger): Generator<Diagnostic> {
  const table = environment.tables[trigger.table];
  if (table === undefined) return;
  const { name, batchSize } = trigger;
  const recordBytes = table.expectedItemSizeBytes * IMAGES[table.stream ?? 'NEW_AND_OLD_IMAGES'];
  const bytes = batchSize * recordBytes;
  if (bytes <= PAYLOAD_BYTES) return;
  const megabytes = inMegabytes(bytes);
  const help = `lower batchSize to ${Math.max(1, Math.floor(PAYLOAD_BYTES / recordBytes))}`;
  const related = otherSide('the size of an item', ['tables', trigger.table, 'expectedItemSizeBytes']);
  const place = at(['functions', trigger.function, 'triggers', name, 'batchSize']);
  yield diagnose('batch-beyond-payload', place, { is: 'changes', name, batchSize, megabytes }, { help, related });
}

function* checkMessages({ environment, at, otherSide }: RuleContext, trigger: QueueTrigger): Generator<Diagnostic> {
  const { name, batchSize } = trigger;
  const messageBytes = environment.queues[trigger.queue]?.maximumMessageSizeBytes ?? 0;
  const bytes = batchSize * messageBytes;
  if (bytes <= PAYLOAD_BYTES) return;
  const help = `lower batchSize to ${Math.floor(PAYLOAD_BYTES / messageBytes)}; or lower maximumMessageSizeBytes of the queue`;
  const related = otherSide('the size of a message', ['queues', trigger.queue, 'maximumMessageSizeBytes']);
  const place = at(['functions', trigger.function, 'triggers', name, 'batchSize']);
  const found = { is: 'messages', name, batchSize, megabytes: inMegabytes(bytes) } as const;
  yield diagnose('batch-beyond-payload', place, found, { help, related });
}

function inMegabytes(bytes: number): number {
  return Math.round((bytes / 1024 / 1024) * 10) / 10;
}
