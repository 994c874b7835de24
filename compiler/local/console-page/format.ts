// Numbers, times and sizes as texts.

/** A number with separators and at most `digits` decimals. */
export function number(value: number, digits = 1): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

/** A duration: `0.4 ms`, `12 ms` or `1.25 s`. */
export function duration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${number(milliseconds / 1000, 2)} s`;
  return `${number(milliseconds, milliseconds < 10 ? 1 : 0)} ms`;
}

/** A size in bytes, KB or MB of 1,024. */
export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${number(bytes / 1024)} KB` : `${number(bytes / 1024 / 1024)} MB`;
}

/** A time of day with milliseconds, in the time zone of the browser. */
export function timeOfDay(at: number): string {
  const date = new Date(at);
  const part = (value: number, digits: number) => String(value).padStart(digits, '0');
  return `${part(date.getHours(), 2)}:${part(date.getMinutes(), 2)}:${part(date.getSeconds(), 2)}.${part(date.getMilliseconds(), 3)}`;
}

/** A time in the future with the rest until then: `14:05:30, in 3 h 5 min`. */
export function timeUntil(at: number, now: number): string {
  const minutes = Math.max(0, Math.floor((at - now) / 60_000));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const parts = [
    ...(days > 0 ? [`${number(days)} d`] : []),
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(days > 0 ? [] : [minutes > 0 ? `${rest} min` : 'less than a minute']),
  ];
  return `${timeOfDay(at).slice(0, 8)}, in ${parts.join(' ')}`;
}

/** A count with its noun: `1 call`, `3 calls`. */
export function count(value: number, noun: string, plural = `${noun}s`): string {
  return `${number(value, 0)} ${value === 1 ? noun : plural}`;
}

/** Indents an event; bodies of messages that are JSON are indented too. */
export function prettyEvent(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text, readBody), undefined, 2);
  } catch {
    return text;
  }
}

function readBody(key: string, value: unknown): unknown {
  if (key !== 'body' || typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Indents JSON; returns any other text unchanged. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
