// The chain from a request over the deliveries that it caused to the messages that they sent, in both directions.

import type { ResourceGraph } from '../../graph/graph';
import type { InboxMessage } from '../alarms/inbox';
import type { Delivery, TriggerIdentity, TriggerState } from '../triggers/deliveries';
import type { Cause, CausedDelivery, DeliveryRow, TriggerName } from './caused-api';
import type { RecordedDelivery } from './delivery-recorder';
import type { Recorder } from './recorder';
import { specName } from './spec-names';

/** The parts of a run between which causes are found. */
export interface CauseParts {
  readonly recorder: Pick<Recorder, 'withTrace' | 'deliveries'>;
  readonly inbox: { readonly messages: () => readonly InboxMessage[] };
  readonly triggers: () => readonly TriggerState[];
  readonly system: () => { readonly graph: ResourceGraph };
}

/** Maximum number of deliveries and messages that one delivery shows as caused by it. */
const MOST_CAUSED = 20;

/** The deliveries of what the calls of a trace wrote, the oldest first. */
export function causedBy(traceId: string, parts: CauseParts): CausedDelivery[] {
  // A delivery begins after its causes, so the chain ends.
  return parts.recorder.deliveries
    .causedBy(traceId)
    .slice(0, MOST_CAUSED)
    .map((recorded) => describeCaused(recorded, parts));
}

/** A delivery with what it caused. */
export function describeCaused(recorded: RecordedDelivery, parts: CauseParts): CausedDelivery {
  const { traceId } = recorded.delivery;
  const messages = traceId === undefined ? [] : parts.inbox.messages().filter((message) => message.traceId === traceId);
  return {
    ...rowOf(recorded.delivery),
    ...nameOf(recorded.trigger, parts),
    messages: messages.slice(0, MOST_CAUSED).map(({ id, subject }) => ({ id, subject })),
    caused: traceId === undefined ? [] : causedBy(traceId, parts),
  };
}

/** The requests and deliveries whose calls wrote the records of a delivery. Those that are no longer stored are left out. */
export function causesOf({ causes }: Delivery, parts: CauseParts): Cause[] {
  return causes.flatMap((traceId): Cause[] => {
    const request = parts.recorder.withTrace(traceId);
    if (request !== undefined) {
      const { id, method, target } = request.row;
      return [{ is: 'request', id, text: `${method} ${target}` }];
    }
    const recorded = parts.recorder.deliveries.withTrace(traceId);
    if (recorded === undefined) return [];
    const { from, functionName } = nameOf(recorded.trigger, parts);
    return [{ is: 'delivery', number: recorded.delivery.number, text: `${from} to ${functionName}` }];
  });
}

/** The requests at the begin of the chain of a delivery. */
export function requestsBehind(delivery: Delivery, parts: CauseParts): Cause[] {
  const requests = causesOf(delivery, parts).flatMap((cause): Cause[] => {
    if (cause.is === 'request') return [cause];
    const recorded = parts.recorder.deliveries.at(cause.number);
    return recorded === undefined ? [] : requestsBehind(recorded.delivery, parts);
  });
  const byId = new Map(requests.map((request) => [JSON.stringify(request), request]));
  return [...byId.values()].slice(0, MOST_CAUSED);
}

/** A delivery as a row. */
export function rowOf({ reason, traceId: _traceId, causes: _causes, ...row }: Delivery): DeliveryRow {
  return { ...row, reason: reason ?? null };
}

/** A trigger with the names of the spec. */
export function triggerName({ id, source, from, functionName }: TriggerIdentity, graph: ResourceGraph): TriggerName {
  return {
    ...{ trigger: id, source },
    from: source === 'schedule' ? from : specName(graph, source === 'queue' ? 'queue' : 'table', from),
    functionName: specName(graph, 'function', functionName),
  };
}

function nameOf(id: string, { triggers, system }: Pick<CauseParts, 'triggers' | 'system'>): TriggerName {
  const known = triggers().find((trigger) => trigger.id === id);
  return known === undefined
    ? { trigger: id, source: 'queue', from: id, functionName: 'a function' }
    : triggerName(known, system().graph);
}
