// What a completion script is made from.

/** What may stand in a place: words, a spec, a folder, or anything. */
export type Completable = { readonly words: readonly string[] } | 'spec' | 'folder' | 'anything';

/** An option to complete. */
export interface CompletableOption {
  /** With its dashes. */
  readonly flag: string;
  readonly description: string;
  /** What may follow; absent: nothing does. */
  readonly value?: Completable;
}

/** A command to complete. */
export interface CompletableCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletableOption[];
  /** What its arguments may be. */
  readonly argument?: Completable;
}
