// What leads from a resource on the engine back to the spec: the place in the stack's state, and the place in an error.

import { join } from 'node:path';
import type { CustomResource } from '@pulumi/pulumi';
import { type AnyResourceNode, dependenciesOf } from '../../graph/graph';
import type { NodeId } from '../../graph/value';

/** The frames between a stack trace that the SDK takes and whoever makes the resource: those of the SDK and of the resource's class. */
const FRAMES_OF_THE_SDK = 5;

/** The exit code of a process that SIGINT ended, as shells give it. */
const INTERRUPTED = 130;

/**
 * Makes a resource such that the SDK records the spec's place as where it was made: `sourcePosition` in the stack's state
 * and in `pulumi preview --json`. The SDK reads it from a stack trace, which is ours to write, as source maps do.
 */
export function madeAt<T>({ origin }: Pick<AnyResourceNode, 'origin'>, root: string, make: () => T): T {
  const { prepareStackTrace } = Error;
  const line = `    at ${origin.path} (${join(root, origin.place)})`;
  Error.prepareStackTrace = (error, frames) =>
    [error, ...frames.slice(0, FRAMES_OF_THE_SDK).map((frame) => `    at ${frame}`), line].join('\n');
  try {
    return make();
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
}

/** Resources that the engine was asked for, until it answers. */
export class Unanswered {
  private readonly nodes = new Map<NodeId, AnyResourceNode>();

  /** Takes in a resource that was just registered. */
  add(node: AnyResourceNode, { urn }: CustomResource): void {
    this.nodes.set(node.id, node);
    urn.apply(() => this.nodes.delete(node.id));
  }

  /**
   * Prints at the end of the process what was not answered. The engine, which refuses a resource, names it by its logical
   * name alone, and interrupts the program without a word.
   */
  renderAtExit(): void {
    process.once('exit', () => {
      const lines = this.render();
      if (lines.length > 0)
        console.error(['the engine stopped before it confirmed these parts of the spec:', ...lines].join('\n'));
    });
    process.once('SIGINT', () => process.exit(INTERRUPTED));
  }

  /** Those that wait for no other, by the place in the spec that they come from. */
  private render(): string[] {
    return [...this.nodes.values()]
      .filter((node) => ![...dependenciesOf(node)].some((id) => this.nodes.has(id)))
      .map(({ origin, kind, name }) => `  ${origin.place}: ${origin.path} (${kind} ${name})`);
  }
}
