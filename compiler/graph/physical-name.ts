// The names of resources in AWS, by the environment's pattern.

/** The pattern of an environment. */
interface Named {
  readonly naming: { readonly pattern: string };
}

/** The placeholder for the name of a part in the resolved pattern of names. */
export const NAME_HOLE = '{{ name }}';

/** The physical name of a part. */
export function physicalName({ naming }: Named, name: string): string {
  return naming.pattern.replaceAll(NAME_HOLE, name);
}
