// Finds routes, parameters, fields and statuses that are removed or stricter, by comparing both OpenAPI documents.

import type { Environment } from '../../../schema/environment.generated';
import { renderOpenApi } from '../../backends/openapi/document';
import { fillPath } from '../../graph/route-path';
import type { JsonObject, JsonValue } from '../../graph/value';
import type { PathStep } from '../../source/spec-node';
import { type FindChanges, type Finding, findingAt, type SpecChange } from './change';
import { type Resolve, schemaBreaks } from './schema-break';

/** Changes that may make existing clients fail. */
export const findContractBreaks: FindChanges = (change) => {
  const [old, now] = [change.before, change.after].map(({ graph }) => documentOf(renderOpenApi(graph))) as [
    Document,
    Document,
  ];
  return [
    ...[...old.operations].flatMap(([key, operation]) => {
      const present = now.operations.get(key);
      const at = (reason: string) =>
        findingAt(change, 'contract break', placeOf(change, operation, reason), `${operation.title}: ${reason}`);
      if (present === undefined) return [at('the route is removed')];
      return operationBreaks(old, now, operation.content, present.content).map(at);
    }),
    ...handlerRuleBreaks(change),
  ];
};

interface Operation {
  /** The method and path, such as `GET /payments/{id}`. */
  readonly title: string;
  readonly verb: string;
  readonly path: string;
  readonly content: JsonObject;
}

interface Document {
  /** By method and path, regardless of the names of path parameters. */
  readonly operations: ReadonlyMap<string, Operation>;
  readonly resolve: Resolve;
}

function documentOf(document: JsonObject): Document {
  const paths = document.paths as { readonly [path: string]: { readonly [verb: string]: JsonObject } };
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([verb, content]) => {
      const title = `${verb.toUpperCase()} ${path}`;
      return [
        fillPath(title, (_name, isGreedy) => (isGreedy ? '{+}' : '{}')),
        { title, verb: verb.toUpperCase(), path, content },
      ] as const;
    }),
  );
  const resolve: Resolve = (schema) => {
    const reference = (schema as JsonObject | undefined)?.$ref;
    if (typeof reference !== 'string') return (schema as JsonObject | undefined) ?? {};
    const steps = reference.split('/').slice(1);
    return resolve(steps.reduce<JsonValue | undefined>((at, step) => (at as JsonObject | undefined)?.[step], document));
  };
  return { operations: new Map(operations), resolve };
}

function operationBreaks(old: Document, now: Document, before: JsonObject, after: JsonObject): string[] {
  const pair = { resolveBefore: old.resolve, resolveAfter: now.resolve };
  const requestOf = (document: Document, operation: JsonObject) => document.resolve(operation.requestBody);
  const [body, nextBody] = [requestOf(old, before), requestOf(now, after)];
  return [
    ...parameterBreaks(old, now, before, after),
    ...(body.required !== true && nextBody.required === true ? ['a body becomes required'] : []),
    ...(body.content === undefined || nextBody.content === undefined
      ? []
      : schemaBreaks({ before: schemaOf(body), after: schemaOf(nextBody), ...pair }, 'request')),
    ...newSchemes(before, after).map((scheme) => `callers must also provide ${scheme}`),
    ...responseBreaks(old, now, before, after),
  ];
}

function parameterBreaks(old: Document, now: Document, before: JsonObject, after: JsonObject): string[] {
  const [olds, news] = [parametersOf(old, before), parametersOf(now, after)];
  const pair = { resolveBefore: old.resolve, resolveAfter: now.resolve };
  const lost = [...olds].flatMap(([key, parameter]) => {
    const present = news.get(key);
    if (present === undefined) return [`parameter ${key} is removed`];
    const becomesRequired = parameter.required !== true && present.required === true;
    const breaks = schemaBreaks({ before: parameter.schema, after: present.schema, ...pair }, 'request');
    return [
      ...(becomesRequired ? [`parameter ${key} becomes required`] : []),
      ...breaks.map((text) => text.replace(/^the body/, `parameter ${key}`)),
    ];
  });
  const added = [...news].filter(([key, { required }]) => required === true && !olds.has(key));
  return [...lost, ...added.map(([key]) => `parameter ${key} becomes required`)];
}

/** The parameters of an operation by location and name, without path parameters. */
function parametersOf({ resolve }: Document, { parameters = [] }: JsonObject): ReadonlyMap<string, JsonObject> {
  const resolved = (parameters as readonly JsonValue[]).map(resolve).filter((parameter) => parameter.in !== 'path');
  return new Map(resolved.map((parameter) => [`"${parameter.name}" (${parameter.in})`, parameter]));
}

function responseBreaks(old: Document, now: Document, before: JsonObject, after: JsonObject): string[] {
  const [olds, news] = [before, after].map(({ responses = {} }) => responses as JsonObject) as [JsonObject, JsonObject];
  const pair = { resolveBefore: old.resolve, resolveAfter: now.resolve };
  return Object.entries(olds).flatMap(([status, response]) => {
    if (news[status] === undefined) return [`status ${status} is removed`];
    const [from, to] = [old.resolve(response), now.resolve(news[status])];
    const headers = Object.keys((from.headers as JsonObject | undefined) ?? {}).filter(
      (name) => (to.headers as JsonObject | undefined)?.[name] === undefined,
    );
    return [
      ...headers.map((name) => `header ${name} of status ${status} is removed`),
      ...schemaBreaks({ before: schemaOf(from), after: schemaOf(to), ...pair }, 'response').map(
        (text) => `status ${status}: ${text}`,
      ),
    ];
  });
}

function schemaOf({ content = {} }: JsonObject): JsonValue | undefined {
  return (Object.values(content as JsonObject)[0] as JsonObject | undefined)?.schema;
}

/** The security schemes that callers did not need before. */
function newSchemes({ security: old = [] }: JsonObject, { security = [] }: JsonObject): string[] {
  const schemes = (list: JsonValue) => (list as readonly JsonObject[]).flatMap((each) => Object.keys(each));
  return schemes(security).filter((scheme) => !schemes(old).includes(scheme));
}

/** The field that causes a break: the only changed field of `payment`, or the route. */
function placeOf({ before, values }: SpecChange, { verb, path }: Operation, reason: string): readonly PathStep[] {
  const [field, ...others] = values.filter((value) => value.path[0] === 'payment');
  if (field !== undefined && others.length === 0 && /^(the body|field )/.test(reason)) return field.path;
  const routes = Object.entries(before.environment.api?.routes ?? {});
  const route = routes.find(([, each]) => each.method === verb && each.path === path)?.[0];
  if (route !== undefined) return ['api', 'routes', route];
  return ['api', before.environment.api?.cors === undefined ? 'routes' : 'cors'];
}

/** Rules of the handler that an OpenAPI document does not express. */
function handlerRuleBreaks(change: SpecChange): Finding[] {
  const [old, now] = [change.before.environment, change.after.environment];
  const at = (path: readonly PathStep[], reason: string) => findingAt(change, 'contract break', path, reason);
  return [
    ...(old.payment.idempotency !== 'REQUIRED' && now.payment.idempotency === 'REQUIRED'
      ? [at(['payment', 'idempotency'], 'payments without an Idempotency-Key or an id are rejected')]
      : []),
    ...(old.payment.unknownMembers === 'KEEP' && now.payment.unknownMembers === 'IGNORE'
      ? [at(['payment', 'unknownMembers'], 'unknown members are no longer kept')]
      : []),
    ...amountLimitsOf(old, now).map(([path, reason]) => at(path, reason)),
    ...originsOf(old)
      .filter((origin) => !originsOf(now).includes(origin) && !originsOf(now).includes('*'))
      .map((origin) => at(['api', 'cors', 'origins'], `pages of ${origin} can no longer call the API`)),
  ];
}

function originsOf({ api }: Environment): readonly string[] {
  return api?.cors?.origins ?? [];
}

function amountLimitsOf({ payment: old }: Environment, { payment: now }: Environment): [PathStep[], string][] {
  return now.currencies
    .filter((currency) => old.currencies.includes(currency))
    .flatMap((currency): [PathStep[], string][] => {
      const [from, to] = [old.limits[currency], now.limits[currency]];
      const path = ['payment', 'limits', currency];
      const isHigher = Number(to?.minimum ?? 0) > Number(from?.minimum ?? 0);
      const isLower =
        Number(to?.maximum ?? Number.POSITIVE_INFINITY) < Number(from?.maximum ?? Number.POSITIVE_INFINITY);
      return [
        ...(isHigher
          ? [[[...path, 'minimum'], `${currency} below ${to?.minimum} is rejected`] as [PathStep[], string]]
          : []),
        ...(isLower
          ? [[[...path, 'maximum'], `${currency} above ${to?.maximum} is rejected`] as [PathStep[], string]]
          : []),
      ];
    });
}
