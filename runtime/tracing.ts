// The only import of the X-Ray SDK; a bundle without tracing does not contain it.

import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Whether the function is traced, set by the bundler; undefined without bundling. */
declare const TRACING: boolean | undefined;

type XRay = typeof import('aws-xray-sdk-core');
type Client = Parameters<XRay['captureAWSv3Client']>[0];
type Stack = DynamoDBClient['middlewareStack'];

/** Records the calls of an AWS client with X-Ray, if tracing is on and the request is recorded. */
export function traced<C extends Client>(client: C): C {
  if (typeof TRACING !== 'undefined' && TRACING) {
    const xray = loadWithoutHooks();
    // Requests without a trace must not fail.
    xray.setContextMissingStrategy('IGNORE_ERROR');
    const { config, middlewareStack } = client;
    xray.captureAWSv3Client({ config, middlewareStack: onlyIfRecorded(middlewareStack as Stack) } as unknown as Client);
  }
  return client;
}

/**
 * Loads the X-Ray SDK without its hook on every promise of the process, which also slows down requests that are not recorded.
 * The hook separates the contexts of concurrent requests. On Lambda the SDK has one context for the whole process, and reads the
 * trace of the request at each call.
 */
function loadWithoutHooks(): XRay {
  const hooks: { createHook: object } = require('node:async_hooks');
  const { createHook } = hooks;
  hooks.createHook = () => ({ enable() {} });
  try {
    // Required here, because an import would also be bundled and run without tracing.
    return require('aws-xray-sdk-core');
  } finally {
    hooks.createHook = createHook;
  }
}

/** A stack whose plugins add their middleware to another stack, for the calls of recorded requests only. */
function onlyIfRecorded(stack: Stack) {
  const added = {
    add(middleware: Middleware, options: { step: 'build'; name: string }): void {
      const conditional: Middleware = (next, context) => {
        const recorded = middleware(next, context);
        return (args) => (isRecorded() ? recorded(args) : next(args));
      };
      stack.add(conditional as never, options);
    },
  };
  return {
    remove: (name: string) => stack.remove(name),
    use: (plugin: { applyToStack(stack: unknown): void }) => plugin.applyToStack(added),
  };
}

type Next = (args: object) => Promise<object>;
type Middleware = (next: Next, context: object) => Next;

/** Whether X-Ray records the request in progress (AWS X-Ray, "Tracing header"). */
function isRecorded(): boolean {
  const { awslambda } = globalThis as { awslambda?: { InvokeStore?: { getXRayTraceId(): string | undefined } } };
  const header = awslambda?.InvokeStore?.getXRayTraceId() ?? process.env._X_AMZN_TRACE_ID ?? '';
  return header.includes('Sampled=1');
}
