// ENV3056 to ENV3079: names, tags, paths, accounts and secrets, and parts that do not go together.

import type { CatalogueEntry } from './entry';
import { list } from './entry';

/** By slug; in the order of their codes. */
export const PARTS = {
  'name-length': {
    code: 'ENV3056',
    severity: 'error',
    summary: 'A physical name is longer or shorter than AWS takes it.',
    explanation:
      "Physical names are made of `naming.pattern`, so that one long field makes all of them long. AWS refuses a name beyond its limit in the middle of a deployment: IAM takes 64 characters for a role (CreateRole), Lambda 64 for a function (CreateFunction), SQS 80 for a queue (CreateQueue), DynamoDB 3 to 255 for a table (CreateTable), CloudWatch 255 for an alarm (PutMetricAlarm). A function's role has `role-` before the function's name. Shorten the field that takes most; a new pattern is a new name for everything, and replaces it.",
    message: (p: {
      what: string;
      name: string;
      service: string;
      most: number;
      fewest: number;
      others: readonly string[];
    }) =>
      `the name of the ${p.what}, ${JSON.stringify(p.name)}, has ${p.name.length} ${p.name.length === 1 ? 'character' : 'characters'}; ${p.service} takes ${p.fewest} to ${p.most}${p.others.length > 0 ? `; so it is with ${p.others.slice(0, 3).join(', ')}${p.others.length > 3 ? ` and ${p.others.length - 3} more` : ''}` : ''}`,
  },
  'name-characters': {
    code: 'ENV3057',
    severity: 'error',
    summary: 'A field of the pattern of names has a character that AWS does not take in a name.',
    explanation:
      'The fields of `naming.pattern` stand in the name of each resource, and the services take different characters: Lambda and SQS letters, digits, hyphens and underscores alone (CreateFunction, CreateQueue). A space or an umlaut in `suffix` or `environment` would end the first deployment half-way.',
    message: (p: { field: string; text: string; refused: readonly string[]; kinds: readonly string[] }) =>
      `${p.field}, ${JSON.stringify(p.text)}, has ${list(p.refused)} in it, which names of ${p.kinds.join(', ')} may not have`,
  },
  'repeated-name': {
    code: 'ENV3058',
    severity: 'error',
    summary: 'Two resources of one kind have the same physical name.',
    explanation:
      'AWS refuses the second of two roles, functions, queues or tables of one name; of two alarms the second takes the place of the first without a word (PutMetricAlarm). Names that the compiler derives, such as those of roles, can meet the name of a part.',
    message: (p: { what: string; name: string; other: string }) =>
      `the ${p.what} has the name ${JSON.stringify(p.name)}, as has that of ${p.other}`,
  },
  'too-many-tags': {
    code: 'ENV3059',
    severity: 'error',
    summary: 'A resource has more tags than AWS takes.',
    explanation:
      'A resource takes 50 tags of its user\'s (Tagging AWS Resources, "Tag naming limits and requirements"). The spec\'s `tags` and `provider.defaultTags` are merged: both count. The key of `encryption.key: CUSTOMER_MANAGED` has one more, `Name`.',
    message: (p: { count: number; most: number }) =>
      `a resource has ${p.count} tags, with those of the provider; AWS allows at most ${p.most}`,
  },
  'tag-value': {
    code: 'ENV3060',
    severity: 'error',
    summary: 'The value of a tag is one that AWS refuses.',
    explanation:
      'A value has up to 256 letters, digits, spaces and characters of _.:/=+-@, and does not begin with aws: (IAM API, TagRole, the strictest of the services). Values that come from process variables, such as the author of a commit, are checked as they are at this compilation: `dependabot[bot]` would be refused.',
    message: (p: { key: string; problem: string }) => `the value of the tag ${p.key} ${p.problem}`,
  },
  'tags-differ-in-case': {
    code: 'ENV3061',
    severity: 'error',
    summary: 'Two tags have keys that differ in upper and lower case alone.',
    explanation:
      'IAM does not tell such keys apart and refuses the functions\' roles (IAM User Guide, "Tags for AWS Identity and Access Management resources"); other services keep both, and cost reports show two. The provider\'s default tags count too.',
    message: (p: { key: string; other: string }) => `the tags ${p.key} and ${p.other} differ in case alone`,
  },
  'reserved-variable': {
    code: 'ENV3062',
    severity: 'error',
    summary: 'An environment variable has a name that Lambda keeps for itself.',
    explanation:
      'Lambda sets variables such as AWS_REGION itself and refuses a function that sets them (AWS Lambda Developer Guide, "Defined runtime environment variables"). The function finds what Lambda sets without being told.',
    message: (p: { variable: string }) => `Lambda sets ${p.variable} itself and takes no other value for it`,
  },
  'sibling-parameters': {
    code: 'ENV3063',
    severity: 'error',
    summary: 'Two parameters with different names stand in the same place of a path.',
    explanation:
      'A path has one parameter below it, whatever the method and whatever follows: API Gateway refuses the second with "A sibling of this resource already has a variable path part" (CreateResource). A greedy parameter counts as one too.',
    message: (p: { parent: string; segment: string; other: string }) =>
      `below ${p.parent} there is ${p.other} already; API Gateway takes one parameter there, and ${p.segment} is another`,
  },
  'greedy-within-path': {
    code: 'ENV3064',
    severity: 'error',
    summary: 'A greedy parameter does not end its path.',
    explanation:
      'A parameter with + takes all that follows, so that API Gateway takes nothing behind it (Amazon API Gateway Developer Guide, "Set up a proxy resource").',
    message: (p: { greedy: string; rest: string }) =>
      `${p.greedy} takes the rest of the path; ${p.rest} can never follow it`,
  },
  'dead-end': {
    code: 'ENV3065',
    severity: 'warning',
    summary: 'A request that a route seems to answer is refused, because a more specific path has no such method.',
    explanation:
      'API Gateway finds the most specific path first, and only then looks for the method there: without it, the answer is 403 Missing Authentication Token. It does not go back to a parameter that would match too. Give the path the method as well, or move one of the routes.',
    message: (p: { request: string; path: string; route: string; methods: readonly string[] }) =>
      `${p.request} is refused with 403, though ${p.route} matches it: API Gateway takes ${p.path}, which has ${p.methods.length > 0 ? `only ${p.methods.join(', ')}` : 'no method at all'}`,
  },
  'variable-without-access': {
    code: 'ENV3066',
    severity: 'warning',
    summary: 'A function is told the name of a table or a queue that it may do nothing with.',
    explanation:
      "A function's policies say just what `access` says. With a name alone each call is refused with AccessDenied, at the first request and not at deployment.",
    message: (p: { name: string; variable: string; what: string }) =>
      `${p.variable} names ${p.what}, to which the function ${p.name} has no access`,
  },
  'unused-part': {
    code: 'ENV3067',
    severity: 'warning',
    summary: 'A table, an index, a queue, a function or a process variable is there, and nothing uses it.',
    explanation:
      'What nobody uses is paid for, watched and kept in repair all the same, and mostly tells of a name that was mistyped elsewhere. A table or a queue is used by a function with access to it, an index by one with Query or Scan, a function by a route; an output uses each of them, for it is there for somebody else. Alarms only watch.',
    message: (p: { what: string }) => `nothing uses ${p.what}`,
  },
  'data-trace-in-production': {
    code: 'ENV3068',
    severity: 'error',
    summary: 'Production logs whole requests and responses.',
    explanation:
      'With `dataTrace` API Gateway writes whole requests and responses to its log, payment data among them; PCI DSS 4.0.1, requirement 3.5.1, wants those unreadable wherever they are kept, and AWS advises against it in production (API Gateway API, MethodSetting). An environment is for production where its name begins with prod.',
    message: (p: { environment: string }) =>
      `dataTrace logs whole requests and responses of ${p.environment}, with payment data in them`,
  },
  'unknown-region': {
    code: 'ENV3069',
    severity: 'warning',
    summary: 'The Region has the form of one, but is not known.',
    explanation:
      'It may be mistyped, or newer than this program, which is why it is a warning (AWS General Reference, "Regions and endpoints"). A mistyped Region fails at the first call with an endpoint that is not there.',
    message: (p: { region: string }) => `${p.region} is no AWS Region that is known here`,
  },
  'arn-form': {
    code: 'ENV3070',
    severity: 'error',
    summary: 'A text that should be an ARN has not its form, or is the ARN of something else.',
    explanation:
      'An ARN is arn:<partition>:<service>:<Region>:<account>:<resource> (IAM User Guide, "Identify AWS resources with Amazon Resource Names"). Accounts are 12 digits; a leading zero is lost where YAML reads a number. Partitions do not see each other: aws-cn and aws-us-gov have ARNs of their own. A role has an account and no Region.',
    message: (p: { problem: string }) => p.problem,
  },
  'role-in-foreign-account': {
    code: 'ENV3071',
    severity: 'error',
    summary: 'The role to assume is in an account that the spec does not allow.',
    explanation:
      'A deployment that has assumed a role is in the account of the role, and the provider refuses each account that is not in `provider.allowedAccountIds`: this spec could be deployed nowhere.',
    message: (p: { account: string; allowed: readonly string[] }) =>
      `the role is in the account ${p.account}; allowed: ${p.allowed.join(', ')}`,
  },
  secret: {
    code: 'ENV3072',
    severity: 'error',
    summary: 'A text looks like a secret.',
    explanation:
      'A spec is kept in git, shown in reviews and printed by `plan`, and what stands in a function\'s environment is shown to whoever may read its configuration (AWS Lambda Developer Guide, "Securing environment variables", which advises AWS Secrets Manager). A secret is known by the form that its issuer gives it, or by the name that it stands under, such as one that ends in _PASSWORD or _TOKEN; an ARN or an expression there only leads to it. What is printed of it anywhere is masked. Consider a secret that was committed as lost: change it. Where the text is none, give it by a process variable: {{ env.NAME }}.',
    message: (p: { secret: string }) => `this looks like ${p.secret}`,
  },
} as const satisfies Record<string, CatalogueEntry>;
