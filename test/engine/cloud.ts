// A stand-in for AWS and its Pulumi provider: keeps resources, refuses what AWS refuses, and fails on demand.

import * as grpc from '@grpc/grpc-js';
import { PluginInfo } from '@pulumi/pulumi/proto/plugin_pb';
import { ResourceProviderService } from '@pulumi/pulumi/proto/provider_grpc_pb';
import * as messages from '@pulumi/pulumi/proto/provider_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { Struct } from 'google-protobuf/google/protobuf/struct_pb';
import { REPLACED_BY } from '../../compiler/graph/replacement';
import { type Facts, NAMED, readFacts } from './facts';

/** Properties as the engine sends them. */
export type Properties = { [key: string]: unknown };

/** A resource that is there. */
export interface CloudResource {
  readonly type: string;
  readonly name: string;
  inputs: Properties;
}

/** One change that the cloud was asked for and made. */
export interface Operation {
  readonly action: 'create' | 'update' | 'delete' | 'replace';
  /** The Pulumi type and logical name. */
  readonly resource: string;
}

/** What goes wrong before a change is made: it is refused, never answered, or the provider dies of it. */
export type Fault = 'refuse' | 'hang' | 'crash';

const DEFAULT_ACCOUNT = '123456789012';

/** The stand-in. Its state outlives any number of commands, as AWS's does. */
export class Cloud {
  /** What is there, by physical id. */
  resources = new Map<string, CloudResource>();
  /** What was done since it was last emptied. */
  operations: Operation[] = [];
  /** Decides over each change before it is made. */
  fault: (resource: string) => Fault | undefined = () => undefined;
  /** How long a change to a resource takes, in milliseconds. */
  latency: (resource: string) => number = () => 0;
  /** Is told when a change hangs. */
  onHang: () => void = () => {};
  /** The account of the credentials. */
  account = DEFAULT_ACCOUNT;

  private readonly facts: ReadonlyMap<string, Facts> = readFacts();
  private server = new grpc.Server();
  private count = 0;
  private dying = false;

  /** Serves the provider's protocol on 127.0.0.1, at any free port; gives the port. */
  async start(): Promise<number> {
    this.dying = false;
    this.server = new grpc.Server();
    this.server.addService(ResourceProviderService, this.service() as unknown as grpc.UntypedServiceImplementation);
    return new Promise((resolve, reject) => {
      this.server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (problem, port) =>
        problem === null ? resolve(port) : reject(problem),
      );
    });
  }

  /** Ends as a process that dies, but for the answers to what was done already: an unheard one would be another fault. */
  private die(): void {
    this.dying = true;
    setTimeout(() => this.stop(), 200);
  }

  /** Ends all calls, answered or not. */
  stop(): void {
    this.server.forceShutdown();
  }

  /** The resource of a logical name. */
  find(name: string): CloudResource {
    const found = [...this.resources.values()].find((resource) => resource.name === name);
    if (found === undefined) throw new Error(`the cloud has no ${name}`);
    return found;
  }

  private service() {
    const empty = reply(() => new Empty());
    return {
      handshake: reply(() => new messages.ProviderHandshakeResponse()),
      getPluginInfo: reply(() => new PluginInfo().setVersion('7.48.0')),
      attach: empty,
      cancel: empty,
      checkConfig: reply((request: messages.CheckRequest) => new messages.CheckResponse().setInputs(request.getNews())),
      diffConfig: reply((request: messages.DiffRequest) => this.diffConfig(request)),
      configure: reply((request: messages.ConfigureRequest) => this.configure(propertiesOf(request.getArgs()))),
      invoke: reply((request: messages.InvokeRequest) => this.invoke(request.getTok())),
      check: reply((request: messages.CheckRequest) => this.check(request)),
      diff: reply((request: messages.DiffRequest) => this.diff(request)),
      create: this.change((request: messages.CreateRequest) => this.create(request)),
      update: this.change((request: messages.UpdateRequest) => this.update(request)),
      delete: this.change((request: messages.DeleteRequest) => this.delete(request)),
      read: reply((request: messages.ReadRequest) => this.read(request)),
    };
  }

  private configure(args: Properties) {
    const allowed = JSON.parse(String(args.allowedAccountIds ?? '[]')) as string[];
    if (allowed.length > 0 && !allowed.includes(this.account))
      throw new Error(`AWS account ID not allowed: ${this.account}`);
    return new messages.ConfigureResponse().setSupportspreview(true).setAcceptsecrets(false);
  }

  /** Answers what a deployment asks beside its resources: whose credentials it has. */
  private invoke(token: string) {
    if (token !== 'aws:index/getCallerIdentity:getCallerIdentity') throw new Error(`unexpected call of ${token}`);
    return new messages.InvokeResponse().setReturn(Struct.fromJavaScript({ accountId: this.account }));
  }

  private diffConfig(request: messages.DiffRequest) {
    const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
    const same = isEqual(propertiesOf(request.getOldInputs()), propertiesOf(request.getNews()));
    return new messages.DiffResponse().setChanges(same ? DIFF_NONE : DIFF_SOME);
  }

  private check(request: messages.CheckRequest) {
    const { type } = partsOf(request.getUrn());
    const inputs = propertiesOf(request.getNews());
    const facts = this.facts.get(type);
    const failures = facts === undefined ? [`there is no resource of type ${type}`] : facts.check(inputs);
    return new messages.CheckResponse()
      .setInputs(Struct.fromJavaScript(inputs as never))
      .setFailuresList(failures.map((reason) => new messages.CheckFailure().setReason(reason)));
  }

  /** Compares what is wanted with what the state says is there, as the Terraform bridge does. */
  private diff(request: messages.DiffRequest) {
    const [olds, oldInputs, news] = [request.getOlds(), request.getOldInputs(), request.getNews()].map(
      propertiesOf,
    ) as [Properties, Properties, Properties];
    const ignored = new Set(request.getIgnorechangesList());
    const { type } = partsOf(request.getUrn());
    const keys = [...new Set([...Object.keys(oldInputs), ...Object.keys(news)])];
    const changed = keys.filter(
      (key) => !ignored.has(key) && !isEqual(key in olds ? olds[key] : oldInputs[key], news[key]),
    );
    const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
    return new messages.DiffResponse()
      .setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE)
      .setDiffsList(changed)
      .setReplacesList(changed.filter((key) => REPLACED_BY[type as keyof typeof REPLACED_BY].includes(key)));
  }

  private create(request: messages.CreateRequest) {
    const { type, name, resource } = partsOf(request.getUrn());
    const inputs = propertiesOf(request.getProperties());
    if (request.getPreview())
      return new messages.CreateResponse().setProperties(Struct.fromJavaScript(inputs as never));
    const twin = [...this.resources].find(([, other]) => other.type === type && other.inputs.name === inputs.name);
    if (NAMED.has(type) && twin !== undefined) throw new Error(`ResourceAlreadyExists: ${type} ${String(inputs.name)}`);
    this.count += 1;
    const id = NAMED.has(type) ? String(inputs.name) : `${name}-${this.count}`;
    this.resources.set(id, { type, name, inputs });
    this.operations.push({ action: 'create', resource });
    return new messages.CreateResponse().setId(id).setProperties(this.outputs(id));
  }

  private update(request: messages.UpdateRequest) {
    const inputs = propertiesOf(request.getNews());
    if (request.getPreview()) {
      const planned = { ...propertiesOf(request.getOlds()), ...inputs };
      return new messages.UpdateResponse().setProperties(Struct.fromJavaScript(planned as never));
    }
    const found = this.resources.get(request.getId());
    if (found === undefined) throw new Error(`ResourceNotFound: ${request.getId()}`);
    found.inputs = inputs;
    this.operations.push({ action: 'update', resource: partsOf(request.getUrn()).resource });
    return new messages.UpdateResponse().setProperties(this.outputs(request.getId()));
  }

  private delete(request: messages.DeleteRequest) {
    this.resources.delete(request.getId());
    this.operations.push({ action: 'delete', resource: partsOf(request.getUrn()).resource });
    return new Empty();
  }

  private read(request: messages.ReadRequest) {
    const found = this.resources.get(request.getId());
    if (found === undefined) return new messages.ReadResponse();
    return new messages.ReadResponse()
      .setId(request.getId())
      .setInputs(Struct.fromJavaScript(found.inputs as never))
      .setProperties(this.outputs(request.getId()));
  }

  /** The inputs, and `<name.attribute>` for each computed output. */
  private outputs(id: string): Struct {
    const { type, name, inputs } = this.resources.get(id) as CloudResource;
    const computed = (this.facts.get(type)?.computed ?? []).map((attribute) => [attribute, `<${name}.${attribute}>`]);
    return Struct.fromJavaScript({ ...Object.fromEntries(computed), ...inputs } as never);
  }

  /** A call that changes something: it may take its time, or fail first. */
  private change<Request extends { getUrn(): string; getPreview?(): boolean }>(make: (request: Request) => object) {
    const answerNow = reply(make);
    return (call: { request: Request }, answer: (problem: Error | null, value?: object) => void): void => {
      if (this.dying) return;
      const { resource } = partsOf(call.request.getUrn());
      const isPreview = call.request.getPreview?.() ?? false;
      const fault = isPreview ? undefined : this.fault(resource);
      if (fault === 'crash') this.die();
      else if (fault === 'hang') this.onHang();
      else if (fault === 'refuse') answer(new Error('ServiceUnavailable: injected'));
      else if (isPreview) answerNow(call, answer);
      else setTimeout(() => answerNow(call, answer), this.latency(resource));
    };
  }
}

function reply<Request>(make: (request: Request) => object) {
  return (call: { request: Request }, answer: (problem: Error | null, value?: object) => void): void => {
    try {
      answer(null, make(call.request));
    } catch (problem) {
      answer(problem as Error);
    }
  };
}

function propertiesOf(struct: Struct | undefined): Properties {
  return (struct?.toJavaScript() ?? {}) as Properties;
}

/** The type and logical name in a URN. */
function partsOf(urn: string): { type: string; name: string; resource: string } {
  const [, , types = '', name = ''] = urn.split('::');
  const type = types.slice(types.lastIndexOf('$') + 1);
  return { type, name, resource: `${type}::${name}` };
}

/** Whether two values are the same; JSON text is compared as what it says, as the Terraform provider does with policies. */
function isEqual(a: unknown, b: unknown): boolean {
  return stableJson(a) === stableJson(b);
}

function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    const meant = typeof item === 'string' && item.startsWith('{"') ? JSON.parse(item) : item;
    return typeof meant === 'object' && meant !== null && !Array.isArray(meant)
      ? Object.fromEntries(Object.entries(meant).sort())
      : meant;
  });
}
