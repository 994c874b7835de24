// Evaluates the alarms of a run as its clock advances, prints the changes, and delivers the messages to the inbox.

import type { LocalResources } from '../local-values';
import type { RunMetrics } from '../metrics/run-metrics';
import type { RunClock } from '../run-clock';
import { deriveAlarms } from './alarm-definitions';
import { createInbox, type ReceivingInbox } from './inbox';
import { createNotifier } from './notifications';
import { type AlarmChange, type AlarmsSource, createAlarms } from './run-alarms';

/** The alarms of a run on its clock. */
export interface AlarmWatch {
  readonly alarms: AlarmsSource;
  readonly inbox: ReceivingInbox;
  /** Sets the alarms and the recipients of a graph. */
  configure(resources: LocalResources): void;
  stop(): void;
}

/** The parts of the watch. */
export interface AlarmWatchParts {
  readonly clock: RunClock;
  readonly metrics: RunMetrics;
  /** Records the levels of a minute when it ends, such as the number of messages. The time is in milliseconds. */
  readonly sample: (time: number) => void;
  readonly print: (line: string) => void;
}

/** Starts the evaluation of alarms. */
export function watchAlarms({ clock, metrics, sample, print }: AlarmWatchParts): AlarmWatch {
  const alarms = createAlarms(metrics);
  const inbox = createInbox();
  let notify: ReturnType<typeof createNotifier> = () => [];
  alarms.onChange((changes) => {
    for (const line of renderChanges(changes)) print(line);
    for (const change of changes) for (const message of notify(change)) inbox.add(message);
  });
  let cancel = () => {};
  const scheduleNext = () => {
    const interval = alarms.intervalSeconds() * 1000;
    const wait = interval - (clock.now() % interval);
    cancel = clock.after(wait, () => {
      const now = clock.now();
      // The levels belong to the minute that ends.
      sample(now - 1);
      alarms.evaluate(now);
      scheduleNext();
    });
  };
  scheduleNext();
  return {
    alarms,
    inbox,
    configure(resources) {
      notify = createNotifier(resources);
      alarms.configure(deriveAlarms(resources));
      cancel();
      scheduleNext();
    },
    stop: () => cancel(),
  };
}

/** A line for each alarm that starts or ends, and one line for all others, most of which change after the first minute. */
function renderChanges(changes: readonly AlarmChange[]): string[] {
  const isLoud = ({ state, before }: AlarmChange) => state === 'ALARM' || before === 'ALARM';
  const quiet = changes.filter((change) => !isLoud(change));
  const [first] = quiet;
  return [
    ...changes
      .filter(isLoud)
      .map(({ definition, state, before, reason }) => `Alarm ${definition.name}: ${before} to ${state}, ${reason}`),
    ...(first === undefined
      ? []
      : quiet.length === 1
        ? [`Alarm ${first.definition.name}: ${first.before} to ${first.state}, ${first.reason}`]
        : [`${quiet.length} alarms: now ${countStates(quiet)}`]),
  ];
}

/** Renders the number of changes by state, such as `12 OK, 1 INSUFFICIENT_DATA`. */
function countStates(changes: readonly AlarmChange[]): string {
  const counts = new Map<string, number>();
  for (const { state } of changes) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([state, count]) => `${count} ${state}`).join(', ');
}
