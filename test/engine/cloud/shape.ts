// The shapes of inputs, and which of their members AWS chooses a value for, read from the types of @pulumi/aws.

/** The shape of a value, and how TypeScript writes its type. */
export type Shape = { readonly text: string } & (
  | { readonly is: 'string' | 'number' | 'boolean' | 'map' | 'any' }
  | { readonly is: 'list'; readonly item: Shape }
  | { readonly is: 'object'; readonly members: Members }
);

/** The members of an object. */
export type Members = ReadonlyMap<string, Member>;

/** A member of an object. */
export interface Member {
  readonly shape: Shape;
  readonly optional: boolean;
  /**
   * Whether the input is Optional and Computed in the Terraform provider: where it is absent, AWS or the living resource decides, and
   * taking it away is no change. Pulumi's types show it: the input is optional, and the output is not.
   */
  readonly computed: boolean;
}

/** The declaration of one kind. */
export interface Declaration {
  readonly inputs: Members;
  /** The outputs that are not inputs. */
  readonly computed: ReadonlyMap<string, Shape>;
}

/** The declarations of all kinds, by Pulumi type token. */
export type Declarations = ReadonlyMap<string, Declaration>;
