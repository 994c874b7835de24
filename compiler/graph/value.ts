// The values of a resource's inputs: plain data, with references and interpolations for values that are known only after deployment.

/** The identity of a node: its Pulumi type and logical name, as at the end of a URN. */
export type NodeId = `${string}::${string}`;

/** An attribute of another resource, known once that resource is deployed. */
export interface Reference {
  readonly $: 'reference';
  readonly node: NodeId;
  readonly attribute: string;
}

/** The id of the target account, which the deployment requests from AWS. */
export interface AccountId {
  readonly $: 'account';
}

/**
 * The value of a secret process variable. It is read where the graph is deployed or run, so no output of the compiler contains it.
 */
export interface SecretVariable {
  readonly $: 'secret';
  /** The name of the process variable. */
  readonly variable: string;
  /** The default in the spec, for a variable that is not set. */
  readonly default: string;
}

/** Text that contains values known only after deployment. */
export interface Interpolation {
  readonly $: 'interpolation';
  readonly parts: readonly TextPart[];
}

/** A part of an interpolation. */
export type TextPart = string | Reference | AccountId | SecretVariable;

/** Data that AWS expects as JSON text, such as a policy. */
export interface JsonText {
  readonly $: 'json';
  readonly value: Value;
}

/** The code of a function: a bundle built from an entry file during deployment. */
export interface CodeBundle {
  readonly $: 'bundle';
  /** The entry file, relative to the project. */
  readonly entry: string;
  /** The Lambda runtime that the bundle targets. */
  readonly runtime: string;
  /** Whether the bundle includes the X-Ray SDK. */
  readonly tracing: boolean;
  /** The JSON Schema that the handler validates bodies against; if absent, the handler uses its own. */
  readonly bodySchema?: object;
}

/** A JSON object. */
export type JsonObject = { readonly [key: string]: JsonValue };

/** A JSON value. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A value that is not plain data. */
export type Expression = Reference | AccountId | SecretVariable | Interpolation | JsonText | CodeBundle;

/** The value of an input. */
export type Value = string | number | boolean | Expression | readonly Value[] | { readonly [key: string]: Value };

/** The variables of a process, by name. */
export type ProcessVariables = Readonly<Record<string, string | undefined>>;

/** Text, or an expression that resolves to text during deployment. */
export type Text = TextPart | Interpolation;

/** The target account of a deployment. */
export const ACCOUNT_ID: AccountId = { $: 'account' };

/** Whether a value is an expression, rather than plain data. */
export function isExpression(value: unknown): value is Expression {
  return typeof value === 'object' && value !== null && typeof (value as { $?: unknown }).$ === 'string';
}

/** Joins texts and references; merges adjacent texts, and returns plain text if there are no references. */
export function interpolate(...parts: readonly Text[]): Text {
  const flat = parts.flatMap((part) => (typeof part === 'object' && part.$ === 'interpolation' ? part.parts : [part]));
  const joined: TextPart[] = [];
  for (const part of flat) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else if (part !== '') joined.push(part);
  }
  const [first] = joined;
  if (first === undefined) return '';
  if (joined.length === 1) return first;
  return { $: 'interpolation', parts: joined };
}

/** Data that AWS expects as JSON text. */
export function jsonText(value: Value): JsonText {
  return { $: 'json', value };
}

/** The value of a secret variable in a process. The result must not be printed. */
export function revealSecret(secret: SecretVariable, variables: ProcessVariables): string {
  return variables[secret.variable] || secret.default;
}

/** Whether a secret variable is in a text. */
export function hasSecret(text: Text): boolean {
  if (typeof text !== 'object') return false;
  return text.$ === 'interpolation' ? text.parts.some(hasSecret) : text.$ === 'secret';
}

/** Calls a function for each reference within a value, with the name of the innermost property that contains it. */
export function eachReference(value: Value | undefined, visit: (reference: Reference, property: string) => void): void {
  eachExpression(value, (found, property) => {
    if (found.$ === 'reference') visit(found, property);
  });
}

/** Calls a function for each secret variable within a value. */
export function eachSecret(value: Value | undefined, visit: (secret: SecretVariable) => void): void {
  eachExpression(value, (found) => {
    if (found.$ === 'secret') visit(found);
  });
}

// Unlike a fold, this does not create lists and maps, because the graph is traversed many times.
function eachExpression(
  value: Value | undefined,
  visit: (found: Expression, property: string) => void,
  property = '',
): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) for (const item of value) eachExpression(item, visit, property);
  else if (!isExpression(value))
    for (const key in value) eachExpression((value as { readonly [key: string]: Value })[key], visit, key);
  else {
    visit(value, property);
    if (value.$ === 'json') eachExpression(value.value, visit, property);
    else if (value.$ === 'interpolation') for (const part of value.parts) eachExpression(part, visit, property);
  }
}
