// A stream of server-sent events (HTML Standard, "Server-sent events") that waits for slow readers.

import { Readable } from 'node:stream';

/** How often the state is compared, in milliseconds. */
const INTERVAL_MILLISECONDS = 500;

/** A stream without news sends its state after this many comparisons, so that a page notices a run that has stopped. */
const MOST_SILENT_COMPARISONS = 20;

/**
 * Sends the state of the run when it changes. Changes are joined: a reader that is slow, or a run that is fast, gets the latest
 * state only, so a stream needs the memory of one event.
 * @param read returns the state, and a text that changes with it
 */
export function createEventStream(
  read: () => { readonly state: object; readonly revision: string },
  intervalMilliseconds = INTERVAL_MILLISECONDS,
): Readable {
  let isWanted = true;
  let sent: string | undefined;
  let silent = 0;
  const stream = new Readable({
    read() {
      isWanted = true;
    },
    destroy(error, done) {
      clearInterval(timer);
      done(error);
    },
  });
  const send = () => {
    if (!isWanted) return;
    const { state, revision } = read();
    silent += 1;
    if (revision === sent && silent < MOST_SILENT_COMPARISONS) return;
    sent = revision;
    silent = 0;
    isWanted = stream.push(`data: ${JSON.stringify(state)}\n\n`);
  };
  const timer = setInterval(send, intervalMilliseconds);
  timer.unref();
  send();
  return stream;
}
