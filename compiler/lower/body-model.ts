// The model that API Gateway validates a body by: the body's JSON Schema, as far as API Gateway understands it.

import type { Api } from '../../schema/environment.generated';
import { type AnyResourceNode, nodeId } from '../graph/graph';
import { type JsonObject, type JsonValue, jsonText, type NodeId, reference, type Value } from '../graph/value';
import { API_NODE, apiPartName } from '../resolve/logical-names';
import { type LowerContext, resource } from './section';

/** A model's name, which takes letters and digits only (CreateModel, Amazon API Gateway API Reference). */
const MODEL_NAME = 'PaymentBody';

/** The models of a method: by the type of the body that each is for. */
export const BODY_MODELS = { 'application/json': MODEL_NAME } as const;

const LOGICAL_NAME = apiPartName('payment-body');

/** The node of the model. */
export const BODY_MODEL_NODE: NodeId = nodeId('aws:apigateway/model:Model', LOGICAL_NAME);

/** The model, where a route wants it. It is there for JSON alone: as the default it would refuse what the function answers with 415, and say less. */
export function lowerBodyModel({ bodySchema, originOf }: LowerContext, api: Api): AnyResourceNode[] {
  if (bodySchema === undefined || !Object.values(api.routes).some(({ validateBody }) => validateBody)) return [];
  return [
    resource('aws:apigateway/model:Model', LOGICAL_NAME, originOf(['api', 'routes']), {
      restApi: reference(API_NODE, 'id'),
      name: MODEL_NAME,
      contentType: 'application/json',
      schema: jsonText({ $schema: 'http://json-schema.org/draft-04/schema#', ...toDraft4(bodySchema) }),
    }),
  ];
}

/** Where a keyword has a schema, schemas by name, a list of schemas, or a plain value. */
type Place = 'schema' | 'named' | 'list' | 'value';

/** The keywords that draft 4 has with the same meaning, and that API Gateway takes. */
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
 * A schema in what API Gateway understands of draft 4 (Amazon API Gateway, "Data models for REST APIs"). It refuses nothing
 * that the schema allows, and the function refuses the rest: an exclusive limit becomes an inclusive one, `const` an `enum`
 * of one, `oneOf` an `anyOf`, and what else draft 4 lacks, such as `not` and references, is left out.
 */
export function toDraft4(schema: JsonObject): { readonly [keyword: string]: Value } {
  const { exclusiveMinimum, exclusiveMaximum, const: constant, oneOf, ...rest } = schema;
  const alike: Record<string, JsonValue | undefined> = {
    minimum: exclusiveMinimum,
    maximum: exclusiveMaximum,
    enum: constant === undefined ? undefined : [constant],
    anyOf: oneOf,
    ...rest,
  };
  return Object.fromEntries(
    Object.entries(alike).flatMap(([keyword, value]): [string, Value][] => {
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
