// Questions to whoever sits at a terminal: the one door to `@clack/prompts`, which is loaded only to ask.

import { UsageError } from './usage-error';

/** A question: what is asked, what may be taken without typing, and what is wrong with an answer. */
export interface Question {
  readonly message: string;
  readonly suggestion?: string;
  readonly problemOf?: (answer: string) => string | undefined;
}

/** Whether there is somebody to ask. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

/** Asks, and gives the answer. UsageError where the answer is to stop. */
export async function ask({ message, suggestion = '', problemOf }: Question): Promise<string> {
  const { isCancel, text } = await import('@clack/prompts');
  const answer = await text({
    message,
    placeholder: suggestion,
    defaultValue: suggestion,
    validate: (typed) => {
      const value = typed || suggestion;
      return value === '' ? 'an answer is needed' : problemOf?.(value);
    },
  });
  if (isCancel(answer)) throw new UsageError('stopped; nothing was written');
  return answer;
}
