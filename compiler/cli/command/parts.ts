// The types of a command's parts: its declaration, its work, and the view of its result.

import type { Command } from 'commander';
import type { Compilation } from '../../compile/compile';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { Style } from '../../diagnostics/style';
import type { Pieces } from '../text/pieces';

/** Declares the description, arguments, options and examples of a command. Calls `run` with their parsed values. */
export type Declare<Arguments> = (command: Command, run: (parsed: Arguments) => Promise<void>) => void;

/** Does the work of a command. Throws UsageError for wrong usage. Prints nothing. */
export type Run<Arguments, Result> = (
  parsed: Arguments,
  context: Context<Result>,
) => Outcome<Result> | Promise<Outcome<Result>>;

/** The context of a run. */
export interface Context<Result> {
  /** The folder of the project. */
  readonly root: string;
  /** Prints a line, or the findings of a spec, on standard error. */
  readonly note: (note: string | Findings) => void;
  /** Prints a result before the command ends: for a command that runs until it is interrupted. */
  readonly show: (result: Result) => void;
}

/** The diagnostics of a spec. They are printed in full for an invalid spec, otherwise as one line with their number. */
export interface Findings extends Pick<Compilation, 'graph' | 'diagnostics'> {
  /** The spec as the user named it. */
  readonly name: string;
}

/** The end of a run. */
export interface Outcome<Result> {
  /** Printed by the view. */
  readonly result?: Result;
  /** Specs that the command cannot use: their diagnostics are printed instead of a result, and the exit code is 1. */
  readonly refused?: readonly CompiledSpec[];
  /** The default is 0, or 1 with `refused`. */
  readonly exitCode?: number;
  /** The last line on standard error: the reason for the exit code. */
  readonly reason?: string;
}

/** A spec that the user named, and the result of its compilation. */
export interface CompiledSpec {
  readonly path: string;
  /** Absent if the spec is not valid. */
  readonly graph?: Compilation['graph'];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Renders a result. Text is printed unchanged, also in pieces, and another object is printed as JSON. If the format cannot express the result,
 * the renderer returns undefined, and the result is printed as text on standard error.
 */
export type Renderer<Result> = (result: Result, style: Style) => Rendered | undefined | Promise<Rendered>;

/** The output of a renderer. */
export type Rendered = string | object | Pieces;

/** The renderers of a command, by the format that its arguments name. */
export type View<Result, Format extends string = 'text'> = Readonly<Record<Format, Renderer<Result>>>;
