// A list of bounded length that drops its oldest members.

/** Members are numbered from 0 in the order in which they were added. */
export class Ring<T> {
  readonly #members: T[] = [];
  #count = 0;

  constructor(readonly capacity: number) {}

  /** The number of members that were ever added; the number of the next one. */
  get count(): number {
    return this.#count;
  }

  /** The number of the oldest member. */
  get first(): number {
    return Math.max(0, this.#count - this.capacity);
  }

  /** Adds a member. Returns the one that it drops. */
  add(member: T): T | undefined {
    const at = this.#count % this.capacity;
    const dropped = this.#members[at];
    this.#members[at] = member;
    this.#count += 1;
    return dropped;
  }

  /** The member with a number; undefined if it has been dropped or does not exist yet. */
  at(number: number): T | undefined {
    return number >= this.first && number < this.#count ? this.#members[number % this.capacity] : undefined;
  }
}
