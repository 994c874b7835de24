// Values that the engine sends in place of others: what is not known yet, and files.

/** The text that the engine sends in place of a value that is known only once deployed (Pulumi SDK, `unknownValue`). */
export const UNKNOWN = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';

/** The key that marks assets and archives (Pulumi SDK, `specialSigKey`). */
export const SIGNATURE = '4dabf18193072939515e22adb298388d';

/** Whether a value is not known yet, or is a file. */
export function isOpaque(value: unknown): boolean {
  return value === UNKNOWN || (typeof value === 'object' && value !== null && SIGNATURE in value);
}
