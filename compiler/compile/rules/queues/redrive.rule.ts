// Checks that dead-letter queues accept the messages of their sources, and retain them long enough.

import type { Queue } from '../../../../schema/environment.generated';
import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import type { Rule, RuleContext } from '../rule';

const diagnose = defineDiagnostics({
  'dead-letter-loop': {
    code: 'ENV3260',
    severity: 'error',
    summary: 'A queue is its own dead-letter queue, directly or through others.',
    explanation: [
      'SQS would move a message that cannot be processed from queue to queue until its retention ends, and the message would be lost.',
      'End the chain in a queue without a dead-letter queue.',
    ],
    message: (p: { chain: readonly string[] }) =>
      p.chain.length === 2
        ? `queue "${p.chain[0]}" is its own dead-letter queue`
        : `dead-letter queues form a loop: ${p.chain.join(' -> ')}`,
  },
  'dead-letter-type': {
    code: 'ENV3261',
    severity: 'error',
    summary: 'A dead-letter queue has another type than its source: FIFO or standard.',
    explanation: [
      'The dead-letter queue of a FIFO queue must be a FIFO queue, and that of a standard queue a standard queue (Amazon SQS Developer Guide, "Using dead-letter queues in Amazon SQS").',
      'SQS rejects the redrive policy in the middle of a deployment.',
      'A new queue for the dead letters keeps the messages of both queues; a change of type replaces a queue.',
    ],
    message: (p: { queue: string; is: string; name: string; needs: string }) =>
      `dead-letter queue "${p.queue}" is a ${p.is} queue; its source "${p.name}" is a ${p.needs} queue`,
  },
  'dead-letter-expiry': {
    code: 'ENV3262',
    severity: 'warning',
    summary: 'A message can expire at the moment it reaches the dead-letter queue.',
    explanation: [
      'A standard queue counts the age of a message from its first send, also after SQS moves it to a dead-letter queue (Amazon SQS Developer Guide, "Setting up dead-letter queue retention").',
      'If the dead-letter queue does not retain messages longer than its source, a message that was moved late is lost at once.',
      'The age restarts in a FIFO queue, so that this rule does not apply there.',
      'AWS allows at most 14 days (1,209,600 s).',
    ],
    message: (p: { queue: string; seconds: number; name: string; sourceSeconds: number }) =>
      `dead-letter queue "${p.queue}" deletes messages ${p.seconds} s after their first send; its source "${p.name}" retains them for ${p.sourceSeconds} s`,
  },
  'dead-letter-sources': {
    code: 'ENV3263',
    severity: 'error',
    summary: 'A dead-letter queue has more than 10 sources.',
    explanation: [
      'The redrive allow policy of a dead-letter queue names its sources, and SQS allows at most 10 (Amazon SQS API Reference, SetQueueAttributes, RedriveAllowPolicy).',
      'Distribute the sources over several dead-letter queues.',
    ],
    message: (p: { queue: string; count: number }) =>
      `dead-letter queue "${p.queue}" has ${p.count} sources; SQS allows at most ${MOST_SOURCES}`,
  },
});

/** The maximum number of queues that a redrive allow policy names (Amazon SQS API Reference, SetQueueAttributes). */
const MOST_SOURCES = 10;

/** The maximum retention, in seconds (Amazon SQS Developer Guide, "Amazon SQS message quotas"). */
const LONGEST_RETENTION_SECONDS = 1_209_600;

/** ENV3260 to ENV3263: loops, types, retention and the number of sources. */
export const redriveRule: Rule = {
  diagnose,
  *check(context) {
    const { queues } = context.environment;
    const sources = new Map<string, string[]>();
    for (const [name, source] of Object.entries(queues)) {
      const queue = source.deadLetterQueue?.queue;
      const letters = queue === undefined ? undefined : queues[queue];
      if (queue === undefined || letters === undefined) continue;
      sources.set(queue, [...(sources.get(queue) ?? []), name]);
      const pair = { name, source, queue, letters };
      yield* loopFrom(context, name);
      if (queue !== name) yield* [...typeOf(context, pair), ...expiryOf(context, pair)];
    }
    yield* tooManySources(context, sources);
  },
};

interface Pair {
  readonly name: string;
  readonly source: Queue;
  /** The dead-letter queue. */
  readonly queue: string;
  readonly letters: Queue;
}

const fieldOf = (name: string) => specPath('queues', name, 'deadLetterQueue', 'queue');

/** The loop that begins at a queue. Each loop is reported once, at its first queue in the order of the spec. */
function loopFrom({ environment: { queues }, at }: RuleContext, first: string): Diagnostic[] {
  const chain = [first];
  for (;;) {
    const next = queues[chain.at(-1) ?? '']?.deadLetterQueue?.queue;
    if (next === undefined) return [];
    chain.push(next);
    if (next === first) break;
    // The chain ends in a loop that does not contain its first queue.
    if (chain.indexOf(next) < chain.length - 1) return [];
  }
  const order = Object.keys(queues);
  if (chain.some((name) => order.indexOf(name) < order.indexOf(first))) return [];
  return [diagnose('dead-letter-loop', at(fieldOf(first)), { chain }, { help: 'name a queue that ends the chain' })];
}

function typeOf({ at, otherSide }: RuleContext, { name, source, queue, letters }: Pair): Diagnostic[] {
  const [needs, is] = [source, letters].map(({ fifo }) => (fifo === undefined ? 'standard' : 'FIFO')) as [Type, Type];
  if (needs === is) return [];
  const help = `name a ${needs} queue`;
  const related = otherSide('the dead-letter queue', specPath('queues', queue));
  return [diagnose('dead-letter-type', at(fieldOf(name)), { queue, is, name, needs }, { help, related })];
}

type Type = 'FIFO' | 'standard';

function expiryOf({ at, otherSide }: RuleContext, { name, source, queue, letters }: Pair): Diagnostic[] {
  const [seconds, sourceSeconds] = [letters.messageRetentionSeconds, source.messageRetentionSeconds];
  if (letters.fifo !== undefined || seconds > sourceSeconds) return [];
  const help =
    sourceSeconds < LONGEST_RETENTION_SECONDS
      ? `raise messageRetentionSeconds to ${LONGEST_RETENTION_SECONDS}`
      : `lower messageRetentionSeconds of "${name}" below that of "${queue}"`;
  const related = otherSide('the retention of the source', specPath('queues', name, 'messageRetentionSeconds'));
  const place = at(['queues', queue, 'messageRetentionSeconds']);
  return [diagnose('dead-letter-expiry', place, { queue, seconds, name, sourceSeconds }, { help, related })];
}

function tooManySources({ at }: RuleContext, sources: ReadonlyMap<string, readonly string[]>): Diagnostic[] {
  return [...sources].flatMap(([queue, names]) => {
    const excess = names[MOST_SOURCES];
    if (excess === undefined) return [];
    const help = 'name another dead-letter queue';
    return [diagnose('dead-letter-sources', at(fieldOf(excess)), { queue, count: names.length }, { help })];
  });
}
