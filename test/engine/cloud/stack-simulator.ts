// Simulates a stack without the engine: keeps a state, and creates, updates and replaces resources.

import type { Kind } from '../../../compiler/graph/kind';
import { refreshedInputs } from './bridge-inputs';
import { Cloud } from './index';
import type { Properties } from './properties';

/** A resource in the state. */
export interface Recorded {
  id: string;
  inputs: Properties;
  outputs: Properties;
}

/** The operation on a wanted resource. */
export type Outcome = 'create' | 'same' | 'update' | 'replace';

/** A stack for successive programs, with its own cloud. Its clock changes only when a test sets it. */
export class StackSimulator {
  readonly cloud = new Cloud();
  readonly state = new Map<string, Recorded>();
  /** Milliseconds since the epoch. */
  time = Date.UTC(2026, 0, 1);

  constructor() {
    this.cloud.now = () => this.time;
  }

  /** Creates, updates or replaces a resource. Throws refusals of the provider or AWS. */
  put(kind: Kind, name: string, wanted: Properties, ignored: readonly string[] = []): Outcome {
    const { provider } = this.cloud;
    const key = `${kind}::${name}`;
    const old = this.state.get(key);
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
    const { inputs, failures } = provider.check(kind, name, given, old?.inputs ?? {});
    if (failures.length > 0) throw new Error(failures.join('\n'));
    if (old === undefined) return this.record(key, inputs, provider.create(kind, name, inputs), 'create');
    const { paths, replaces, deletesFirst } = provider.diff(kind, old.outputs, inputs, ignored);
    if (paths.length === 0) {
      old.inputs = inputs;
      return 'same';
    }
    if (replaces.length === 0) {
      const updated = provider.update(kind, name, old.id, old.outputs, inputs, ignored);
      return this.record(key, inputs, updated, 'update');
    }
    if (deletesFirst) provider.delete(kind, name, old.id);
    const created = provider.create(kind, name, inputs);
    if (!deletesFirst) provider.delete(kind, name, old.id);
    return this.record(key, inputs, created, 'replace');
  }

  /** Deletes a resource. */
  drop(kind: Kind, name: string): void {
    const { id } = this.recorded(kind, name);
    this.cloud.provider.delete(kind, name, id);
    this.state.delete(`${kind}::${name}`);
  }

  /** Reads a resource into the state, as `pulumi refresh` does. */
  refresh(kind: Kind, name: string): Recorded {
    const old = this.recorded(kind, name);
    const read = this.cloud.provider.read(kind, old.id);
    if (read === undefined) throw new Error(`${name} no longer exists`);
    old.outputs = read.outputs;
    old.inputs = refreshedInputs(kind, old.inputs, read.outputs);
    return old;
  }

  /** The state of a resource. */
  recorded(kind: Kind, name: string): Recorded {
    const found = this.state.get(`${kind}::${name}`);
    if (found === undefined) throw new Error(`the state has no ${name}`);
    return found;
  }

  private record<Result extends Outcome>(
    key: string,
    inputs: Properties,
    { id, outputs }: { id: string; outputs: Properties },
    outcome: Result,
  ): Result {
    this.state.set(key, { id, inputs, outputs });
    return outcome;
  }
}
