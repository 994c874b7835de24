// A stand-in for Pulumi's Node.js language host, for a CLI without one. It runs the program as the real host does:
// `node <nodeargs of Pulumi.yaml> @pulumi/pulumi/cmd/run …` in the program's folder.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
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

interface RunCall {
  readonly request: messages.RunRequest;
  on(event: 'cancelled', listener: () => void): void;
}

type Answer = (problem: Error | null, response?: object) => void;

/** A language host in this process, started once for many commands, because each start takes half a second. */
export class LanguageHost {
  private readonly server = new grpc.Server();
  private engine = '';
  private program: ChildProcess | undefined;

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

  /** Kills the running program. */
  kill(): void {
    this.program?.kill('SIGKILL');
  }

  /** Stops the host and the running program. */
  stop(): void {
    this.kill();
    this.server.forceShutdown();
  }

  /** Resolves when no program runs. */
  async settled(): Promise<void> {
    const { program } = this;
    if (program !== undefined && program.exitCode === null && program.signalCode === null) await once(program, 'close');
  }

  private run(call: RunCall, answer: Answer): void {
    const { request } = call;
    const info = request.getInfo() as messages.ProgramInfo;
    const { nodeargs = '', typescript = true } = (info.getOptions()?.toJavaScript() ?? {}) as {
      nodeargs?: string;
      typescript?: boolean;
    };
    const folder = info.getProgramDirectory();
    const args = [
      ...nodeargs.split(' ').filter(Boolean),
      require.resolve('@pulumi/pulumi/cmd/run'),
      ...['--monitor', request.getMonitorAddress(), '--engine', this.engine],
      ...['--organization', request.getOrganization()],
      ...['--project', request.getProject(), '--stack', request.getStack(), '--pwd', request.getPwd()],
      ...(request.getDryrun() ? ['--dry-run'] : []),
      ...['--parallel', String(request.getParallel()), '--root-directory', info.getRootDirectory()],
      join(folder, info.getEntryPoint()),
    ];
    const program = spawn(process.execPath, args, {
      cwd: folder,
      env: {
        ...this.environment,
        PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toArray())),
        PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
        PULUMI_NODEJS_TYPESCRIPT: String(typescript),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.program = program;
    // The CLI also kills the real host and its child processes.
    call.on('cancelled', () => program.kill('SIGINT'));
    program.stdout.on('data', this.print);
    program.stderr.on('data', this.print);
    program.on('close', (code) => {
      const response = new messages.RunResponse();
      if (code === ALREADY_REPORTED) response.setBail(true);
      else if (code !== 0) response.setError(`the program ended with exit code ${code}`);
      answer(null, response);
    });
  }
}

function answerWith(message: object) {
  return (_call: unknown, answer: Answer): void => answer(null, message);
}
