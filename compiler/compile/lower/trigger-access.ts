// The tables and queues that the triggers of a function read, and the queues to which they send.

import { type ExpandedTrigger, isFrom } from '../../language/expand/triggers';

/** The queues that triggers of a function use, with the actions of SQS that its role needs. A schedule has a role of its own. */
export function queuesOfTriggers(triggers: readonly ExpandedTrigger[]): [queue: string, actions: string[]][] {
  const read = triggers.filter(isFrom('queue')).map(({ queue }): [string, string[]] => [queue, CONSUME]);
  const sent = triggers
    .filter(isFrom('table'))
    .flatMap(({ onFailure }): [string, string[]][] => (onFailure === undefined ? [] : [[onFailure, ['SendMessage']]]));
  return [...read, ...sent];
}

/** AWS Lambda Developer Guide, "Using Lambda with Amazon SQS". */
const CONSUME = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'];

/** The tables whose streams triggers of a function read. */
export function streamsOfTriggers(triggers: readonly ExpandedTrigger[]): string[] {
  return triggers.filter(isFrom('table')).map(({ table }) => table);
}
