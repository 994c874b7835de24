// Types for the shapes of inputs in @pulumi/aws, and for the members that AWS chooses a value for.

/** The shape of a value, and its type as TypeScript prints it. */
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
   * Whether the input is Optional and Computed in the Terraform provider: AWS or the existing resource determines an absent value,
   * and removing the input is not a change. In Pulumi's types, such an input is optional and its output is not.
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
