// Prints the reports of a command. This is the only place that chooses the stream and the format.

import { once } from 'node:events';
import { EXIT } from '../exit-code';
import { printFindings } from '../terminal/findings';
import { styleOf } from '../terminal/style';
import { Pieces } from '../text/pieces';
import type { Context, Outcome, Rendered, View } from './parts';
import { printRefusal } from './refusal';

/** Prints the reports of one run. */
export interface Reporter<Result> extends Pick<Context<Result>, 'note' | 'show'> {
  /** Prints the outcome. Returns the exit code. */
  readonly finish: (outcome: Outcome<Result>) => Promise<number>;
}

/** The reporter for a view and the format that the user chose. Without a view, results are printed unchanged. */
export function reporterOf<Result>(view: View<Result, string> | undefined, format: string = 'text'): Reporter<Result> {
  const print = (rendered: Rendered | undefined, result: Result): void | Promise<void> => {
    if (rendered instanceof Pieces) return printPieces(rendered);
    if (rendered !== undefined) console.log(typeof rendered === 'string' ? rendered : stringify(rendered));
    else console.error(render('text', result));
  };
  const render = (wanted: string, result: Result) => {
    const renderer = view?.[wanted];
    return renderer === undefined ? (result as Rendered) : renderer(result, styleOf(process.stdout));
  };
  const show = (result: Result): void | Promise<void> => {
    const rendered = render(format, result);
    return rendered instanceof Promise ? rendered.then((done) => print(done, result)) : print(rendered, result);
  };
  return {
    show,
    note: (note) => (typeof note === 'string' ? console.error(note) : printFindings(note)),
    async finish({ result, refused, exitCode = refused === undefined ? EXIT.ok : EXIT.invalid, reason }) {
      if (refused !== undefined) printRefusal(refused, format === 'json');
      if (result !== undefined) await show(result);
      if (reason !== undefined) console.error(reason);
      return exitCode;
    },
  };
}

/** The characters that are written at a time, at least. */
const CHUNK = 65_536;

/** Prints a long text. Waits for its reader, so that memory does not have all of it. A reader may close the pipe early. */
async function printPieces({ pieces }: Pieces): Promise<void> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    if (!process.stdout.write(chunk)) await once(process.stdout, 'drain').catch(() => undefined);
    if (!process.stdout.writable) return;
    chunk = '';
  }
  process.stdout.write(`${chunk}\n`);
}

function stringify(value: object): string {
  return JSON.stringify(value, undefined, 2);
}
