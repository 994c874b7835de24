// Splits text that arrives in parts into lines.

/** Collects text. */
export interface Lines {
  /** Adds text. Calls the function for each line that it completes. */
  add(text: string): void;
  /** Completes the last line, unless it is empty. */
  end(): void;
}

/** Creates a collector that calls a function with each line, without its end. */
export function createLines(onLine: (line: string) => void): Lines {
  let begun = '';
  return {
    add(text) {
      const lines = (begun + text).split(/\r?\n/);
      begun = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    },
    end() {
      if (begun !== '') onLine(begun);
      begun = '';
    },
  };
}
