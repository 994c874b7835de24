// Deploys graphs to the stand-in without Pulumi's engine, in the same order of steps, so that thousands of deployments take seconds.

import type { DeployedStack } from '../../compiler/compile/transition/deployed';
import type { Refusal } from '../../compiler/compile/transition/pass';
import { planTransition } from '../../compiler/compile/transition/transition';
import { mapValue } from '../../compiler/graph/fold';
import type { AnyResourceNode, ResourceGraph } from '../../compiler/graph/graph';
import { KINDS } from '../../compiler/graph/kinds/kinds';
import { eachReference, type NodeId, revealSecret, type Value } from '../../compiler/graph/value';
import { Cloud } from './cloud';
import { DEFAULTS_KEY, refreshedInputs } from './cloud/bridge-inputs';
import { SIGNATURE } from './cloud/opaque';
import type { Properties } from './cloud/properties';

/** The signature of an archive of files (Pulumi SDK, `specialArchiveSig`). */
const ARCHIVE = '0def7320c3a5731c473e5ecbe6d01bc7';

/** A resource in the state of the stack. */
interface Recorded {
  readonly node: AnyResourceNode;
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
}

/** The result of a deployment: its steps, or the reason for its refusal before the first one. */
export type Outcome = { readonly steps: readonly string[] } | { readonly refusals: readonly Refusal[] };

/**
 * A stack and its cloud. A deployment takes the steps of `pulumi up`: it creates, updates or replaces resources in the order of
 * their dependencies. A replacement is created before the old resource is deleted, unless the name is fixed. Resources that are
 * no longer in the program are deleted at the end, in reverse order. `edits/engine.test.ts` compares the steps with the real engine.
 */
export class Rehearsal {
  readonly cloud = new Cloud();
  private state = new Map<string, Recorded>();
  /** Milliseconds since the epoch; each deployment takes two hours. */
  private time = Date.UTC(2026, 0, 1);

  constructor() {
    this.cloud.now = () => this.time;
  }

  /** An independent copy of the stack and its cloud. */
  copy(): Rehearsal {
    const copy = new Rehearsal();
    copy.state = new Map(this.state);
    copy.time = this.time;
    copy.cloud.region = this.cloud.region;
    copy.cloud.provider.defaultTags = this.cloud.provider.defaultTags;
    copy.cloud.world.become(this.cloud.world);
    return copy;
  }

  /** The state of the stack before the next deployment. */
  get deployed(): DeployedStack {
    return {
      resources: [...this.state].map(([urn, { node, outputs }]) => ({
        urn,
        type: node.kind,
        name: node.name,
        outputs,
      })),
    };
  }

  /** Deploys a graph. Throws a refusal of the provider or AWS during the deployment. */
  up(graph: ResourceGraph): Outcome {
    this.time += 2 * 3_600_000;
    const plan = planTransition(graph, this.deployed);
    if (plan.refusals.length > 0) return { refusals: plan.refusals };
    this.cloud.region = graph.provider.region;
    this.cloud.provider.defaultTags = { ...graph.provider.defaultTags };
    return { steps: new Deployment(this.cloud, this.state, plan).run((state) => (this.state = state)) };
  }

  /** Reads all resources into the state, as `pulumi refresh` does. */
  refresh(): void {
    for (const [urn, recorded] of this.state) {
      const read = this.cloud.provider.read(recorded.node.kind, recorded.id);
      if (read === undefined) this.state.delete(urn);
      else {
        const inputs = refreshedInputs(recorded.node.kind, recorded.inputs, read.outputs);
        this.state.set(urn, { ...recorded, inputs, outputs: read.outputs });
      }
    }
  }
}

/** The URN of a resource. The real URN also contains the name of the stack. */
function urnOf({ id }: { readonly id: NodeId }): string {
  return `urn:pulumi:rehearsal::payment::${id}`;
}

class Deployment {
  private readonly steps: string[] = [];
  private readonly made = new Map<NodeId, Recorded>();
  /** Replaced resources to delete at the end, in the order of their successors. */
  private readonly replaced: Recorded[] = [];
  private readonly gone = new Set<string>();

  constructor(
    private readonly cloud: Cloud,
    private readonly before: ReadonlyMap<string, Recorded>,
    private readonly plan: ReturnType<typeof planTransition>,
  ) {}

  run(save: (state: Map<string, Recorded>) => void): string[] {
    const adopted = new Set<string>();
    for (const node of this.plan.graph.resources) {
      const urn = [urnOf(node), ...(this.plan.aliases.get(node.id) ?? [])].find(
        (candidate) => this.before.has(candidate) && !adopted.has(candidate),
      );
      if (urn !== undefined) adopted.add(urn);
      const old = urn === undefined || this.gone.has(urn) ? undefined : this.before.get(urn);
      this.made.set(node.id, this.deploy(node, old));
    }
    const unwanted = [...this.before].filter(([urn]) => !adopted.has(urn) && !this.gone.has(urn)).map(([, old]) => old);
    for (const old of [...unwanted, ...this.replaced].sort((a, b) => this.orderOf(b) - this.orderOf(a)))
      this.delete(old);
    save(new Map(this.plan.graph.resources.map((node) => [urnOf(node), this.made.get(node.id) as Recorded])));
    return this.steps;
  }

  /** The position of a former resource in the order of the former deployment. */
  private orderOf(old: Recorded): number {
    return [...this.before.values()].indexOf(old);
  }

  private deploy(node: AnyResourceNode, old: Recorded | undefined): Recorded {
    const { provider } = this.cloud;
    const { kind, name } = node;
    const wanted = this.settle(node.inputs as Value) as Properties;
    const given = old === undefined ? wanted : withIgnored(wanted, old.inputs, node.ignoreChanges);
    const { inputs, failures } = provider.check(kind, name, given, old?.inputs ?? {});
    if (failures.length > 0) throw new Error(`${node.id}: ${failures.join('; ')}`);
    if (old === undefined) return this.create(node, inputs);
    const { paths, replaces, deletesFirst } = provider.diff(kind, old.outputs, inputs, node.ignoreChanges);
    if (paths.length === 0) return { ...old, node, inputs };
    const isReplaced = replaces.length > 0 || paths.some(([key]) => node.replaceOnChanges?.includes(String(key)));
    if (isReplaced) return this.replace(node, old, inputs, node.deleteBeforeReplace ?? deletesFirst);
    const { outputs } = this.withNodeInError(node, () =>
      provider.update(kind, name, old.id, old.outputs, inputs, node.ignoreChanges),
    );
    this.steps.push(`update ${node.id}`);
    return { node, id: old.id, inputs, outputs };
  }

  private create(node: AnyResourceNode, inputs: Properties): Recorded {
    const { id, outputs } = this.withNodeInError(node, () => this.cloud.provider.create(node.kind, node.name, inputs));
    this.steps.push(`create ${node.id}`);
    return { node, id, inputs, outputs };
  }

  private replace(node: AnyResourceNode, old: Recorded, inputs: Properties, deletesFirst: boolean): Recorded {
    if (deletesFirst) {
      for (const dependent of this.dependentsOf(old).reverse()) this.delete(dependent);
      this.delete(old);
    } else this.replaced.push(old);
    // The engine checks a replacement without the former inputs, so that it gets a new generated name.
    const { [DEFAULTS_KEY]: filled, ...rest } = inputs;
    const given = Object.entries(rest).filter(([key]) => !(filled as string[] | undefined)?.includes(key));
    return this.create(node, this.cloud.provider.check(node.kind, node.name, Object.fromEntries(given), {}).inputs);
  }

  /** The former resources to delete with a resource, because they refer to it in an input that replaces them. */
  private dependentsOf({ node: { id } }: Recorded): Recorded[] {
    const direct = [...this.before.values()].filter(({ node }) =>
      KINDS[node.kind].replacedBy.some((key) => refersTo((node.inputs as Record<string, Value>)[key], id)),
    );
    return direct.flatMap((dependent) => [dependent, ...this.dependentsOf(dependent)]);
  }

  private delete(old: Recorded): void {
    const urn = urnOf(old.node);
    if (this.gone.has(urn)) return;
    this.gone.add(urn);
    if (old.node.retainOnDelete) return;
    this.withNodeInError(old.node, () => this.cloud.provider.delete(old.node.kind, old.node.name, old.id));
    this.steps.push(`delete ${old.node.id}`);
  }

  private withNodeInError<T>(node: AnyResourceNode, attempt: () => T): T {
    try {
      return attempt();
    } catch (problem) {
      throw new Error(`${node.id}: ${(problem as Error).message}`, { cause: problem });
    }
  }

  /** A value as the engine sends it: a reference becomes the output of a deployed resource. */
  private settle(value: Value): unknown {
    return mapValue<unknown>(value, {
      reference: ({ node, attribute }) => {
        const { id, outputs } = this.made.get(node) as Recorded;
        return attribute === 'id' ? id : outputs[attribute];
      },
      account: () => this.cloud.account,
      secret: (variable) => revealSecret(variable, {}),
      interpolation: (parts) => parts.join(''),
      json: (content) => JSON.stringify(content),
      bundle: (code) => ({ [SIGNATURE]: ARCHIVE, path: JSON.stringify(code) }),
    });
  }
}

function refersTo(value: Value | undefined, id: NodeId): boolean {
  let found = false;
  eachReference(value, ({ node }) => {
    found ||= node === id;
  });
  return found;
}

/** Inputs with the former values of ignored ones. Throws for a path within an input, which the engine handles by other rules. */
function withIgnored(wanted: Properties, former: Properties, ignored: readonly string[]): Properties {
  const result = { ...wanted };
  for (const path of ignored) {
    if (/[.[]/.test(path)) throw new Error(`a rehearsal does not support the ignored path ${path}`);
    if (former[path] === undefined) delete result[path];
    else result[path] = former[path];
  }
  return result;
}
