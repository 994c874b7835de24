// The counts and durations of tests, and the lines that report them.

/** The result of a test or a hook, as a reporter receives it; durations are in milliseconds. */
export interface Result {
  readonly file: string;
  readonly title: string;
  readonly duration: number;
}

const SLOWEST = 10;

/** The minimum duration of a slow test, in milliseconds. */
const SLOW_MILLISECONDS = 500;

/** A duration in milliseconds as text, such as `0.4 s` or `2 min 05 s`. */
export function durationText(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const rest = Math.floor(seconds % 60);
  return `${Math.floor(seconds / 60)} min ${String(rest).padStart(2, '0')} s`;
}

/** The line of a file whose tests have ended, with the time since the start of the run. */
export function fileLine(
  file: string,
  counts: { readonly passed: number; readonly failed: number; readonly skipped: number },
  times: { readonly elapsed: number; readonly taken: number },
): string {
  const parts = [
    `${counts.passed} passed`,
    ...(counts.failed > 0 ? [`${counts.failed} FAILED`] : []),
    ...(counts.skipped > 0 ? [`${counts.skipped} skipped`] : []),
  ];
  const at = Math.floor(times.elapsed / 1000);
  const clock = `${String(Math.floor(at / 60)).padStart(2)}:${String(at % 60).padStart(2, '0')}`;
  return `${clock}  ${durationText(times.taken).padStart(12)}  ${file}: ${parts.join(', ')}`;
}

/** The slowest results, with one line each; none if all are fast. */
export function slowestLines(results: readonly Result[]): string[] {
  return results
    .filter(({ duration }) => duration >= SLOW_MILLISECONDS)
    .sort((a, b) => b.duration - a.duration)
    .slice(0, SLOWEST)
    .map(({ file, title, duration }) => `${durationText(duration).padStart(14)}  ${file}: ${title}`);
}

/** The skipped tests of each file, with one line for each reason. */
export function skippedLines(results: readonly Result[]): string[] {
  const counts = new Map<string, number>();
  for (const { file, title } of results) {
    const reason = /\(skipped: (.*?)\)(?: |$)/.exec(title)?.[1] ?? `no reason given: ${title}`;
    const key = `${file}: ${reason}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => `  ${key} (${count} ${count === 1 ? 'test' : 'tests'})`);
}
