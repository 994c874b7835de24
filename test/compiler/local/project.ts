// Small projects in temporary folders, and local runs that end with the test.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compileSpec } from '../../../compiler/compile/compile';
import { renderDiagnostics } from '../../../compiler/diagnostics/render';
import type { ResourceGraph } from '../../../compiler/graph/graph';
import { readFrom } from '../../../compiler/host/files';
import { type LocalRun, startLocalRun } from '../../../compiler/local/local-run';
import type { LocalRunOptions } from '../../../compiler/local/local-run-options';
import { ROOT, SURROUNDINGS } from '../../spec';

/** A project in a temporary folder. */
export interface TestProject {
  readonly root: string;
  /** Writes files by their paths in the project. */
  write(files: Readonly<Record<string, string>>): void;
  /** Compiles spec/test.yaml. Throws the compiler's errors. */
  compile(): ResourceGraph;
}

const cleanups: (() => Promise<void> | void)[] = [];

/** Stops the runs and removes the folders of a test, in an afterEach or after hook. */
export async function cleanUp(): Promise<void> {
  for (const clean of cleanups.splice(0).reverse()) await clean();
}

/** Creates an empty folder. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-run-test-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Creates a project from files. Its functions can import the packages of this repository. */
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

/** A spec with one API in which each function handles `GET /<its name>`. `more` is YAML to append. */
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
    'waivers: { open: { code: ENV3090, path: api, value: NONE, reason: Only this computer reaches it., expires: 2027-06-30 } }',
    more,
  ].join('\n');
}

/** A local run and its printed lines. */
export interface TestRun extends LocalRun {
  readonly lines: readonly string[];
  /** Waits for the first line that matches, and returns it. */
  line(pattern: RegExp): Promise<string>;
}

/**
 * Starts a local run on a free port. Without a clock that the test moves, limits are off: whether a limit in real time refuses
 * a request depends on the speed of the machine.
 */
export async function run(graph: ResourceGraph, options: Omit<LocalRunOptions, 'port' | 'print'>): Promise<TestRun> {
  const { lines, line, print } = collectLines();
  const limits = options.clock === undefined ? 'off' : 'enforce';
  const localRun = await startLocalRun(graph, { port: 0, limits, ...options, print });
  cleanups.push(() => localRun.stop());
  return Object.assign(Object.create(localRun) as LocalRun, { lines, line });
}

/** Collects lines, and waits for a line. */
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

/** A graph with changed inputs of the nodes of a kind, or of one of them, including inputs that the compiler's rules reject. */
export function withInputs(graph: ResourceGraph, kind: string, inputs: object, name?: string): ResourceGraph {
  const resources = graph.resources.map((node) =>
    node.kind === kind && (name === undefined || node.name === name)
      ? { ...node, inputs: { ...node.inputs, ...inputs } }
      : node,
  ) as ResourceGraph['resources'];
  return { ...graph, resources };
}
