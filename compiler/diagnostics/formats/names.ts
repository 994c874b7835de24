// The names of the formats. They are apart from the renderers, which the command line loads only when needed.

/** The values of `--format`. */
export const FORMATS = ['human', 'json', 'sarif', 'github', 'junit'] as const;

/** The name of a format. */
export type Format = (typeof FORMATS)[number];
