// Reads the environment variables of the functions for events, once at startup.

import { EVENT_SETTINGS, type EventEntry } from '../../contract/event-settings';
import { ConfigurationError } from '../configuration';

type SettingOf<E extends EventEntry> = (typeof EVENT_SETTINGS)[E][number];

/** Returns the variables of a function; throws ConfigurationError that lists all missing ones. */
export function readEventSettings<E extends EventEntry>(
  entry: E,
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<SettingOf<E>, string>> {
  const names: readonly SettingOf<E>[] = EVENT_SETTINGS[entry];
  const missing = names.filter((name) => (environment[name] ?? '') === '');
  if (missing.length > 0) throw new ConfigurationError(`Cannot start: ${missing.join(', ')} must be set`);
  return Object.fromEntries(names.map((name) => [name, environment[name] ?? ''])) as Record<SettingOf<E>, string>;
}
