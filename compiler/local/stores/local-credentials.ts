// The credentials of the local run. The stand-ins accept any, and real credentials must never be used.

/** Placeholder credentials. */
export const LOCAL_CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' } as const;
