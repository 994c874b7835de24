// The one door to the X-Ray SDK, which a bundle without tracing does not contain.

/** Whether the function is traced, set when it is bundled; not defined where it is not bundled. */
declare const TRACING: boolean | undefined;

type Client = Parameters<typeof import('aws-xray-sdk-core')['captureAWSv3Client']>[0];

/** Makes X-Ray record the calls of an AWS client, if tracing is on. */
export function traced<C extends Client>(client: C): C {
  if (typeof TRACING !== 'undefined' && TRACING) {
    // Required here, not imported: an import would run, and be bundled, without tracing too.
    const xray: typeof import('aws-xray-sdk-core') = require('aws-xray-sdk-core');
    // A request outside a trace is still a request.
    xray.setContextMissingStrategy('IGNORE_ERROR');
    return xray.captureAWSv3Client(client);
  }
  return client;
}
