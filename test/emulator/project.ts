// Small projects in folders of their own, and local runs that end with the test.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Emulator, type EmulatorOptions, startEmulator } from '../../compiler/backends/emulator/emulator';
import { compileSpec, type ResourceGraph, readFrom, renderDiagnostics } from '../../compiler/index';
import { ROOT, SURROUNDINGS } from '../spec';

/** A project in a folder of its own. */
export interface TestProject {
  readonly root: string;
  /** Writes files by their path in the project. */
  write(files: Readonly<Record<string, string>>): void;
  /** Compiles spec/test.yaml; throws what the compiler says where it has errors. */
  compile(): ResourceGraph;
}

const cleanups: (() => Promise<void> | void)[] = [];

/** Ends the runs and removes the folders of a test: for an afterEach or an after hook. */
export async function cleanUp(): Promise<void> {
  for (const clean of cleanups.splice(0).reverse()) await clean();
}

/** Makes an empty folder. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-test-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Makes a project of files; its functions may import what this project's may. */
export function makeProject(files: Readonly<Record<string, string>>): TestProject {
  const root = makeFolder();
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  const write: TestProject['write'] = (written) => {
    for (const [path, text] of Object.entries(written)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  };
  write(files);
  return {
    root,
    write,
    compile() {
      const { graph, diagnostics } = compileSpec('spec/test.yaml', readFrom(root), SURROUNDINGS);
      if (graph === undefined) throw new Error(renderDiagnostics(diagnostics));
      return graph;
    },
  };
}

/** A spec of one API in which each function answers `GET /<its name>`, with more of YAML behind it. */
export function specOf(functions: readonly string[], more = ''): string {
  return [
    'project: small',
    'environment: test',
    'suffix: t',
    'monitoring: { generatedAlarms: false, dashboard: false }',
    'api:',
    '  name: small-api',
    '  authorization: NONE',
    '  routes:',
    ...functions.map((name) => `    get-${name}: { method: GET, path: /${name}, function: ${name} }`),
    'functions:',
    ...functions.map((name) => `  ${name}: { entry: functions/${name}.ts }`),
    'waivers: { open: { code: ENV3090, path: api, reason: Only this computer reaches it., expires: 2027-06-30 } }',
    more,
  ].join('\n');
}

/** A local run, and the lines that it printed. */
export interface TestRun extends Emulator {
  readonly lines: readonly string[];
  /** Resolves with the first line that matches, once it is there. */
  line(pattern: RegExp): Promise<string>;
}

/** Starts a local run on any free port. */
export async function run(
  graph: ResourceGraph,
  options: Pick<EmulatorOptions, 'root' | 'dataDirectory' | 'describe'>,
): Promise<TestRun> {
  const { lines, line, print } = collectLines();
  const emulator = await startEmulator(graph, { port: 0, ...options, print });
  cleanups.push(() => emulator.stop());
  return Object.assign(Object.create(emulator) as Emulator, { lines, line });
}

/** Collects lines, and lets a test wait for one. */
export function collectLines() {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  return {
    lines,
    print(line: string) {
      lines.push(line);
      for (const look of waiting) look();
    },
    line: (pattern: RegExp) =>
      new Promise<string>((resolve) => {
        const look = () => {
          const found = lines.find((line) => pattern.test(line));
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
}

/** A graph with other inputs for the nodes of a kind, which the compiler's rules may not let a spec say. */
export function withInputs(graph: ResourceGraph, kind: string, inputs: object): ResourceGraph {
  const resources = graph.resources.map((node) =>
    node.kind === kind ? { ...node, inputs: { ...node.inputs, ...inputs } } : node,
  ) as ResourceGraph['resources'];
  return { ...graph, resources };
}
