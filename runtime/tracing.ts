// The only import of the X-Ray SDK; a bundle without tracing does not contain it.

/** Whether the function is traced, set by the bundler; undefined without bundling. */
declare const TRACING: boolean | undefined;

type Client = Parameters<typeof import('aws-xray-sdk-core')['captureAWSv3Client']>[0];

/** Records the calls of an AWS client with X-Ray, if tracing is on. */
export function traced<C extends Client>(client: C): C {
  if (typeof TRACING !== 'undefined' && TRACING) {
    // Required here, because an import would run and be bundled without tracing too.
    const xray: typeof import('aws-xray-sdk-core') = require('aws-xray-sdk-core');
    // Requests without a trace must work.
    xray.setContextMissingStrategy('IGNORE_ERROR');
    return xray.captureAWSv3Client(client);
  }
  return client;
}
