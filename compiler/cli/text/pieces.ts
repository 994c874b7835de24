// Long texts, which are printed in pieces: a text of V8 has at most 512 MB.

/** A text in pieces, which are printed one after another. */
export class Pieces {
  constructor(readonly pieces: Iterable<string>) {}
}

/** The text of `JSON.stringify(value, undefined, 2)`, in pieces: a list of numbers or texts is one. @param value an object of plain data; a Float64Array counts as a list */
export function jsonPieces(value: object): Iterable<string> {
  return piecesOf(value, '');
}

function* piecesOf(given: unknown, indent: string): Generator<string> {
  const value = given instanceof Float64Array ? Array.from(given) : given;
  const isList = Array.isArray(value);
  const members = isList ? elementsOf(value) : membersOf(value);
  if (members.length === 0) {
    yield JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${indent}`);
    return;
  }
  const inner = `${indent}  `;
  yield isList ? '[' : '{';
  for (const [at, [key, member]] of members.entries()) {
    yield `${at === 0 ? '' : ','}\n${inner}${isList ? '' : `${JSON.stringify(key)}: `}`;
    yield* piecesOf(member, inner);
  }
  yield `\n${indent}${isList ? ']' : '}'}`;
}

/** The elements of a list of objects; none of another list. */
function elementsOf(list: readonly unknown[]): readonly (readonly [key: string, member: unknown])[] {
  return typeof list[0] === 'object' ? list.map((element) => ['', element] as const) : [];
}

/** The members that JSON has; none of a value that is not an object. */
function membersOf(value: unknown): readonly (readonly [key: string, member: unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).filter(([, member]) => member !== undefined);
}
