// The command line: arguments to a command, and its outcome to an exit code.

import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { EXIT } from './exit-code';

/** Runs the command line; gives the exit code. Each command's own code is loaded only when it is called. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  let code: number = EXIT.ok;
  const program = new Command('payment-spec')
    .description('Compiles declarative specs to a serverless payment system on AWS.')
    .exitOverride()
    .showHelpAfterError('(payment-spec --help lists the commands)');

  program
    .command('validate')
    .description('check specs: those named, or all of spec/')
    .argument('[files...]', 'the specs')
    .addHelpText('after', '\nExamples:\n  payment-spec validate\n  payment-spec validate spec/pr1234.yaml')
    .action(async (files: string[]) => {
      code = (await import('./validate')).runValidate(files, process.cwd());
    });

  program
    .command('compile')
    .description('print what a spec compiles to, as JSON')
    .argument('<file>', 'the spec')
    .addHelpText('after', '\nExample:\n  payment-spec compile spec/pr1234.yaml')
    .action(async (file: string) => {
      code = (await import('./compile')).runCompile(file, process.cwd());
    });

  program
    .command('start')
    .description('serve the API on embedded AWS stand-ins, and follow edits of spec and handler')
    .option('--spec <file>', 'the spec', 'spec/pr1234.yaml')
    .option('--port <number>', 'the port on 127.0.0.1; 0 is any free one', parsePort, 3000)
    .option('--data <directory>', 'keep the data there; without it, it ends with the run')
    .addHelpText(
      'after',
      '\nExamples:\n  payment-spec start\n  payment-spec start --spec spec/development.yaml --port 8080 --data .data',
    )
    .action(async (options: { spec: string; port: number; data?: string }) => {
      code = await (await import('./start')).runStart({ ...options, root: process.cwd() });
    });

  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (problem) {
    if (problem instanceof CommanderError) return problem.exitCode === 0 ? EXIT.ok : EXIT.usage;
    console.error(problem);
    console.error('This is a defect of payment-spec. Please report it with the lines above and the spec.');
    return EXIT.bug;
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('a port is a number from 0 to 65535.');
  return port;
}
