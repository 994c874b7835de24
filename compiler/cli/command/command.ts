// Joins the parts of a command.

import type { Command } from 'commander';
import type { Declare, Rendered, Run, View } from './parts';

/** The formats that the arguments of a command allow; only `text` without the argument `format`. */
type FormatOf<Arguments> = Arguments extends { readonly format: infer Format extends string } ? Format : 'text';

/** Rejects arguments with a format, because a command with formats requires a view. */
type WithoutFormats<Arguments> = Arguments extends { readonly format: string } ? never : unknown;

/**
 * Adds a command to the program.
 * @param end receives the exit code when the command has run
 * @param findRoot finds the folder of the project
 */
export type AddCommand = (declared: Command, end: (exitCode: number) => void, findRoot: () => string) => void;

type Load<Module> = () => Promise<Module>;

/**
 * Joins the parts of a command. Its work and its view are loaded when it runs. A command without formats does not need a view:
 * text is printed unchanged, and an object is printed as JSON.
 */
export function command<Arguments, Result extends Rendered>(
  declare: Declare<Arguments> & WithoutFormats<Arguments>,
  load: { readonly run: Load<{ readonly run: Run<Arguments, Result> }> },
): AddCommand;
export function command<Arguments, Result>(
  declare: Declare<Arguments>,
  load: {
    readonly run: Load<{ readonly run: Run<Arguments, Result> }>;
    readonly view: Load<{ readonly view: View<Result, FormatOf<Arguments>> }>;
  },
): AddCommand;
export function command<Arguments extends { readonly format?: string }, Result>(
  declare: Declare<Arguments>,
  load: {
    readonly run: Load<{ readonly run: Run<Arguments, Result> }>;
    readonly view?: Load<{ readonly view: View<Result, string> }>;
  },
): AddCommand {
  return (declared, end, findRoot) =>
    declare(declared, async (parsed) => {
      const root = findRoot();
      const [{ run }, viewed, { reporterOf }] = await Promise.all([load.run(), load.view?.(), import('./reporter')]);
      const { note, show, finish } = reporterOf(viewed?.view, parsed.format);
      end(await finish(await run(parsed, { root, note, show })));
    });
}
