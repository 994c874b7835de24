// Prints a table of measured times and memory, with the goal of each: npm run bench [NAME…].

import { BENCHES } from './benches';
import { TABLE_HEAD, tableLine } from './row';

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !BENCHES.some((bench) => bench.name === name));
  if (unknown.length > 0)
    throw new Error(`unknown benchmark ${unknown.join(', ')}; known: ${BENCHES.map(({ name }) => name).join(', ')}`);
  console.log(TABLE_HEAD);
  for (const { name, measure } of BENCHES) {
    if (names.length > 0 && !names.includes(name)) continue;
    const begun = performance.now();
    try {
      for (const row of await measure('full')) console.log(tableLine(row));
    } catch (problem) {
      // A failed benchmark must not prevent the other rows.
      process.exitCode = 1;
      console.log(
        tableLine({ work: name, measured: `failed: ${String(problem).split('\n')[0]}`, goal: '', isMet: false }),
      );
    }
    // The table is the only text on standard output.
    console.error(`${name} took ${((performance.now() - begun) / 1000).toFixed(0)} s`);
  }
}

void main(process.argv.slice(2));
