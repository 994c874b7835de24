// The kinds of resources in a graph: a closed union, with the inputs and outputs that @pulumi/aws declares for each.

import type { OutputInstance, Unwrap } from '@pulumi/pulumi';
import type { Classes } from './classes.generated';
import type { CodeBundle, Expression } from './value';

/** The kind of a resource: its Pulumi type token. */
export type Kind = keyof Classes;

/** The name of an output of a kind: a property of its class in @pulumi/aws that is known once the resource is deployed. */
export type Output<K extends Kind> = OutputNames<InstanceType<Classes[K]>>;

type OutputNames<Resource> = {
  [Name in keyof Resource]: Resource[Name] extends OutputInstance<unknown> ? Name : never;
}[keyof Resource] &
  string;

/** The short form of a resource type, such as `dynamodb:Table`. */
export function describeKind(kind: string): string {
  const [, service = kind, name = ''] = /^aws:([^/]+)\/[^:]+:(.+)$/.exec(kind) ?? [];
  return name === '' ? service : `${service}:${name}`;
}

/** The inputs of a kind: its arguments in @pulumi/aws, with expressions of the graph in place of Pulumi's outputs. */
export type Inputs<K extends Kind> = Expressible<Unwrap<Arguments<K>>>;

/** The arguments of a kind. The code of a function is bundled when the graph is deployed, so that the graph contains only the request. */
type Arguments<K extends Kind> = K extends 'aws:lambda/function:Function'
  ? Omit<ArgumentsOf<Classes[K]>, 'code'> & { code: CodeBundle }
  : ArgumentsOf<Classes[K]>;

type ArgumentsOf<Class extends Classes[Kind]> = NonNullable<ConstructorParameters<Class>[1]>;

type Expressible<T> = T extends CodeBundle
  ? T
  : T extends string | number | boolean
    ? T | Exclude<Expression, CodeBundle>
    : T extends readonly (infer Item)[]
      ? readonly Expressible<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]: Expressible<T[Key]> }
        : T;
