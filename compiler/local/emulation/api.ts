// The fields of the API and its functions in the local run.

import { approximated, type EmulationOf, enforced, notLocal } from './emulation';

const DOMAIN = notLocal('The API is served at 127.0.0.1 without TLS');
const NETWORK = notLocal('Requests come from this machine only');
const LOGS = notLocal('The run prints the lines of functions, and no logs of the API');
const TRACES = notLocal('The local run records no traces');

const POLLED = approximated('The run delivers at once, while Lambda polls the source some times a second');
const STREAM = approximated('The run has one shard, and delays retries by an assumption');
const NO_LOSS = notLocal('Each invocation of a schedule reaches its function');

/** The fields of functions. */
export const FUNCTIONS: EmulationOf<'functions'> = {
  'functions.*.entry': enforced,
  'functions.*.handler': enforced,
  'functions.*.runtime': notLocal('Functions run on the Node.js of this machine'),
  'functions.*.architecture': notLocal('Functions run on the processor of this machine'),
  'functions.*.memorySizeMegabytes': approximated(
    "It limits JavaScript's heap, and neither other memory nor the share of a processor",
  ),
  'functions.*.timeoutSeconds': enforced,
  'functions.*.reservedConcurrency': enforced,
  'functions.*.expectedDurationMilliseconds': notLocal('Only the compiler reads it; the run measures functions'),
  'functions.*.deadLetterQueue': approximated(
    'It gets the failed events of schedules, without the check of permissions',
  ),
  'functions.*.environment.*': enforced,
  'functions.*.triggers.*.table': STREAM,
  'functions.*.triggers.*.queue': POLLED,
  'functions.*.triggers.*.schedule': approximated(
    'A time runs at its second, while Scheduler has a precision of a minute',
  ),
  'functions.*.triggers.*.startingPosition': approximated(
    'Without --data, each start of the run is a new trigger, and the stream has the changes since then',
  ),
  'functions.*.triggers.*.batchSize': POLLED,
  'functions.*.triggers.*.maximumBatchingWindowSeconds': POLLED,
  'functions.*.triggers.*.parallelizationFactor': STREAM,
  'functions.*.triggers.*.bisectBatchOnError': STREAM,
  'functions.*.triggers.*.maximumRetryAttempts': approximated(
    'It limits the retries of changes of a table; the invocations of a schedule reach their function',
  ),
  'functions.*.triggers.*.maximumRecordAgeSeconds': STREAM,
  'functions.*.triggers.*.onFailure': STREAM,
  'functions.*.triggers.*.maximumConcurrency': POLLED,
  'functions.*.triggers.*.filters': POLLED,
  'functions.*.triggers.*.timeZone': approximated('It has the rules of the Node.js of this machine'),
  'functions.*.triggers.*.flexibleWindowMinutes': approximated('The run chooses a random moment of the window'),
  'functions.*.triggers.*.maximumEventAgeSeconds': NO_LOSS,
  'functions.*.triggers.*.deadLetterQueue': NO_LOSS,
  'functions.*.triggers.*.input': approximated(
    'It has four context attributes: the ARN, the time, the execution and the attempt',
  ),
  'functions.*.access.tables.*': enforced,
  'functions.*.access.queues.*': enforced,
  'functions.*.access.secrets': enforced,
};

/** The fields of the API. */
export const API: EmulationOf<'api'> = {
  'api.name': enforced,
  'api.description': notLocal('It is a text for people'),
  'api.endpointType': NETWORK,
  'api.vpcEndpointIds': enforced,
  'api.resourcePolicy.sourceCidrs': enforced,
  'api.resourcePolicy.accountIds': enforced,
  'api.domain.name': DOMAIN,
  'api.domain.certificateArn': DOMAIN,
  'api.domain.securityPolicy': DOMAIN,
  'api.domain.disableExecuteApiEndpoint': DOMAIN,
  'api.domain.mutualTls.truststoreUri': DOMAIN,
  'api.domain.mutualTls.truststoreVersion': DOMAIN,
  'api.domain.mutualTls.ownershipVerificationCertificateArn': DOMAIN,
  'api.stage': enforced,
  'api.authorization': enforced,
  'api.cognito.userPoolArns': enforced,
  'api.cognito.scopes': enforced,
  'api.lambdaAuthorizer.functionArn': approximated(
    'A function of the spec authorizes callers; with another function, the run serves the routes to all callers',
  ),
  'api.lambdaAuthorizer.type': enforced,
  'api.lambdaAuthorizer.header': enforced,
  'api.lambdaAuthorizer.cacheSeconds': enforced,
  'api.usagePlans.*.keys': enforced,
  'api.usagePlans.*.throttle.rateLimit': enforced,
  'api.usagePlans.*.throttle.burstLimit': enforced,
  'api.usagePlans.*.quota.requests': enforced,
  'api.usagePlans.*.quota.period': enforced,
  'api.integrationTimeoutMilliseconds': enforced,
  'api.throttle.rateLimit': enforced,
  'api.throttle.burstLimit': enforced,
  'api.webAcl.action': enforced,
  'api.webAcl.rateLimit.requests': enforced,
  'api.webAcl.rateLimit.windowSeconds': enforced,
  'api.webAcl.managedRuleGroups': notLocal('AWS does not publish the rules of its groups'),
  'api.webAcl.logging': LOGS,
  'api.cache.clusterSizeGigabytes': approximated('The run keeps at most 64 MB of responses'),
  'api.cache.ttlSeconds': enforced,
  'api.metrics': enforced,
  'api.executionLogging': LOGS,
  'api.accessLogging': LOGS,
  'api.traceSampling.requestsPerSecond': TRACES,
  'api.traceSampling.percent': TRACES,
  'api.traceSampling.priority': TRACES,
  'api.dataTrace': LOGS,
  'api.cors.origins': enforced,
  'api.ownsAccountLoggingRole': LOGS,
  'api.routes.*.method': enforced,
  'api.routes.*.path': enforced,
  'api.routes.*.function': enforced,
  'api.routes.*.authorization': enforced,
  'api.routes.*.throttle.rateLimit': enforced,
  'api.routes.*.throttle.burstLimit': enforced,
  'api.routes.*.cache': enforced,
  'api.routes.*.validateBody': enforced,
  'api.routes.*.queryParameters.*.required': enforced,
  'api.routes.*.example.pathParameters.*': enforced,
  'api.routes.*.example.queryParameters.*': enforced,
  'api.routes.*.example.body': enforced,
};
