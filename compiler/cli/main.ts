// The command line: maps arguments to a command, and its result to an exit code.

import { readVersion } from '../host/program';
import { Command, CommanderError } from './command/declaration';
import { COMMANDS } from './commands/registry';
import { describeIoError } from './errors/io-error';
import { UsageError } from './errors/usage-error';
import { EXIT } from './exit-code';
import { findProject } from './specs/project';

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
  const end = (exitCode: number) => {
    code = exitCode;
  };
  for (const [name, add] of Object.entries(COMMANDS)) {
    const declared = program.command(name).showHelpAfterError(`(payment-spec ${name} --help shows its usage)`);
    add(declared, end, () => findProject(process.cwd()));
  }
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
    console.error((await import('./errors/defect')).renderDefect(problem));
    return EXIT.bug;
  }
}

/** Disables colours, regardless of the environment variables. */
function printWithoutColours(): void {
  process.env.NO_COLOR = '1';
  delete process.env.FORCE_COLOR;
}
