// Generated from environment.schema.json by `npm run generate`: edit that instead.

import type { Text as ResolvedText } from '../compiler/graph/value';


export type EarlyText = string
export type Text = ResolvedText
/**
 * The logical name of a part.
 */
export type Name = string
/**
 * The authentication of callers. AWS_IAM: requests signed with Signature Version 4 by a principal with execute-api:Invoke. COGNITO_USER_POOLS: a token of api.cognito. CUSTOM: the function of api.lambdaAuthorizer decides, for example by a JWT. API_KEY: a key of api.usagePlans, which identifies callers but is weak authentication. NONE: anyone, which requires a waiver of ENV3090.
 */
export type Authorization = ("AWS_IAM" | "COGNITO_USER_POOLS" | "CUSTOM" | "API_KEY" | "NONE")
/**
 * The path of a route: segments, of which those in braces are parameters.
 */
export type Path = string
/**
 * The recipients of an alarm.
 */
export type Notify = ("PAGE" | "NOTICE" | "NONE")
/**
 * Names of alarms. The rule of a composite alarm allows at most 100.
 * 
 * @minItems 1
 * @maxItems 100
 */
export type AlarmNames = Name[]
/**
 * The alarms that are sent: pages, notices or both.
 * 
 * @minItems 1
 */
export type Receives = ("PAGE" | "NOTICE")[]

/**
 * One environment of the system: spec/<environment>.yaml, merged with the spec that it extends.
 */
export interface Environment {
/**
 * The name of the system; the first part of each physical name.
 */
project: string
environment: EarlyText
suffix: EarlyText
/**
 * The AWS Region of the system.
 */
region: string
application: EarlyText
costCenter: EarlyText
/**
 * The rules for physical names.
 */
naming: {
pattern: EarlyText
}
/**
 * The process variables that expressions may read as {{ env.NAME }}, by name. A variable that declares it, whose name ends in a word such as TOKEN or PASSWORD, or whose value has the form of a key, is a secret: no command prints its value, and Pulumi encrypts it.
 */
variables: {
[k: string]: ProcessVariable
}
/**
 * The account of the deployment and its credentials.
 */
provider: {
/**
 * The AWS accounts that this environment can be deployed to; a deployment to any other account fails before it creates anything. Empty: any account.
 */
allowedAccountIds: string[]
/**
 * The IAM role that the deployment assumes, for example in another account. Absent: the caller's credentials.
 */
assumeRole?: {
roleArn: EarlyText
externalId?: EarlyText
sessionName: EarlyText
}
defaultTags: Tags
/**
 * Former logical names of the provider. If the stack contains one of them, the deployment adopts that provider with its resources instead of creating a new provider.
 */
aliases: string[]
}
quotas: Quotas
/**
 * Whether Pulumi refuses to delete or replace resources with data: tables, queues, log groups, the backup vault, and the encryption key.
 */
protect: boolean
encryption: Encryption
/**
 * The permissions boundary of the roles of functions. GENERATED: a policy that allows exactly the actions of their own policies. An ARN: that policy for all roles. NONE: no boundary.
 */
permissionsBoundary: string
backup?: Backup
/**
 * The parts whose data a deployment may delete or replace: tables.<name>, tables.<name>.indexes.<name> for an index that is rebuilt, tables.<name>.stream for changes that triggers have not read, queues.<name>, functions.<name> for its log group, api.accessLogging, api.executionLogging and api.webAcl.logging for their log groups, or api for all three, encryption for the key, or backup for the vault. Otherwise such a change is refused before the deployment.
 */
allowReplacement: string[]
/**
 * The findings that the environment accepts, each under a name of your choice: findings of this compiler, and findings of linters in the exported template. The finding of an expired waiver counts again.
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
 * The retention of log events, in days; 0 means forever. CloudWatch Logs allows only these values.
 */
logRetentionDays: (0 | 1 | 3 | 5 | 7 | 14 | 30 | 60 | 90 | 120 | 150 | 180 | 365 | 400 | 545 | 731 | 1096 | 1827 | 2192 | 2557 | 2922 | 3288 | 3653)
/**
 * The payments that the API accepts, and its responses.
 */
payment: {
/**
 * The accepted currencies: ISO 4217 alphabetic codes. Amounts have at most the decimals of their currency.
 * 
 * @minItems 1
 */
currencies: string[]
/**
 * The minimum and maximum amount, by currency. A currency without an entry accepts any amount above 0 with at most 38 digits (DynamoDB's precision).
 */
limits: {
[k: string]: AmountLimits
}
/**
 * The JSON Schema (draft 2020-12) of the body of a new payment, relative to this file. The handler validates bodies with it, and so does API Gateway on routes with validateBody. Absent: the handler's own schema.
 */
bodySchema?: string
/**
 * How members of a body that the API does not know are handled: ignored, stored and returned with the payment, or rejected.
 */
unknownMembers: ("IGNORE" | "KEEP" | "REFUSE")
/**
 * Whether a new payment requires an identification of retries: an Idempotency-Key header, or a client-supplied id in the body. OPTIONAL: a payment without it gets a random id, and a retry creates another payment.
 */
idempotency: ("OPTIONAL" | "REQUIRED")
/**
 * The number of payments on a page of a list if the request does not set a limit.
 */
pageSize: number
/**
 * The webhooks that receive the events of payments, by name. A function with the entry runtime/publisher.ts sends the events, and one with runtime/deliverer.ts posts them.
 */
webhooks: {
[k: string]: Webhook
}
}
/**
 * The DynamoDB tables, by logical name.
 */
tables: {
[k: string]: Table
}
/**
 * The secrets that functions read at run time, by logical name. A spec states where the value of a secret is, and never the value.
 */
secrets: {
[k: string]: Secret
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
traffic?: Traffic
budget?: Budget
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
 * The value if the variable is not set or empty.
 */
default: string
/**
 * Whether the value is a secret, whatever its name and form: no command prints it, and Pulumi encrypts it. Functions of production read secrets at run time instead: see secrets.
 */
secret: boolean
}
/**
 * Tags: keys and values.
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
 * The concurrent executions of all functions (AWS Lambda quotas: 1,000; new accounts have fewer). Functions can reserve all but 100 of them.
 */
concurrentExecutions: number
}
/**
 * Quotas of Amazon API Gateway.
 */
export interface ApiGatewayQuotas {
/**
 * The rate of requests to all APIs, in requests a second (Amazon API Gateway quotas). Absent: AWS's default, 10,000, or 2,500 in newer Regions.
 */
throttleRateLimit?: number
/**
 * The burst of requests to all APIs, which AWS derives from the rate (Amazon API Gateway quotas). Absent: AWS's default, 5,000, or 1,250 in newer Regions.
 */
throttleBurstLimit?: number
/**
 * The maximum integration timeout of a regional API, in milliseconds (Amazon API Gateway quotas for REST APIs: 29,000). AWS raises it to at most 300,000, and may lower the throttle in return.
 */
integrationTimeoutMilliseconds: number
/**
 * The path resources of an API: one for each path of a route and for each path above it (Amazon API Gateway quotas for REST APIs: 300).
 */
resourcesPerApi: number
/**
 * The usage plans of the account (Amazon API Gateway quotas for REST APIs: 300).
 */
usagePlans: number
/**
 * The characters of the resource policy of an API (Amazon API Gateway quotas for REST APIs: 8,192).
 */
resourcePolicyCharacters: number
}
/**
 * Quotas of AWS Identity and Access Management, which apply to the whole account and not to a Region.
 */
export interface IamQuotas {
/**
 * The roles of the account (IAM and AWS STS quotas: 1,000). Each function has one.
 */
roles: number
}
/**
 * Quotas of Amazon DynamoDB.
 */
export interface DynamoDBQuotas {
/**
 * The read capacity of a provisioned table, and of each of its indexes (Amazon DynamoDB quotas: 40,000).
 */
tableReadCapacityUnits: number
/**
 * The write capacity of a provisioned table, and of each of its indexes (Amazon DynamoDB quotas: 40,000).
 */
tableWriteCapacityUnits: number
/**
 * The total read capacity of all provisioned tables and indexes of the account (Amazon DynamoDB quotas: 80,000).
 */
accountReadCapacityUnits: number
/**
 * The total write capacity of all provisioned tables and indexes of the account (Amazon DynamoDB quotas: 80,000).
 */
accountWriteCapacityUnits: number
/**
 * The tables of the account (Amazon DynamoDB quotas: 2,500).
 */
tables: number
/**
 * The global secondary indexes of a table (Amazon DynamoDB quotas: 20).
 */
indexesPerTable: number
}
/**
 * The encryption at rest of tables and their backups, queues, alarm topics, log groups and the environment variables of functions.
 */
export interface Encryption {
/**
 * The owner of the key. CUSTOMER_MANAGED: a key of the environment, which rotates, and which only its functions and their services can use; AWS KMS bills it by month and request. AWS_MANAGED: the account's key of each service. CloudWatch Logs does not have such a key, and alarms cannot publish to a topic with the key of SNS. SERVICE_OWNED: keys of the services, which cost nothing and do not appear in CloudTrail. A change re-encrypts tables in place; existing messages and log events keep their key.
 */
key: ("CUSTOMER_MANAGED" | "AWS_MANAGED" | "SERVICE_OWNED")
/**
 * The days after which a customer-managed key gets new key material; existing data stays readable. AWS KMS allows 90 to 2,560.
 */
rotationPeriodDays: number
/**
 * The days during which the deletion of a customer-managed key can be cancelled; after that, the data under it is lost. AWS KMS allows 7 to 30.
 */
deletionWindowDays: number
}
/**
 * Backups of all tables by AWS Backup in a vault of the environment. They are kept longer than point-in-time recovery, and after the deletion of a table. Absent: none.
 */
export interface Backup {
/**
 * The schedule of backups, in UTC: cron(...) with the six fields minutes, hours, day-of-month, month, day-of-week and year (Amazon EventBridge, "Cron expressions reference"). AWS Backup makes at most one backup an hour and does not accept rate(...).
 */
schedule: string
/**
 * The retention of a backup, in days. AWS Backup allows 1 to 36,500 (100 years).
 */
retentionDays: number
}
/**
 * An accepted finding: its code, its path, and the reason.
 */
export interface Waiver {
/**
 * The code of the warning (ENV3...), or of the finding: checkov's CKV..., cfn-lint's E..., W... or I....
 */
code: string
/**
 * The field that the waiver covers, including everything below it.
 */
path: string
/**
 * The value of the finding's field when it was accepted, as text. At another value the waiver does not apply, and the finding counts again. A finding about a whole part, which is not a single value, does not need a value.
 */
value?: string
/**
 * The reason why the finding is accepted, for auditors of the environment.
 */
reason: string
/**
 * The last day on which the waiver applies, as YYYY-MM-DD; at most 366 days ahead. A waiver has either expires or reviewBy.
 */
expires?: string
/**
 * For a reason that is permanent by design: the day by which the reason must be reviewed, as YYYY-MM-DD; at most 366 days ahead. The waiver still applies after that day.
 */
reviewBy?: string
}
/**
 * The limits of a currency's amounts, both inclusive: decimals as text, so that they stay exact.
 */
export interface AmountLimits {
/**
 * The minimum amount. Absent: any amount above 0.
 */
minimum?: string
/**
 * The maximum amount. Absent: none.
 */
maximum?: string
}
/**
 * A receiver of events: signed HTTPS posts by Standard Webhooks, at least once and in any order.
 */
export interface Webhook {
url: Text
/**
 * The types of the events that it receives.
 * 
 * @minItems 1
 */
events: ("payment.processed" | "payment.refunded" | "payment.cancelled")[]
secret: Name
previousSecret?: Name
/**
 * The time limit of a post, in seconds. Standard Webhooks 1.0.0 advises 15 to 30.
 */
timeoutSeconds: number
/**
 * The delay before each further attempt after a failed one, in seconds, with 10 % of random variation. After the last attempt the event goes to the dead-letter queue. The default is the schedule of Standard Webhooks 1.0.0: 75 hours in all.
 * 
 * @maxItems 20
 */
retryDelaysSeconds: number[]
/**
 * The time for which all posts fail before the webhook is disabled, in hours. The events of a disabled webhook go to the dead-letter queue.
 */
disableAfterHours: number
}
/**
 * A DynamoDB table.
 */
export interface Table {
partitionKey: KeyAttribute
sortKey?: KeyAttribute
/**
 * Whether DynamoDB bills provisioned capacity or requests.
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
 * The expected size of an item, in bytes. The compiler uses it to check rates against provisioned capacity: a write takes one unit for each 1,024 bytes, and a page of a list one unit for each 8,192 bytes, rounded up. DynamoDB allows items of up to 400 KB.
 */
expectedItemSizeBytes: number
/**
 * The expected size of the table without its indexes, in GB, for estimates of the cost of storage, recovery and backups. Absent: these costs are unknown.
 */
expectedSizeGigabytes?: number
/**
 * Whether the table can be restored to any second of its recovery window.
 */
pointInTimeRecovery: boolean
/**
 * The recovery window of point-in-time recovery, in days. DynamoDB allows 1 to 35.
 */
recoveryWindowDays: number
/**
 * Whether DynamoDB refuses to delete the table.
 */
deletionProtection: boolean
/**
 * The attribute with the expiry time of an item: a number, in seconds since 1970. DynamoDB deletes expired items within days, so readers must also check the time. Absent: items do not expire.
 */
timeToLiveAttribute?: string
/**
 * The content of the records in the table's stream, which triggers of functions read. DynamoDB keeps a record for each change of an item for 24 hours (Amazon DynamoDB, "Change data capture for DynamoDB Streams"). A stream with other content is another stream: remove it in one deployment, and add it in the next. Absent: no stream, unless the table has replicas.
 */
stream?: ("KEYS_ONLY" | "NEW_IMAGE" | "OLD_IMAGE" | "NEW_AND_OLD_IMAGES")
/**
 * Replicas of the table in other Regions, by Region, which DynamoDB updates within about a second (global tables, version 2019.11.21). Each has the table's recovery, deletion protection and tags. After a failure of the Region, another Region can continue with a replica. Only this Region writes, because conditional writes, which prevent duplicate payments, are only valid within one Region. Requires PAY_PER_REQUEST. The local run does not create replicas.
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
 * Capacity units. With autoscaling they are only the initial capacity, and default to its minimum.
 */
units?: number
autoscaling?: Autoscaling
}
/**
 * Target tracking by Application Auto Scaling. Absent: the capacity is fixed. Later deployments do not change the capacity that it selects.
 */
export interface Autoscaling {
/**
 * The minimum capacity, in units.
 */
minimum: number
/**
 * The maximum capacity, in units. The account limits it: quotas.dynamodb.
 */
maximum: number
/**
 * The target utilization, in percent. Application Auto Scaling allows 20 to 90.
 */
targetUtilizationPercent: number
/**
 * The minimum time between two decreases, in seconds.
 */
scaleInCooldownSeconds: number
/**
 * The minimum time between two increases, in seconds.
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
 * The attributes that the index contains.
 */
projection: ("ALL" | "KEYS_ONLY" | "INCLUDE")
/**
 * The non-key attributes of an index with projection INCLUDE. DynamoDB allows 20 for an index (DynamoDB API Reference, Projection) and 100 for all indexes of a table together.
 * 
 * @minItems 1
 * @maxItems 20
 */
nonKeyAttributes?: string[]
/**
 * The number of partition key values over which writers spread the items of one kind: one value accepts 1,000 write units a second (Amazon DynamoDB, partition key design). Absent: the maximum write capacity of the index divided by 1,000, rounded up; 4 on demand, where a new table accepts 4,000. Raising it is always safe. Lowering it hides the items of the removed shards, except in lists of the payment handler.
 */
shardCount?: number
capacity?: Capacity
}
/**
 * A replica of a table in another Region.
 */
export interface TableReplica {
/**
 * The KMS key of the replica in its own Region. encryption.key CUSTOMER_MANAGED requires it; otherwise AWS owns the keys.
 */
kmsKeyArn?: string
}
/**
 * A secret in AWS Secrets Manager, or a parameter of AWS Systems Manager. It has either secretsManager or parameter.
 */
export interface Secret {
secretsManager?: EarlyText
parameter?: EarlyText
/**
 * The customer managed key of AWS KMS that encrypts the secret; functions with access get kms:Decrypt on it. Absent: the key of the service, aws/secretsmanager or aws/ssm, which needs no statement.
 */
kmsKeyArn?: string
rotation?: Rotation
}
/**
 * The rotation of a secret: Secrets Manager invokes a function that creates, sets, tests and finishes a new version.
 */
export interface Rotation {
function: Name
/**
 * The days between two rotations; the first one is at that age, and not during the deployment. Secrets Manager allows 1 to 1,000.
 */
everyDays: number
}
/**
 * An SQS queue.
 */
export interface Queue {
/**
 * The retention of a message, in seconds. SQS allows 60 to 1,209,600 (14 days).
 */
messageRetentionSeconds: number
/**
 * The time for which a received message is hidden from other consumers, in seconds. SQS allows 0 to 43,200.
 */
visibilityTimeoutSeconds: number
/**
 * The maximum message size, in bytes. SQS allows 1,024 to 1,048,576 (1 MiB).
 */
maximumMessageSizeBytes: number
/**
 * The time for which a new message is hidden from all consumers, in seconds. A message of a standard queue can set its own delay instead. SQS allows 0 to 900.
 */
delaySeconds: number
deadLetterQueue?: Redrive
fifo?: Fifo
/**
 * Whether the policy of the queue rejects requests without TLS.
 */
requireTls: boolean
}
/**
 * When SQS moves a message to a dead-letter queue.
 */
export interface Redrive {
queue: Name
/**
 * The number of times that consumers can receive a message. SQS moves it to the dead-letter queue at the next receive. SQS allows 1 to 1,000; AWS recommends at least 5 for a queue that Lambda consumes.
 */
maxReceiveCount: number
}
/**
 * The settings of a FIFO queue.
 */
export interface Fifo {
/**
 * Whether SQS derives the deduplication id of a message from its body. Without it, each message must have such an id. SQS drops a message whose id it has accepted in the last 5 minutes.
 */
contentBasedDeduplication: boolean
/**
 * The owner of the throughput quota and of deduplication ids: perQueue has 300 calls/s of each action for the queue; perMessageGroup (high throughput) has a quota for each message group, and deduplicates only within a group.
 */
throughput: ("perQueue" | "perMessageGroup")
}
/**
 * A Lambda function, bundled from TypeScript at deploy time.
 */
export interface LambdaFunction {
/**
 * The entry file of the bundle, relative to the project.
 */
entry: string
/**
 * The export of the entry file that Lambda calls.
 */
handler: string
/**
 * The Lambda runtime; the bundle targets its Node.js version.
 */
runtime: ("nodejs24.x" | "nodejs22.x")
/**
 * The instruction set of the function.
 */
architecture: ("arm64" | "x86_64")
/**
 * The memory of the function, in MB; CPU grows with it. Lambda allows 128 to 10,240.
 */
memorySizeMegabytes: number
/**
 * The timeout of an invocation, in seconds. Lambda allows 1 to 900; a function behind the API must end 1 s before the API's integration timeout.
 */
timeoutSeconds: number
/**
 * The concurrent executions that are reserved for this function, out of the account's quota: quotas.lambda. Absent: the function shares the account's unreserved concurrency.
 */
reservedConcurrency?: number
/**
 * The duration of an invocation under load, in milliseconds, as measured, for example its p99. The compiler uses it to check whether rising load reaches the function's concurrency or the API's throttle first. Absent: only checks that do not depend on the duration.
 */
expectedDurationMilliseconds?: number
deadLetterQueue?: Name
/**
 * The environment variables of the function, by name. Variables that Lambda sets, such as AWS_REGION, are reserved.
 */
environment: {
[k: string]: Text
}
/**
 * The sources of events other than the API that invoke the function, by name: a table's stream, a queue, or a schedule. The role of the function gets the access that its triggers need. Two functions with the same trigger each receive all changes of a table, but share the messages of a queue.
 */
triggers: {
[k: string]: Trigger
}
access: Access
}
/**
 * A source of events that invokes a function. It has exactly one of table, queue and schedule; the other fields each belong to one or two of these sources.
 */
export interface Trigger {
table?: Name
queue?: Name
/**
 * The times at which EventBridge Scheduler invokes the function, at least once each: cron(...) with the six fields minutes, hours, day-of-month, month, day-of-week and year, rate(VALUE UNIT) with the unit minutes, hours or days, or at(YYYY-MM-DDThh:mm:ss) (EventBridge Scheduler, "Schedule types").
 */
schedule?: string
/**
 * The first record of a table's stream that a new trigger delivers: TRIM_HORIZON is the oldest record of the stream, up to 24 hours old; LATEST is the first change after the trigger is active, so that changes during its deployment are not delivered. Changing it replaces the trigger. Absent: TRIM_HORIZON.
 */
startingPosition?: ("TRIM_HORIZON" | "LATEST")
/**
 * The maximum number of records or messages of one invocation. Lambda allows 1 to 10,000, and 10 for a FIFO queue; more than 10 messages of a queue require a batching window of at least 1 s (AWS Lambda API Reference, CreateEventSourceMapping). A batch has at most 6 MB. Absent: 100 for a table, 10 for a queue.
 */
batchSize?: number
/**
 * The time for which Lambda collects a batch that is not full, in seconds. Lambda allows 0 to 300, and 0 for a FIFO queue. Absent: 0, so that Lambda invokes the function as soon as there are records.
 */
maximumBatchingWindowSeconds?: number
/**
 * The number of batches of one shard of a table's stream that are processed at a time; the changes of one item stay in order. Lambda allows 1 to 10. Absent: 1.
 */
parallelizationFactor?: number
/**
 * Whether Lambda halves a batch of a table's changes that failed, and retries the halves, so that one record that always fails does not stop the others. Halving does not count as a retry. Absent: true.
 */
bisectBatchOnError?: boolean
/**
 * The retries after a failed invocation. For a table, Lambda allows 0 to 10,000; absent: until the record expires, and later changes of the shard wait. For a schedule, EventBridge Scheduler allows 0 to 185; absent: 185.
 */
maximumRetryAttempts?: number
/**
 * The age of a table's change after which Lambda gives it up, in seconds. Lambda allows 60 to 604,800; a stream keeps a record for 86,400 s (24 hours). Absent: until the record expires.
 */
maximumRecordAgeSeconds?: number
onFailure?: Name
/**
 * The maximum number of concurrent invocations for messages of the queue. Lambda allows 2 to 1,000. A queue ignores the reserved concurrency of its function: without this limit, throttled messages may reach the dead-letter queue although nothing is wrong with them. Absent: up to 1,000.
 */
maximumConcurrency?: number
/**
 * Event patterns of EventBridge syntax; Lambda only delivers records and messages that match one of them. It skips other changes of a table, and deletes other messages from the queue. The texts of a pattern are literal. Lambda allows 5 patterns of at most 4,096 characters each (AWS Lambda, "Control which events Lambda sends to your function"). Absent: all.
 * 
 * @minItems 1
 * @maxItems 5
 */
filters?: {
[k: string]: unknown
}[]
/**
 * The time zone of a cron(...) or at(...) schedule, by its name in the IANA database; the schedule follows its daylight saving time. Absent: UTC.
 */
timeZone?: string
/**
 * The window after each time of the schedule within which EventBridge Scheduler invokes the function, in minutes. EventBridge Scheduler allows 1 to 1,440; 0 is at the time itself. Absent: 0.
 */
flexibleWindowMinutes?: number
/**
 * The time for which EventBridge Scheduler retries a failed invocation, in seconds. EventBridge Scheduler allows 60 to 86,400. Absent: 86400.
 */
maximumEventAgeSeconds?: number
deadLetterQueue?: Name
/**
 * The event that the function receives from a schedule. The texts within it are literal. Absent: an event with the version, id, time and resources of the schedule.
 */
input?: {
[k: string]: unknown
}
}
/**
 * The access of a function to each part.
 */
export interface Access {
/**
 * Actions of DynamoDB, by table. Query and Scan include the table's indexes.
 */
tables: {
/**
 * @minItems 1
 */
[k: string]: ("GetItem" | "BatchGetItem" | "Query" | "Scan" | "PutItem" | "UpdateItem" | "DeleteItem" | "BatchWriteItem" | "ConditionCheckItem" | "DescribeTable")[]
}
/**
 * The secrets that the function can read: GetSecretValue or GetParameter on exactly their ARNs, and Decrypt on their keys.
 */
secrets: Name[]
/**
 * Actions of SQS, by queue.
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
 * The endpoint of the API: in its Region (REGIONAL), at CloudFront's edge locations (EDGE), or only in VPCs, through VPC endpoints (PRIVATE, see vpcEndpointIds).
 */
endpointType: ("REGIONAL" | "EDGE" | "PRIVATE")
/**
 * The VPC endpoints of execute-api for a PRIVATE API, each with its own DNS name for the API; the API's policy rejects requests through other endpoints.
 */
vpcEndpointIds: string[]
resourcePolicy?: ResourcePolicy
domain?: Domain
/**
 * The name of the stage: the first segment of each URL's path, and the stage's logical name.
 */
stage: string
authorization: Authorization
cognito?: CognitoAuthorizer
lambdaAuthorizer?: LambdaAuthorizer
/**
 * Usage plans, by logical name: API keys, and their throttles and quotas. AWS generates the values of the keys; the console shows them.
 */
usagePlans: {
[k: string]: UsagePlan
}
/**
 * The integration timeout of functions, in milliseconds: at least 50, at most the account's quota (quotas.apiGateway), which AWS raises to at most 300,000.
 */
integrationTimeoutMilliseconds: number
throttle: Throttle
webAcl?: WebAcl
cache?: Cache
/**
 * Whether CloudWatch metrics are published for each method.
 */
metrics: boolean
/**
 * The level of API Gateway's execution logs, in a log group of the environment. ERROR and INFO require the account's logging role (ownsAccountLoggingRole).
 */
executionLogging: ("OFF" | "ERROR" | "INFO")
/**
 * Whether API Gateway writes a line of JSON for each request to a log group: its ids, caller, route, address, status and latency, without query string and body. It requires the account's logging role (ownsAccountLoggingRole).
 */
accessLogging: boolean
traceSampling?: TraceSampling
/**
 * Whether complete requests and responses are logged. They contain personal and payment data: do not enable it in production.
 */
dataTrace: boolean
cors?: Cors
/**
 * Whether this environment creates the role that API Gateway logs with. An account has one such role in each Region, so exactly one environment may own it. To change the owner, deploy the new owner first. Without an owner, API Gateway does not write logs.
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
 * The networks and accounts that can call the API, in addition to the authorization of its routes. API Gateway allows a policy of 8,192 characters. Absent: any network, and this account.
 */
export interface ResourcePolicy {
/**
 * The allowed source networks, as CIDR blocks: public addresses, or addresses in the VPCs for a PRIVATE API. Empty: any.
 * 
 * @maxItems 50
 */
sourceCidrs: string[]
/**
 * Other AWS accounts whose roles can call the routes with authorization AWS_IAM, if their own policies allow it.
 * 
 * @maxItems 20
 */
accountIds: string[]
}
/**
 * A custom domain name for the API; its URLs do not contain the stage. Your DNS must point it to {{ api.domain.target }}, an alias in the zone {{ api.domain.targetZoneId }}. Absent: none; API Gateway's default endpoint of a public API accepts TLS 1.0.
 */
export interface Domain {
name: EarlyText
/**
 * The ARN of the certificate of the domain name in AWS Certificate Manager: in the API's Region, or in us-east-1 if endpointType is EDGE.
 */
certificateArn: string
/**
 * The accepted versions of TLS: 1.2 and 1.3, or 1.3 only, by a policy of REGIONAL APIs without mutual TLS.
 */
securityPolicy: ("TLS_1_2" | "SecurityPolicy_TLS13_1_3_2025_09")
/**
 * Whether API Gateway's default endpoint (execute-api) is disabled. Set it to false while clients move, and before you remove the domain, since API Gateway keeps the endpoint disabled.
 */
disableExecuteApiEndpoint: boolean
mutualTls?: MutualTls
}
/**
 * Mutual TLS: clients must also present a certificate. Absent: none.
 */
export interface MutualTls {
/**
 * The object in Amazon S3 with the certificates of the trusted authorities, in PEM; the deployment reads it.
 */
truststoreUri: string
/**
 * The version of that object, in a versioned bucket: set another version to change the trusted authorities. Absent: the latest, read once.
 */
truststoreVersion?: string
/**
 * The ARN of a certificate that AWS has issued for the name, as proof of ownership. Required if certificateArn was imported, or issued by a private authority.
 */
ownershipVerificationCertificateArn?: string
}
/**
 * The user pools whose tokens authorization COGNITO_USER_POOLS accepts, in the header Authorization. Absent: none.
 */
export interface CognitoAuthorizer {
/**
 * The ARNs of the user pools.
 * 
 * @minItems 1
 */
userPoolArns: string[]
/**
 * The scopes, of which an access token must have at least one. Empty: an identity token is required.
 */
scopes: string[]
}
/**
 * The function of authorization CUSTOM: it returns a policy, and the principalId that idempotency keys belong to. Absent: none.
 */
export interface LambdaAuthorizer {
functionArn: Text
/**
 * The input of the function: the token of the header (TOKEN), or the request without its body (REQUEST).
 */
type: ("TOKEN" | "REQUEST")
/**
 * The header that identifies callers. API Gateway rejects a request without it before it calls the function. AWS WAF omits only headers of at most 40 characters from its log.
 */
header: string
/**
 * How long API Gateway caches the function's policy for a header, for all routes: the policy must cover all of them. 0 disables the cache; API Gateway allows 0 to 3,600 s.
 */
cacheSeconds: number
}
/**
 * API keys with a throttle and a quota.
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
 * The throttle of each key: a token bucket, best effort. Absent: only the throttle of the stage.
 */
export interface UsagePlanThrottle {
/**
 * The rate, in requests a second.
 */
rateLimit: number
/**
 * The burst, in requests.
 */
burstLimit: number
}
/**
 * The number of requests of each key in a period. Absent: no limit.
 */
export interface UsagePlanQuota {
/**
 * The number of requests.
 */
requests: number
/**
 * The period of the quota.
 */
period: ("DAY" | "WEEK" | "MONTH")
}
/**
 * The throttle of each method of the stage: a token bucket, best effort.
 */
export interface Throttle {
/**
 * The rate, in requests a second, at most the account's quota: quotas.apiGateway.
 */
rateLimit: number
/**
 * The burst, in requests: the size of the bucket, at most the account's quota: quotas.apiGateway.
 */
burstLimit: number
}
/**
 * A web ACL of AWS WAF in front of the stage: blocked requests get 403, and do not reach the throttle or a function. WAF inspects the first 16 KB of a body. Absent: none.
 */
export interface WebAcl {
/**
 * The action for a request that a rule matches: COUNT allows and logs it, to test rules on real traffic.
 */
action: ("BLOCK" | "COUNT")
rateLimit: WebAclRateLimit
/**
 * The managed rule groups of AWS, in the order of evaluation. AmazonIpReputationList: addresses known for attacks. CommonRuleSet: the OWASP risks, bodies over 8 KB, requests without User-Agent. KnownBadInputsRuleSet: known exploits such as Log4j. SQLiRuleSet and LinuxRuleSet: injections into SQL and paths. AnonymousIpList also blocks hosting providers, which servers of merchants use.
 */
managedRuleGroups: ("AWSManagedRulesAmazonIpReputationList" | "AWSManagedRulesCommonRuleSet" | "AWSManagedRulesKnownBadInputsRuleSet" | "AWSManagedRulesSQLiRuleSet" | "AWSManagedRulesLinuxRuleSet" | "AWSManagedRulesAnonymousIpList")[]
/**
 * Whether matches of rules are logged, with the rule and the address, and without query string and credentials.
 */
logging: boolean
}
/**
 * The rate limit of one IP address; clients behind one proxy share it. WAF evaluates it about every 10 seconds, so it is not exact.
 */
export interface WebAclRateLimit {
/**
 * Requests of one address within the window. WAF allows 10 to 2,000,000,000.
 */
requests: number
/**
 * The length of the window, in seconds. WAF allows only these values.
 */
windowSeconds: (60 | 120 | 300 | 600)
}
/**
 * The cache cluster of the stage, encrypted, for routes with `cache: true`. Only principals with execute-api:InvalidateCache can flush it. Absent: no cache.
 */
export interface Cache {
/**
 * The size of the cluster, in GB; it is billed by the hour. API Gateway allows only these sizes.
 */
clusterSizeGigabytes: ("0.5" | "1.6" | "6.1" | "13.5" | "28.4" | "58.2" | "118" | "237")
/**
 * The time for which a response is cached, in seconds. API Gateway allows 0 to 3,600.
 */
ttlSeconds: number
}
/**
 * The requests that AWS X-Ray records if tracing is on. Absent: X-Ray's default rule, the first request of each second and 5 % of the others.
 */
export interface TraceSampling {
/**
 * The number of requests of each second that are always recorded, for the whole API (the reservoir).
 */
requestsPerSecond: number
/**
 * The share of the other requests that is recorded, in percent.
 */
percent: number
/**
 * The priority of the rule. If several rules match a request, X-Ray uses the one with the lowest number: 1 to 9,999.
 */
priority: number
}
/**
 * The web pages that can call the API: each path gets an OPTIONS method, and responses have the headers of the Fetch Standard. The responses of API Gateway itself, such as 401, 403, 429 and 5xx, have them too. With several origins, pages of any origin can read these responses, because API Gateway cannot select an origin; they do not contain payment data. Absent: none.
 */
export interface Cors {
/**
 * The origins of the pages; * alone allows any origin.
 * 
 * @minItems 1
 */
origins: string[]
}
/**
 * A method of a path, and its function.
 */
export interface Route {
/**
 * The HTTP method.
 */
method: ("GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS")
path: Path
function: Name
authorization?: Authorization
throttle?: RouteThrottle
/**
 * Whether api.cache caches the responses of the route, which must be a GET. The cache key is all path and query parameters and, unless the route is public, the header that identifies callers; signed requests never share an entry.
 */
cache: boolean
/**
 * Whether API Gateway rejects bodies that do not match payment.bodySchema before it calls the function. It validates only JSON: a body of another type reaches the function, which states what it accepts.
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
 * The throttle of the route: a token bucket in place of that of api.throttle, best effort. It may be lower or higher. Absent: that of the API.
 */
export interface RouteThrottle {
/**
 * The rate, in requests a second, at most the account's quota: quotas.apiGateway.
 */
rateLimit: number
/**
 * The burst, in requests: the size of the bucket, at most the account's quota: quotas.apiGateway.
 */
burstLimit: number
}
/**
 * A query parameter.
 */
export interface QueryParameter {
/**
 * Whether the parameter is required.
 */
required: boolean
}
/**
 * A request that the local run prints as a curl command. Absent: none.
 */
export interface RouteExample {
/**
 * The values of the path parameters, by name.
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
 * The number of periods that the alarm evaluates.
 */
evaluationPeriods: number
/**
 * The number of these periods that must breach the threshold. Absent: all.
 */
datapointsToAlarm?: number
/**
 * The comparison of the value with the threshold.
 */
comparison: ("GreaterThanThreshold" | "GreaterThanOrEqualToThreshold" | "LessThanThreshold" | "LessThanOrEqualToThreshold")
/**
 * The threshold, in the unit of the metric.
 */
threshold: number
/**
 * How a period without data counts.
 */
treatMissingData: ("missing" | "ignore" | "breaching" | "notBreaching")
notify: Notify
drill?: Drill
}
/**
 * A CloudWatch metric of a part; its namespace and dimensions follow from the part.
 */
export interface Metric {
/**
 * The part: functions.<name>, queues.<name>, tables.<name>, tables.<name>.indexes.<name>, api, or schedules, which are all schedules of triggers. functions.<name>.metrics are the metrics that the function's own code publishes, in the namespace of its environment variable METRICS_NAMESPACE.
 */
resource: string
/**
 * The name of the metric, as the service publishes it; an unknown name is ENV3230. Functions other than the payment handler can publish metrics with any name.
 */
name: string
/**
 * The statistic over a period: a statistic such as Sum, a percentile such as p99, or a percentile rank such as PR(:300), the share of values up to 300 in percent.
 */
statistic: string
/**
 * Dimensions in addition to those of the part, such as the Operation of a table's SystemErrors. CloudWatch allows at most 30.
 */
dimensions: {
[k: string]: string
}
}
/**
 * An expression over metrics. An alarm has either metric or math.
 */
export interface MetricMath {
/**
 * The id of the expression's result.
 */
id: string
/**
 * The label of the result in graphs. Absent: its id.
 */
label?: string
/**
 * The expression, over the ids of the metrics. CloudWatch accepts at most 1,024 characters (CloudWatch API Reference, MetricDataQuery; the AWS provider checks it).
 */
expression: string
/**
 * The metrics, by id. CloudWatch allows at most 10.
 */
metrics: {
[k: string]: Metric
}
}
/**
 * Values on which an alarm must fire, and on which it must stay quiet.
 */
export interface Drill {
fires: DrillSeries
quiet: DrillSeries
}
/**
 * The values of each metric, one for each period from the oldest, by the metric's id; an alarm on one metric has the id metric. _ is a period without data.
 */
export interface DrillSeries {
[k: string]: string
}
/**
 * An alarm on the states of other alarms, both of the spec and generated. It has either anyOf or allOf.
 */
export interface CompositeAlarm {
description: Text
anyOf?: AlarmNames
allOf?: AlarmNames
notify: Notify
}
/**
 * Generated alarms, the dashboard and notifications.
 */
export interface Monitoring {
/**
 * Whether each part of the system gets generated alarms: errors, latency, throttles, duration against the timeout, concurrency against the reservation, capacity against the maximum, dead letters, age of messages, refused payments. An alarm of the spec replaces a generated alarm with the same name.
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
 * The share of the API's requests with a 5XX status, and of a function's failed invocations, in percent.
 */
serverErrorPercent: number
/**
 * The share of the API's requests with a 4XX status, in percent.
 */
clientErrorPercent: number
/**
 * The 99th percentile of the API's latency, in milliseconds.
 */
latencyMilliseconds: number
/**
 * The used share of a limit, in percent: of a function's timeout and reserved concurrency, of the integration timeout, of a table's maximum capacity.
 */
usedPercent: number
/**
 * The number of messages in a queue that is not a dead-letter queue.
 */
queuedMessages: number
/**
 * The age of a message, in percent of the retention of its queue.
 */
messageAgePercent: number
/**
 * The share of payments that are refused, in percent.
 */
refusedPercent: number
/**
 * The largest payment of an hour, as a multiple of the average amount. With fewer payments in an hour than this number, the alarm cannot fire.
 */
largestAmountTimesAverage: number
}
/**
 * A service level objective over 30 days.
 */
export interface Slo {
/**
 * The share of requests without a 5XX status, in percent. The highest burn rate that alarms measure is 14.4, which must be below the burn rate when all requests fail.
 */
availabilityPercent: number
/**
 * The latency, in milliseconds, within which latencyPercent of requests must get a response. Absent: no objective for latency.
 */
latencyMilliseconds?: number
/**
 * The share of requests that must get a response within latencyMilliseconds, in percent.
 */
latencyPercent: number
}
/**
 * The SNS topics of alarms, one for pages and one for notices, and their subscriptions.
 */
export interface Notifications {
/**
 * The subscriptions, by name. A subscription with an empty endpoint is omitted.
 */
subscriptions: {
[k: string]: Subscription
}
slack?: SlackChannel
}
/**
 * An endpoint that receives alarms.
 */
export interface Subscription {
/**
 * The protocol. SNS asks an email address once for confirmation; an HTTPS endpoint must confirm the subscription automatically.
 */
protocol: ("email" | "https")
endpoint: EarlyText
receives: Receives
}
/**
 * A Slack channel that receives alarms, by Amazon Q Developer in chat applications (AWS Chatbot). Authorize the workspace once in its console. Absent: none.
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
/**
 * The expected traffic, for estimates of cost (payment-spec cost). It does not change resources. Absent: only the cost without requests and the cost at the limits are known.
 */
export interface Traffic {
/**
 * The requests to all routes together, in requests a second, as the mean of a day.
 */
requestsPerSecond: number
/**
 * The share of each hour of a day in the requests, from 00:00 to 23:00 UTC, as 24 weights: only their ratios count. Absent: the same in each hour.
 * 
 * @minItems 24
 * @maxItems 24
 */
hourlyWeights?: number[]
/**
 * The share of each route in the requests, as weights: only their ratios count. A route that is absent from the map gets no requests. Empty: all routes get the same number.
 */
routes: {
[k: string]: number
}
}
/**
 * The maximum cost of a month. An estimate above it is an error; payment-spec cost lists the estimate. Absent: no limit.
 */
export interface Budget {
/**
 * The maximum cost, in US dollars a month of 730 hours, without taxes, discounts and the free tier.
 */
monthlyUsd: number
/**
 * The estimate that the maximum applies to. FLOOR: without requests. EXPECTED: with the requests of traffic, which the spec must then state. CEILING: with all requests that throttles, capacities and concurrency admit.
 */
at: ("FLOOR" | "EXPECTED" | "CEILING")
}
