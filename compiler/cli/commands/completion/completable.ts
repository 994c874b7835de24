// The description of the command line that completion scripts are generated from.

/** The completions of a value: words, a spec, a folder, or anything. */
export type Completable = { readonly words: readonly string[] } | 'spec' | 'folder' | 'anything';

/** An option to complete. */
export interface CompletableOption {
  /** The name with its dashes. */
  readonly flag: string;
  readonly description: string;
  /** The value of the option; absent for a flag without a value. */
  readonly value?: Completable;
}

/** A command to complete. */
export interface CompletableCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletableOption[];
  /** The completions of its arguments. */
  readonly argument?: Completable;
}

/** The program to complete. */
export interface CompletableProgram {
  readonly name: string;
  readonly commands: readonly CompletableCommand[];
}
