// The names of the formats: apart from what renders them, which the command line loads only when it is called for.

/** The names of the formats, as `--format` takes them. */
export const FORMATS = ['human', 'json', 'sarif', 'github', 'junit'] as const;

/** The name of a format. */
export type Format = (typeof FORMATS)[number];
