// Parses a file with the requests of each second.

import { LARGEST_RATE, LONGEST_SECONDS } from '../../command/load-options';
import { UsageError } from '../../errors/usage-error';

/** A first line with names of columns. */
const HEADER = /^\s*[a-z_ ]+(,[a-z_ ]+)?\s*$/i;

/**
 * The requests of each second: a line each with a number, or with `second,requests`. A rate holds until the second of the next line.
 * The first line may have the names of the columns. Throws UsageError with the line of a mistake.
 * @param name the name of the file, for messages
 */
export function parseRatesFile(name: string, text: string): readonly number[] {
  const requests: number[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || (at === 0 && HEADER.test(line))) continue;
    const cells = line.split(',').map((cell) => cell.trim());
    const fail = (problem: string) => {
      throw new UsageError(`${name}:${at + 1}: ${problem}`);
    };
    const rate = Number(cells.at(-1) || Number.NaN);
    if (cells.length > 2 || !(rate >= 0 && rate <= LARGEST_RATE))
      fail(`"${line}" must be REQUESTS or SECOND,REQUESTS, with requests/s from 0 to 1,000,000, such as 60,250`);
    const second = cells.length === 1 ? requests.length : Number(cells[0] || Number.NaN);
    if (!Number.isInteger(second) || second < requests.length || second >= LONGEST_SECONDS)
      fail(
        `second ${cells[0]} must be a whole number from ${requests.length} to ${LONGEST_SECONDS - 1}; seconds ascend from 0`,
      );
    if (requests.length === 0 && second > 0) fail(`the first second is ${second}; it must be 0`);
    while (requests.length < second) requests.push(requests.at(-1) ?? 0);
    requests.push(rate);
  }
  if (requests.length === 0)
    throw new UsageError(`${name} has no rates; write a line with REQUESTS or SECOND,REQUESTS for each second`);
  return requests;
}
