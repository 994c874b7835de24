// Placeholders that the engine sends for unknown values and files.

/** The placeholder for a value that is known only after the deployment (Pulumi SDK, `unknownValue`). */
export const UNKNOWN = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';

/** The key that marks assets and archives (Pulumi SDK, `specialSigKey`). */
export const SIGNATURE = '4dabf18193072939515e22adb298388d';

/** Whether a value is unknown or a file. */
export function isOpaque(value: unknown): boolean {
  return value === UNKNOWN || (typeof value === 'object' && value !== null && SIGNATURE in value);
}
