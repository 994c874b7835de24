// Outages: AWS throttles, fails or cannot be reached, without an error in the request or this program.

/** Errors of services that are temporary (Amazon DynamoDB, "Error handling"; AWS SDK, "Retry behavior"). */
const NAMES: ReadonlySet<string> = new Set([
  'AbortError',
  'InternalServerError',
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestTimeout',
  'RequestTimeoutException',
  'ServiceUnavailable',
  'ThrottlingException',
  'TimeoutError',
  'TransactionConflictException',
]);

const NETWORK_CODES: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** Whether the same request may succeed later. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { name, code, $metadata } = error as Error & { code?: string; $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode ?? 0;
  return NAMES.has(name) || NETWORK_CODES.has(code ?? '') || status === 429 || status >= 500;
}

/** The number of seconds after which a client may retry. */
export const RETRY_AFTER_SECONDS = 1;
