// The classes of change: how a change can harm a system, from the mildest to the most severe.

/** The classes, from the mildest to the most severe. Classes that are also impacts follow from the changed resources. */
export const CHANGE_CLASSES = [
  'creation',
  'in place',
  'redeploy',
  'deletion',
  'replacement',
  'capacity dip',
  'alarm gap',
  'access change',
  'weaker',
  'contract break',
  'index rebuild',
  'delivery gap',
  'data hidden',
  'unreachable',
  'data loss',
] as const;

/** A class of change. */
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/** The meaning of each class, in one sentence. */
export const MEANINGS: Readonly<Record<ChangeClass, string>> = {
  creation: 'A resource is created.',
  'in place': 'A resource is updated without being replaced.',
  redeploy: 'The API is deployed to its stage again, which clients do not notice.',
  deletion: 'A resource that does not hold data is deleted.',
  replacement: 'A resource that does not hold data is deleted and created again.',
  'capacity dip': 'The system can serve less: capacity, concurrency, memory or a throttle is lower than before.',
  'alarm gap': 'An alarm is removed, muted, recreated or less sensitive, or no longer reaches someone.',
  'access change': 'The permissions of API callers, roles, policies or API keys change.',
  weaker: 'A safeguard has a weaker value, by the orders that docs/language.md gives under "Safer".',
  'contract break': 'A route, parameter, field or status is removed or stricter, so a client that worked may fail.',
  'index rebuild': 'An index is deleted and rebuilt; queries return nothing until it is complete.',
  'delivery gap': 'A trigger delivers changes, messages or scheduled events not at all, again, or at other times.',
  'data hidden': 'Data that stays in a table is no longer found, or begins to expire.',
  unreachable: 'Clients can no longer reach the API at its address, or a table can no longer be read.',
  'data loss': 'A resource that holds data is replaced or deleted.',
};

/** The most severe class; undefined for an empty list. */
export function mostSevereClass(classes: readonly ChangeClass[]): ChangeClass | undefined {
  return CHANGE_CLASSES.findLast((known) => classes.includes(known));
}

/** A class in the form of a command line argument, such as `data-loss`. */
export function wordOf(changeClass: ChangeClass): string {
  return changeClass.replaceAll(' ', '-');
}

/** The class of a command line argument, with hyphens or spaces; undefined if unknown. */
export function classOfWord(word: string): ChangeClass | undefined {
  const name = word.trim().toLowerCase().replaceAll('-', ' ');
  return CHANGE_CLASSES.find((known) => known === name);
}
