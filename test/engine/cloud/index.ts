// A stand-in for AWS and its Pulumi provider: one cloud by physical identity, with the refusals of AWS and injected faults.

import * as grpc from '@grpc/grpc-js';
import { ResourceProviderService } from '@pulumi/pulumi/proto/provider_grpc_pb';
import type { Kind } from '../../../compiler/graph/kind';
import { refreshedInputs } from './bridge-inputs';
import { plainPath } from './compare';
import { answerInvoke } from './invoke';
import type { Properties } from './properties';
import { isKind, Provider } from './provider';
import { type Capacity, scale } from './scaling';
import { type Existing, type Named, type RequestHandlers, serviceOf } from './serve';
import { type Snapshot, snapshotOf } from './snapshot';
import { type Thing, World } from './world';

export type { Snapshot } from './snapshot';
export type { Thing } from './world';

/** A completed change. */
export interface Operation {
  readonly action: 'create' | 'update' | 'delete';
  /** The Pulumi type and logical name. */
  readonly resource: string;
  readonly kind: Kind;
  /** The physical identity. */
  readonly identity: string;
}

/** A request that an access policy allows or denies. */
export interface Request {
  readonly action: 'create' | 'update' | 'delete' | 'read';
  readonly kind: Kind;
  /** The inputs of the program; for a deletion or a read, the current ones. */
  readonly inputs: Properties;
  /** The state before; empty on a creation. */
  readonly olds: Properties;
  /** The physical identity; empty on a creation. */
  readonly identity: string;
}

/** A fault before a change: the provider rejects it, does not respond, or crashes. */
export type Fault = 'refuse' | 'hang' | 'crash';

const DEFAULT_ACCOUNT = '123456789012';
const DEFAULT_REGION = 'us-east-1';

/** The stand-in. Its world outlives any number of commands, as AWS does. */
export class Cloud {
  readonly world = new World();
  /** The changes since the list was last cleared. */
  operations: Operation[] = [];
  /** Chooses a fault for each change. */
  fault: (resource: string) => Fault | undefined = () => undefined;
  /** Returns the text of an AccessDenied for requests that the credentials do not allow. */
  authorize: ((request: Request) => string | undefined) | undefined;
  /** Duration of a change of a resource, in milliseconds. */
  latency: (resource: string) => number = () => 0;
  /** Called when a change hangs. */
  onHang: () => void = () => {};
  /** The account of the credentials. */
  account = DEFAULT_ACCOUNT;
  /** The Region that the provider was last configured for. */
  region = DEFAULT_REGION;
  /** The clock, in milliseconds since the epoch. */
  now: () => number = Date.now;

  /** AWS and its provider, without the engine. */
  readonly provider = new Provider(this.world, () => ({
    account: this.account,
    region: this.region,
    now: this.now(),
  }));
  private server = new grpc.Server();
  private dying = false;

  /** Serves the provider's protocol on a free port of 127.0.0.1. Returns the port. */
  async start(): Promise<number> {
    this.dying = false;
    this.server = new grpc.Server();
    this.server.addService(ResourceProviderService, serviceOf(this.handlers()));
    return new Promise((resolve, reject) => {
      this.server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (problem, port) =>
        problem === null ? resolve(port) : reject(problem),
      );
    });
  }

  /** Ends all calls, with or without a response. */
  stop(): void {
    this.server.forceShutdown();
  }

  /** Stops as a crashed process does, after it has sent the responses to completed changes. A lost response would be another fault. */
  private die(): void {
    this.dying = true;
    setTimeout(() => this.stop(), 200);
  }

  /** All resources, by physical identity. */
  get resources(): ReadonlyMap<string, Thing> {
    return this.world.things;
  }

  /** Data and settings that were lost or broken by accepted changes. */
  get damage(): readonly string[] {
    return this.world.damage;
  }

  /** The resource with a logical name. */
  find(name: string): Thing {
    const found = [...this.resources.values()].find((thing) => thing.name === name);
    if (found === undefined) throw new Error(`there is no ${name} in the cloud`);
    return found;
  }

  /** The world as data, to compare two deployments. */
  snapshot(): Snapshot {
    return snapshotOf(this.world);
  }

  /** Scales a table or its index as Application Auto Scaling does, within the limits of its targets. */
  scale(table: string, index: string | undefined, to: Capacity): void {
    scale(this.world, this.region, table, index, to);
  }

  private handlers(): RequestHandlers {
    const { provider } = this;
    return {
      configure: (args) => this.configure(args),
      invoke: (token, args) => answerInvoke(token, args, this.world, provider.place()),
      check: ({ type, name }, wanted, former) => provider.check(type, name, wanted, former),
      diff: ({ type }, state, wanted, ignored) => {
        const { paths, replaces, deletesFirst } = provider.diff(kindOf(type), state, wanted, ignored);
        return { changed: [...new Set(paths.map(plainPath))], replaces, deletesFirst };
      },
      create: (resource, inputs) =>
        this.change(resource, 'create', { inputs, olds: {}, id: '' }, (kind) =>
          provider.create(kind, resource.name, inputs),
        ),
      update: (resource, id, olds, inputs, ignored) =>
        this.change(resource, 'update', { inputs, olds, id }, (kind) =>
          provider.update(kind, resource.name, id, olds, inputs, ignored),
        ),
      delete: async (resource, id) => {
        const olds = provider.world.byId(resource.type, id, this.region)?.inputs ?? {};
        await this.change(resource, 'delete', { inputs: olds, olds, id }, (kind) => {
          const thing = provider.delete(kind, resource.name, id);
          return thing === undefined ? undefined : { id, outputs: {}, thing };
        });
      },
      read: ({ type }, id, former) => this.read(kindOf(type), id, former),
    };
  }

  private read(kind: Kind, id: string, former: Properties) {
    const read = this.provider.read(kind, id);
    if (read === undefined) return undefined;
    const { inputs, identity } = read.thing;
    this.allow({ action: 'read', kind, inputs, olds: inputs, identity });
    return { id, outputs: read.outputs, inputs: refreshedInputs(kind, former, read.outputs) };
  }

  private configure(args: Properties): void {
    const allowed = JSON.parse(String(args.allowedAccountIds ?? '[]')) as string[];
    if (allowed.length > 0 && !allowed.includes(this.account))
      throw new Error(`AWS account ID not allowed: ${this.account}`);
    this.region = String(args.region ?? DEFAULT_REGION);
    const { tags = {} } = JSON.parse(String(args.defaultTags ?? '{}')) as { tags?: Properties };
    this.provider.defaultTags = tags;
  }

  private allow(request: Request): void {
    const refusal = this.authorize?.(request);
    if (refusal !== undefined) throw new Error(`AccessDeniedException: ${refusal}`);
  }

  /** Makes a change, after a delay or a fault. Throws refusals of AWS. */
  private async change(
    { type, name }: Named,
    action: Operation['action'],
    { inputs, olds, id }: { inputs: Properties; olds: Properties; id: string },
    make: (kind: Kind) => (Existing & { thing: Thing }) | undefined,
  ): Promise<Existing> {
    const resource = `${type}::${name}`;
    await this.injectFault(resource);
    const kind = kindOf(type);
    const identity = this.world.byId(type, id, this.region)?.identity ?? '';
    this.allow({ action, kind, inputs, olds, identity });
    const done = make(kind);
    this.operations.push({ action, resource, kind, identity: done?.thing.identity ?? identity });
    return done ?? { id, outputs: {} };
  }

  private async injectFault(resource: string): Promise<void> {
    const never = new Promise<void>(() => {});
    if (this.dying) return never;
    const fault = this.fault(resource);
    if (fault === 'refuse') throw new Error('ServiceUnavailable: injected');
    if (fault === 'crash') this.die();
    if (fault === 'hang') this.onHang();
    if (fault !== undefined) return never;
    const latency = this.latency(resource);
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
  }
}

function kindOf(type: string): Kind {
  if (!isKind(type)) throw new Error(`unknown resource type ${type}`);
  return type;
}
