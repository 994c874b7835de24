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

/** A count with its noun: `1 call`, `3 calls`. */
export function count(value: number, noun: string, plural = `${noun}s`): string {
  return `${number(value, 0)} ${value === 1 ? noun : plural}`;
}

/** Indents JSON; returns any other text unchanged. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}
