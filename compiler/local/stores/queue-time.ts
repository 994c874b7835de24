// Ages the messages of queues by the clock of the run, and removes messages older than their queue's retention period.

import type { RunClock } from '../run-clock';
import type { FauxqsQueue, HeldMessage } from './fauxqs-library';

/** Returns a function to call before each operation. fauxqs uses the machine's clock, so the function adjusts the times of messages. */
export function queueTime(clock: Pick<RunClock, 'now'>): (queues: readonly FauxqsQueue[]) => void {
  const ahead = () => clock.now() - Date.now();
  let before = ahead();
  return (queues) => {
    const now = ahead();
    const passed = now - before;
    before = now;
    for (const queue of queues) {
      age(queue, passed);
      removeOld(queue);
    }
  };
}

/** Makes the messages of a queue older. */
function age(queue: FauxqsQueue, milliseconds: number): void {
  for (const message of allOf(queue)) {
    message.sentTimestamp -= milliseconds;
    if (message.delayUntil !== undefined) message.delayUntil -= milliseconds;
  }
  for (const received of queue.inflightMessages.values()) received.visibilityDeadline -= milliseconds;
}

function allOf(queue: FauxqsQueue): HeldMessage[] {
  const { messages, delayedMessages, inflightMessages, fifoMessages, fifoDelayed } = queue;
  const grouped = [...fifoMessages.values(), ...fifoDelayed.values()].flat();
  return [...messages, ...delayedMessages, ...grouped, ...[...inflightMessages.values()].map(({ message }) => message)];
}

function removeOld(queue: FauxqsQueue): void {
  const oldest = Date.now() - Number(queue.attributes.MessageRetentionPeriod) * 1000;
  const isKept = ({ sentTimestamp }: HeldMessage) => sentTimestamp > oldest;
  queue.messages = queue.messages.filter(isKept);
  queue.delayedMessages = queue.delayedMessages.filter(isKept);
  for (const groups of [queue.fifoMessages, queue.fifoDelayed])
    for (const [group, messages] of groups) groups.set(group, messages.filter(isKept));
  for (const [handle, { message }] of queue.inflightMessages)
    if (!isKept(message)) queue.inflightMessages.delete(handle);
}
