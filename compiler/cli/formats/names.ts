// The names of the formats, separate from the renderers, which the command line loads on demand.

/** The values of `--format`. */
export const FORMATS = ['human', 'json', 'sarif', 'github', 'junit'] as const;

/** The name of a format. */
export type Format = (typeof FORMATS)[number];
