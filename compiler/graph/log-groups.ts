// The prefixes of log group names, which identify the service that writes the logs.

/** The prefixes of log group names, by the service that writes the logs. */
export const LOG_GROUP_PREFIXES = {
  /** AWS Lambda Developer Guide, "Sending Lambda function logs to CloudWatch Logs". */
  function: '/aws/lambda/',
  /** The access log of an API; chosen by this compiler. */
  access: '/aws/apigateway/',
  /** Amazon API Gateway Developer Guide, "Set up CloudWatch logging for REST APIs in API Gateway". */
  execution: 'API-Gateway-Execution-Logs_',
  /** AWS WAF Developer Guide, "Logging web ACL traffic". */
  webAcl: 'aws-waf-logs-',
} as const;

/** The suffix of the logical name of a function's log group. */
export const LOG_GROUP_SUFFIX = '-logs';
