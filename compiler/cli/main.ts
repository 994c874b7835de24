// The command line: maps arguments to a command, and its result to an exit code.

import { Command, CommanderError } from 'commander';
import { readVersion } from '../version';
import { declareCheckPromotion } from './arguments/check-promotion';
import { declareCompletion } from './arguments/completion';
import { declareDashboard } from './arguments/dashboard';
import { declareDeployPolicy } from './arguments/deploy-policy';
import { declareDiff } from './arguments/diff';
import { declareDrill } from './arguments/drill';
import { declareExplain } from './arguments/explain';
import { declareExport } from './arguments/export';
import { declareGraph } from './arguments/graph';
import { declareInit } from './arguments/init';
import { declareMigrate } from './arguments/migrate';
import { declareOpenApi } from './arguments/openapi';
import { declarePlan } from './arguments/plan';
import { declareStart } from './arguments/start';
import { declareValidate } from './arguments/validate';
import type { DeclareCommand } from './command';
import { EXIT } from './exit-code';
import { describeIoError } from './io-error';
import { findProject } from './project';
import { UsageError } from './usage-error';

/** The commands, in the order of the help. */
const COMMANDS: readonly DeclareCommand[] = [
  declareValidate,
  declarePlan,
  declareExplain,
  declareDiff,
  declareCheckPromotion,
  declareGraph,
  declareDrill,
  declareExport,
  declareDeployPolicy,
  declareOpenApi,
  declareDashboard,
  declareInit,
  declareMigrate,
  declareStart,
  declareCompletion,
];

/** Runs the command line. Returns the exit code. The code of a command is loaded only when the command is called. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.ok;
  const program = new Command('payment-spec')
    .description('Compiles declarative specs to a serverless payment system on AWS.')
    .version(readVersion(), '--version', 'print the version')
    .option('--no-color', 'print without colours')
    .on('option:no-color', printWithoutColours)
    .exitOverride()
    .showHelpAfterError('(payment-spec --help lists the commands)');
  for (const declare of COMMANDS) {
    declare(program, async (command) => {
      code = await command(findProject(process.cwd()));
    });
  }
  for (const command of program.commands)
    command.showHelpAfterError(`(payment-spec ${command.name()} --help shows its usage)`);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (problem) {
    if (problem instanceof CommanderError) return problem.exitCode === 0 ? EXIT.ok : EXIT.usage;
    if (problem instanceof UsageError) {
      console.error(`error: ${problem.message}`);
      return EXIT.usage;
    }
    const failure = describeIoError(problem);
    if (failure !== undefined) {
      console.error(`error: ${failure}`);
      return EXIT.invalid;
    }
    console.error((await import('./defect')).renderDefect(problem));
    return EXIT.bug;
  }
}

/** Turns colours off, whatever the environment variables say. */
function printWithoutColours(): void {
  process.env.NO_COLOR = '1';
  delete process.env.FORCE_COLOR;
}
