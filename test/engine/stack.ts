// A temporary stack on the real engine: a copy of the project to edit, a separate state, and Pulumi's commands.

import { type ChildProcess, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../spec';
import { hasLanguageHost, LanguageHost } from './language-host';
import { SECRETS_PROVIDER, Vault } from './vault';

/** The output of a command, and its exit code; null if it was killed. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** The built Pulumi program; builds it if its sources have changed. */
const { readProgram } = require('../../tools/build/build.cjs') as { readProgram(): string };

/** The files that a project has its own copies of. */
const COPIED = [
  'runtime',
  'spec',
  'tools',
  'index.ts',
  'Pulumi.yaml',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** The folders that are linked until a test edits one of their files. */
const LINKED = ['compiler', 'contract', 'schema', 'take-over', 'node_modules'];

/** Settings of the engine with which it writes the state only when a command ends. */
const WITHOUT_CHECKPOINTS = { PULUMI_EXPERIMENTAL: 'true', PULUMI_SKIP_CHECKPOINTS: 'true' };

/** A small handler with an import. Each deployment bundles the code of the functions: that of the system costs a second more. */
const SMALL_HANDLER: Readonly<Record<string, string>> = {
  'runtime/handler.ts': "export { handler } from './answer';\n",
  'runtime/answer.ts': 'export const handler = async () => ({ statusCode: 200 });\n',
};

/** A project with one or more stacks, and with a small handler in place of that of the system. */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), 'engine-'));
  private readonly environment: NodeJS.ProcessEnv;
  private readonly stateFolder: string;
  private readonly host: LanguageHost;
  private readonly vault = new Vault();
  private running: ChildProcess | undefined;
  private output = '';

  constructor(
    private readonly pulumi: string,
    providerPort: number,
  ) {
    for (const name of COPIED) cpSync(join(ROOT, name), join(this.folder, name), { recursive: true });
    for (const name of LINKED) symlinkSync(join(ROOT, name), join(this.folder, name));
    // Newer than the sources, so that the program is built once for all projects, and again after an edit.
    this.write('dist/program.cjs', readProgram());
    this.simplifyHandler();
    this.stateFolder = join(this.folder, 'state');
    mkdirSync(this.stateFolder);
    installProvider(join(this.folder, 'home'));
    this.environment = {
      ...process.env,
      PULUMI_BACKEND_URL: `file://${this.stateFolder}`,
      PULUMI_CONFIG_PASSPHRASE: 'test',
      PULUMI_SKIP_UPDATE_CHECK: 'true',
      PULUMI_HOME: join(this.folder, 'home'),
      // The engine would write the whole state after each step, and collect garbage often: half of the time of a command.
      ...WITHOUT_CHECKPOINTS,
      GOGC: '400',
      NODE_PATH: join(ROOT, 'node_modules'),
    };
    this.host = new LanguageHost(this.environment, (chunk) => {
      this.output += chunk.toString();
    });
    this.attachTo(providerPort);
  }

  /** Starts the language host, and the encryption service. */
  async start(): Promise<void> {
    Object.assign(this.environment, await this.vault.start());
    this.environment.PULUMI_DEBUG_LANGUAGES = `nodejs:${await this.host.start()}`;
  }

  /** Deploys the system's own handler, by Pulumi's launcher and, if the CLI has it, by the real language host. */
  deployAsUsersDo(): void {
    this.restore('runtime');
    this.host.launchPrograms();
    if (hasLanguageHost()) delete this.environment.PULUMI_DEBUG_LANGUAGES;
  }

  /** Makes later commands use the provider on a port. */
  attachTo(providerPort: number): void {
    this.environment.PULUMI_DEBUG_PROVIDERS = `aws:${providerPort}`;
  }

  /** Sets a process variable of later commands and of the program. */
  setVariable(name: string, value: string): void {
    this.environment[name] = value;
  }

  /** Makes the engine write the state after each step of later commands, so that a killed command leaves a state. */
  writeCheckpoints(): void {
    for (const name of Object.keys(WITHOUT_CHECKPOINTS)) delete this.environment[name];
  }

  /** Runs a Pulumi command until it ends. */
  run(...args: string[]): Promise<Outcome> {
    return new Promise((resolve) => {
      const child = spawn(this.pulumi, [...args, '--non-interactive', '--color', 'never'], {
        cwd: this.folder,
        env: this.environment,
        detached: true,
      });
      this.running = child;
      this.output = '';
      const collect = (chunk: Buffer) => {
        this.output += chunk.toString();
      };
      child.stdout.on('data', collect);
      child.stderr.on('data', collect);
      child.on('close', async (code) => {
        await this.host.settled();
        resolve({ code, output: this.output });
      });
    });
  }

  /** Runs a Pulumi command. Throws its output if it fails. */
  async succeed(...args: string[]): Promise<string> {
    const { code, output } = await this.run(...args);
    if (code !== 0) throw new Error(`pulumi ${args.join(' ')} ended with ${code}:\n${output}`);
    return output;
  }

  /** Creates a stack whose key the encryption service encrypts. */
  async createStack(name: string): Promise<void> {
    await this.succeed('stack', 'init', name, '--secrets-provider', SECRETS_PROVIDER);
  }

  /** Kills the running command and its child processes, as a crash of the machine does. */
  kill(): void {
    if (this.running?.pid !== undefined) process.kill(-this.running.pid, 'SIGKILL');
    this.host.kill();
  }

  /** Reads a file of the project. */
  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** Replaces a text in a file of the project. Throws if the text is missing. */
  edit(path: string, from: string, to: string): void {
    const text = this.read(path);
    if (!text.includes(from)) throw new Error(`${path} does not contain ${from}`);
    this.write(path, text.replace(from, to));
  }

  /** Writes a file of the project. */
  write(path: string, text: string): void {
    this.unlink(path);
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  /** Restores a file from the repository. */
  restore(path: string): void {
    this.unlink(path);
    cpSync(join(ROOT, path), join(this.folder, path), { recursive: true });
  }

  /** Replaces the link to the folder of a file by a copy, so that no test edits the repository. */
  private unlink(path: string): void {
    const [folder = ''] = path.split('/');
    if (!lstatSync(join(this.folder, folder), { throwIfNoEntry: false })?.isSymbolicLink()) return;
    rmSync(join(this.folder, folder));
    cpSync(join(ROOT, folder), join(this.folder, folder), { recursive: true });
  }

  /** Writes the small handler. */
  simplifyHandler(): void {
    for (const [path, text] of Object.entries(SMALL_HANDLER)) this.write(path, text);
  }

  /** Copies the state of all stacks. Returns the folder of the copy. */
  saveState(): string {
    const copy = mkdtempSync(join(this.folder, 'saved-'));
    cpSync(this.stateFolder, copy, { recursive: true });
    return copy;
  }

  /** Restores a copy of the state, which contains all data of the file backend. */
  restoreState(copy: string): void {
    rmSync(this.stateFolder, { recursive: true, force: true });
    cpSync(copy, this.stateFolder, { recursive: true });
  }

  /** Removes the project and its state. */
  remove(): void {
    this.host.stop();
    this.vault.stop();
    if (existsSync(this.folder)) rmSync(this.folder, { recursive: true, force: true });
  }
}

/**
 * Creates an executable at the path where Pulumi searches the provider of a stack's state. The engine still attaches to the
 * stand-in. Without the executable, each command first tries to download the provider for two seconds.
 */
function installProvider(home: string): void {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/@pulumi/aws/package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(home, 'plugins', `resource-aws-v${version}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'pulumi-resource-aws'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
}
