// Sends the events of stored payments again: invokes the publisher until it has sent all of them.

import type { ReplayRequest, ReplayResult } from '../../../../contract/replay';
import type { Outcome } from '../../command/parts';
import { EXIT } from '../../exit-code';
import { functionWith, nameOf } from '../../system/parts';
import type { ReplayArguments } from './arguments';
import type { EventsResult } from './result';
import { misused, type System } from './system';

/** The effects of a replay besides its calls. */
interface ReplayEffects {
  readonly note: (line: string) => void;
  readonly now: () => Date;
}

/** Replays the payments that the arguments name. The exit code is 1 if there are none. */
export async function replay(
  { payment, from, to }: Pick<ReplayArguments, 'payment' | 'from' | 'to'>,
  { path, graph, connection }: System,
  { note, now }: ReplayEffects,
): Promise<Outcome<EventsResult>> {
  const publisher = functionWith(graph, 'runtime/publisher.ts');
  if (publisher === undefined) return misused(`${path} has no function that publishes events`);
  const request = requestOf({ payment, from, to: to ?? now().toISOString() });
  if (request === undefined || (payment !== undefined && to !== undefined))
    return misused('one of --payment and --from is required; --to needs --from');
  const { invoke } = await connection();
  const total = { payments: 0, events: 0 };
  for (let next: ReplayRequest | undefined = request; next !== undefined; ) {
    const result = (await invoke(nameOf(publisher), { replay: next })) as ReplayResult;
    total.payments += result.payments;
    total.events += result.events;
    next = result.next;
    if (next !== undefined && 'from' in next) note(`${total.events} events sent, up to ${next.from}`);
  }
  const result = { action: 'replay', spec: path, ...total } as const;
  if (total.payments > 0) return { result };
  return {
    result,
    exitCode: EXIT.invalid,
    reason: payment === undefined ? 'no payments at this time' : 'no such payment',
  };
}

function requestOf({ payment, from, to }: Pick<ReplayArguments, 'payment' | 'from'> & { to: string }) {
  if ((payment === undefined) === (from === undefined)) return undefined;
  if (payment !== undefined) return { paymentId: payment };
  return from === undefined ? undefined : { from, to };
}
