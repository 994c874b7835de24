// Asks questions on a terminal. The only file that imports `@clack/prompts`, which is loaded on the first question.

import { UsageError } from '../errors/usage-error';

/** A question with its suggested answer and the validation of an answer. */
export interface Question {
  readonly message: string;
  readonly suggestion?: string;
  readonly problemOf?: (answer: string) => string | undefined;
}

/** Whether the process runs in a terminal. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true && process.stdout.isTTY === true;
}

/** Asks a question and returns the answer. UsageError if the user cancels. */
export async function ask({ message, suggestion = '', problemOf }: Question): Promise<string> {
  const { isCancel, text } = await import('@clack/prompts');
  const answer = await text({
    message,
    placeholder: suggestion,
    defaultValue: suggestion,
    validate: (typed) => {
      const value = typed || suggestion;
      return value === '' ? 'a value is required' : problemOf?.(value);
    },
  });
  if (isCancel(answer)) throw new UsageError('cancelled; no file was written');
  return answer;
}
