// Creates objects from keys and the value of each key, which takes a third of the time of Object.fromEntries.

/**
 * An object with the keys in their order. `__proto__` becomes an ordinary key, as with Object.fromEntries, where an assignment would
 * set the prototype.
 */
export function objectOf<Value>(keys: Iterable<string>, memberOf: (key: string) => Value): { [key: string]: Value } {
  const object: { [key: string]: Value } = {};
  for (const key of keys) {
    const value = memberOf(key);
    if (key === '__proto__')
      Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
    else object[key] = value;
  }
  return object;
}
