// Redrives the dead-letter queues of a system.

import { DEAD_LETTER_QUEUE_URL, HANDLER_ENTRY } from '../../../../contract/settings';
import type { ResourceGraph } from '../../../graph/graph';
import type { Run } from '../../command/parts';
import { EXIT } from '../../exit-code';
import { compileFile, openSpec } from '../../specs/spec-file';
import { type Connection, connect } from '../../system/connection';
import { functionWith, namedBy, nameOf } from '../../system/parts';
import { findQueue } from '../../system/queues';
import type { CONTENTS, RedriveArguments } from './arguments';
import { sendDeliveries } from './deliveries';
import { type MessageOutcome, type RedriveCounts, redriveQueue } from './redrive-queue';
import { type RequestResponse, replayRequests } from './requests';

/** The result of a queue. */
export interface RedrivenQueue {
  readonly queue: string;
  readonly content: (typeof CONTENTS)[number];
  readonly counts: RedriveCounts;
  readonly messages: readonly string[];
}

/** The result of each queue. */
export interface RedriveResult {
  readonly path: string;
  readonly queues: readonly RedrivenQueue[];
}

/** A queue to redrive. */
interface DeadLetterQueue extends Pick<RedrivenQueue, 'queue' | 'content'> {
  readonly handlerOf: (connection: Connection) => Promise<(body: string) => Promise<MessageOutcome>>;
}

/** Redrives the queues. The exit code is 1 if a message remains. */
export const run: Run<RedriveArguments, RedriveResult> = async ({ spec: name, only, local }, { root, note }) => {
  const spec = openSpec(root, name);
  const { graph, diagnostics } = compileFile(spec);
  if (graph === undefined) return { refused: [{ path: spec.path, diagnostics }] };
  const wanted = deadLetterQueues(graph).filter(({ content }) => only === undefined || content === only);
  if (wanted.length === 0)
    return { exitCode: EXIT.usage, reason: `error: ${spec.path} has no queue of ${only ?? 'failed requests'}` };
  const connection = await connect({ region: graph.provider.region, local });
  const queues: RedrivenQueue[] = [];
  for (const queue of wanted) queues.push(await redrive(queue, connection, note));
  const isDone = queues.every(({ counts }) => counts.kept + counts.failed === 0);
  return { result: { path: spec.path, queues }, exitCode: isDone ? EXIT.ok : EXIT.invalid };
};

function deadLetterQueues(graph: ResourceGraph): DeadLetterQueue[] {
  const handler = functionWith(graph, HANDLER_ENTRY);
  const requests = handler && namedBy(graph, handler, DEAD_LETTER_QUEUE_URL);
  const deliverer = functionWith(graph, 'runtime/deliverer.ts');
  const dead = deliverer && namedBy(graph, deliverer, 'DEAD_DELIVERIES_QUEUE_URL');
  const deliveries = deliverer && namedBy(graph, deliverer, 'DELIVERIES_QUEUE_URL');
  const found: DeadLetterQueue[] = [];
  if (handler !== undefined && requests !== undefined)
    found.push({
      queue: requests,
      content: 'requests',
      handlerOf: async ({ invoke }) =>
        replayRequests(async (event) => (await invoke(nameOf(handler), event)) as RequestResponse),
    });
  if (dead !== undefined && deliveries !== undefined)
    found.push({
      queue: dead,
      content: 'deliveries',
      handlerOf: async (connection) => sendDeliveries((await findQueue(deliveries, connection)).send),
    });
  return found;
}

async function redrive(
  { queue, content, handlerOf }: DeadLetterQueue,
  connection: Connection,
  note: (line: string) => void,
): Promise<RedrivenQueue> {
  const messages: string[] = [];
  const counts = await redriveQueue({
    queue: await findQueue(queue, connection),
    handle: await handlerOf(connection),
    report(line) {
      messages.push(line);
      note(line);
    },
  });
  return { queue, content, counts, messages };
}
