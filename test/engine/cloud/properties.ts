// Properties as the engine sends them, and their comparison.

/** The properties of a resource. */
export type Properties = { [key: string]: unknown };

/** Whether two values are equivalent. JSON text is compared as data, as the Terraform provider does for policies. */
export function isEqual(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** A value as text, independent of the order of keys and of white space in JSON text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    const meant = typeof item === 'string' ? parsed(item) : item;
    return isObject(meant) ? Object.fromEntries(Object.entries(meant).sort(([a], [b]) => (a < b ? -1 : 1))) : meant;
  });
}

function parsed(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Whether a value is an object with properties. */
export function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is Terraform's value of an unset attribute. */
export function isUnset(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false || value === 0) return true;
  return Array.isArray(value) && value.length === 0;
}

/** The items of a list; empty if the value is not a list. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The items of a list of objects. */
export function objectsOf(value: unknown): readonly Properties[] {
  return itemsOf(value).filter(isObject);
}

/** The text of a property; empty if it is absent. */
export function text(properties: Properties, key: string): string {
  const value = properties[key];
  return value === undefined || value === null ? '' : String(value);
}
