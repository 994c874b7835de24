// Runs the command line: as a user does, in a separate process, or in this one.

import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildProgram } from '../../program';
import { ROOT } from '../../spec';

/** The output of a process, and its exit code. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Options of a run: the folder, a module to load first, variables besides those of this process, and standard input. */
export interface RunOptions {
  readonly cwd?: string;
  readonly require?: string;
  /** A variable that is undefined is not passed on. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
}

/** Runs `payment-spec`, in the project unless another folder is named. */
export function runCommand(args: readonly string[], options: RunOptions = {}): Run {
  const hook = options.require === undefined ? [] : ['--require', options.require];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...hook, join(ROOT, 'bin/payment-spec.cjs'), ...args],
    {
      cwd: options.cwd ?? ROOT,
      encoding: 'utf8',
      timeout: 600_000,
      input: options.input ?? '',
      env: { ...process.env, ...options.variables },
    },
  );
  return { code: status, stdout, stderr };
}

/** Packages that only some commands load. */
const EXTERNAL = ['@aws-sdk/*', '@clack/prompts', 'chokidar'];

type RunCommandLine = typeof import('../../../compiler/cli/main').runCommandLine;

let commandLine: RunCommandLine | undefined;

/** Loads the command line from one file, as it is published, because Node.js cannot load its parts on demand from TypeScript. */
function loadCommandLine(): RunCommandLine {
  const program = buildProgram('compiler/cli/main.ts', EXTERNAL);
  try {
    return (require(program) as { runCommandLine: RunCommandLine }).runCommandLine;
  } finally {
    rmSync(program);
  }
}

/**
 * Runs `payment-spec` in this process, which takes a tenth of the time of another process. The command cannot read standard
 * input.
 */
export async function callCommand(
  args: readonly string[],
  { cwd = ROOT, variables = {} }: Pick<RunOptions, 'cwd' | 'variables'> = {},
): Promise<Run> {
  commandLine ??= loadCommandLine();
  const [folder, environment] = [process.cwd(), { ...process.env }];
  const out = capture(process.stdout);
  const err = capture(process.stderr);
  try {
    process.chdir(cwd);
    setVariables(variables);
    const code = await commandLine(args);
    return { code, stdout: out.text(), stderr: err.text() };
  } finally {
    out.end();
    err.end();
    process.chdir(folder);
    setVariables(Object.fromEntries(Object.keys(process.env).map((name) => [name, environment[name]])));
    setVariables(environment);
  }
}

function setVariables(variables: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

/** Collects what is written to a stream, as to a pipe, until `end` is called. */
function capture(stream: NodeJS.WriteStream): { text(): string; end(): void } {
  const { isTTY } = stream;
  const write = stream.write;
  let text = '';
  stream.isTTY = false;
  stream.write = (chunk: string | Uint8Array) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  return {
    text: () => text,
    end() {
      stream.isTTY = isTTY;
      stream.write = write;
    },
  };
}
