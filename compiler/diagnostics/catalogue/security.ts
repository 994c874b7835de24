// ENV3090 to ENV3099, ENV3073 and ENV3074: who may call the API, and what is kept or told of them.

import type { CatalogueEntry } from './entry';

/** By slug; in the order of their codes. */
export const SECURITY = {
  'unreachable-network': {
    code: 'ENV3073',
    severity: 'warning',
    summary: 'A network that may call the API, and from which no request can come.',
    explanation:
      'Private, shared, loopback and link-local addresses (RFC 6890) do not travel the internet: to a public API a request has the public address of its NAT gateway or proxy. Name that one; or make the API PRIVATE, where the addresses within the VPC count.',
    message: (p: { cidr: string }) => `no request comes over the internet from ${p.cidr}`,
  },
  'accounts-without-signature': {
    code: 'ENV3074',
    severity: 'warning',
    summary: 'Accounts that may call the API, and no route whose callers an account vouches for.',
    explanation:
      'Only a signed request (AWS_IAM) tells the account that it comes from. Other routes ask callers for tokens or keys, whatever their account: it is neither let in nor kept out.',
    message: (_: object) => 'no route has authorization AWS_IAM, so that no request has an account',
  },
  'open-api': {
    code: 'ENV3090',
    severity: 'error',
    waivable: true,
    summary: 'Anybody on the internet may call a route: that takes a waiver, with a reason and a last day.',
    explanation:
      'authorization NONE lets everybody make payments and read those of others, and idempotency keys of two callers can then collide, since nobody knows who calls (Security pillar of the AWS Well-Architected Framework, SEC 3; AWS Security Hub control APIGateway.8). Where it has to be, such as until clients sign their requests, say so under `waivers`.',
    message: (p: { routes: readonly string[] }) => `anybody may call ${p.routes.join(', ')}`,
  },
  'uncacheable-route': {
    code: 'ENV3091',
    severity: 'error',
    summary: 'A route asks for the cache, which does not exist or must not keep its answers.',
    explanation:
      'An answer from the cache never reaches the function: of a route that writes, the write would not happen. `cache: true` is for GET, and needs the cluster that `api.cache` describes (Amazon API Gateway Developer Guide, "Cache settings for REST APIs").',
    message: (p: { route: string; method: string; hasCluster: boolean }) =>
      p.hasCluster
        ? `the answers of ${p.route} may be cached, but it is a ${p.method}`
        : `the answers of ${p.route} may be cached, but there is no api.cache`,
  },
  'cache-never-hit': {
    code: 'ENV3092',
    severity: 'warning',
    summary: 'A cached route is called with signed requests, of which no two are alike.',
    explanation:
      'No two callers may share an entry of the cache, so the Authorization header is part of its key. A signature (Signature Version 4) covers the time of the request: its header is another one each time, and no entry is ever found again. The cluster is billed all the same.',
    message: (p: { route: string }) =>
      `the cache never answers ${p.route}: each signed request has an entry of its own`,
  },
  'sampling-without-tracing': {
    code: 'ENV3093',
    severity: 'warning',
    summary: 'A sampling of traces that are not made.',
    explanation:
      '`api.traceSampling` says which of the traced requests are kept; with `tracing: false` there are none, and no sampling rule is made.',
    message: (_: object) => 'requests are not traced, so that none is sampled',
  },
  'authorizer-missing': {
    code: 'ENV3094',
    severity: 'error',
    summary: 'A route asks for an authorizer or a key that the spec does not describe.',
    explanation:
      'COGNITO_USER_POOLS takes the tokens of the user pools under `api.cognito`, CUSTOM asks the function of `api.lambdaAuthorizer`, API_KEY wants a key of `api.usagePlans`. Without it API Gateway refuses the method, or nobody could ever call it.',
    message: (p: { authorization: string; section: string }) =>
      `authorization ${p.authorization} needs ${p.section}, which is not there`,
  },
  'authorizer-unused': {
    code: 'ENV3095',
    severity: 'warning',
    summary: 'An authorizer, or usage plans, that no route asks.',
    explanation:
      'It is described and protects nothing: most likely a route has another `authorization` than was meant. A key in a usage plan counts only for routes that want one.',
    message: (p: { authorization: string }) => `no route has authorization ${p.authorization}`,
  },
  'api-key-alone': {
    code: 'ENV3096',
    severity: 'warning',
    summary: 'An API key is all that a caller has to show.',
    explanation:
      'AWS advises against API keys as the only proof of who calls: they are sent with each request, last until they are deleted, and a key opens every API of its usage plan (Amazon API Gateway Developer Guide, "Usage plans and API keys for REST APIs"). Take AWS_IAM, COGNITO_USER_POOLS or CUSTOM; or waive it for a time.',
    message: (p: { routes: readonly string[] }) => `an API key is all that ${p.routes.join(', ')} asks for`,
  },
  'private-endpoint': {
    code: 'ENV3097',
    severity: 'error',
    summary: 'A private API that no VPC endpoint leads to, or VPC endpoints of an API that is not private.',
    explanation:
      'A PRIVATE API is reached through interface VPC endpoints of execute-api alone. API Gateway deploys it only with a policy that says which, and that is made of `api.vpcEndpointIds`; other types of endpoints take none (Amazon API Gateway Developer Guide, "Private REST APIs in API Gateway").',
    message: (p: { endpointType: string }) =>
      p.endpointType === 'PRIVATE'
        ? 'no VPC endpoint leads to this private API'
        : `VPC endpoints lead to a private API alone, and this one is ${p.endpointType}`,
  },
  'custom-domain': {
    code: 'ENV3098',
    severity: 'error',
    summary:
      'A domain name whose type, TLS or certificate API Gateway does not take together, or whose mutual TLS can be walked around.',
    explanation:
      'The certificate of a domain name is of the API\'s Region, or of us-east-1 where CloudFront shows it (EDGE). Mutual TLS is for REGIONAL domain names with the policy TLS_1_2, and asks nothing of those who call API Gateway\'s own name, unless that is off. Names of private APIs are another thing, of private DNS (Amazon API Gateway Developer Guide, "How to turn on mutual TLS authentication for your REST APIs" and "Choose a security policy for your custom domain").',
    message: (p: { problem: string }) => p.problem,
  },
  'rate-limit-beyond-throttle': {
    code: 'ENV3099',
    severity: 'warning',
    summary: 'One address may send all requests that the throttle lets through.',
    explanation:
      'The rate rule of `api.webAcl` is there so that one caller cannot take the API from all others. With more requests in its window than `api.throttle.rateLimit` lets through in that time, the throttle refuses everybody before the rule ever stops the one.',
    message: (p: { requests: number; windowSeconds: number; rateLimit: number }) =>
      `one address may send ${p.requests} requests in ${p.windowSeconds} s, all of the ${p.rateLimit * p.windowSeconds} that the throttle lets through`,
  },
} as const satisfies Record<string, CatalogueEntry>;
