// A stand-in for Pulumi's Node.js language host. It runs all programs of a project in one process (program-runner.cjs), or each
// program as the real host does: `node <nodeargs of Pulumi.yaml> @pulumi/pulumi/cmd/run …` in the program's folder.

import { type ChildProcess, type ForkOptions, fork, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import * as grpc from '@grpc/grpc-js';
import { LanguageRuntimeService } from '@pulumi/pulumi/proto/language_grpc_pb';
import * as messages from '@pulumi/pulumi/proto/language_pb';
import { PluginInfo } from '@pulumi/pulumi/proto/plugin_pb';

/** The exit code of a program that has already reported its failure (@pulumi/pulumi/cmd/run). */
const ALREADY_REPORTED = 32;

/** Whether the CLI finds the real language host. */
export function hasLanguageHost(): boolean {
  return spawnSync('pulumi-language-nodejs', ['--help']).error === undefined;
}

const RUNNER = join(__dirname, 'program-runner.cjs');
const LAUNCHER = require.resolve('@pulumi/pulumi/cmd/run');

interface RunCall {
  readonly request: messages.RunRequest;
  on(event: 'cancelled', listener: () => void): void;
}

type Answer = (problem: Error | null, response?: object) => void;

/** A language host in this process, started once for many commands. */
export class LanguageHost {
  private readonly server = new grpc.Server();
  private engine = '';
  private launches = false;
  private runner: ChildProcess | undefined;
  /** Resolves when the last program has ended. */
  private ended: Promise<unknown> = Promise.resolve();

  /**
   * @param environment the variables of the programs to run
   * @param print called with the output of a program
   */
  constructor(
    private readonly environment: NodeJS.ProcessEnv,
    private readonly print: (chunk: Buffer) => void,
  ) {}

  /** Serves on a free port of 127.0.0.1. Returns the port. */
  start(): Promise<number> {
    this.server.addService(LanguageRuntimeService, {
      handshake: (call: { request: messages.LanguageHandshakeRequest }, answer: Answer) => {
        this.engine = call.request.getEngineAddress();
        answer(null, new messages.LanguageHandshakeResponse());
      },
      getPluginInfo: answerWith(new PluginInfo()),
      about: answerWith(new messages.AboutResponse()),
      getRequiredPlugins: answerWith(new messages.GetRequiredPluginsResponse()),
      getRequiredPackages: answerWith(new messages.GetRequiredPackagesResponse()),
      getProgramDependencies: answerWith(new messages.GetProgramDependenciesResponse()),
      runtimeOptionsPrompts: answerWith(new messages.RuntimeOptionsResponse()),
      installDependencies: (call: { end(): void }) => call.end(),
      run: (call: RunCall, answer: Answer) => this.run(call, answer),
    } as unknown as grpc.UntypedServiceImplementation);
    return new Promise((resolve, reject) => {
      this.server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (problem, port) =>
        problem === null ? resolve(port) : reject(problem),
      );
    });
  }

  /** Runs later programs by Pulumi's launcher, each in a process of its own. */
  launchPrograms(): void {
    this.launches = true;
  }

  /** Kills the running program. */
  kill(): void {
    this.runner?.kill('SIGKILL');
  }

  /** Stops the host and the running program. */
  stop(): void {
    this.kill();
    this.server.forceShutdown();
  }

  /** Resolves when no program runs. */
  async settled(): Promise<void> {
    await this.ended;
  }

  private run(call: RunCall, answer: Answer): void {
    const { request } = call;
    const info = request.getInfo() as messages.ProgramInfo;
    const { nodeargs = '', typescript = true } = (info.getOptions()?.toJavaScript() ?? {}) as {
      nodeargs?: string;
      typescript?: boolean;
    };
    const folder = info.getProgramDirectory();
    const program = join(folder, info.getEntryPoint());
    const environment = {
      ...this.environment,
      PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toArray())),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
      PULUMI_NODEJS_TYPESCRIPT: String(typescript),
      PULUMI_NODEJS_ORGANIZATION: request.getOrganization(),
      PULUMI_NODEJS_PROJECT: request.getProject(),
      PULUMI_NODEJS_ROOT_DIRECTORY: info.getRootDirectory(),
      PULUMI_NODEJS_STACK: request.getStack(),
      PULUMI_NODEJS_DRY_RUN: String(request.getDryrun()),
      PULUMI_NODEJS_PARALLEL: String(request.getParallel()),
      PULUMI_NODEJS_MONITOR: request.getMonitorAddress(),
      PULUMI_NODEJS_ENGINE: this.engine,
    };
    const execArgv = nodeargs.split(' ').filter(Boolean);
    if (this.launches) {
      const dryRun = request.getDryrun() ? ['--dry-run'] : [];
      const args = ['--monitor', request.getMonitorAddress(), '--pwd', request.getPwd(), ...dryRun, program];
      this.runner = this.fork(LAUNCHER, args, { cwd: folder, env: environment, execArgv });
    } else {
      this.runner ??= this.fork(RUNNER, [], { cwd: folder, env: this.environment, execArgv });
      this.runner.send({ program, options: { pwd: request.getPwd() }, environment });
    }
    this.ended = this.answerWithResult(this.runner, call, answer);
  }

  private async answerWithResult(program: ChildProcess, call: RunCall, answer: Answer): Promise<void> {
    let isRunning = true;
    // The CLI also kills the real host and its child processes. A call that was answered counts as cancelled, too.
    call.on('cancelled', () => isRunning && program.kill('SIGINT'));
    const code = await resultOf(program);
    isRunning = false;
    const response = new messages.RunResponse();
    if (code === ALREADY_REPORTED) response.setBail(true);
    else if (code !== 0) response.setError(`the program ended with exit code ${code}`);
    answer(null, response);
  }

  private fork(file: string, args: readonly string[], options: ForkOptions): ChildProcess {
    const child = fork(file, args, { ...options, silent: true });
    child.stdout?.on('data', this.print);
    child.stderr?.on('data', this.print);
    child.once('close', () => {
      this.runner = undefined;
    });
    return child;
  }
}

/** The exit code of the program that a process runs next: 0 if the process sends a message, otherwise that of the process. */
function resultOf(runner: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    const end = (code: number | null) => {
      runner.off('message', succeed).off('close', end);
      resolve(code);
    };
    const succeed = () => end(0);
    runner.once('message', succeed).once('close', end);
  });
}

function answerWith(message: object) {
  return (_call: unknown, answer: Answer): void => answer(null, message);
}
