// Links a resource in the engine to its location in the spec: in the stack's state, and in the error output.

import { join } from 'node:path';
import type { CustomResource } from '@pulumi/pulumi';
import { type AnyResourceNode, dependenciesOf } from '../../graph/graph';
import type { NodeId } from '../../graph/value';

/** The number of stack frames of the SDK and the resource's class in a stack trace that the SDK takes. */
const SDK_FRAMES = 5;

/** A line of a stack trace for a frame that is not read. */
const SDK_FRAME = '    at SDK';

/** The exit code of shells for a process that SIGINT ended. */
const INTERRUPTED = 130;

/**
 * Creates a resource so that the SDK records its location in the spec as the source position: `sourcePosition` in the stack's state
 * and in `pulumi preview --json`. The SDK reads it from a stack trace, which this function rewrites as source maps do.
 */
export function createAt<T>({ origin }: Pick<AnyResourceNode, 'origin'>, root: string, create: () => T): T {
  const { prepareStackTrace } = Error;
  const line = `    at ${origin.path} (${join(root, origin.place)})`;
  // The SDK skips its own frames, and takes a trace for each promise: their text would be a tenth of the program's time.
  Error.prepareStackTrace = (error, frames) =>
    [error, ...frames.slice(0, SDK_FRAMES).map(() => SDK_FRAME), line].join('\n');
  try {
    return create();
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
}

/** Resources whose registration the engine has not confirmed yet. */
export class PendingRegistrations {
  private readonly nodes = new Map<NodeId, AnyResourceNode>();

  /** Adds a resource that was just registered. */
  add(node: AnyResourceNode, { urn }: CustomResource): void {
    this.nodes.set(node.id, node);
    urn.apply(() => this.nodes.delete(node.id));
  }

  /**
   * Prints the unconfirmed resources when the process ends. The engine reports only the logical name of a resource that fails,
   * and interrupts the program without a message.
   */
  renderAtExit(): void {
    process.once('exit', () => {
      const lines = this.render();
      if (lines.length > 0)
        console.error(['the engine stopped before it confirmed these parts of the spec:', ...lines].join('\n'));
    });
    process.once('SIGINT', () => process.exit(INTERRUPTED));
  }

  /** The resources that do not wait for another one, with their locations in the spec. */
  private render(): string[] {
    return [...this.nodes.values()]
      .filter((node) => ![...dependenciesOf(node)].some((id) => this.nodes.has(id)))
      .map(({ origin, kind, name }) => `  ${origin.place}: ${origin.path} (${kind} ${name})`);
  }
}
