// Prints the lines of a local run a few milliseconds later, several at a time.

/** The longest time that a line waits, in milliseconds. People do not notice it, and under load one write prints many lines. */
const WAIT_MILLISECONDS = 20;

/** Prints lines in their order. */
export interface LinePrinter {
  readonly print: (line: string) => void;
  /** Prints the lines that wait. */
  readonly flush: () => void;
}

/** @param write prints lines that are joined by line breaks */
export function printInBatches(write: (lines: string) => void): LinePrinter {
  let waiting: string[] = [];
  const flush = () => {
    if (waiting.length === 0) return;
    const lines = waiting.join('\n');
    waiting = [];
    write(lines);
  };
  return {
    print(line) {
      if (waiting.push(line) === 1) setTimeout(flush, WAIT_MILLISECONDS);
    },
    flush,
  };
}
