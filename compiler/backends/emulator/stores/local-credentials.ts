// The credentials of the local run: the stand-ins take any, and nobody's own must ever be used.

/** Credentials that are none. */
export const LOCAL_CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' } as const;
