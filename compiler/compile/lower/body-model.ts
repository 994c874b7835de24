// The model that API Gateway validates bodies against: the body's JSON Schema, reduced to draft 4.

import type { Api } from '../../../schema/environment.generated';
import type { AnyResourceNode } from '../../graph/graph';
import { handle } from '../../graph/handle';
import { API, apiPartName } from '../../graph/handles';
import { type JsonObject, type JsonValue, jsonText, type Value } from '../../graph/value';
import { type LowerContext, resource } from './section';

/** The name of the model; letters and digits only (CreateModel, Amazon API Gateway API Reference). */
const MODEL_NAME = 'PaymentBody';

/** The models of a method, by content type. */
export const BODY_MODELS = { 'application/json': MODEL_NAME } as const;

/** The model. */
export const BODY_MODEL = handle('aws:apigateway/model:Model', apiPartName('payment-body'));

/**
 * The model, if a route validates bodies. It covers JSON only: a default model would also reject other content types,
 * with less detail than the function's 415 response.
 */
export function lowerBodyModel({ bodySchema, originOf }: LowerContext, api: Api): AnyResourceNode[] {
  if (bodySchema === undefined || !Object.values(api.routes).some(({ validateBody }) => validateBody)) return [];
  return [
    resource(BODY_MODEL, originOf(['api', 'routes']), {
      restApi: API.ref('id'),
      name: MODEL_NAME,
      contentType: 'application/json',
      schema: jsonText({ $schema: 'http://json-schema.org/draft-04/schema#', ...toDraft4(bodySchema) }),
    }),
  ];
}

/** The kind of value that a keyword has: a schema, schemas by name, a list of schemas, or a plain value. */
type Place = 'schema' | 'named' | 'list' | 'value';

/** The keywords that have the same meaning in draft 4 and that API Gateway supports. */
const KEYWORDS: Readonly<Record<string, Place>> = {
  type: 'value',
  title: 'value',
  enum: 'value',
  required: 'value',
  minimum: 'value',
  maximum: 'value',
  minLength: 'value',
  maxLength: 'value',
  pattern: 'value',
  minItems: 'value',
  maxItems: 'value',
  uniqueItems: 'value',
  minProperties: 'value',
  maxProperties: 'value',
  properties: 'named',
  items: 'schema',
  additionalProperties: 'schema',
  allOf: 'list',
  anyOf: 'list',
};

/**
 * Converts a schema to the part of draft 4 that API Gateway supports (Amazon API Gateway, "Data models for REST APIs").
 * The result accepts everything that the schema accepts; the function validates the rest. An exclusive limit becomes inclusive,
 * `const` becomes a one-value `enum`, `oneOf` becomes `anyOf`; unsupported keywords, such as `not` and `$ref`, are dropped.
 */
function toDraft4(schema: JsonObject): { readonly [keyword: string]: Value } {
  const { exclusiveMinimum, exclusiveMaximum, const: constant, oneOf, ...rest } = schema;
  const converted: Record<string, JsonValue | undefined> = {
    minimum: exclusiveMinimum,
    maximum: exclusiveMaximum,
    enum: constant === undefined ? undefined : [constant],
    anyOf: oneOf,
    ...rest,
  };
  return Object.fromEntries(
    Object.entries(converted).flatMap(([keyword, value]): [string, Value][] => {
      const place = Object.hasOwn(KEYWORDS, keyword) ? KEYWORDS[keyword] : undefined;
      return place === undefined || value === undefined || value === null ? [] : [[keyword, convert(place, value)]];
    }),
  );
}

function convert(place: Place, value: Exclude<JsonValue, null>): Value {
  const convertSchema = (item: JsonValue): Value =>
    typeof item === 'object' && item !== null && !Array.isArray(item) ? toDraft4(item as JsonObject) : (item as Value);
  if (place === 'schema') return convertSchema(value);
  if (place === 'list' && Array.isArray(value)) return value.map(convertSchema);
  if (place !== 'named' || typeof value !== 'object') return value as Value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, convertSchema(item as JsonValue)]));
}
