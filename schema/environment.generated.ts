// Generated from environment.schema.json by `npm run generate`: edit that instead.

import type { Text as ResolvedText } from '../compiler/graph/value';


export type EarlyText = string
/**
 * The logical name of a part.
 */
export type Name = string
export type Text = ResolvedText
/**
 * Who may call. AWS_IAM is who signs the request with Signature Version 4 and has the right execute-api:Invoke; COGNITO_USER_POOLS is who has a token of api.cognito; CUSTOM is whom the function of api.lambdaAuthorizer lets in, by a JWT or otherwise; API_KEY is who sends a key of api.usagePlans, which tells callers apart but is a weak proof; NONE is anybody, which takes a waiver of ENV3090.
 */
export type Authorization = ("AWS_IAM" | "COGNITO_USER_POOLS" | "CUSTOM" | "API_KEY" | "NONE")
/**
 * The path of a route: segments, of which those in braces are parameters.
 */
export type Path = string
/**
 * Who hears of an alarm.
 */
export type Notify = ("PAGE" | "NOTICE" | "NONE")
/**
 * Names of alarms. The rule of a composite alarm takes 100 at most.
 * 
 * @minItems 1
 * @maxItems 100
 */
export type AlarmNames = Name[]
/**
 * Which alarms are sent: pages, notices or both.
 * 
 * @minItems 1
 */
export type Receives = ("PAGE" | "NOTICE")[]

/**
 * One environment of the system: what spec/<environment>.yaml says once the file that it extends has been merged in.
 */
export interface Environment {
/**
 * The name of the system; the first part of each physical name.
 */
project: string
environment: EarlyText
suffix: EarlyText
/**
 * The AWS Region that the system runs in.
 */
region: string
application: EarlyText
costCenter: EarlyText
/**
 * How physical names are made.
 */
naming: {
pattern: EarlyText
}
/**
 * The process variables that expressions may read as {{ env.NAME }}, by name.
 */
variables: {
[k: string]: ProcessVariable
}
/**
 * The account that the system is deployed to, and how.
 */
provider: {
/**
 * The AWS accounts that this environment may be deployed to; any other is refused before anything is created. Empty: any account.
 */
allowedAccountIds: string[]
/**
 * The IAM role to assume for the deployment, for example in another account. Absent: the caller's own credentials.
 */
assumeRole?: {
roleArn: EarlyText
externalId?: EarlyText
sessionName: EarlyText
}
defaultTags: Tags
/**
 * Former logical names of the provider. In a stack that has one of them, it is adopted with all that it manages, instead of another one being made beside it.
 */
aliases: string[]
}
quotas: Quotas
/**
 * Whether Pulumi refuses to delete or replace what holds data: tables, queues, log groups, the vault of backups, and the key of it all.
 */
protect: boolean
encryption: Encryption
/**
 * What limits the roles of functions, whatever is attached to them later. GENERATED: a policy of the environment that allows just what their own policies do. An ARN: that policy, for all roles of the environment. NONE: nothing.
 */
permissionsBoundary: string
backup?: Backup
/**
 * The parts with data that a deployment may replace or delete, and so empty: tables.<name>, tables.<name>.indexes.<name> for an index that is built again, queues.<name>, functions.<name> for its log group, api.accessLogging, api.executionLogging and api.webAcl.logging for theirs or api for all three, encryption for the key, or backup for the vault. Without it such a change is refused before anything is deployed.
 */
allowReplacement: string[]
/**
 * The findings that the environment accepts, by a name of their own: findings of this compiler, and findings of linters in the exported template. The finding of an expired waiver counts again.
 */
waivers: {
[k: string]: Waiver
}
tags: Tags
/**
 * Whether requests are traced with AWS X-Ray: the API's stage, the functions, their permission, and the X-Ray SDK in their bundle.
 */
tracing: boolean
/**
 * How long log groups keep their events, in days; 0 is for ever. CloudWatch Logs takes these values only.
 */
logRetentionDays: (0 | 1 | 3 | 5 | 7 | 14 | 30 | 60 | 90 | 120 | 150 | 180 | 365 | 400 | 545 | 731 | 1096 | 1827 | 2192 | 2557 | 2922 | 3288 | 3653)
/**
 * What the payment API takes and answers.
 */
payment: {
/**
 * The currencies that a payment may have: ISO 4217 alphabetic codes. Amounts have at most the decimals of their currency.
 * 
 * @minItems 1
 */
currencies: string[]
/**
 * The smallest and the largest amount, by currency. A currency that is not here takes any amount above 0, of 38 digits at most (DynamoDB's precision).
 */
limits: {
[k: string]: AmountLimits
}
/**
 * The JSON Schema (draft 2020-12) of a new payment's body, relative to this file: the handler validates by it, and so does API Gateway on routes with validateBody. Absent: the handler's own.
 */
bodySchema?: string
/**
 * What becomes of members of a body that the API does not know: they are ignored, kept and answered with the payment, or refused.
 */
unknownMembers: ("IGNORE" | "KEEP" | "REFUSE")
/**
 * Whether a new payment must come with what a retry is known by: an Idempotency-Key header, or an id of the client's in the body. OPTIONAL: one without gets a random id, and a retry of it pays again.
 */
idempotency: ("OPTIONAL" | "REQUIRED")
/**
 * How many payments a list answers where the request names no limit.
 */
pageSize: number
}
/**
 * The DynamoDB tables, by logical name.
 */
tables: {
[k: string]: Table
}
/**
 * The SQS queues, by logical name.
 */
queues: {
[k: string]: Queue
}
/**
 * The Lambda functions, by logical name.
 */
functions: {
[k: string]: LambdaFunction
}
api?: Api
/**
 * The CloudWatch alarms, by name; the logical name is <name>-alarm.
 */
alarms: {
[k: string]: Alarm
}
/**
 * The composite CloudWatch alarms, by name: alarms on the states of other alarms. The logical name is <name>-alarm.
 */
compositeAlarms: {
[k: string]: CompositeAlarm
}
monitoring: Monitoring
/**
 * The outputs of the stack, by name.
 */
outputs: {
[k: string]: Text
}
}
/**
 * A process variable that the spec reads.
 */
export interface ProcessVariable {
/**
 * The value where the process has no such variable, or an empty one.
 */
default: string
}
/**
 * Tags: key to value.
 */
export interface Tags {
[k: string]: EarlyText
}
/**
 * Quotas of an AWS account in a Region, by service.
 */
export interface Quotas {
lambda: LambdaQuotas
apiGateway: ApiGatewayQuotas
iam: IamQuotas
dynamodb: DynamoDBQuotas
}
/**
 * Quotas of AWS Lambda.
 */
export interface LambdaQuotas {
/**
 * How many instances of all functions may run at once (AWS Lambda quotas: 1,000; new accounts have less). Functions can reserve all but 100 of them.
 */
concurrentExecutions: number
}
/**
 * Quotas of Amazon API Gateway.
 */
export interface ApiGatewayQuotas {
/**
 * Steady requests a second to all APIs (Amazon API Gateway quotas). Absent: AWS's default, 10,000, or 2,500 in newer Regions.
 */
throttleRateLimit?: number
/**
 * Requests to all APIs at once; AWS sets it by the rate (Amazon API Gateway quotas). Absent: AWS's default, 5,000, or 1,250 in newer Regions.
 */
throttleBurstLimit?: number
/**
 * The longest integration timeout of a regional API, in milliseconds (Amazon API Gateway quotas for REST APIs: 29,000). AWS raises it to 300,000 at most, and may lower the throttle in return.
 */
integrationTimeoutMilliseconds: number
/**
 * How many path resources an API may have: one for each path of a route and for each path above it (Amazon API Gateway quotas for REST APIs: 300).
 */
resourcesPerApi: number
/**
 * How many usage plans the account may have (Amazon API Gateway quotas for REST APIs: 300).
 */
usagePlans: number
/**
 * How many characters the resource policy of an API may have (Amazon API Gateway quotas for REST APIs: 8,192).
 */
resourcePolicyCharacters: number
}
/**
 * Quotas of AWS Identity and Access Management, which are of the whole account and not of a Region.
 */
export interface IamQuotas {
/**
 * How many roles the account may have (IAM and AWS STS quotas: 1,000). Each function has one.
 */
roles: number
}
/**
 * Quotas of Amazon DynamoDB.
 */
export interface DynamoDBQuotas {
/**
 * The read capacity that a provisioned table may have, and each index of it (Amazon DynamoDB quotas: 40,000).
 */
tableReadCapacityUnits: number
/**
 * The write capacity that a provisioned table may have, and each index of it (Amazon DynamoDB quotas: 40,000).
 */
tableWriteCapacityUnits: number
/**
 * The read capacity that all provisioned tables of the account and their indexes may have (Amazon DynamoDB quotas: 80,000).
 */
accountReadCapacityUnits: number
/**
 * The write capacity that all provisioned tables of the account and their indexes may have (Amazon DynamoDB quotas: 80,000).
 */
accountWriteCapacityUnits: number
/**
 * How many tables the account may have (Amazon DynamoDB quotas: 2,500).
 */
tables: number
/**
 * How many global secondary indexes a table may have (Amazon DynamoDB quotas: 20).
 */
indexesPerTable: number
}
/**
 * What the environment's data is encrypted with where it is stored: tables and their backups, queues, the topics of alarms, log groups and the functions' environment variables.
 */
export interface Encryption {
/**
 * Whose key it is. CUSTOMER_MANAGED: one of the environment's own, which rotates, and which only its functions and the services around them may use; AWS KMS bills it by the month and by the request. AWS_MANAGED: the account's key of each service, where it has one that fits: CloudWatch Logs has none, and to a topic under that of SNS no alarm can publish. SERVICE_OWNED: keys of the services' own accounts, which cost nothing and which CloudTrail says nothing of. Changing it encrypts tables anew in place; messages and log events stay under the key that they came with.
 */
key: ("CUSTOMER_MANAGED" | "AWS_MANAGED" | "SERVICE_OWNED")
/**
 * How often a customer-managed key gets new key material, in days; what is encrypted stays readable. AWS KMS takes 90 to 2,560.
 */
rotationPeriodDays: number
/**
 * How long the deletion of a customer-managed key can be taken back, in days; after that, what is encrypted with it is lost. AWS KMS takes 7 to 30.
 */
deletionWindowDays: number
}
/**
 * Backups of all tables by AWS Backup, in a vault of their own: for longer than point-in-time recovery reaches back, and beyond the life of a table. Absent: none.
 */
export interface Backup {
/**
 * When a backup is made, in UTC: cron(...) with the six fields minutes, hours, day-of-month, month, day-of-week and year (Amazon EventBridge, "Cron expressions reference"). AWS Backup makes at most one backup an hour and does not accept rate(...).
 */
schedule: string
/**
 * How long a backup is kept, in days. AWS Backup takes 1 to 36,500 (100 years).
 */
retentionDays: number
}
export interface Waiver {
/**
 * The code of the warning (ENV3...), or of the finding: checkov's CKV..., cfn-lint's E..., W... or I....
 */
code: string
/**
 * The field that it covers, with all that is in it.
 */
path: string
/**
 * Why the finding is accepted, for those who audit the environment.
 */
reason: string
/**
 * The last day that the waiver holds, as YYYY-MM-DD; at most 366 days ahead. A waiver has either expires or reviewBy.
 */
expires?: string
/**
 * For a reason that is permanent by design: the day by which somebody reads the reason again, as YYYY-MM-DD; at most 366 days ahead. The waiver holds after that day too.
 */
reviewBy?: string
}
/**
 * The limits of a currency's amounts, both inclusive: decimals as text, so that no digit is lost.
 */
export interface AmountLimits {
/**
 * The smallest amount. Absent: any above 0.
 */
minimum?: string
/**
 * The largest amount. Absent: none.
 */
maximum?: string
}
/**
 * A DynamoDB table.
 */
export interface Table {
partitionKey: KeyAttribute
sortKey?: KeyAttribute
/**
 * Whether capacity is provisioned, or each request is paid for.
 */
billingMode: ("PROVISIONED" | "PAY_PER_REQUEST")
capacity?: Capacity
/**
 * The global secondary indexes, by name.
 */
indexes: {
[k: string]: TableIndex
}
/**
 * The size of an item, in bytes. A write takes a unit for each started 1,024 of them, a page of a list a unit for each 8,192: with it the compiler says what rates a provisioned capacity bears. DynamoDB takes items of up to 400 KB.
 */
expectedItemSizeBytes: number
/**
 * Whether the table can be restored to any second of its recovery window.
 */
pointInTimeRecovery: boolean
/**
 * How far back point-in-time recovery reaches, in days. DynamoDB takes 1 to 35.
 */
recoveryWindowDays: number
/**
 * Whether DynamoDB refuses to delete the table.
 */
deletionProtection: boolean
/**
 * The attribute that says when an item expires: a number, in seconds since 1970. DynamoDB deletes such items within days, so whoever reads has to look at the time as well. Absent: items stay.
 */
timeToLiveAttribute?: string
/**
 * Copies of the table in other Regions, by Region, which DynamoDB keeps up to date within a second or so (global tables, version 2019.11.21): each with the table's recovery, deletion protection and tags. They are there for another Region to go on from. This one answers alone: a condition of a write, and so that a payment is made once, holds within one Region. Takes PAY_PER_REQUEST. The local run makes none.
 */
replicas: {
[k: string]: TableReplica
}
}
/**
 * An attribute of a table that is part of a key.
 */
export interface KeyAttribute {
/**
 * The name of the attribute.
 */
name: string
/**
 * The type of the attribute: S (string), N (number) or B (binary).
 */
type: ("S" | "N" | "B")
}
/**
 * The provisioned capacity of a table or an index.
 */
export interface Capacity {
read: CapacityUnits
write: CapacityUnits
}
/**
 * A provisioned capacity, fixed or autoscaled.
 */
export interface CapacityUnits {
/**
 * Capacity units. Under autoscaling they are the capacity at creation only, and default to its minimum.
 */
units?: number
autoscaling?: Autoscaling
}
/**
 * Target tracking by Application Auto Scaling. Absent: the capacity is fixed. The capacity that it chooses is left alone by later deployments.
 */
export interface Autoscaling {
/**
 * The least capacity, in units.
 */
minimum: number
/**
 * The most capacity, in units. What a table or an index may have is a quota of the account: quotas.dynamodb.
 */
maximum: number
/**
 * The share of the capacity in use that it is scaled to, in percent. Application Auto Scaling takes 20 to 90.
 */
targetUtilizationPercent: number
/**
 * The least time between two decreases, in seconds.
 */
scaleInCooldownSeconds: number
/**
 * The least time between two increases, in seconds.
 */
scaleOutCooldownSeconds: number
}
/**
 * A global secondary index.
 */
export interface TableIndex {
partitionKey: KeyAttribute
sortKey?: KeyAttribute
/**
 * Which attributes the index holds.
 */
projection: ("ALL" | "KEYS_ONLY" | "INCLUDE")
/**
 * The attributes beside the keys that an index with projection INCLUDE holds. DynamoDB accepts 20 for an index (DynamoDB API Reference, Projection) and 100 for all indexes of a table together.
 * 
 * @minItems 1
 * @maxItems 20
 */
nonKeyAttributes?: string[]
/**
 * Over how many values of the partition key whoever writes spreads the items of one kind: one value takes 1,000 write units a second (Amazon DynamoDB, partition key design). Absent: the index's largest write capacity by 1,000, rounded up; 4 on demand, where a new table takes 4,000. Raising it is safe at any time; after lowering it, lists miss what the last shards hold.
 */
shardCount?: number
capacity?: Capacity
}
/**
 * A copy of a table in another Region.
 */
export interface TableReplica {
/**
 * The key that the copy is encrypted with, of its own Region. Under encryption.key CUSTOMER_MANAGED it has to have one; otherwise AWS has the keys.
 */
kmsKeyArn?: string
}
/**
 * A standard SQS queue.
 */
export interface Queue {
/**
 * How long a message is kept, in seconds. SQS takes 60 to 1,209,600 (14 days).
 */
messageRetentionSeconds: number
/**
 * How long a received message stays hidden from other consumers, in seconds. SQS takes 0 to 43,200.
 */
visibilityTimeoutSeconds: number
/**
 * The largest message, in bytes. SQS takes 1,024 to 1,048,576 (1 MiB).
 */
maximumMessageSizeBytes: number
/**
 * Whether SQS refuses whoever does not speak TLS, by the policy of the queue.
 */
requireTls: boolean
}
/**
 * A Lambda function, bundled from TypeScript at deploy time.
 */
export interface LambdaFunction {
/**
 * The file that the function is bundled from, relative to the project.
 */
entry: string
/**
 * The export of the entry file that Lambda calls.
 */
handler: string
/**
 * The Lambda runtime; the bundle is made for its Node.js.
 */
runtime: ("nodejs24.x" | "nodejs22.x")
/**
 * The instruction set of the function.
 */
architecture: ("arm64" | "x86_64")
/**
 * The memory of the function, in MB; CPU grows with it. Lambda takes 128 to 10,240.
 */
memorySizeMegabytes: number
/**
 * How long an invocation may take, in seconds. Lambda takes 1 to 900; a function behind the API must end 1 s before the API's integration timeout.
 */
timeoutSeconds: number
/**
 * How many instances may run at once, reserved for this function, out of the account's quota: quotas.lambda. Absent: the account's unreserved concurrency is shared.
 */
reservedConcurrency?: number
/**
 * How long an invocation takes under load, in milliseconds, as measured: its p99, say. With it the compiler says whether the function's concurrency or the API's throttle is met first, and at how many requests a second. Absent: only what holds for any duration is checked.
 */
expectedDurationMilliseconds?: number
deadLetterQueue?: Name
/**
 * The environment variables of the function, by name. Those that Lambda sets itself, such as AWS_REGION, it takes from nobody.
 */
environment: {
[k: string]: Text
}
access: Access
}
/**
 * What a function may do to which part.
 */
export interface Access {
/**
 * DynamoDB's actions, by table. Query and Scan hold for the table's indexes too.
 */
tables: {
/**
 * @minItems 1
 */
[k: string]: ("GetItem" | "BatchGetItem" | "Query" | "Scan" | "PutItem" | "UpdateItem" | "DeleteItem" | "BatchWriteItem" | "ConditionCheckItem" | "DescribeTable")[]
}
/**
 * SQS's actions, by queue.
 */
queues: {
/**
 * @minItems 1
 */
[k: string]: ("SendMessage" | "ReceiveMessage" | "DeleteMessage" | "ChangeMessageVisibility" | "GetQueueAttributes" | "GetQueueUrl" | "PurgeQueue")[]
}
}
/**
 * A REST API of API Gateway.
 */
export interface Api {
name: Name
description: Text
/**
 * Where the API is reached: in its Region, through CloudFront's edge locations, or from VPCs alone, through their endpoints (vpcEndpointIds).
 */
endpointType: ("REGIONAL" | "EDGE" | "PRIVATE")
/**
 * The VPC endpoints of execute-api that lead to a PRIVATE API, each with a DNS name of its own for it; the API's policy refuses what comes by any other.
 */
vpcEndpointIds: string[]
resourcePolicy?: ResourcePolicy
domain?: Domain
/**
 * The name of the stage: the first part of each URL's path, and the stage's logical name.
 */
stage: string
authorization: Authorization
cognito?: CognitoAuthorizer
lambdaAuthorizer?: LambdaAuthorizer
/**
 * Usage plans, by logical name: API keys, and how much those who have one may ask. AWS makes up the keys' values: the console shows them.
 */
usagePlans: {
[k: string]: UsagePlan
}
/**
 * How long API Gateway waits for a function, in milliseconds: at least 50, at most the account's quota (quotas.apiGateway), which AWS raises to 300,000 at most.
 */
integrationTimeoutMilliseconds: number
throttle: Throttle
webAcl?: WebAcl
cache?: Cache
/**
 * Whether each method has CloudWatch metrics of its own.
 */
metrics: boolean
/**
 * How much API Gateway logs of each execution, in the log group of its own that it is given here. ERROR and INFO need the account's logging role (ownsAccountLoggingRole).
 */
executionLogging: ("OFF" | "ERROR" | "INFO")
/**
 * Whether API Gateway writes a line of JSON for each request to a log group: its ids, who called which route from where, what was answered and in what time; no query string and no body. It needs the account's logging role (ownsAccountLoggingRole).
 */
accessLogging: boolean
traceSampling?: TraceSampling
/**
 * Whether whole requests and responses are logged. They hold personal and payment data: leave it off.
 */
dataTrace: boolean
cors?: Cors
/**
 * Whether this environment creates the role that API Gateway logs with. There is one per account and Region: exactly one environment there may own it. To hand it over, deploy the new owner first. Without an owner, API Gateway logs nothing there.
 */
ownsAccountLoggingRole: boolean
/**
 * The routes, by logical name.
 */
routes: {
[k: string]: Route
}
}
/**
 * From where the API may be called, and by whose accounts, beside what its routes ask of a caller. API Gateway takes a policy of 8,192 characters. Absent: from anywhere that leads to it, by this account.
 */
export interface ResourcePolicy {
/**
 * The networks that a request has to come from, as CIDR blocks: public addresses, or of a PRIVATE API those within the VPCs. None: any.
 * 
 * @maxItems 50
 */
sourceCidrs: string[]
/**
 * Other accounts of AWS whose roles may call the routes with authorization AWS_IAM, where their own policies let them.
 * 
 * @maxItems 20
 */
accountIds: string[]
}
/**
 * A domain name of your own for the API, whose stage is not part of its URLs. Your DNS has to lead it to {{ api.domain.target }}, an alias in the zone {{ api.domain.targetZoneId }}. Absent: none, and API Gateway's own name takes TLS 1.0 of a public API.
 */
export interface Domain {
name: EarlyText
/**
 * The ARN of the certificate for it in AWS Certificate Manager: of the API's Region, or of us-east-1 where endpointType is EDGE.
 */
certificateArn: string
/**
 * The versions of TLS that are taken: 1.2 and 1.3, or 1.3 alone, by a policy of REGIONAL APIs without mutual TLS.
 */
securityPolicy: ("TLS_1_2" | "SecurityPolicy_TLS13_1_3_2025_09")
/**
 * Whether the API answers at this name alone, and no longer at API Gateway's own (execute-api). Set it to false for a time while clients move; and before the domain is taken away, for API Gateway keeps its name off.
 */
disableExecuteApiEndpoint: boolean
mutualTls?: MutualTls
}
/**
 * Mutual TLS: clients have to show a certificate as well, on top of what their route asks. Absent: none.
 */
export interface MutualTls {
/**
 * The object in Amazon S3 with the certificates of the authorities that are trusted, in PEM; deploying reads it.
 */
truststoreUri: string
/**
 * The version of that object, in a bucket that keeps them: another one is how clients come and go. Absent: the newest, read once.
 */
truststoreVersion?: string
/**
 * The ARN of a certificate that AWS has issued for the name, which proves that it is yours. Needed where certificateArn was imported, or issued by a private authority.
 */
ownershipVerificationCertificateArn?: string
}
/**
 * The user pools whose tokens authorization COGNITO_USER_POOLS takes, in the header Authorization. Absent: none.
 */
export interface CognitoAuthorizer {
/**
 * The ARNs of the user pools.
 * 
 * @minItems 1
 */
userPoolArns: string[]
/**
 * Of which the access token must have one. None: the identity token is asked for.
 */
scopes: string[]
}
/**
 * The function that authorization CUSTOM asks who may call: it answers with a policy, and with the principalId that idempotency keys belong to. Absent: none.
 */
export interface LambdaAuthorizer {
functionArn: Text
/**
 * What the function is given: the token of the header (TOKEN), or the request without its body (REQUEST).
 */
type: ("TOKEN" | "REQUEST")
/**
 * The header that tells callers apart. A request without it is refused before the function is asked. AWS WAF leaves headers of at most 40 characters out of its log.
 */
header: string
/**
 * How long API Gateway keeps the function's answer to a header, for all routes: its policy must speak of all of them. 0 is not at all; API Gateway takes 0 to 3,600.
 */
cacheSeconds: number
}
/**
 * API keys and what each may ask.
 */
export interface UsagePlan {
/**
 * The API keys, by logical name: one for each client.
 * 
 * @minItems 1
 */
keys: Name[]
throttle?: UsagePlanThrottle
quota?: UsagePlanQuota
}
/**
 * The throttle of each key: a token bucket, best effort. Absent: that of the stage alone.
 */
export interface UsagePlanThrottle {
/**
 * Steady requests a second.
 */
rateLimit: number
/**
 * Requests at once.
 */
burstLimit: number
}
/**
 * How many requests each key has in a period. Absent: any number.
 */
export interface UsagePlanQuota {
/**
 * The number of requests.
 */
requests: number
/**
 * The period that they are counted in.
 */
period: ("DAY" | "WEEK" | "MONTH")
}
/**
 * The throttle of each method of the stage: a token bucket, best effort.
 */
export interface Throttle {
/**
 * Steady requests a second, at most the account's quota: quotas.apiGateway.
 */
rateLimit: number
/**
 * Requests at once, the size of the bucket, at most the account's quota: quotas.apiGateway.
 */
burstLimit: number
}
/**
 * A web ACL of AWS WAF before the stage: what it blocks gets 403, and reaches neither the throttle nor a function. It reads the first 16 KB of a body. Absent: none.
 */
export interface WebAcl {
/**
 * What becomes of a request that a rule matches: COUNT lets it pass and logs it, to try rules on real traffic before they block.
 */
action: ("BLOCK" | "COUNT")
rateLimit: WebAclRateLimit
/**
 * The rules that AWS keeps, in the order in which they are tried. AmazonIpReputationList: addresses known for attacks; CommonRuleSet: what OWASP describes, bodies over 8 KB, requests without User-Agent; KnownBadInputsRuleSet: attempts at known holes such as Log4j; SQLiRuleSet and LinuxRuleSet: injections into SQL and into paths. AnonymousIpList also blocks hosting providers, from which servers of merchants call.
 */
managedRuleGroups: ("AWSManagedRulesAmazonIpReputationList" | "AWSManagedRulesCommonRuleSet" | "AWSManagedRulesKnownBadInputsRuleSet" | "AWSManagedRulesSQLiRuleSet" | "AWSManagedRulesLinuxRuleSet" | "AWSManagedRulesAnonymousIpList")[]
/**
 * Whether what a rule matched is logged, with the rule and the address, and without query string and credentials.
 */
logging: boolean
}
/**
 * How many requests one IP address has; clients behind one proxy share them. WAF looks about every 10 seconds: a limit is not exact.
 */
export interface WebAclRateLimit {
/**
 * Requests of one address within the window. WAF takes 10 to 2,000,000,000.
 */
requests: number
/**
 * How far back they are counted, in seconds. WAF takes these only.
 */
windowSeconds: (60 | 120 | 300 | 600)
}
/**
 * The cache cluster of the stage, encrypted, for the routes that say `cache: true`. Only who may execute-api:InvalidateCache can empty it. Absent: no cache.
 */
export interface Cache {
/**
 * The size of the cluster, in GB; it is billed by the hour. API Gateway takes these sizes only.
 */
clusterSizeGigabytes: ("0.5" | "1.6" | "6.1" | "13.5" | "28.4" | "58.2" | "118" | "237")
/**
 * How long an answer is kept, in seconds. API Gateway takes 0 to 3,600.
 */
ttlSeconds: number
}
/**
 * Which requests to the API are traced with AWS X-Ray, where tracing is on. Absent: as X-Ray's default rule says, which is the first request of each second and 5 % of the others.
 */
export interface TraceSampling {
/**
 * Requests of each second that are traced in any case, by all of the API together (the reservoir).
 */
requestsPerSecond: number
/**
 * The share of the other requests that is traced, in percent.
 */
percent: number
/**
 * Of several rules that match a request, X-Ray takes the one with the lowest number: 1 to 9,999.
 */
priority: number
}
/**
 * Which web pages may call the API: each path gets an OPTIONS method, and answers carry the headers of the Fetch Standard. So do the answers that API Gateway gives by itself, such as 401, 403, 429 and 5xx. With several origins, pages of any origin may read those, since API Gateway cannot choose among origins; they hold no payment data. Absent: none.
 */
export interface Cors {
/**
 * The origins of the pages; * alone is any.
 * 
 * @minItems 1
 */
origins: string[]
}
/**
 * A method of a path, and the function that answers it.
 */
export interface Route {
/**
 * The HTTP method.
 */
method: ("GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS")
path: Path
function: Name
authorization?: Authorization
/**
 * Whether api.cache keeps the answers of the route, which must be a GET. Its key is all path and query parameters and, unless anybody may call, the header that tells callers apart; signed requests never share an entry.
 */
cache: boolean
/**
 * Whether API Gateway refuses bodies that the payment's schema (payment.bodySchema) does not allow, before the function is called. It validates JSON alone: a body of another type reaches the function, which says what it reads.
 */
validateBody: boolean
/**
 * The query parameters that the route reads, by name.
 */
queryParameters: {
[k: string]: QueryParameter
}
example?: RouteExample
}
/**
 * A query parameter.
 */
export interface QueryParameter {
/**
 * Whether a request must have it.
 */
required: boolean
}
/**
 * A request that the local run prints as a curl line. Absent: none is printed.
 */
export interface RouteExample {
/**
 * The values of the path's parameters, by name.
 */
pathParameters: {
[k: string]: string
}
/**
 * The values of query parameters, by name.
 */
queryParameters: {
[k: string]: string
}
/**
 * The JSON text of the body.
 */
body?: string
}
/**
 * A CloudWatch alarm on one metric, or on an expression over several.
 */
export interface Alarm {
description: Text
metric?: Metric
math?: MetricMath
/**
 * The length of a period, in seconds: 10, 20, 30 or a multiple of 60.
 */
periodSeconds: number
/**
 * How many periods are looked at.
 */
evaluationPeriods: number
/**
 * How many of these periods must be over the threshold. Absent: all.
 */
datapointsToAlarm?: number
/**
 * How the value is compared with the threshold.
 */
comparison: ("GreaterThanThreshold" | "GreaterThanOrEqualToThreshold" | "LessThanThreshold" | "LessThanOrEqualToThreshold")
/**
 * The threshold, in the unit of the metric.
 */
threshold: number
/**
 * What a period without data counts as.
 */
treatMissingData: ("missing" | "ignore" | "breaching" | "notBreaching")
notify: Notify
drill?: Drill
}
/**
 * A CloudWatch metric that an AWS service publishes of a part; namespace and dimensions follow from the part.
 */
export interface Metric {
/**
 * The part: functions.<name>, queues.<name>, tables.<name>, tables.<name>.indexes.<name>, or api. functions.<name>.metrics are those that the function's own code publishes, in the namespace that its environment variable METRICS_NAMESPACE names.
 */
resource: string
/**
 * The name of the metric, as the service of the resource publishes it: an unknown one is ENV3230. Metrics that code publishes which is not the payment handler may have any name.
 */
name: string
/**
 * How the values of a period become one: a statistic, a percentile such as p99, or a percentile rank such as PR(:300), the share of values up to 300 in percent.
 */
statistic: string
/**
 * Dimensions beside those that follow from the part, such as the Operation of a table's SystemErrors. CloudWatch takes 30 at most.
 */
dimensions: {
[k: string]: string
}
}
/**
 * An expression over metrics. An alarm has this or metric.
 */
export interface MetricMath {
/**
 * The id of the expression's result.
 */
id: string
/**
 * What graphs call the result. Absent: its id.
 */
label?: string
/**
 * The expression, over the ids of the metrics. CloudWatch accepts at most 1,024 characters (CloudWatch API Reference, MetricDataQuery; the AWS provider checks it).
 */
expression: string
/**
 * The metrics, by id. CloudWatch takes 10 at most.
 */
metrics: {
[k: string]: Metric
}
}
/**
 * Values on which an alarm must go off, and on which it must not.
 */
export interface Drill {
fires: DrillSeries
quiet: DrillSeries
}
/**
 * The values of each metric, one a period from the oldest on, by the metric's id; of an alarm on one metric the id is metric. _ is a period without data.
 */
export interface DrillSeries {
[k: string]: string
}
/**
 * An alarm on the states of other alarms, those of the spec and generated ones alike. It has anyOf or allOf.
 */
export interface CompositeAlarm {
description: Text
anyOf?: AlarmNames
allOf?: AlarmNames
notify: Notify
}
/**
 * What watches the system by itself, and who hears of it.
 */
export interface Monitoring {
/**
 * Whether each part of the system gets the alarms of its kind: errors, latency, throttles, duration against the timeout, concurrency against the reserve, capacity against the maximum, dead letters, age of messages, refused payments. An alarm of the spec takes the place of a generated one of its name.
 */
generatedAlarms: boolean
thresholds: AlarmThresholds
slo?: Slo
notifications: Notifications
/**
 * Whether the system has a CloudWatch dashboard with the metrics and alarms of its parts.
 */
dashboard: boolean
}
/**
 * The thresholds of generated alarms.
 */
export interface AlarmThresholds {
/**
 * The share of the API's requests that may fail with a 5XX status, and of a function's invocations that may throw, in percent.
 */
serverErrorPercent: number
/**
 * The share of the API's requests that may be refused with a 4XX status, in percent.
 */
clientErrorPercent: number
/**
 * What the 99th percentile of the API's latency may come to, in milliseconds.
 */
latencyMilliseconds: number
/**
 * How much of a limit may be in use, in percent: of a function's timeout and reserved concurrency, of API Gateway's patience, of a table's maximum capacity.
 */
usedPercent: number
/**
 * How many messages may wait in a queue that is no dead-letter queue.
 */
queuedMessages: number
/**
 * How old a message may become, in percent of the time that its queue keeps it.
 */
messageAgePercent: number
/**
 * The share of payments that may be refused, in percent.
 */
refusedPercent: number
/**
 * How many times the average amount of an hour's payments the largest of them may be. Fewer payments than that cannot exceed it.
 */
largestAmountTimesAverage: number
}
/**
 * A service level objective over 30 days.
 */
export interface Slo {
/**
 * The share of requests that do not fail with a 5XX status, in percent. The fastest burn rate that is watched is 14.4, which must stay below all requests failing.
 */
availabilityPercent: number
/**
 * Within what time the share latencyPercent of requests is answered, in milliseconds. Absent: latency has no objective.
 */
latencyMilliseconds?: number
/**
 * The share of requests that is answered within latencyMilliseconds, in percent.
 */
latencyPercent: number
}
/**
 * The SNS topics of alarms, one for pages and one for notices, and who is subscribed to them.
 */
export interface Notifications {
/**
 * The subscriptions, by name. One whose endpoint is empty is left out.
 */
subscriptions: {
[k: string]: Subscription
}
slack?: SlackChannel
}
/**
 * An address that alarms are sent to.
 */
export interface Subscription {
/**
 * How it is sent. SNS asks an email address to confirm, once; an HTTPS endpoint must confirm by itself.
 */
protocol: ("email" | "https")
endpoint: EarlyText
receives: Receives
}
/**
 * A Slack channel that alarms are posted in, by Amazon Q Developer in chat applications (AWS Chatbot). The workspace is authorized once, by hand, in its console. Absent: none.
 */
export interface SlackChannel {
/**
 * The id of the workspace, as the console shows it.
 */
workspaceId: string
/**
 * The id of the channel: the last part of its link.
 */
channelId: string
receives: Receives
}
