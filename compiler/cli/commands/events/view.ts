// Renders the results of `events` as text and as JSON.

import { grouped } from '../../../diagnostics/words';
import type { TextOrJson } from '../../command/declaration';
import type { View } from '../../command/parts';
import type { EnabledWebhook, EventsResult } from './result';

/** The result in a sentence, or as one JSON value. */
export const view: View<EventsResult, TextOrJson> = {
  text: (result) =>
    result.action === 'enable'
      ? renderWebhook(result)
      : `${result.spec}: sent ${count(result.events, 'event')} of ${count(result.payments, 'payment')} again`,
  json: (result) => ({ schemaVersion: 1, ...result }),
};

function renderWebhook({ spec, webhook, disabledAt }: EnabledWebhook): string {
  if (disabledAt === undefined) return `${spec}: webhook ${webhook} is not disabled`;
  return [
    `${spec}: enabled webhook ${webhook}, which was disabled at ${disabledAt}`,
    'It receives new events within 30 s. Then send the events that were given up: payment-spec redrive',
  ].join('\n');
}

function count(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;
}
