// Serves the provider's gRPC protocol to the engine.

import type * as grpc from '@grpc/grpc-js';
import { PluginInfo } from '@pulumi/pulumi/proto/plugin_pb';
import * as messages from '@pulumi/pulumi/proto/provider_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { Struct } from 'google-protobuf/google/protobuf/struct_pb';
import type { Properties } from './properties';

/** The type and logical name in a URN. */
export interface Named {
  readonly type: string;
  readonly name: string;
}

/** A resource that exists: its id and its outputs. */
export interface Existing {
  readonly id: string;
  readonly outputs: Properties;
}

/** The handlers of engine requests. The engine reports an exception as the failure of the resource. */
export interface RequestHandlers {
  configure(args: Properties): void;
  invoke(token: string, args: Properties): Properties;
  check(resource: Named, wanted: Properties, former: Properties): { inputs: Properties; failures: readonly string[] };
  diff(
    resource: Named,
    state: Properties,
    wanted: Properties,
    ignored: readonly string[],
  ): { changed: readonly string[]; replaces: readonly string[]; deletesFirst: boolean };
  create(resource: Named, inputs: Properties): Promise<Existing>;
  update(
    resource: Named,
    id: string,
    state: Properties,
    wanted: Properties,
    ignored: readonly string[],
  ): Promise<Existing>;
  delete(resource: Named, id: string): Promise<void>;
  read(resource: Named, id: string, former: Properties): (Existing & { inputs: Properties }) | undefined;
}

/** The service of a provider. */
export function serviceOf(handlers: RequestHandlers): grpc.UntypedServiceImplementation {
  const empty = reply(async () => new Empty());
  const { DIFF_NONE, DIFF_SOME } = messages.DiffResponse.DiffChanges;
  const service = {
    handshake: reply(async () => new messages.ProviderHandshakeResponse()),
    getPluginInfo: reply(async () => new PluginInfo().setVersion('7.48.0')),
    attach: empty,
    cancel: empty,
    checkConfig: reply(async (request: messages.CheckRequest) =>
      new messages.CheckResponse().setInputs(request.getNews()),
    ),
    diffConfig: reply(async (request: messages.DiffRequest) => {
      const [before, after] = [request.getOldInputs(), request.getNews()].map(propertiesOf);
      const isSame = JSON.stringify(before) === JSON.stringify(after);
      return new messages.DiffResponse().setChanges(isSame ? DIFF_NONE : DIFF_SOME);
    }),
    configure: reply(async (request: messages.ConfigureRequest) => {
      handlers.configure(propertiesOf(request.getArgs()));
      return new messages.ConfigureResponse().setSupportspreview(true).setAcceptsecrets(false);
    }),
    invoke: reply(async (request: messages.InvokeRequest) =>
      new messages.InvokeResponse().setReturn(
        structOf(handlers.invoke(request.getTok(), propertiesOf(request.getArgs()))),
      ),
    ),
    check: reply(async (request: messages.CheckRequest) => {
      const [wanted, former] = [propertiesOf(request.getNews()), propertiesOf(request.getOlds())];
      const { inputs, failures } = handlers.check(namedIn(request.getUrn()), wanted, former);
      return new messages.CheckResponse()
        .setInputs(structOf(inputs))
        .setFailuresList(failures.map((reason) => new messages.CheckFailure().setReason(reason)));
    }),
    diff: reply(async (request: messages.DiffRequest) => {
      const [state, wanted] = [propertiesOf(request.getOlds()), propertiesOf(request.getNews())];
      const ignored = request.getIgnorechangesList();
      const { changed, replaces, deletesFirst } = handlers.diff(namedIn(request.getUrn()), state, wanted, ignored);
      return new messages.DiffResponse()
        .setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE)
        .setDiffsList([...changed])
        .setReplacesList([...replaces])
        .setDeletebeforereplace(deletesFirst);
    }),
    create: reply(async (request: messages.CreateRequest) => {
      const inputs = propertiesOf(request.getProperties());
      if (request.getPreview()) return new messages.CreateResponse().setProperties(structOf(inputs));
      const { id, outputs } = await handlers.create(namedIn(request.getUrn()), inputs);
      return new messages.CreateResponse().setId(id).setProperties(structOf(outputs));
    }),
    update: reply(async (request: messages.UpdateRequest) => {
      const [state, wanted] = [propertiesOf(request.getOlds()), propertiesOf(request.getNews())];
      if (request.getPreview()) return new messages.UpdateResponse().setProperties(structOf({ ...state, ...wanted }));
      const resource = namedIn(request.getUrn());
      const ignored = request.getIgnorechangesList();
      const { outputs } = await handlers.update(resource, request.getId(), state, wanted, ignored);
      return new messages.UpdateResponse().setProperties(structOf(outputs));
    }),
    delete: reply(async (request: messages.DeleteRequest) => {
      await handlers.delete(namedIn(request.getUrn()), request.getId());
      return new Empty();
    }),
    read: reply(async (request: messages.ReadRequest) => {
      const read = handlers.read(namedIn(request.getUrn()), request.getId(), propertiesOf(request.getInputs()));
      if (read === undefined) return new messages.ReadResponse();
      return new messages.ReadResponse()
        .setId(read.id)
        .setInputs(structOf(read.inputs))
        .setProperties(structOf(read.outputs));
    }),
  };
  return service as unknown as grpc.UntypedServiceImplementation;
}

function reply<Request>(make: (request: Request) => Promise<object>) {
  return (call: { request: Request }, answer: (problem: Error | null, value?: object) => void): void => {
    make(call.request).then(
      (value) => answer(null, value),
      (problem: Error) => answer(problem),
    );
  };
}

function propertiesOf(struct: Struct | undefined): Properties {
  return (struct?.toJavaScript() ?? {}) as Properties;
}

function structOf(properties: Properties): Struct {
  return Struct.fromJavaScript(properties as never);
}

function namedIn(urn: string): Named {
  const [, , types = '', name = ''] = urn.split('::');
  return { type: types.slice(types.lastIndexOf('$') + 1), name };
}
