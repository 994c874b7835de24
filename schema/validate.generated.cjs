// Generated from environment.schema.json by `npm run generate`: edit that instead.
"use strict";
exports.validate = validate20;
const schema31 = {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"https://payment.example/schema/environment.schema.json","type":"object","additionalProperties":false,"required":["project","environment","suffix"],"properties":{"$schema":{"type":"string"},"extends":{"type":"string","pattern":"^[^/{}\\\\][^{}\\\\]*\\.ya?ml$"},"language":{"type":"integer","minimum":1,"maximum":1},"project":{"type":"string","pattern":"^[a-z][a-z0-9-]{0,29}$"},"environment":{"$ref":"#/$defs/earlyText"},"suffix":{"$ref":"#/$defs/earlyText"},"region":{"type":"string","pattern":"^[a-z]{2,4}(-[a-z]+)+-[0-9]$"},"application":{"$ref":"#/$defs/earlyText"},"costCenter":{"$ref":"#/$defs/earlyText"},"naming":{"type":"object","additionalProperties":false,"properties":{"pattern":{"$ref":"#/$defs/earlyText","type":"string","pattern":"\\{\\{ *name *\\}\\}"}}},"variables":{"type":"object","propertyNames":{"pattern":"^[A-Z][A-Z0-9_]*$"},"additionalProperties":{"type":"object","additionalProperties":false,"required":["default"],"properties":{"default":{"type":"string"},"secret":{"type":"boolean"}}}},"provider":{"type":"object","additionalProperties":false,"properties":{"allowedAccountIds":{"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[0-9]{12}$"}},"assumeRole":{"type":"object","additionalProperties":false,"required":["roleArn"],"properties":{"roleArn":{"$ref":"#/$defs/earlyText"},"externalId":{"$ref":"#/$defs/earlyText"},"sessionName":{"$ref":"#/$defs/earlyText"}}},"defaultTags":{"$ref":"#/$defs/tags"},"aliases":{"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^[A-Za-z0-9_.-]+$"}}}},"quotas":{"$ref":"#/$defs/quotas"},"protect":{"type":"boolean"},"encryption":{"type":"object","additionalProperties":false,"properties":{"key":{"type":"string","enum":["CUSTOMER_MANAGED","AWS_MANAGED","SERVICE_OWNED"]},"rotationPeriodDays":{"type":"integer","minimum":90,"maximum":2560},"deletionWindowDays":{"type":"integer","minimum":7,"maximum":30}}},"permissionsBoundary":{"type":"string","pattern":"^(GENERATED|NONE|arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/[A-Za-z0-9+=,.@_/-]+)$"},"backup":{"type":"object","additionalProperties":false,"properties":{"schedule":{"type":"string","pattern":"^(cron|rate)\\([^()]+\\)$"},"retentionDays":{"type":"integer","minimum":1,"maximum":36500}}},"allowReplacement":{"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^((tables|queues|functions)\\.[a-z][a-z0-9-]*|tables\\.[a-z][a-z0-9-]*\\.(indexes\\.[A-Za-z0-9_-]+|stream)|api(\\.(accessLogging|executionLogging|webAcl\\.logging))?|encryption|backup)$"}},"waivers":{"type":"object","propertyNames":{"pattern":"^[a-z][a-z0-9-]*$"},"additionalProperties":{"$ref":"#/$defs/waiver"}},"tags":{"$ref":"#/$defs/tags"},"tracing":{"type":"boolean"},"logRetentionDays":{"type":"integer","enum":[0,1,3,5,7,14,30,60,90,120,150,180,365,400,545,731,1096,1827,2192,2557,2922,3288,3653]},"payment":{"type":"object","additionalProperties":false,"properties":{"currencies":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","pattern":"^[A-Z]{3}$"}},"limits":{"type":"object","propertyNames":{"pattern":"^[A-Z]{3}$"},"additionalProperties":{"type":"object","additionalProperties":false,"properties":{"minimum":{"type":"string","pattern":"^(0|[1-9][0-9]{0,29})([.][0-9]{1,4})?$"},"maximum":{"type":"string","pattern":"^(0|[1-9][0-9]{0,29})([.][0-9]{1,4})?$"}}}},"bodySchema":{"type":"string","pattern":"^(?!/)(?!.*(^|/)\\.\\.(/|$)).+\\.json$"},"unknownMembers":{"type":"string","enum":["IGNORE","KEEP","REFUSE"]},"idempotency":{"type":"string","enum":["OPTIONAL","REQUIRED"]},"pageSize":{"type":"integer","minimum":1,"maximum":100},"webhooks":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"$ref":"#/$defs/webhook"}}}},"tables":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"$ref":"#/$defs/table"}},"secrets":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"$ref":"#/$defs/secret"}},"queues":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"$ref":"#/$defs/queue"}},"functions":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"$ref":"#/$defs/function"}},"api":{"$ref":"#/$defs/api"},"alarms":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"$ref":"#/$defs/alarm"}},"compositeAlarms":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"$ref":"#/$defs/compositeAlarm"}},"monitoring":{"type":"object","additionalProperties":false,"properties":{"generatedAlarms":{"type":"boolean"},"thresholds":{"$ref":"#/$defs/alarmThresholds"},"slo":{"$ref":"#/$defs/slo"},"notifications":{"$ref":"#/$defs/notifications"},"dashboard":{"type":"boolean"}}},"traffic":{"type":"object","additionalProperties":false,"required":["requestsPerSecond"],"properties":{"requestsPerSecond":{"type":"number","minimum":0,"maximum":1000000},"hourlyWeights":{"type":"array","minItems":24,"maxItems":24,"items":{"type":"number","minimum":0,"maximum":1000000}},"routes":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"number","minimum":0,"maximum":1000000}}}},"budget":{"type":"object","additionalProperties":false,"required":["monthlyUsd"],"properties":{"monthlyUsd":{"type":"number","exclusiveMinimum":0,"maximum":1000000000},"at":{"type":"string","enum":["FLOOR","EXPECTED","CEILING"]}}},"outputs":{"type":"object","propertyNames":{"pattern":"^[A-Za-z_][A-Za-z0-9_]*$"},"additionalProperties":{"$ref":"#/$defs/text"}}},"$defs":{"waiver":{"type":"object","additionalProperties":false,"required":["code","path","reason"],"properties":{"code":{"type":"string","pattern":"^(ENV[0-9]{4}|CKV2?_[A-Z]+_[0-9]+|[EWI][0-9]{4})$"},"path":{"type":"string","minLength":1},"value":{"type":"string","minLength":1},"reason":{"type":"string","minLength":15},"expires":{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},"reviewBy":{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}},"text":{"type":"string"},"earlyText":{"type":"string"},"name":{"type":"string","pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$","maxLength":63},"quotas":{"type":"object","additionalProperties":false,"properties":{"lambda":{"type":"object","additionalProperties":false,"properties":{"concurrentExecutions":{"type":"integer","minimum":1}}},"apiGateway":{"type":"object","additionalProperties":false,"properties":{"throttleRateLimit":{"type":"integer","minimum":1},"throttleBurstLimit":{"type":"integer","minimum":1},"integrationTimeoutMilliseconds":{"type":"integer","minimum":29000,"maximum":300000},"resourcesPerApi":{"type":"integer","minimum":1},"usagePlans":{"type":"integer","minimum":1},"resourcePolicyCharacters":{"type":"integer","minimum":1}}},"iam":{"type":"object","additionalProperties":false,"properties":{"roles":{"type":"integer","minimum":1}}},"dynamodb":{"type":"object","additionalProperties":false,"properties":{"tableReadCapacityUnits":{"type":"integer","minimum":1},"tableWriteCapacityUnits":{"type":"integer","minimum":1},"accountReadCapacityUnits":{"type":"integer","minimum":1},"accountWriteCapacityUnits":{"type":"integer","minimum":1},"tables":{"type":"integer","minimum":1},"indexesPerTable":{"type":"integer","minimum":1}}}}},"tags":{"type":"object","propertyNames":{"pattern":"^(?![aA][wW][sS]:)[A-Za-z0-9 _.:/=+@-]{1,128}$"},"additionalProperties":{"$ref":"#/$defs/earlyText"}},"keyAttribute":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":255},"type":{"type":"string","enum":["S","N","B"]}}},"capacityUnits":{"type":"object","additionalProperties":false,"properties":{"units":{"type":"integer","minimum":1},"autoscaling":{"type":"object","additionalProperties":false,"required":["minimum","maximum"],"properties":{"minimum":{"type":"integer","minimum":1},"maximum":{"type":"integer","minimum":1},"targetUtilizationPercent":{"type":"integer","minimum":20,"maximum":90},"scaleInCooldownSeconds":{"type":"integer","minimum":0,"maximum":3600},"scaleOutCooldownSeconds":{"type":"integer","minimum":0,"maximum":3600}}}}},"capacity":{"type":"object","additionalProperties":false,"required":["read","write"],"properties":{"read":{"$ref":"#/$defs/capacityUnits"},"write":{"$ref":"#/$defs/capacityUnits"}}},"table":{"type":"object","additionalProperties":false,"required":["partitionKey"],"properties":{"partitionKey":{"$ref":"#/$defs/keyAttribute"},"sortKey":{"$ref":"#/$defs/keyAttribute"},"billingMode":{"type":"string","enum":["PROVISIONED","PAY_PER_REQUEST"]},"capacity":{"$ref":"#/$defs/capacity"},"indexes":{"type":"object","propertyNames":{"pattern":"^[A-Za-z0-9_-]{3,255}$"},"additionalProperties":{"$ref":"#/$defs/index"}},"expectedItemSizeBytes":{"type":"integer","minimum":1,"maximum":409600},"expectedSizeGigabytes":{"type":"number","minimum":0,"maximum":1000000},"pointInTimeRecovery":{"type":"boolean"},"recoveryWindowDays":{"type":"integer","minimum":1,"maximum":35},"deletionProtection":{"type":"boolean"},"timeToLiveAttribute":{"type":"string","minLength":1,"maxLength":255},"stream":{"type":"string","enum":["KEYS_ONLY","NEW_IMAGE","OLD_IMAGE","NEW_AND_OLD_IMAGES"]},"replicas":{"type":"object","propertyNames":{"pattern":"^[a-z]{2,4}(-[a-z]+)+-[0-9]$"},"additionalProperties":{"$ref":"#/$defs/replica"}}}},"replica":{"type":"object","additionalProperties":false,"properties":{"kmsKeyArn":{"type":"string","pattern":"^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"}}},"index":{"type":"object","additionalProperties":false,"required":["partitionKey"],"properties":{"partitionKey":{"$ref":"#/$defs/keyAttribute"},"sortKey":{"$ref":"#/$defs/keyAttribute"},"projection":{"type":"string","enum":["ALL","KEYS_ONLY","INCLUDE"]},"nonKeyAttributes":{"type":"array","uniqueItems":true,"minItems":1,"maxItems":20,"items":{"type":"string","minLength":1,"maxLength":255}},"shardCount":{"type":"integer","minimum":1,"maximum":100},"capacity":{"$ref":"#/$defs/capacity"}}},"webhook":{"type":"object","additionalProperties":false,"required":["url","secret"],"properties":{"url":{"$ref":"#/$defs/text"},"events":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","enum":["payment.processed","payment.refunded","payment.cancelled"]}},"secret":{"$ref":"#/$defs/name"},"previousSecret":{"$ref":"#/$defs/name"},"timeoutSeconds":{"type":"integer","minimum":1,"maximum":30},"retryDelaysSeconds":{"type":"array","maxItems":20,"items":{"type":"integer","minimum":1,"maximum":86400}},"disableAfterHours":{"type":"integer","minimum":1,"maximum":720}}},"secret":{"type":"object","additionalProperties":false,"properties":{"secretsManager":{"$ref":"#/$defs/earlyText"},"parameter":{"$ref":"#/$defs/earlyText"},"kmsKeyArn":{"type":"string","pattern":"^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},"rotation":{"$ref":"#/$defs/rotation"}}},"rotation":{"type":"object","additionalProperties":false,"required":["function","everyDays"],"properties":{"function":{"$ref":"#/$defs/name"},"everyDays":{"type":"integer","minimum":1,"maximum":1000}}},"queue":{"type":"object","additionalProperties":false,"properties":{"messageRetentionSeconds":{"type":"integer","minimum":60,"maximum":1209600},"visibilityTimeoutSeconds":{"type":"integer","minimum":0,"maximum":43200},"maximumMessageSizeBytes":{"type":"integer","minimum":1024,"maximum":1048576},"delaySeconds":{"type":"integer","minimum":0,"maximum":900},"deadLetterQueue":{"$ref":"#/$defs/redrive"},"fifo":{"$ref":"#/$defs/fifo"},"requireTls":{"type":"boolean"}}},"redrive":{"type":"object","additionalProperties":false,"required":["queue"],"properties":{"queue":{"$ref":"#/$defs/name"},"maxReceiveCount":{"type":"integer","minimum":1,"maximum":1000}}},"fifo":{"type":"object","additionalProperties":false,"properties":{"contentBasedDeduplication":{"type":"boolean"},"throughput":{"enum":["perQueue","perMessageGroup"]}}},"function":{"type":"object","additionalProperties":false,"required":["entry"],"properties":{"entry":{"type":"string","pattern":"^(?!/)(?!.*(^|/)\\.\\.(/|$)).+\\.[cm]?[jt]s$"},"handler":{"type":"string","pattern":"^[A-Za-z_$][A-Za-z0-9_$]*$"},"runtime":{"type":"string","enum":["nodejs24.x","nodejs22.x"]},"architecture":{"type":"string","enum":["arm64","x86_64"]},"memorySizeMegabytes":{"type":"integer","minimum":128,"maximum":10240},"timeoutSeconds":{"type":"integer","minimum":1,"maximum":900},"reservedConcurrency":{"type":"integer","minimum":1},"expectedDurationMilliseconds":{"type":"integer","minimum":1,"maximum":900000},"deadLetterQueue":{"$ref":"#/$defs/name"},"environment":{"type":"object","propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9_]+$"},"additionalProperties":{"$ref":"#/$defs/text"}},"triggers":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"$ref":"#/$defs/trigger"}},"access":{"$ref":"#/$defs/access"}}},"trigger":{"type":"object","additionalProperties":false,"properties":{"table":{"$ref":"#/$defs/name"},"queue":{"$ref":"#/$defs/name"},"schedule":{"type":"string","maxLength":256,"pattern":"^(cron|rate|at)\\([^()]+\\)$"},"startingPosition":{"type":"string","enum":["TRIM_HORIZON","LATEST"]},"batchSize":{"type":"integer","minimum":1,"maximum":10000},"maximumBatchingWindowSeconds":{"type":"integer","minimum":0,"maximum":300},"parallelizationFactor":{"type":"integer","minimum":1,"maximum":10},"bisectBatchOnError":{"type":"boolean"},"maximumRetryAttempts":{"type":"integer","minimum":0,"maximum":10000},"maximumRecordAgeSeconds":{"type":"integer","minimum":60,"maximum":604800},"onFailure":{"$ref":"#/$defs/name"},"maximumConcurrency":{"type":"integer","minimum":2,"maximum":1000},"filters":{"type":"array","minItems":1,"maxItems":5,"items":{"type":"object","minProperties":1,"additionalProperties":true}},"timeZone":{"type":"string","minLength":1,"maxLength":50},"flexibleWindowMinutes":{"type":"integer","minimum":0,"maximum":1440},"maximumEventAgeSeconds":{"type":"integer","minimum":60,"maximum":86400},"deadLetterQueue":{"$ref":"#/$defs/name"},"input":{"type":"object","additionalProperties":true}}},"access":{"type":"object","additionalProperties":false,"properties":{"tables":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","enum":["GetItem","BatchGetItem","Query","Scan","PutItem","UpdateItem","DeleteItem","BatchWriteItem","ConditionCheckItem","DescribeTable"]}}},"secrets":{"type":"array","uniqueItems":true,"items":{"$ref":"#/$defs/name"}},"queues":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","enum":["SendMessage","ReceiveMessage","DeleteMessage","ChangeMessageVisibility","GetQueueAttributes","GetQueueUrl","PurgeQueue"]}}}}},"authorization":{"type":"string","enum":["AWS_IAM","COGNITO_USER_POOLS","CUSTOM","API_KEY","NONE"]},"api":{"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"$ref":"#/$defs/name"},"description":{"$ref":"#/$defs/text"},"endpointType":{"type":"string","enum":["REGIONAL","EDGE","PRIVATE"]},"vpcEndpointIds":{"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^vpce-([0-9a-f]{8}|[0-9a-f]{17})$"}},"resourcePolicy":{"type":"object","additionalProperties":false,"properties":{"sourceCidrs":{"type":"array","uniqueItems":true,"maxItems":50,"items":{"type":"string","pattern":"^(((25[0-5]|2[0-4]\\d|1?\\d?\\d)[.]){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)/(3[0-2]|[12]?\\d)|([0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}/(12[0-8]|1[01]\\d|\\d?\\d))$"}},"accountIds":{"type":"array","uniqueItems":true,"maxItems":20,"items":{"type":"string","pattern":"^[0-9]{12}$"}}}},"domain":{"type":"object","additionalProperties":false,"required":["name","certificateArn"],"properties":{"name":{"$ref":"#/$defs/earlyText"},"certificateArn":{"type":"string","pattern":"^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[\\w-]+$"},"securityPolicy":{"type":"string","enum":["TLS_1_2","SecurityPolicy_TLS13_1_3_2025_09"]},"disableExecuteApiEndpoint":{"type":"boolean"},"mutualTls":{"type":"object","additionalProperties":false,"required":["truststoreUri"],"properties":{"truststoreUri":{"type":"string","pattern":"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[\\w!'()*./-]+$"},"truststoreVersion":{"type":"string","pattern":"^\\S{1,1024}$"},"ownershipVerificationCertificateArn":{"type":"string","pattern":"^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[\\w-]+$"}}}}},"stage":{"type":"string","pattern":"^[A-Za-z0-9_-]{1,128}$"},"authorization":{"$ref":"#/$defs/authorization"},"cognito":{"type":"object","additionalProperties":false,"required":["userPoolArns"],"properties":{"userPoolArns":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","pattern":"^arn:[^:]+:cognito-idp:[^:]+:[0-9]{12}:userpool/[\\w-]+$"}},"scopes":{"type":"array","uniqueItems":true,"items":{"type":"string"}}}},"lambdaAuthorizer":{"type":"object","additionalProperties":false,"required":["functionArn"],"properties":{"functionArn":{"$ref":"#/$defs/text"},"type":{"type":"string","enum":["TOKEN","REQUEST"]},"header":{"type":"string","pattern":"^[A-Za-z0-9-]{1,40}$"},"cacheSeconds":{"type":"integer","minimum":0,"maximum":3600}}},"usagePlans":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"object","additionalProperties":false,"required":["keys"],"properties":{"keys":{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/$defs/name"}},"throttle":{"type":"object","additionalProperties":false,"required":["rateLimit","burstLimit"],"properties":{"rateLimit":{"type":"number","minimum":1},"burstLimit":{"type":"integer","minimum":1}}},"quota":{"type":"object","additionalProperties":false,"required":["requests","period"],"properties":{"requests":{"type":"integer","minimum":1},"period":{"type":"string","enum":["DAY","WEEK","MONTH"]}}}}}},"integrationTimeoutMilliseconds":{"type":"integer","minimum":50,"maximum":300000},"throttle":{"type":"object","additionalProperties":false,"properties":{"rateLimit":{"type":"number","minimum":1},"burstLimit":{"type":"integer","minimum":1}}},"webAcl":{"type":"object","additionalProperties":false,"properties":{"action":{"type":"string","enum":["BLOCK","COUNT"]},"rateLimit":{"type":"object","additionalProperties":false,"properties":{"requests":{"type":"integer","minimum":10,"maximum":2000000000},"windowSeconds":{"type":"integer","enum":[60,120,300,600]}}},"managedRuleGroups":{"type":"array","uniqueItems":true,"items":{"type":"string","enum":["AWSManagedRulesAmazonIpReputationList","AWSManagedRulesCommonRuleSet","AWSManagedRulesKnownBadInputsRuleSet","AWSManagedRulesSQLiRuleSet","AWSManagedRulesLinuxRuleSet","AWSManagedRulesAnonymousIpList"]}},"logging":{"type":"boolean"}}},"cache":{"type":"object","additionalProperties":false,"properties":{"clusterSizeGigabytes":{"type":"string","enum":["0.5","1.6","6.1","13.5","28.4","58.2","118","237"]},"ttlSeconds":{"type":"integer","minimum":0,"maximum":3600}}},"metrics":{"type":"boolean"},"executionLogging":{"type":"string","enum":["OFF","ERROR","INFO"]},"accessLogging":{"type":"boolean"},"traceSampling":{"type":"object","additionalProperties":false,"properties":{"requestsPerSecond":{"type":"integer","minimum":0},"percent":{"type":"number","minimum":0,"maximum":100},"priority":{"type":"integer","minimum":1,"maximum":9999}}},"dataTrace":{"type":"boolean"},"cors":{"type":"object","additionalProperties":false,"required":["origins"],"properties":{"origins":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","pattern":"^([*]|(?!http://[^/]*:80$)(?!https://[^/]*:443$)https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+\\])(:[0-9]{1,5})?)$"}}}},"ownsAccountLoggingRole":{"type":"boolean"},"routes":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"$ref":"#/$defs/route"}}}},"path":{"type":"string","pattern":"^(/([A-Za-z0-9._-]+|\\{[A-Za-z][A-Za-z0-9_]*\\+?\\}))+$"},"route":{"type":"object","additionalProperties":false,"required":["method","path","function"],"properties":{"method":{"type":"string","enum":["GET","POST","PUT","PATCH","DELETE","HEAD","OPTIONS"]},"path":{"$ref":"#/$defs/path"},"function":{"$ref":"#/$defs/name"},"authorization":{"$ref":"#/$defs/authorization"},"throttle":{"type":"object","additionalProperties":false,"required":["rateLimit","burstLimit"],"properties":{"rateLimit":{"type":"number","minimum":1},"burstLimit":{"type":"integer","minimum":1}}},"cache":{"type":"boolean"},"validateBody":{"type":"boolean"},"queryParameters":{"type":"object","propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9._-]*$"},"additionalProperties":{"type":"object","additionalProperties":false,"properties":{"required":{"type":"boolean"}}}},"example":{"type":"object","additionalProperties":false,"properties":{"pathParameters":{"type":"object","additionalProperties":{"type":"string"}},"queryParameters":{"type":"object","additionalProperties":{"type":"string"}},"body":{"type":"string"}}}}},"metric":{"type":"object","additionalProperties":false,"required":["resource","name","statistic"],"properties":{"resource":{"type":"string","pattern":"^(api|schedules|(functions|queues|tables)\\.[a-z][a-z0-9-]*|functions\\.[a-z][a-z0-9-]*\\.metrics|tables\\.[a-z][a-z0-9-]*\\.indexes\\.[A-Za-z0-9_-]+)$"},"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,254}$"},"statistic":{"type":"string","pattern":"^(Sum|Average|Minimum|Maximum|SampleCount|p[0-9]{1,2}(\\.[0-9]{1,2})?|PR\\(([0-9]+(\\.[0-9]+)?:([0-9]+(\\.[0-9]+)?)?|:[0-9]+(\\.[0-9]+)?)\\))$"},"dimensions":{"type":"object","propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9_]{0,254}$"},"additionalProperties":{"type":"string","minLength":1,"maxLength":1024}}}},"alarm":{"type":"object","additionalProperties":false,"required":["threshold"],"properties":{"description":{"$ref":"#/$defs/text"},"metric":{"$ref":"#/$defs/metric"},"math":{"type":"object","additionalProperties":false,"required":["id","expression","metrics"],"properties":{"id":{"type":"string","pattern":"^[a-z][A-Za-z0-9_]{0,254}$"},"label":{"type":"string"},"expression":{"type":"string","minLength":1,"maxLength":1024},"metrics":{"type":"object","minProperties":1,"maxProperties":10,"propertyNames":{"pattern":"^[a-z][A-Za-z0-9_]{0,254}$"},"additionalProperties":{"$ref":"#/$defs/metric"}}}},"periodSeconds":{"type":"integer","minimum":10,"maximum":86400,"anyOf":[{"enum":[10,20,30]},{"multipleOf":60}]},"evaluationPeriods":{"type":"integer","minimum":1,"maximum":1440},"datapointsToAlarm":{"type":"integer","minimum":1,"maximum":1440},"comparison":{"type":"string","enum":["GreaterThanThreshold","GreaterThanOrEqualToThreshold","LessThanThreshold","LessThanOrEqualToThreshold"]},"threshold":{"type":"number"},"treatMissingData":{"type":"string","enum":["missing","ignore","breaching","notBreaching"]},"notify":{"$ref":"#/$defs/notify"},"drill":{"$ref":"#/$defs/drill"}}},"notify":{"type":"string","enum":["PAGE","NOTICE","NONE"]},"drill":{"type":"object","additionalProperties":false,"required":["fires","quiet"],"properties":{"fires":{"$ref":"#/$defs/drillSeries"},"quiet":{"$ref":"#/$defs/drillSeries"}}},"drillSeries":{"type":"object","minProperties":1,"additionalProperties":{"type":"string","pattern":"^(-?[0-9]+(\\.[0-9]+)?|_)( (-?[0-9]+(\\.[0-9]+)?|_))*$"}},"compositeAlarm":{"type":"object","additionalProperties":false,"properties":{"description":{"$ref":"#/$defs/text"},"anyOf":{"$ref":"#/$defs/alarmNames"},"allOf":{"$ref":"#/$defs/alarmNames"},"notify":{"$ref":"#/$defs/notify"}}},"alarmNames":{"type":"array","minItems":1,"maxItems":100,"uniqueItems":true,"items":{"$ref":"#/$defs/name"}},"alarmThresholds":{"type":"object","additionalProperties":false,"properties":{"serverErrorPercent":{"type":"number","minimum":0,"exclusiveMaximum":100},"clientErrorPercent":{"type":"number","minimum":0,"exclusiveMaximum":100},"latencyMilliseconds":{"type":"integer","minimum":1,"maximum":29000},"usedPercent":{"type":"integer","minimum":1,"maximum":99},"queuedMessages":{"type":"integer","minimum":0},"messageAgePercent":{"type":"integer","minimum":1,"maximum":99},"refusedPercent":{"type":"number","minimum":0,"exclusiveMaximum":100},"largestAmountTimesAverage":{"type":"number","minimum":2,"maximum":10000}}},"slo":{"type":"object","additionalProperties":false,"required":["availabilityPercent"],"properties":{"availabilityPercent":{"type":"number","minimum":94,"maximum":99.999},"latencyMilliseconds":{"type":"integer","minimum":1,"maximum":29000},"latencyPercent":{"type":"number","minimum":94,"maximum":99.999}}},"notifications":{"type":"object","additionalProperties":false,"properties":{"subscriptions":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"object","additionalProperties":false,"required":["protocol","endpoint"],"properties":{"protocol":{"type":"string","enum":["email","https"]},"endpoint":{"$ref":"#/$defs/earlyText"},"receives":{"$ref":"#/$defs/receives"}}}},"slack":{"type":"object","additionalProperties":false,"required":["workspaceId","channelId"],"properties":{"workspaceId":{"type":"string","pattern":"^[0-9A-Z]{1,255}$"},"channelId":{"type":"string","pattern":"^[A-Za-z0-9]{1,256}$"},"receives":{"$ref":"#/$defs/receives"}}}}},"receives":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","enum":["PAGE","NOTICE"]}}}};
const schema32 = {"type":"string"};
const schema42 = {"type":"object","additionalProperties":false,"properties":{"lambda":{"type":"object","additionalProperties":false,"properties":{"concurrentExecutions":{"type":"integer","minimum":1}}},"apiGateway":{"type":"object","additionalProperties":false,"properties":{"throttleRateLimit":{"type":"integer","minimum":1},"throttleBurstLimit":{"type":"integer","minimum":1},"integrationTimeoutMilliseconds":{"type":"integer","minimum":29000,"maximum":300000},"resourcesPerApi":{"type":"integer","minimum":1},"usagePlans":{"type":"integer","minimum":1},"resourcePolicyCharacters":{"type":"integer","minimum":1}}},"iam":{"type":"object","additionalProperties":false,"properties":{"roles":{"type":"integer","minimum":1}}},"dynamodb":{"type":"object","additionalProperties":false,"properties":{"tableReadCapacityUnits":{"type":"integer","minimum":1},"tableWriteCapacityUnits":{"type":"integer","minimum":1},"accountReadCapacityUnits":{"type":"integer","minimum":1},"accountWriteCapacityUnits":{"type":"integer","minimum":1},"tables":{"type":"integer","minimum":1},"indexesPerTable":{"type":"integer","minimum":1}}}}};
const schema43 = {"type":"object","additionalProperties":false,"required":["code","path","reason"],"properties":{"code":{"type":"string","pattern":"^(ENV[0-9]{4}|CKV2?_[A-Z]+_[0-9]+|[EWI][0-9]{4})$"},"path":{"type":"string","minLength":1},"value":{"type":"string","minLength":1},"reason":{"type":"string","minLength":15},"expires":{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},"reviewBy":{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}};
const schema44 = {"type":"string","pattern":"^[a-z][a-z0-9]*(-[a-z0-9]+)*$","maxLength":63};
const schema113 = {"type":"object","additionalProperties":false,"properties":{"serverErrorPercent":{"type":"number","minimum":0,"exclusiveMaximum":100},"clientErrorPercent":{"type":"number","minimum":0,"exclusiveMaximum":100},"latencyMilliseconds":{"type":"integer","minimum":1,"maximum":29000},"usedPercent":{"type":"integer","minimum":1,"maximum":99},"queuedMessages":{"type":"integer","minimum":0},"messageAgePercent":{"type":"integer","minimum":1,"maximum":99},"refusedPercent":{"type":"number","minimum":0,"exclusiveMaximum":100},"largestAmountTimesAverage":{"type":"number","minimum":2,"maximum":10000}}};
const schema114 = {"type":"object","additionalProperties":false,"required":["availabilityPercent"],"properties":{"availabilityPercent":{"type":"number","minimum":94,"maximum":99.999},"latencyMilliseconds":{"type":"integer","minimum":1,"maximum":29000},"latencyPercent":{"type":"number","minimum":94,"maximum":99.999}}};
const schema46 = {"type":"string"};
const func1 = Object.prototype.hasOwnProperty;
const func2 = require("ajv/dist/runtime/ucs2length").default;
const pattern4 = new RegExp("^[^/{}\\\\][^{}\\\\]*\\.ya?ml$", "u");
const pattern5 = new RegExp("^[a-z][a-z0-9-]{0,29}$", "u");
const pattern6 = new RegExp("^[a-z]{2,4}(-[a-z]+)+-[0-9]$", "u");
const pattern7 = new RegExp("\\{\\{ *name *\\}\\}", "u");
const pattern8 = new RegExp("^[A-Z][A-Z0-9_]*$", "u");
const pattern9 = new RegExp("^[0-9]{12}$", "u");
const pattern11 = new RegExp("^[A-Za-z0-9_.-]+$", "u");
const pattern12 = new RegExp("^(GENERATED|NONE|arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/[A-Za-z0-9+=,.@_/-]+)$", "u");
const pattern13 = new RegExp("^(cron|rate)\\([^()]+\\)$", "u");
const pattern14 = new RegExp("^((tables|queues|functions)\\.[a-z][a-z0-9-]*|tables\\.[a-z][a-z0-9-]*\\.(indexes\\.[A-Za-z0-9_-]+|stream)|api(\\.(accessLogging|executionLogging|webAcl\\.logging))?|encryption|backup)$", "u");
const pattern15 = new RegExp("^[a-z][a-z0-9-]*$", "u");
const pattern16 = new RegExp("^(ENV[0-9]{4}|CKV2?_[A-Z]+_[0-9]+|[EWI][0-9]{4})$", "u");
const pattern17 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");
const pattern19 = new RegExp("^[A-Z]{3}$", "u");
const pattern21 = new RegExp("^(0|[1-9][0-9]{0,29})([.][0-9]{1,4})?$", "u");
const pattern23 = new RegExp("^(?!/)(?!.*(^|/)\\.\\.(/|$)).+\\.json$", "u");
const pattern24 = new RegExp("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "u");
const pattern87 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
const schema40 = {"type":"object","propertyNames":{"pattern":"^(?![aA][wW][sS]:)[A-Za-z0-9 _.:/=+@-]{1,128}$"},"additionalProperties":{"$ref":"#/$defs/earlyText"}};
const pattern10 = new RegExp("^(?![aA][wW][sS]:)[A-Za-z0-9 _.:/=+@-]{1,128}$", "u");

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(!pattern10.test(key0)){
const err0 = {instancePath,schemaPath:"#/propertyNames/pattern",keyword:"pattern",params:{pattern: "^(?![aA][wW][sS]:)[A-Za-z0-9 _.:/=+@-]{1,128}$"},message:"must match pattern \""+"^(?![aA][wW][sS]:)[A-Za-z0-9 _.:/=+@-]{1,128}$"+"\"",propertyName:key0};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
const err1 = {instancePath,schemaPath:"#/propertyNames",keyword:"propertyNames",params:{propertyName: key0},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
for(const key1 in data){
if(typeof data[key1] !== "string"){
const err2 = {instancePath:instancePath+"/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/earlyText/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema45 = {"type":"object","additionalProperties":false,"required":["url","secret"],"properties":{"url":{"$ref":"#/$defs/text"},"events":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","enum":["payment.processed","payment.refunded","payment.cancelled"]}},"secret":{"$ref":"#/$defs/name"},"previousSecret":{"$ref":"#/$defs/name"},"timeoutSeconds":{"type":"integer","minimum":1,"maximum":30},"retryDelaysSeconds":{"type":"array","maxItems":20,"items":{"type":"integer","minimum":1,"maximum":86400}},"disableAfterHours":{"type":"integer","minimum":1,"maximum":720}}};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate24.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.url === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "url"},message:"must have required property '"+"url"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.secret === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "secret"},message:"must have required property '"+"secret"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!(((((((key0 === "url") || (key0 === "events")) || (key0 === "secret")) || (key0 === "previousSecret")) || (key0 === "timeoutSeconds")) || (key0 === "retryDelaysSeconds")) || (key0 === "disableAfterHours"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.url !== undefined){
if(typeof data.url !== "string"){
const err3 = {instancePath:instancePath+"/url",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.events !== undefined){
let data1 = data.events;
if(Array.isArray(data1)){
if(data1.length < 1){
const err4 = {instancePath:instancePath+"/events",schemaPath:"#/properties/events/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/events/" + i0,schemaPath:"#/properties/events/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!(((data2 === "payment.processed") || (data2 === "payment.refunded")) || (data2 === "payment.cancelled"))){
const err6 = {instancePath:instancePath+"/events/" + i0,schemaPath:"#/properties/events/items/enum",keyword:"enum",params:{allowedValues: schema45.properties.events.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
let i1 = data1.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data1[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err7 = {instancePath:instancePath+"/events",schemaPath:"#/properties/events/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err8 = {instancePath:instancePath+"/events",schemaPath:"#/properties/events/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.secret !== undefined){
let data3 = data.secret;
if(typeof data3 === "string"){
if(func2(data3) > 63){
const err9 = {instancePath:instancePath+"/secret",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(!pattern24.test(data3)){
const err10 = {instancePath:instancePath+"/secret",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/secret",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.previousSecret !== undefined){
let data4 = data.previousSecret;
if(typeof data4 === "string"){
if(func2(data4) > 63){
const err12 = {instancePath:instancePath+"/previousSecret",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!pattern24.test(data4)){
const err13 = {instancePath:instancePath+"/previousSecret",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/previousSecret",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.timeoutSeconds !== undefined){
let data5 = data.timeoutSeconds;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err15 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 30 || isNaN(data5)){
const err16 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 30},message:"must be <= 30"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data5 < 1 || isNaN(data5)){
const err17 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data.retryDelaysSeconds !== undefined){
let data6 = data.retryDelaysSeconds;
if(Array.isArray(data6)){
if(data6.length > 20){
const err18 = {instancePath:instancePath+"/retryDelaysSeconds",schemaPath:"#/properties/retryDelaysSeconds/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
const len1 = data6.length;
for(let i2=0; i2<len1; i2++){
let data7 = data6[i2];
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err19 = {instancePath:instancePath+"/retryDelaysSeconds/" + i2,schemaPath:"#/properties/retryDelaysSeconds/items/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 86400 || isNaN(data7)){
const err20 = {instancePath:instancePath+"/retryDelaysSeconds/" + i2,schemaPath:"#/properties/retryDelaysSeconds/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400},message:"must be <= 86400"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data7 < 1 || isNaN(data7)){
const err21 = {instancePath:instancePath+"/retryDelaysSeconds/" + i2,schemaPath:"#/properties/retryDelaysSeconds/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
else {
const err22 = {instancePath:instancePath+"/retryDelaysSeconds",schemaPath:"#/properties/retryDelaysSeconds/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.disableAfterHours !== undefined){
let data8 = data.disableAfterHours;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err23 = {instancePath:instancePath+"/disableAfterHours",schemaPath:"#/properties/disableAfterHours/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 720 || isNaN(data8)){
const err24 = {instancePath:instancePath+"/disableAfterHours",schemaPath:"#/properties/disableAfterHours/maximum",keyword:"maximum",params:{comparison: "<=", limit: 720},message:"must be <= 720"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data8 < 1 || isNaN(data8)){
const err25 = {instancePath:instancePath+"/disableAfterHours",schemaPath:"#/properties/disableAfterHours/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
}
else {
const err26 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema50 = {"type":"object","additionalProperties":false,"required":["partitionKey"],"properties":{"partitionKey":{"$ref":"#/$defs/keyAttribute"},"sortKey":{"$ref":"#/$defs/keyAttribute"},"billingMode":{"type":"string","enum":["PROVISIONED","PAY_PER_REQUEST"]},"capacity":{"$ref":"#/$defs/capacity"},"indexes":{"type":"object","propertyNames":{"pattern":"^[A-Za-z0-9_-]{3,255}$"},"additionalProperties":{"$ref":"#/$defs/index"}},"expectedItemSizeBytes":{"type":"integer","minimum":1,"maximum":409600},"expectedSizeGigabytes":{"type":"number","minimum":0,"maximum":1000000},"pointInTimeRecovery":{"type":"boolean"},"recoveryWindowDays":{"type":"integer","minimum":1,"maximum":35},"deletionProtection":{"type":"boolean"},"timeToLiveAttribute":{"type":"string","minLength":1,"maxLength":255},"stream":{"type":"string","enum":["KEYS_ONLY","NEW_IMAGE","OLD_IMAGE","NEW_AND_OLD_IMAGES"]},"replicas":{"type":"object","propertyNames":{"pattern":"^[a-z]{2,4}(-[a-z]+)+-[0-9]$"},"additionalProperties":{"$ref":"#/$defs/replica"}}}};
const schema51 = {"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"type":"string","minLength":1,"maxLength":255},"type":{"type":"string","enum":["S","N","B"]}}};
const schema59 = {"type":"object","additionalProperties":false,"properties":{"kmsKeyArn":{"type":"string","pattern":"^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"}}};
const schema53 = {"type":"object","additionalProperties":false,"required":["read","write"],"properties":{"read":{"$ref":"#/$defs/capacityUnits"},"write":{"$ref":"#/$defs/capacityUnits"}}};
const schema54 = {"type":"object","additionalProperties":false,"properties":{"units":{"type":"integer","minimum":1},"autoscaling":{"type":"object","additionalProperties":false,"required":["minimum","maximum"],"properties":{"minimum":{"type":"integer","minimum":1},"maximum":{"type":"integer","minimum":1},"targetUtilizationPercent":{"type":"integer","minimum":20,"maximum":90},"scaleInCooldownSeconds":{"type":"integer","minimum":0,"maximum":3600},"scaleOutCooldownSeconds":{"type":"integer","minimum":0,"maximum":3600}}}}};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate27.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.read === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "read"},message:"must have required property '"+"read"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.write === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "write"},message:"must have required property '"+"write"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "read") || (key0 === "write"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.read !== undefined){
let data0 = data.read;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
if(!((key1 === "units") || (key1 === "autoscaling"))){
const err3 = {instancePath:instancePath+"/read",schemaPath:"#/$defs/capacityUnits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.units !== undefined){
let data1 = data0.units;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/read/units",schemaPath:"#/$defs/capacityUnits/properties/units/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 < 1 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/read/units",schemaPath:"#/$defs/capacityUnits/properties/units/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
if(data0.autoscaling !== undefined){
let data2 = data0.autoscaling;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(data2.minimum === undefined){
const err6 = {instancePath:instancePath+"/read/autoscaling",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/required",keyword:"required",params:{missingProperty: "minimum"},message:"must have required property '"+"minimum"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data2.maximum === undefined){
const err7 = {instancePath:instancePath+"/read/autoscaling",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/required",keyword:"required",params:{missingProperty: "maximum"},message:"must have required property '"+"maximum"+"'"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key2 in data2){
if(!(((((key2 === "minimum") || (key2 === "maximum")) || (key2 === "targetUtilizationPercent")) || (key2 === "scaleInCooldownSeconds")) || (key2 === "scaleOutCooldownSeconds"))){
const err8 = {instancePath:instancePath+"/read/autoscaling",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data2.minimum !== undefined){
let data3 = data2.minimum;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err9 = {instancePath:instancePath+"/read/autoscaling/minimum",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/minimum/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 < 1 || isNaN(data3)){
const err10 = {instancePath:instancePath+"/read/autoscaling/minimum",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/minimum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
if(data2.maximum !== undefined){
let data4 = data2.maximum;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err11 = {instancePath:instancePath+"/read/autoscaling/maximum",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/maximum/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 < 1 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/read/autoscaling/maximum",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/maximum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data2.targetUtilizationPercent !== undefined){
let data5 = data2.targetUtilizationPercent;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err13 = {instancePath:instancePath+"/read/autoscaling/targetUtilizationPercent",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/targetUtilizationPercent/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 90 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/read/autoscaling/targetUtilizationPercent",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/targetUtilizationPercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 90},message:"must be <= 90"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data5 < 20 || isNaN(data5)){
const err15 = {instancePath:instancePath+"/read/autoscaling/targetUtilizationPercent",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/targetUtilizationPercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 20},message:"must be >= 20"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data2.scaleInCooldownSeconds !== undefined){
let data6 = data2.scaleInCooldownSeconds;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err16 = {instancePath:instancePath+"/read/autoscaling/scaleInCooldownSeconds",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/scaleInCooldownSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 3600 || isNaN(data6)){
const err17 = {instancePath:instancePath+"/read/autoscaling/scaleInCooldownSeconds",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/scaleInCooldownSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
if(data6 < 0 || isNaN(data6)){
const err18 = {instancePath:instancePath+"/read/autoscaling/scaleInCooldownSeconds",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/scaleInCooldownSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
if(data2.scaleOutCooldownSeconds !== undefined){
let data7 = data2.scaleOutCooldownSeconds;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err19 = {instancePath:instancePath+"/read/autoscaling/scaleOutCooldownSeconds",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/scaleOutCooldownSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 3600 || isNaN(data7)){
const err20 = {instancePath:instancePath+"/read/autoscaling/scaleOutCooldownSeconds",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/scaleOutCooldownSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data7 < 0 || isNaN(data7)){
const err21 = {instancePath:instancePath+"/read/autoscaling/scaleOutCooldownSeconds",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/scaleOutCooldownSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
}
else {
const err22 = {instancePath:instancePath+"/read/autoscaling",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/read",schemaPath:"#/$defs/capacityUnits/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.write !== undefined){
let data8 = data.write;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key3 in data8){
if(!((key3 === "units") || (key3 === "autoscaling"))){
const err24 = {instancePath:instancePath+"/write",schemaPath:"#/$defs/capacityUnits/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data8.units !== undefined){
let data9 = data8.units;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err25 = {instancePath:instancePath+"/write/units",schemaPath:"#/$defs/capacityUnits/properties/units/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 < 1 || isNaN(data9)){
const err26 = {instancePath:instancePath+"/write/units",schemaPath:"#/$defs/capacityUnits/properties/units/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
if(data8.autoscaling !== undefined){
let data10 = data8.autoscaling;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.minimum === undefined){
const err27 = {instancePath:instancePath+"/write/autoscaling",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/required",keyword:"required",params:{missingProperty: "minimum"},message:"must have required property '"+"minimum"+"'"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(data10.maximum === undefined){
const err28 = {instancePath:instancePath+"/write/autoscaling",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/required",keyword:"required",params:{missingProperty: "maximum"},message:"must have required property '"+"maximum"+"'"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
for(const key4 in data10){
if(!(((((key4 === "minimum") || (key4 === "maximum")) || (key4 === "targetUtilizationPercent")) || (key4 === "scaleInCooldownSeconds")) || (key4 === "scaleOutCooldownSeconds"))){
const err29 = {instancePath:instancePath+"/write/autoscaling",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data10.minimum !== undefined){
let data11 = data10.minimum;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err30 = {instancePath:instancePath+"/write/autoscaling/minimum",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/minimum/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 < 1 || isNaN(data11)){
const err31 = {instancePath:instancePath+"/write/autoscaling/minimum",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/minimum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
}
if(data10.maximum !== undefined){
let data12 = data10.maximum;
if(!(((typeof data12 == "number") && (!(data12 % 1) && !isNaN(data12))) && (isFinite(data12)))){
const err32 = {instancePath:instancePath+"/write/autoscaling/maximum",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/maximum/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if((typeof data12 == "number") && (isFinite(data12))){
if(data12 < 1 || isNaN(data12)){
const err33 = {instancePath:instancePath+"/write/autoscaling/maximum",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/maximum/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
if(data10.targetUtilizationPercent !== undefined){
let data13 = data10.targetUtilizationPercent;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err34 = {instancePath:instancePath+"/write/autoscaling/targetUtilizationPercent",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/targetUtilizationPercent/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 90 || isNaN(data13)){
const err35 = {instancePath:instancePath+"/write/autoscaling/targetUtilizationPercent",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/targetUtilizationPercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 90},message:"must be <= 90"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data13 < 20 || isNaN(data13)){
const err36 = {instancePath:instancePath+"/write/autoscaling/targetUtilizationPercent",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/targetUtilizationPercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 20},message:"must be >= 20"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
if(data10.scaleInCooldownSeconds !== undefined){
let data14 = data10.scaleInCooldownSeconds;
if(!(((typeof data14 == "number") && (!(data14 % 1) && !isNaN(data14))) && (isFinite(data14)))){
const err37 = {instancePath:instancePath+"/write/autoscaling/scaleInCooldownSeconds",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/scaleInCooldownSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if((typeof data14 == "number") && (isFinite(data14))){
if(data14 > 3600 || isNaN(data14)){
const err38 = {instancePath:instancePath+"/write/autoscaling/scaleInCooldownSeconds",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/scaleInCooldownSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
if(data14 < 0 || isNaN(data14)){
const err39 = {instancePath:instancePath+"/write/autoscaling/scaleInCooldownSeconds",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/scaleInCooldownSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
}
if(data10.scaleOutCooldownSeconds !== undefined){
let data15 = data10.scaleOutCooldownSeconds;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err40 = {instancePath:instancePath+"/write/autoscaling/scaleOutCooldownSeconds",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/scaleOutCooldownSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 3600 || isNaN(data15)){
const err41 = {instancePath:instancePath+"/write/autoscaling/scaleOutCooldownSeconds",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/scaleOutCooldownSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err42 = {instancePath:instancePath+"/write/autoscaling/scaleOutCooldownSeconds",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/properties/scaleOutCooldownSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
}
}
else {
const err43 = {instancePath:instancePath+"/write/autoscaling",schemaPath:"#/$defs/capacityUnits/properties/autoscaling/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/write",schemaPath:"#/$defs/capacityUnits/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}
validate27.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema56 = {"type":"object","additionalProperties":false,"required":["partitionKey"],"properties":{"partitionKey":{"$ref":"#/$defs/keyAttribute"},"sortKey":{"$ref":"#/$defs/keyAttribute"},"projection":{"type":"string","enum":["ALL","KEYS_ONLY","INCLUDE"]},"nonKeyAttributes":{"type":"array","uniqueItems":true,"minItems":1,"maxItems":20,"items":{"type":"string","minLength":1,"maxLength":255}},"shardCount":{"type":"integer","minimum":1,"maximum":100},"capacity":{"$ref":"#/$defs/capacity"}}};

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate29.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.partitionKey === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "partitionKey"},message:"must have required property '"+"partitionKey"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((((((key0 === "partitionKey") || (key0 === "sortKey")) || (key0 === "projection")) || (key0 === "nonKeyAttributes")) || (key0 === "shardCount")) || (key0 === "capacity"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.partitionKey !== undefined){
let data0 = data.partitionKey;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.name === undefined){
const err2 = {instancePath:instancePath+"/partitionKey",schemaPath:"#/$defs/keyAttribute/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key1 in data0){
if(!((key1 === "name") || (key1 === "type"))){
const err3 = {instancePath:instancePath+"/partitionKey",schemaPath:"#/$defs/keyAttribute/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.name !== undefined){
let data1 = data0.name;
if(typeof data1 === "string"){
if(func2(data1) > 255){
const err4 = {instancePath:instancePath+"/partitionKey/name",schemaPath:"#/$defs/keyAttribute/properties/name/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func2(data1) < 1){
const err5 = {instancePath:instancePath+"/partitionKey/name",schemaPath:"#/$defs/keyAttribute/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/partitionKey/name",schemaPath:"#/$defs/keyAttribute/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data0.type !== undefined){
let data2 = data0.type;
if(typeof data2 !== "string"){
const err7 = {instancePath:instancePath+"/partitionKey/type",schemaPath:"#/$defs/keyAttribute/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!(((data2 === "S") || (data2 === "N")) || (data2 === "B"))){
const err8 = {instancePath:instancePath+"/partitionKey/type",schemaPath:"#/$defs/keyAttribute/properties/type/enum",keyword:"enum",params:{allowedValues: schema51.properties.type.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/partitionKey",schemaPath:"#/$defs/keyAttribute/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.sortKey !== undefined){
let data3 = data.sortKey;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.name === undefined){
const err10 = {instancePath:instancePath+"/sortKey",schemaPath:"#/$defs/keyAttribute/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key2 in data3){
if(!((key2 === "name") || (key2 === "type"))){
const err11 = {instancePath:instancePath+"/sortKey",schemaPath:"#/$defs/keyAttribute/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data3.name !== undefined){
let data4 = data3.name;
if(typeof data4 === "string"){
if(func2(data4) > 255){
const err12 = {instancePath:instancePath+"/sortKey/name",schemaPath:"#/$defs/keyAttribute/properties/name/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(func2(data4) < 1){
const err13 = {instancePath:instancePath+"/sortKey/name",schemaPath:"#/$defs/keyAttribute/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/sortKey/name",schemaPath:"#/$defs/keyAttribute/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data3.type !== undefined){
let data5 = data3.type;
if(typeof data5 !== "string"){
const err15 = {instancePath:instancePath+"/sortKey/type",schemaPath:"#/$defs/keyAttribute/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!(((data5 === "S") || (data5 === "N")) || (data5 === "B"))){
const err16 = {instancePath:instancePath+"/sortKey/type",schemaPath:"#/$defs/keyAttribute/properties/type/enum",keyword:"enum",params:{allowedValues: schema51.properties.type.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/sortKey",schemaPath:"#/$defs/keyAttribute/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.projection !== undefined){
let data6 = data.projection;
if(typeof data6 !== "string"){
const err18 = {instancePath:instancePath+"/projection",schemaPath:"#/properties/projection/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!(((data6 === "ALL") || (data6 === "KEYS_ONLY")) || (data6 === "INCLUDE"))){
const err19 = {instancePath:instancePath+"/projection",schemaPath:"#/properties/projection/enum",keyword:"enum",params:{allowedValues: schema56.properties.projection.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.nonKeyAttributes !== undefined){
let data7 = data.nonKeyAttributes;
if(Array.isArray(data7)){
if(data7.length > 20){
const err20 = {instancePath:instancePath+"/nonKeyAttributes",schemaPath:"#/properties/nonKeyAttributes/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data7.length < 1){
const err21 = {instancePath:instancePath+"/nonKeyAttributes",schemaPath:"#/properties/nonKeyAttributes/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
const len0 = data7.length;
for(let i0=0; i0<len0; i0++){
let data8 = data7[i0];
if(typeof data8 === "string"){
if(func2(data8) > 255){
const err22 = {instancePath:instancePath+"/nonKeyAttributes/" + i0,schemaPath:"#/properties/nonKeyAttributes/items/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if(func2(data8) < 1){
const err23 = {instancePath:instancePath+"/nonKeyAttributes/" + i0,schemaPath:"#/properties/nonKeyAttributes/items/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/nonKeyAttributes/" + i0,schemaPath:"#/properties/nonKeyAttributes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
let i1 = data7.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data7[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err25 = {instancePath:instancePath+"/nonKeyAttributes",schemaPath:"#/properties/nonKeyAttributes/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err26 = {instancePath:instancePath+"/nonKeyAttributes",schemaPath:"#/properties/nonKeyAttributes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data.shardCount !== undefined){
let data9 = data.shardCount;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err27 = {instancePath:instancePath+"/shardCount",schemaPath:"#/properties/shardCount/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 100 || isNaN(data9)){
const err28 = {instancePath:instancePath+"/shardCount",schemaPath:"#/properties/shardCount/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(data9 < 1 || isNaN(data9)){
const err29 = {instancePath:instancePath+"/shardCount",schemaPath:"#/properties/shardCount/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
if(data.capacity !== undefined){
if(!(validate27(data.capacity, {instancePath:instancePath+"/capacity",parentData:data,parentDataProperty:"capacity",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
else {
const err30 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}
validate29.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const pattern28 = new RegExp("^[A-Za-z0-9_-]{3,255}$", "u");
const pattern30 = new RegExp("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", "u");

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate26.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.partitionKey === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "partitionKey"},message:"must have required property '"+"partitionKey"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema50.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.partitionKey !== undefined){
let data0 = data.partitionKey;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.name === undefined){
const err2 = {instancePath:instancePath+"/partitionKey",schemaPath:"#/$defs/keyAttribute/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key1 in data0){
if(!((key1 === "name") || (key1 === "type"))){
const err3 = {instancePath:instancePath+"/partitionKey",schemaPath:"#/$defs/keyAttribute/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.name !== undefined){
let data1 = data0.name;
if(typeof data1 === "string"){
if(func2(data1) > 255){
const err4 = {instancePath:instancePath+"/partitionKey/name",schemaPath:"#/$defs/keyAttribute/properties/name/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(func2(data1) < 1){
const err5 = {instancePath:instancePath+"/partitionKey/name",schemaPath:"#/$defs/keyAttribute/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/partitionKey/name",schemaPath:"#/$defs/keyAttribute/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data0.type !== undefined){
let data2 = data0.type;
if(typeof data2 !== "string"){
const err7 = {instancePath:instancePath+"/partitionKey/type",schemaPath:"#/$defs/keyAttribute/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!(((data2 === "S") || (data2 === "N")) || (data2 === "B"))){
const err8 = {instancePath:instancePath+"/partitionKey/type",schemaPath:"#/$defs/keyAttribute/properties/type/enum",keyword:"enum",params:{allowedValues: schema51.properties.type.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath:instancePath+"/partitionKey",schemaPath:"#/$defs/keyAttribute/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.sortKey !== undefined){
let data3 = data.sortKey;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.name === undefined){
const err10 = {instancePath:instancePath+"/sortKey",schemaPath:"#/$defs/keyAttribute/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
for(const key2 in data3){
if(!((key2 === "name") || (key2 === "type"))){
const err11 = {instancePath:instancePath+"/sortKey",schemaPath:"#/$defs/keyAttribute/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data3.name !== undefined){
let data4 = data3.name;
if(typeof data4 === "string"){
if(func2(data4) > 255){
const err12 = {instancePath:instancePath+"/sortKey/name",schemaPath:"#/$defs/keyAttribute/properties/name/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(func2(data4) < 1){
const err13 = {instancePath:instancePath+"/sortKey/name",schemaPath:"#/$defs/keyAttribute/properties/name/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
else {
const err14 = {instancePath:instancePath+"/sortKey/name",schemaPath:"#/$defs/keyAttribute/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data3.type !== undefined){
let data5 = data3.type;
if(typeof data5 !== "string"){
const err15 = {instancePath:instancePath+"/sortKey/type",schemaPath:"#/$defs/keyAttribute/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(!(((data5 === "S") || (data5 === "N")) || (data5 === "B"))){
const err16 = {instancePath:instancePath+"/sortKey/type",schemaPath:"#/$defs/keyAttribute/properties/type/enum",keyword:"enum",params:{allowedValues: schema51.properties.type.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/sortKey",schemaPath:"#/$defs/keyAttribute/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.billingMode !== undefined){
let data6 = data.billingMode;
if(typeof data6 !== "string"){
const err18 = {instancePath:instancePath+"/billingMode",schemaPath:"#/properties/billingMode/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(!((data6 === "PROVISIONED") || (data6 === "PAY_PER_REQUEST"))){
const err19 = {instancePath:instancePath+"/billingMode",schemaPath:"#/properties/billingMode/enum",keyword:"enum",params:{allowedValues: schema50.properties.billingMode.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.capacity !== undefined){
if(!(validate27(data.capacity, {instancePath:instancePath+"/capacity",parentData:data,parentDataProperty:"capacity",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data.indexes !== undefined){
let data8 = data.indexes;
if(data8 && typeof data8 == "object" && !Array.isArray(data8)){
for(const key3 in data8){
const _errs23 = errors;
if(typeof key3 === "string"){
if(!pattern28.test(key3)){
const err20 = {instancePath:instancePath+"/indexes",schemaPath:"#/properties/indexes/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{3,255}$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{3,255}$"+"\"",propertyName:key3};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
var valid5 = _errs23 === errors;
if(!valid5){
const err21 = {instancePath:instancePath+"/indexes",schemaPath:"#/properties/indexes/propertyNames",keyword:"propertyNames",params:{propertyName: key3},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
for(const key4 in data8){
if(!(validate29(data8[key4], {instancePath:instancePath+"/indexes/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data8,parentDataProperty:key4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
}
else {
const err22 = {instancePath:instancePath+"/indexes",schemaPath:"#/properties/indexes/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.expectedItemSizeBytes !== undefined){
let data10 = data.expectedItemSizeBytes;
if(!(((typeof data10 == "number") && (!(data10 % 1) && !isNaN(data10))) && (isFinite(data10)))){
const err23 = {instancePath:instancePath+"/expectedItemSizeBytes",schemaPath:"#/properties/expectedItemSizeBytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if((typeof data10 == "number") && (isFinite(data10))){
if(data10 > 409600 || isNaN(data10)){
const err24 = {instancePath:instancePath+"/expectedItemSizeBytes",schemaPath:"#/properties/expectedItemSizeBytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 409600},message:"must be <= 409600"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data10 < 1 || isNaN(data10)){
const err25 = {instancePath:instancePath+"/expectedItemSizeBytes",schemaPath:"#/properties/expectedItemSizeBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
if(data.expectedSizeGigabytes !== undefined){
let data11 = data.expectedSizeGigabytes;
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 1000000 || isNaN(data11)){
const err26 = {instancePath:instancePath+"/expectedSizeGigabytes",schemaPath:"#/properties/expectedSizeGigabytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data11 < 0 || isNaN(data11)){
const err27 = {instancePath:instancePath+"/expectedSizeGigabytes",schemaPath:"#/properties/expectedSizeGigabytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
else {
const err28 = {instancePath:instancePath+"/expectedSizeGigabytes",schemaPath:"#/properties/expectedSizeGigabytes/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.pointInTimeRecovery !== undefined){
if(typeof data.pointInTimeRecovery !== "boolean"){
const err29 = {instancePath:instancePath+"/pointInTimeRecovery",schemaPath:"#/properties/pointInTimeRecovery/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data.recoveryWindowDays !== undefined){
let data13 = data.recoveryWindowDays;
if(!(((typeof data13 == "number") && (!(data13 % 1) && !isNaN(data13))) && (isFinite(data13)))){
const err30 = {instancePath:instancePath+"/recoveryWindowDays",schemaPath:"#/properties/recoveryWindowDays/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if((typeof data13 == "number") && (isFinite(data13))){
if(data13 > 35 || isNaN(data13)){
const err31 = {instancePath:instancePath+"/recoveryWindowDays",schemaPath:"#/properties/recoveryWindowDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 35},message:"must be <= 35"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if(data13 < 1 || isNaN(data13)){
const err32 = {instancePath:instancePath+"/recoveryWindowDays",schemaPath:"#/properties/recoveryWindowDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
if(data.deletionProtection !== undefined){
if(typeof data.deletionProtection !== "boolean"){
const err33 = {instancePath:instancePath+"/deletionProtection",schemaPath:"#/properties/deletionProtection/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data.timeToLiveAttribute !== undefined){
let data15 = data.timeToLiveAttribute;
if(typeof data15 === "string"){
if(func2(data15) > 255){
const err34 = {instancePath:instancePath+"/timeToLiveAttribute",schemaPath:"#/properties/timeToLiveAttribute/maxLength",keyword:"maxLength",params:{limit: 255},message:"must NOT have more than 255 characters"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(func2(data15) < 1){
const err35 = {instancePath:instancePath+"/timeToLiveAttribute",schemaPath:"#/properties/timeToLiveAttribute/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/timeToLiveAttribute",schemaPath:"#/properties/timeToLiveAttribute/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data.stream !== undefined){
let data16 = data.stream;
if(typeof data16 !== "string"){
const err37 = {instancePath:instancePath+"/stream",schemaPath:"#/properties/stream/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
if(!((((data16 === "KEYS_ONLY") || (data16 === "NEW_IMAGE")) || (data16 === "OLD_IMAGE")) || (data16 === "NEW_AND_OLD_IMAGES"))){
const err38 = {instancePath:instancePath+"/stream",schemaPath:"#/properties/stream/enum",keyword:"enum",params:{allowedValues: schema50.properties.stream.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.replicas !== undefined){
let data17 = data.replicas;
if(data17 && typeof data17 == "object" && !Array.isArray(data17)){
for(const key5 in data17){
const _errs42 = errors;
if(typeof key5 === "string"){
if(!pattern6.test(key5)){
const err39 = {instancePath:instancePath+"/replicas",schemaPath:"#/properties/replicas/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z]{2,4}(-[a-z]+)+-[0-9]$"},message:"must match pattern \""+"^[a-z]{2,4}(-[a-z]+)+-[0-9]$"+"\"",propertyName:key5};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
var valid7 = _errs42 === errors;
if(!valid7){
const err40 = {instancePath:instancePath+"/replicas",schemaPath:"#/properties/replicas/propertyNames",keyword:"propertyNames",params:{propertyName: key5},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
for(const key6 in data17){
let data18 = data17[key6];
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
for(const key7 in data18){
if(!(key7 === "kmsKeyArn")){
const err41 = {instancePath:instancePath+"/replicas/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/replica/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data18.kmsKeyArn !== undefined){
let data19 = data18.kmsKeyArn;
if(typeof data19 === "string"){
if(!pattern30.test(data19)){
const err42 = {instancePath:instancePath+"/replicas/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/kmsKeyArn",schemaPath:"#/$defs/replica/properties/kmsKeyArn/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},message:"must match pattern \""+"^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/replicas/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/kmsKeyArn",schemaPath:"#/$defs/replica/properties/kmsKeyArn/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
}
else {
const err44 = {instancePath:instancePath+"/replicas/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/replica/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
else {
const err45 = {instancePath:instancePath+"/replicas",schemaPath:"#/properties/replicas/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}
validate26.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema61 = {"type":"object","additionalProperties":false,"properties":{"secretsManager":{"$ref":"#/$defs/earlyText"},"parameter":{"$ref":"#/$defs/earlyText"},"kmsKeyArn":{"type":"string","pattern":"^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},"rotation":{"$ref":"#/$defs/rotation"}}};
const schema64 = {"type":"object","additionalProperties":false,"required":["function","everyDays"],"properties":{"function":{"$ref":"#/$defs/name"},"everyDays":{"type":"integer","minimum":1,"maximum":1000}}};

function validate34(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate34.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.function === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "function"},message:"must have required property '"+"function"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.everyDays === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "everyDays"},message:"must have required property '"+"everyDays"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "function") || (key0 === "everyDays"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.function !== undefined){
let data0 = data.function;
if(typeof data0 === "string"){
if(func2(data0) > 63){
const err3 = {instancePath:instancePath+"/function",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!pattern24.test(data0)){
const err4 = {instancePath:instancePath+"/function",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/function",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.everyDays !== undefined){
let data1 = data.everyDays;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err6 = {instancePath:instancePath+"/everyDays",schemaPath:"#/properties/everyDays/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000 || isNaN(data1)){
const err7 = {instancePath:instancePath+"/everyDays",schemaPath:"#/properties/everyDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err8 = {instancePath:instancePath+"/everyDays",schemaPath:"#/properties/everyDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}
validate34.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate33.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "secretsManager") || (key0 === "parameter")) || (key0 === "kmsKeyArn")) || (key0 === "rotation"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.secretsManager !== undefined){
if(typeof data.secretsManager !== "string"){
const err1 = {instancePath:instancePath+"/secretsManager",schemaPath:"#/$defs/earlyText/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.parameter !== undefined){
if(typeof data.parameter !== "string"){
const err2 = {instancePath:instancePath+"/parameter",schemaPath:"#/$defs/earlyText/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.kmsKeyArn !== undefined){
let data2 = data.kmsKeyArn;
if(typeof data2 === "string"){
if(!pattern30.test(data2)){
const err3 = {instancePath:instancePath+"/kmsKeyArn",schemaPath:"#/properties/kmsKeyArn/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"},message:"must match pattern \""+"^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$"+"\""};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/kmsKeyArn",schemaPath:"#/properties/kmsKeyArn/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.rotation !== undefined){
if(!(validate34(data.rotation, {instancePath:instancePath+"/rotation",parentData:data,parentDataProperty:"rotation",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate33.errors = vErrors;
return errors === 0;
}
validate33.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema67 = {"type":"object","additionalProperties":false,"properties":{"messageRetentionSeconds":{"type":"integer","minimum":60,"maximum":1209600},"visibilityTimeoutSeconds":{"type":"integer","minimum":0,"maximum":43200},"maximumMessageSizeBytes":{"type":"integer","minimum":1024,"maximum":1048576},"delaySeconds":{"type":"integer","minimum":0,"maximum":900},"deadLetterQueue":{"$ref":"#/$defs/redrive"},"fifo":{"$ref":"#/$defs/fifo"},"requireTls":{"type":"boolean"}}};
const schema70 = {"type":"object","additionalProperties":false,"properties":{"contentBasedDeduplication":{"type":"boolean"},"throughput":{"enum":["perQueue","perMessageGroup"]}}};
const schema68 = {"type":"object","additionalProperties":false,"required":["queue"],"properties":{"queue":{"$ref":"#/$defs/name"},"maxReceiveCount":{"type":"integer","minimum":1,"maximum":1000}}};

function validate38(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate38.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.queue === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "queue"},message:"must have required property '"+"queue"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "queue") || (key0 === "maxReceiveCount"))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.queue !== undefined){
let data0 = data.queue;
if(typeof data0 === "string"){
if(func2(data0) > 63){
const err2 = {instancePath:instancePath+"/queue",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern24.test(data0)){
const err3 = {instancePath:instancePath+"/queue",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/queue",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.maxReceiveCount !== undefined){
let data1 = data.maxReceiveCount;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err5 = {instancePath:instancePath+"/maxReceiveCount",schemaPath:"#/properties/maxReceiveCount/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 1000 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/maxReceiveCount",schemaPath:"#/properties/maxReceiveCount/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data1 < 1 || isNaN(data1)){
const err7 = {instancePath:instancePath+"/maxReceiveCount",schemaPath:"#/properties/maxReceiveCount/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate38.errors = vErrors;
return errors === 0;
}
validate38.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate37(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate37.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((((key0 === "messageRetentionSeconds") || (key0 === "visibilityTimeoutSeconds")) || (key0 === "maximumMessageSizeBytes")) || (key0 === "delaySeconds")) || (key0 === "deadLetterQueue")) || (key0 === "fifo")) || (key0 === "requireTls"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.messageRetentionSeconds !== undefined){
let data0 = data.messageRetentionSeconds;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err1 = {instancePath:instancePath+"/messageRetentionSeconds",schemaPath:"#/properties/messageRetentionSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((typeof data0 == "number") && (isFinite(data0))){
if(data0 > 1209600 || isNaN(data0)){
const err2 = {instancePath:instancePath+"/messageRetentionSeconds",schemaPath:"#/properties/messageRetentionSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1209600},message:"must be <= 1209600"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0 < 60 || isNaN(data0)){
const err3 = {instancePath:instancePath+"/messageRetentionSeconds",schemaPath:"#/properties/messageRetentionSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 60},message:"must be >= 60"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
if(data.visibilityTimeoutSeconds !== undefined){
let data1 = data.visibilityTimeoutSeconds;
if(!(((typeof data1 == "number") && (!(data1 % 1) && !isNaN(data1))) && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/visibilityTimeoutSeconds",schemaPath:"#/properties/visibilityTimeoutSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if((typeof data1 == "number") && (isFinite(data1))){
if(data1 > 43200 || isNaN(data1)){
const err5 = {instancePath:instancePath+"/visibilityTimeoutSeconds",schemaPath:"#/properties/visibilityTimeoutSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 43200},message:"must be <= 43200"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1 < 0 || isNaN(data1)){
const err6 = {instancePath:instancePath+"/visibilityTimeoutSeconds",schemaPath:"#/properties/visibilityTimeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.maximumMessageSizeBytes !== undefined){
let data2 = data.maximumMessageSizeBytes;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err7 = {instancePath:instancePath+"/maximumMessageSizeBytes",schemaPath:"#/properties/maximumMessageSizeBytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1048576 || isNaN(data2)){
const err8 = {instancePath:instancePath+"/maximumMessageSizeBytes",schemaPath:"#/properties/maximumMessageSizeBytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1048576},message:"must be <= 1048576"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data2 < 1024 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/maximumMessageSizeBytes",schemaPath:"#/properties/maximumMessageSizeBytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1024},message:"must be >= 1024"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.delaySeconds !== undefined){
let data3 = data.delaySeconds;
if(!(((typeof data3 == "number") && (!(data3 % 1) && !isNaN(data3))) && (isFinite(data3)))){
const err10 = {instancePath:instancePath+"/delaySeconds",schemaPath:"#/properties/delaySeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data3 == "number") && (isFinite(data3))){
if(data3 > 900 || isNaN(data3)){
const err11 = {instancePath:instancePath+"/delaySeconds",schemaPath:"#/properties/delaySeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 900},message:"must be <= 900"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data3 < 0 || isNaN(data3)){
const err12 = {instancePath:instancePath+"/delaySeconds",schemaPath:"#/properties/delaySeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.deadLetterQueue !== undefined){
if(!(validate38(data.deadLetterQueue, {instancePath:instancePath+"/deadLetterQueue",parentData:data,parentDataProperty:"deadLetterQueue",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate38.errors : vErrors.concat(validate38.errors);
errors = vErrors.length;
}
}
if(data.fifo !== undefined){
let data5 = data.fifo;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 in data5){
if(!((key1 === "contentBasedDeduplication") || (key1 === "throughput"))){
const err13 = {instancePath:instancePath+"/fifo",schemaPath:"#/$defs/fifo/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data5.contentBasedDeduplication !== undefined){
if(typeof data5.contentBasedDeduplication !== "boolean"){
const err14 = {instancePath:instancePath+"/fifo/contentBasedDeduplication",schemaPath:"#/$defs/fifo/properties/contentBasedDeduplication/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data5.throughput !== undefined){
let data7 = data5.throughput;
if(!((data7 === "perQueue") || (data7 === "perMessageGroup"))){
const err15 = {instancePath:instancePath+"/fifo/throughput",schemaPath:"#/$defs/fifo/properties/throughput/enum",keyword:"enum",params:{allowedValues: schema70.properties.throughput.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/fifo",schemaPath:"#/$defs/fifo/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.requireTls !== undefined){
if(typeof data.requireTls !== "boolean"){
const err17 = {instancePath:instancePath+"/requireTls",schemaPath:"#/properties/requireTls/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate37.errors = vErrors;
return errors === 0;
}
validate37.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema72 = {"type":"object","additionalProperties":false,"required":["entry"],"properties":{"entry":{"type":"string","pattern":"^(?!/)(?!.*(^|/)\\.\\.(/|$)).+\\.[cm]?[jt]s$"},"handler":{"type":"string","pattern":"^[A-Za-z_$][A-Za-z0-9_$]*$"},"runtime":{"type":"string","enum":["nodejs24.x","nodejs22.x"]},"architecture":{"type":"string","enum":["arm64","x86_64"]},"memorySizeMegabytes":{"type":"integer","minimum":128,"maximum":10240},"timeoutSeconds":{"type":"integer","minimum":1,"maximum":900},"reservedConcurrency":{"type":"integer","minimum":1},"expectedDurationMilliseconds":{"type":"integer","minimum":1,"maximum":900000},"deadLetterQueue":{"$ref":"#/$defs/name"},"environment":{"type":"object","propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9_]+$"},"additionalProperties":{"$ref":"#/$defs/text"}},"triggers":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"$ref":"#/$defs/trigger"}},"access":{"$ref":"#/$defs/access"}}};
const pattern37 = new RegExp("^(?!/)(?!.*(^|/)\\.\\.(/|$)).+\\.[cm]?[jt]s$", "u");
const pattern38 = new RegExp("^[A-Za-z_$][A-Za-z0-9_$]*$", "u");
const pattern40 = new RegExp("^[A-Za-z][A-Za-z0-9_]+$", "u");
const schema76 = {"type":"object","additionalProperties":false,"properties":{"table":{"$ref":"#/$defs/name"},"queue":{"$ref":"#/$defs/name"},"schedule":{"type":"string","maxLength":256,"pattern":"^(cron|rate|at)\\([^()]+\\)$"},"startingPosition":{"type":"string","enum":["TRIM_HORIZON","LATEST"]},"batchSize":{"type":"integer","minimum":1,"maximum":10000},"maximumBatchingWindowSeconds":{"type":"integer","minimum":0,"maximum":300},"parallelizationFactor":{"type":"integer","minimum":1,"maximum":10},"bisectBatchOnError":{"type":"boolean"},"maximumRetryAttempts":{"type":"integer","minimum":0,"maximum":10000},"maximumRecordAgeSeconds":{"type":"integer","minimum":60,"maximum":604800},"onFailure":{"$ref":"#/$defs/name"},"maximumConcurrency":{"type":"integer","minimum":2,"maximum":1000},"filters":{"type":"array","minItems":1,"maxItems":5,"items":{"type":"object","minProperties":1,"additionalProperties":true}},"timeZone":{"type":"string","minLength":1,"maxLength":50},"flexibleWindowMinutes":{"type":"integer","minimum":0,"maximum":1440},"maximumEventAgeSeconds":{"type":"integer","minimum":60,"maximum":86400},"deadLetterQueue":{"$ref":"#/$defs/name"},"input":{"type":"object","additionalProperties":true}}};
const pattern44 = new RegExp("^(cron|rate|at)\\([^()]+\\)$", "u");

function validate42(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate42.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func1.call(schema76.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.table !== undefined){
let data0 = data.table;
if(typeof data0 === "string"){
if(func2(data0) > 63){
const err1 = {instancePath:instancePath+"/table",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern24.test(data0)){
const err2 = {instancePath:instancePath+"/table",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/table",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.queue !== undefined){
let data1 = data.queue;
if(typeof data1 === "string"){
if(func2(data1) > 63){
const err4 = {instancePath:instancePath+"/queue",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!pattern24.test(data1)){
const err5 = {instancePath:instancePath+"/queue",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/queue",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.schedule !== undefined){
let data2 = data.schedule;
if(typeof data2 === "string"){
if(func2(data2) > 256){
const err7 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/maxLength",keyword:"maxLength",params:{limit: 256},message:"must NOT have more than 256 characters"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(!pattern44.test(data2)){
const err8 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/pattern",keyword:"pattern",params:{pattern: "^(cron|rate|at)\\([^()]+\\)$"},message:"must match pattern \""+"^(cron|rate|at)\\([^()]+\\)$"+"\""};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/schedule",schemaPath:"#/properties/schedule/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.startingPosition !== undefined){
let data3 = data.startingPosition;
if(typeof data3 !== "string"){
const err10 = {instancePath:instancePath+"/startingPosition",schemaPath:"#/properties/startingPosition/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(!((data3 === "TRIM_HORIZON") || (data3 === "LATEST"))){
const err11 = {instancePath:instancePath+"/startingPosition",schemaPath:"#/properties/startingPosition/enum",keyword:"enum",params:{allowedValues: schema76.properties.startingPosition.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.batchSize !== undefined){
let data4 = data.batchSize;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err12 = {instancePath:instancePath+"/batchSize",schemaPath:"#/properties/batchSize/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 10000 || isNaN(data4)){
const err13 = {instancePath:instancePath+"/batchSize",schemaPath:"#/properties/batchSize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data4 < 1 || isNaN(data4)){
const err14 = {instancePath:instancePath+"/batchSize",schemaPath:"#/properties/batchSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data.maximumBatchingWindowSeconds !== undefined){
let data5 = data.maximumBatchingWindowSeconds;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err15 = {instancePath:instancePath+"/maximumBatchingWindowSeconds",schemaPath:"#/properties/maximumBatchingWindowSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 300 || isNaN(data5)){
const err16 = {instancePath:instancePath+"/maximumBatchingWindowSeconds",schemaPath:"#/properties/maximumBatchingWindowSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300},message:"must be <= 300"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(data5 < 0 || isNaN(data5)){
const err17 = {instancePath:instancePath+"/maximumBatchingWindowSeconds",schemaPath:"#/properties/maximumBatchingWindowSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data.parallelizationFactor !== undefined){
let data6 = data.parallelizationFactor;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err18 = {instancePath:instancePath+"/parallelizationFactor",schemaPath:"#/properties/parallelizationFactor/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 > 10 || isNaN(data6)){
const err19 = {instancePath:instancePath+"/parallelizationFactor",schemaPath:"#/properties/parallelizationFactor/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10},message:"must be <= 10"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data6 < 1 || isNaN(data6)){
const err20 = {instancePath:instancePath+"/parallelizationFactor",schemaPath:"#/properties/parallelizationFactor/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.bisectBatchOnError !== undefined){
if(typeof data.bisectBatchOnError !== "boolean"){
const err21 = {instancePath:instancePath+"/bisectBatchOnError",schemaPath:"#/properties/bisectBatchOnError/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.maximumRetryAttempts !== undefined){
let data8 = data.maximumRetryAttempts;
if(!(((typeof data8 == "number") && (!(data8 % 1) && !isNaN(data8))) && (isFinite(data8)))){
const err22 = {instancePath:instancePath+"/maximumRetryAttempts",schemaPath:"#/properties/maximumRetryAttempts/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
if((typeof data8 == "number") && (isFinite(data8))){
if(data8 > 10000 || isNaN(data8)){
const err23 = {instancePath:instancePath+"/maximumRetryAttempts",schemaPath:"#/properties/maximumRetryAttempts/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
if(data8 < 0 || isNaN(data8)){
const err24 = {instancePath:instancePath+"/maximumRetryAttempts",schemaPath:"#/properties/maximumRetryAttempts/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
if(data.maximumRecordAgeSeconds !== undefined){
let data9 = data.maximumRecordAgeSeconds;
if(!(((typeof data9 == "number") && (!(data9 % 1) && !isNaN(data9))) && (isFinite(data9)))){
const err25 = {instancePath:instancePath+"/maximumRecordAgeSeconds",schemaPath:"#/properties/maximumRecordAgeSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
if((typeof data9 == "number") && (isFinite(data9))){
if(data9 > 604800 || isNaN(data9)){
const err26 = {instancePath:instancePath+"/maximumRecordAgeSeconds",schemaPath:"#/properties/maximumRecordAgeSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 604800},message:"must be <= 604800"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data9 < 60 || isNaN(data9)){
const err27 = {instancePath:instancePath+"/maximumRecordAgeSeconds",schemaPath:"#/properties/maximumRecordAgeSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 60},message:"must be >= 60"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
if(data.onFailure !== undefined){
let data10 = data.onFailure;
if(typeof data10 === "string"){
if(func2(data10) > 63){
const err28 = {instancePath:instancePath+"/onFailure",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(!pattern24.test(data10)){
const err29 = {instancePath:instancePath+"/onFailure",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/onFailure",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.maximumConcurrency !== undefined){
let data11 = data.maximumConcurrency;
if(!(((typeof data11 == "number") && (!(data11 % 1) && !isNaN(data11))) && (isFinite(data11)))){
const err31 = {instancePath:instancePath+"/maximumConcurrency",schemaPath:"#/properties/maximumConcurrency/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
if((typeof data11 == "number") && (isFinite(data11))){
if(data11 > 1000 || isNaN(data11)){
const err32 = {instancePath:instancePath+"/maximumConcurrency",schemaPath:"#/properties/maximumConcurrency/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000},message:"must be <= 1000"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
if(data11 < 2 || isNaN(data11)){
const err33 = {instancePath:instancePath+"/maximumConcurrency",schemaPath:"#/properties/maximumConcurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
}
if(data.filters !== undefined){
let data12 = data.filters;
if(Array.isArray(data12)){
if(data12.length > 5){
const err34 = {instancePath:instancePath+"/filters",schemaPath:"#/properties/filters/maxItems",keyword:"maxItems",params:{limit: 5},message:"must NOT have more than 5 items"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data12.length < 1){
const err35 = {instancePath:instancePath+"/filters",schemaPath:"#/properties/filters/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
const len0 = data12.length;
for(let i0=0; i0<len0; i0++){
let data13 = data12[i0];
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
if(Object.keys(data13).length < 1){
const err36 = {instancePath:instancePath+"/filters/" + i0,schemaPath:"#/properties/filters/items/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
else {
const err37 = {instancePath:instancePath+"/filters/" + i0,schemaPath:"#/properties/filters/items/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath:instancePath+"/filters",schemaPath:"#/properties/filters/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data.timeZone !== undefined){
let data14 = data.timeZone;
if(typeof data14 === "string"){
if(func2(data14) > 50){
const err39 = {instancePath:instancePath+"/timeZone",schemaPath:"#/properties/timeZone/maxLength",keyword:"maxLength",params:{limit: 50},message:"must NOT have more than 50 characters"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
if(func2(data14) < 1){
const err40 = {instancePath:instancePath+"/timeZone",schemaPath:"#/properties/timeZone/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/timeZone",schemaPath:"#/properties/timeZone/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data.flexibleWindowMinutes !== undefined){
let data15 = data.flexibleWindowMinutes;
if(!(((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15))) && (isFinite(data15)))){
const err42 = {instancePath:instancePath+"/flexibleWindowMinutes",schemaPath:"#/properties/flexibleWindowMinutes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
if((typeof data15 == "number") && (isFinite(data15))){
if(data15 > 1440 || isNaN(data15)){
const err43 = {instancePath:instancePath+"/flexibleWindowMinutes",schemaPath:"#/properties/flexibleWindowMinutes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1440},message:"must be <= 1440"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
if(data15 < 0 || isNaN(data15)){
const err44 = {instancePath:instancePath+"/flexibleWindowMinutes",schemaPath:"#/properties/flexibleWindowMinutes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
}
if(data.maximumEventAgeSeconds !== undefined){
let data16 = data.maximumEventAgeSeconds;
if(!(((typeof data16 == "number") && (!(data16 % 1) && !isNaN(data16))) && (isFinite(data16)))){
const err45 = {instancePath:instancePath+"/maximumEventAgeSeconds",schemaPath:"#/properties/maximumEventAgeSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if((typeof data16 == "number") && (isFinite(data16))){
if(data16 > 86400 || isNaN(data16)){
const err46 = {instancePath:instancePath+"/maximumEventAgeSeconds",schemaPath:"#/properties/maximumEventAgeSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400},message:"must be <= 86400"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(data16 < 60 || isNaN(data16)){
const err47 = {instancePath:instancePath+"/maximumEventAgeSeconds",schemaPath:"#/properties/maximumEventAgeSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 60},message:"must be >= 60"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
}
if(data.deadLetterQueue !== undefined){
let data17 = data.deadLetterQueue;
if(typeof data17 === "string"){
if(func2(data17) > 63){
const err48 = {instancePath:instancePath+"/deadLetterQueue",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
if(!pattern24.test(data17)){
const err49 = {instancePath:instancePath+"/deadLetterQueue",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
else {
const err50 = {instancePath:instancePath+"/deadLetterQueue",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
if(data.input !== undefined){
let data18 = data.input;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
}
else {
const err51 = {instancePath:instancePath+"/input",schemaPath:"#/properties/input/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
validate42.errors = vErrors;
return errors === 0;
}
validate42.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema81 = {"type":"object","additionalProperties":false,"properties":{"tables":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","enum":["GetItem","BatchGetItem","Query","Scan","PutItem","UpdateItem","DeleteItem","BatchWriteItem","ConditionCheckItem","DescribeTable"]}}},"secrets":{"type":"array","uniqueItems":true,"items":{"$ref":"#/$defs/name"}},"queues":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","enum":["SendMessage","ReceiveMessage","DeleteMessage","ChangeMessageVisibility","GetQueueAttributes","GetQueueUrl","PurgeQueue"]}}}}};
const func0 = require("ajv/dist/runtime/equal").default;

function validate44(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate44.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "tables") || (key0 === "secrets")) || (key0 === "queues"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.tables !== undefined){
let data0 = data.tables;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
const _errs4 = errors;
if(typeof key1 === "string"){
if(func2(key1) > 63){
const err1 = {instancePath:instancePath+"/tables",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern24.test(key1)){
const err2 = {instancePath:instancePath+"/tables",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/tables",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid1 = _errs4 === errors;
if(!valid1){
const err4 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
for(const key2 in data0){
let data1 = data0[key2];
if(Array.isArray(data1)){
if(data1.length < 1){
const err5 = {instancePath:instancePath+"/tables/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tables/additionalProperties/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
let data2 = data1[i0];
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/tables/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/properties/tables/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((((((((((data2 === "GetItem") || (data2 === "BatchGetItem")) || (data2 === "Query")) || (data2 === "Scan")) || (data2 === "PutItem")) || (data2 === "UpdateItem")) || (data2 === "DeleteItem")) || (data2 === "BatchWriteItem")) || (data2 === "ConditionCheckItem")) || (data2 === "DescribeTable"))){
const err7 = {instancePath:instancePath+"/tables/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i0,schemaPath:"#/properties/tables/additionalProperties/items/enum",keyword:"enum",params:{allowedValues: schema81.properties.tables.additionalProperties.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
let i1 = data1.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data1[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err8 = {instancePath:instancePath+"/tables/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tables/additionalProperties/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err9 = {instancePath:instancePath+"/tables/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/tables/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.secrets !== undefined){
let data3 = data.secrets;
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i2=0; i2<len1; i2++){
let data4 = data3[i2];
if(typeof data4 === "string"){
if(func2(data4) > 63){
const err11 = {instancePath:instancePath+"/secrets/" + i2,schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!pattern24.test(data4)){
const err12 = {instancePath:instancePath+"/secrets/" + i2,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/secrets/" + i2,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
let i3 = data3.length;
let j1;
if(i3 > 1){
outer0:
for(;i3--;){
for(j1 = i3; j1--;){
if(func0(data3[i3], data3[j1])){
const err14 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err15 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.queues !== undefined){
let data5 = data.queues;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key3 in data5){
const _errs19 = errors;
if(typeof key3 === "string"){
if(func2(key3) > 63){
const err16 = {instancePath:instancePath+"/queues",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key3};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if(!pattern24.test(key3)){
const err17 = {instancePath:instancePath+"/queues",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key3};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
else {
const err18 = {instancePath:instancePath+"/queues",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key3};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var valid11 = _errs19 === errors;
if(!valid11){
const err19 = {instancePath:instancePath+"/queues",schemaPath:"#/properties/queues/propertyNames",keyword:"propertyNames",params:{propertyName: key3},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
for(const key4 in data5){
let data6 = data5[key4];
if(Array.isArray(data6)){
if(data6.length < 1){
const err20 = {instancePath:instancePath+"/queues/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/queues/additionalProperties/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
const len2 = data6.length;
for(let i4=0; i4<len2; i4++){
let data7 = data6[i4];
if(typeof data7 !== "string"){
const err21 = {instancePath:instancePath+"/queues/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i4,schemaPath:"#/properties/queues/additionalProperties/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!(((((((data7 === "SendMessage") || (data7 === "ReceiveMessage")) || (data7 === "DeleteMessage")) || (data7 === "ChangeMessageVisibility")) || (data7 === "GetQueueAttributes")) || (data7 === "GetQueueUrl")) || (data7 === "PurgeQueue"))){
const err22 = {instancePath:instancePath+"/queues/" + key4.replace(/~/g, "~0").replace(/\//g, "~1")+"/" + i4,schemaPath:"#/properties/queues/additionalProperties/items/enum",keyword:"enum",params:{allowedValues: schema81.properties.queues.additionalProperties.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
let i5 = data6.length;
let j2;
if(i5 > 1){
const indices1 = {};
for(;i5--;){
let item1 = data6[i5];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j2 = indices1[item1];
const err23 = {instancePath:instancePath+"/queues/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/queues/additionalProperties/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i5+" are identical)"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
break;
}
indices1[item1] = i5;
}
}
}
else {
const err24 = {instancePath:instancePath+"/queues/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/queues/additionalProperties/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
}
else {
const err25 = {instancePath:instancePath+"/queues",schemaPath:"#/properties/queues/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
}
else {
const err26 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
validate44.errors = vErrors;
return errors === 0;
}
validate44.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate41.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.entry === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "entry"},message:"must have required property '"+"entry"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema72.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.entry !== undefined){
let data0 = data.entry;
if(typeof data0 === "string"){
if(!pattern37.test(data0)){
const err2 = {instancePath:instancePath+"/entry",schemaPath:"#/properties/entry/pattern",keyword:"pattern",params:{pattern: "^(?!/)(?!.*(^|/)\\.\\.(/|$)).+\\.[cm]?[jt]s$"},message:"must match pattern \""+"^(?!/)(?!.*(^|/)\\.\\.(/|$)).+\\.[cm]?[jt]s$"+"\""};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/entry",schemaPath:"#/properties/entry/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.handler !== undefined){
let data1 = data.handler;
if(typeof data1 === "string"){
if(!pattern38.test(data1)){
const err4 = {instancePath:instancePath+"/handler",schemaPath:"#/properties/handler/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_$][A-Za-z0-9_$]*$"},message:"must match pattern \""+"^[A-Za-z_$][A-Za-z0-9_$]*$"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/handler",schemaPath:"#/properties/handler/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.runtime !== undefined){
let data2 = data.runtime;
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/runtime",schemaPath:"#/properties/runtime/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!((data2 === "nodejs24.x") || (data2 === "nodejs22.x"))){
const err7 = {instancePath:instancePath+"/runtime",schemaPath:"#/properties/runtime/enum",keyword:"enum",params:{allowedValues: schema72.properties.runtime.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.architecture !== undefined){
let data3 = data.architecture;
if(typeof data3 !== "string"){
const err8 = {instancePath:instancePath+"/architecture",schemaPath:"#/properties/architecture/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!((data3 === "arm64") || (data3 === "x86_64"))){
const err9 = {instancePath:instancePath+"/architecture",schemaPath:"#/properties/architecture/enum",keyword:"enum",params:{allowedValues: schema72.properties.architecture.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.memorySizeMegabytes !== undefined){
let data4 = data.memorySizeMegabytes;
if(!(((typeof data4 == "number") && (!(data4 % 1) && !isNaN(data4))) && (isFinite(data4)))){
const err10 = {instancePath:instancePath+"/memorySizeMegabytes",schemaPath:"#/properties/memorySizeMegabytes/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if((typeof data4 == "number") && (isFinite(data4))){
if(data4 > 10240 || isNaN(data4)){
const err11 = {instancePath:instancePath+"/memorySizeMegabytes",schemaPath:"#/properties/memorySizeMegabytes/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10240},message:"must be <= 10240"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data4 < 128 || isNaN(data4)){
const err12 = {instancePath:instancePath+"/memorySizeMegabytes",schemaPath:"#/properties/memorySizeMegabytes/minimum",keyword:"minimum",params:{comparison: ">=", limit: 128},message:"must be >= 128"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.timeoutSeconds !== undefined){
let data5 = data.timeoutSeconds;
if(!(((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5))) && (isFinite(data5)))){
const err13 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 > 900 || isNaN(data5)){
const err14 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 900},message:"must be <= 900"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
if(data5 < 1 || isNaN(data5)){
const err15 = {instancePath:instancePath+"/timeoutSeconds",schemaPath:"#/properties/timeoutSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
if(data.reservedConcurrency !== undefined){
let data6 = data.reservedConcurrency;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err16 = {instancePath:instancePath+"/reservedConcurrency",schemaPath:"#/properties/reservedConcurrency/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 1 || isNaN(data6)){
const err17 = {instancePath:instancePath+"/reservedConcurrency",schemaPath:"#/properties/reservedConcurrency/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
if(data.expectedDurationMilliseconds !== undefined){
let data7 = data.expectedDurationMilliseconds;
if(!(((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7))) && (isFinite(data7)))){
const err18 = {instancePath:instancePath+"/expectedDurationMilliseconds",schemaPath:"#/properties/expectedDurationMilliseconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data7 == "number") && (isFinite(data7))){
if(data7 > 900000 || isNaN(data7)){
const err19 = {instancePath:instancePath+"/expectedDurationMilliseconds",schemaPath:"#/properties/expectedDurationMilliseconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 900000},message:"must be <= 900000"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(data7 < 1 || isNaN(data7)){
const err20 = {instancePath:instancePath+"/expectedDurationMilliseconds",schemaPath:"#/properties/expectedDurationMilliseconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
}
if(data.deadLetterQueue !== undefined){
let data8 = data.deadLetterQueue;
if(typeof data8 === "string"){
if(func2(data8) > 63){
const err21 = {instancePath:instancePath+"/deadLetterQueue",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!pattern24.test(data8)){
const err22 = {instancePath:instancePath+"/deadLetterQueue",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
else {
const err23 = {instancePath:instancePath+"/deadLetterQueue",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.environment !== undefined){
let data9 = data.environment;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 in data9){
const _errs23 = errors;
if(typeof key1 === "string"){
if(!pattern40.test(key1)){
const err24 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]+$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]+$"+"\"",propertyName:key1};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
var valid2 = _errs23 === errors;
if(!valid2){
const err25 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
for(const key2 in data9){
if(typeof data9[key2] !== "string"){
const err26 = {instancePath:instancePath+"/environment/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/environment",schemaPath:"#/properties/environment/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data.triggers !== undefined){
let data11 = data.triggers;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key3 in data11){
const _errs30 = errors;
if(typeof key3 === "string"){
if(func2(key3) > 63){
const err28 = {instancePath:instancePath+"/triggers",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key3};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
if(!pattern24.test(key3)){
const err29 = {instancePath:instancePath+"/triggers",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key3};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
else {
const err30 = {instancePath:instancePath+"/triggers",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key3};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
var valid5 = _errs30 === errors;
if(!valid5){
const err31 = {instancePath:instancePath+"/triggers",schemaPath:"#/properties/triggers/propertyNames",keyword:"propertyNames",params:{propertyName: key3},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
for(const key4 in data11){
if(!(validate42(data11[key4], {instancePath:instancePath+"/triggers/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data11,parentDataProperty:key4,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
errors = vErrors.length;
}
}
}
else {
const err32 = {instancePath:instancePath+"/triggers",schemaPath:"#/properties/triggers/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data.access !== undefined){
if(!(validate44(data.access, {instancePath:instancePath+"/access",parentData:data,parentDataProperty:"access",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
errors = vErrors.length;
}
}
}
else {
const err33 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
validate41.errors = vErrors;
return errors === 0;
}
validate41.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema85 = {"type":"object","additionalProperties":false,"required":["name"],"properties":{"name":{"$ref":"#/$defs/name"},"description":{"$ref":"#/$defs/text"},"endpointType":{"type":"string","enum":["REGIONAL","EDGE","PRIVATE"]},"vpcEndpointIds":{"type":"array","uniqueItems":true,"items":{"type":"string","pattern":"^vpce-([0-9a-f]{8}|[0-9a-f]{17})$"}},"resourcePolicy":{"type":"object","additionalProperties":false,"properties":{"sourceCidrs":{"type":"array","uniqueItems":true,"maxItems":50,"items":{"type":"string","pattern":"^(((25[0-5]|2[0-4]\\d|1?\\d?\\d)[.]){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)/(3[0-2]|[12]?\\d)|([0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}/(12[0-8]|1[01]\\d|\\d?\\d))$"}},"accountIds":{"type":"array","uniqueItems":true,"maxItems":20,"items":{"type":"string","pattern":"^[0-9]{12}$"}}}},"domain":{"type":"object","additionalProperties":false,"required":["name","certificateArn"],"properties":{"name":{"$ref":"#/$defs/earlyText"},"certificateArn":{"type":"string","pattern":"^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[\\w-]+$"},"securityPolicy":{"type":"string","enum":["TLS_1_2","SecurityPolicy_TLS13_1_3_2025_09"]},"disableExecuteApiEndpoint":{"type":"boolean"},"mutualTls":{"type":"object","additionalProperties":false,"required":["truststoreUri"],"properties":{"truststoreUri":{"type":"string","pattern":"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[\\w!'()*./-]+$"},"truststoreVersion":{"type":"string","pattern":"^\\S{1,1024}$"},"ownershipVerificationCertificateArn":{"type":"string","pattern":"^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[\\w-]+$"}}}}},"stage":{"type":"string","pattern":"^[A-Za-z0-9_-]{1,128}$"},"authorization":{"$ref":"#/$defs/authorization"},"cognito":{"type":"object","additionalProperties":false,"required":["userPoolArns"],"properties":{"userPoolArns":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","pattern":"^arn:[^:]+:cognito-idp:[^:]+:[0-9]{12}:userpool/[\\w-]+$"}},"scopes":{"type":"array","uniqueItems":true,"items":{"type":"string"}}}},"lambdaAuthorizer":{"type":"object","additionalProperties":false,"required":["functionArn"],"properties":{"functionArn":{"$ref":"#/$defs/text"},"type":{"type":"string","enum":["TOKEN","REQUEST"]},"header":{"type":"string","pattern":"^[A-Za-z0-9-]{1,40}$"},"cacheSeconds":{"type":"integer","minimum":0,"maximum":3600}}},"usagePlans":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"object","additionalProperties":false,"required":["keys"],"properties":{"keys":{"type":"array","minItems":1,"uniqueItems":true,"items":{"$ref":"#/$defs/name"}},"throttle":{"type":"object","additionalProperties":false,"required":["rateLimit","burstLimit"],"properties":{"rateLimit":{"type":"number","minimum":1},"burstLimit":{"type":"integer","minimum":1}}},"quota":{"type":"object","additionalProperties":false,"required":["requests","period"],"properties":{"requests":{"type":"integer","minimum":1},"period":{"type":"string","enum":["DAY","WEEK","MONTH"]}}}}}},"integrationTimeoutMilliseconds":{"type":"integer","minimum":50,"maximum":300000},"throttle":{"type":"object","additionalProperties":false,"properties":{"rateLimit":{"type":"number","minimum":1},"burstLimit":{"type":"integer","minimum":1}}},"webAcl":{"type":"object","additionalProperties":false,"properties":{"action":{"type":"string","enum":["BLOCK","COUNT"]},"rateLimit":{"type":"object","additionalProperties":false,"properties":{"requests":{"type":"integer","minimum":10,"maximum":2000000000},"windowSeconds":{"type":"integer","enum":[60,120,300,600]}}},"managedRuleGroups":{"type":"array","uniqueItems":true,"items":{"type":"string","enum":["AWSManagedRulesAmazonIpReputationList","AWSManagedRulesCommonRuleSet","AWSManagedRulesKnownBadInputsRuleSet","AWSManagedRulesSQLiRuleSet","AWSManagedRulesLinuxRuleSet","AWSManagedRulesAnonymousIpList"]}},"logging":{"type":"boolean"}}},"cache":{"type":"object","additionalProperties":false,"properties":{"clusterSizeGigabytes":{"type":"string","enum":["0.5","1.6","6.1","13.5","28.4","58.2","118","237"]},"ttlSeconds":{"type":"integer","minimum":0,"maximum":3600}}},"metrics":{"type":"boolean"},"executionLogging":{"type":"string","enum":["OFF","ERROR","INFO"]},"accessLogging":{"type":"boolean"},"traceSampling":{"type":"object","additionalProperties":false,"properties":{"requestsPerSecond":{"type":"integer","minimum":0},"percent":{"type":"number","minimum":0,"maximum":100},"priority":{"type":"integer","minimum":1,"maximum":9999}}},"dataTrace":{"type":"boolean"},"cors":{"type":"object","additionalProperties":false,"required":["origins"],"properties":{"origins":{"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","pattern":"^([*]|(?!http://[^/]*:80$)(?!https://[^/]*:443$)https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+\\])(:[0-9]{1,5})?)$"}}}},"ownsAccountLoggingRole":{"type":"boolean"},"routes":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"$ref":"#/$defs/route"}}}};
const schema89 = {"type":"string","enum":["AWS_IAM","COGNITO_USER_POOLS","CUSTOM","API_KEY","NONE"]};
const pattern51 = new RegExp("^vpce-([0-9a-f]{8}|[0-9a-f]{17})$", "u");
const pattern52 = new RegExp("^(((25[0-5]|2[0-4]\\d|1?\\d?\\d)[.]){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)/(3[0-2]|[12]?\\d)|([0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}/(12[0-8]|1[01]\\d|\\d?\\d))$", "u");
const pattern54 = new RegExp("^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[\\w-]+$", "u");
const pattern55 = new RegExp("^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[\\w!'()*./-]+$", "u");
const pattern56 = new RegExp("^\\S{1,1024}$", "u");
const pattern58 = new RegExp("^[A-Za-z0-9_-]{1,128}$", "u");
const pattern59 = new RegExp("^arn:[^:]+:cognito-idp:[^:]+:[0-9]{12}:userpool/[\\w-]+$", "u");
const pattern60 = new RegExp("^[A-Za-z0-9-]{1,40}$", "u");
const pattern63 = new RegExp("^([*]|(?!http://[^/]*:80$)(?!https://[^/]*:443$)https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+\\])(:[0-9]{1,5})?)$", "u");
const schema94 = {"type":"object","additionalProperties":false,"required":["method","path","function"],"properties":{"method":{"type":"string","enum":["GET","POST","PUT","PATCH","DELETE","HEAD","OPTIONS"]},"path":{"$ref":"#/$defs/path"},"function":{"$ref":"#/$defs/name"},"authorization":{"$ref":"#/$defs/authorization"},"throttle":{"type":"object","additionalProperties":false,"required":["rateLimit","burstLimit"],"properties":{"rateLimit":{"type":"number","minimum":1},"burstLimit":{"type":"integer","minimum":1}}},"cache":{"type":"boolean"},"validateBody":{"type":"boolean"},"queryParameters":{"type":"object","propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9._-]*$"},"additionalProperties":{"type":"object","additionalProperties":false,"properties":{"required":{"type":"boolean"}}}},"example":{"type":"object","additionalProperties":false,"properties":{"pathParameters":{"type":"object","additionalProperties":{"type":"string"}},"queryParameters":{"type":"object","additionalProperties":{"type":"string"}},"body":{"type":"string"}}}}};
const schema95 = {"type":"string","pattern":"^(/([A-Za-z0-9._-]+|\\{[A-Za-z][A-Za-z0-9_]*\\+?\\}))+$"};
const pattern65 = new RegExp("^(/([A-Za-z0-9._-]+|\\{[A-Za-z][A-Za-z0-9_]*\\+?\\}))+$", "u");
const pattern67 = new RegExp("^[A-Za-z][A-Za-z0-9._-]*$", "u");

function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate48.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.method === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "method"},message:"must have required property '"+"method"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.path === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.function === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "function"},message:"must have required property '"+"function"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema94.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.method !== undefined){
let data0 = data.method;
if(typeof data0 !== "string"){
const err4 = {instancePath:instancePath+"/method",schemaPath:"#/properties/method/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!(((((((data0 === "GET") || (data0 === "POST")) || (data0 === "PUT")) || (data0 === "PATCH")) || (data0 === "DELETE")) || (data0 === "HEAD")) || (data0 === "OPTIONS"))){
const err5 = {instancePath:instancePath+"/method",schemaPath:"#/properties/method/enum",keyword:"enum",params:{allowedValues: schema94.properties.method.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.path !== undefined){
let data1 = data.path;
if(typeof data1 === "string"){
if(!pattern65.test(data1)){
const err6 = {instancePath:instancePath+"/path",schemaPath:"#/$defs/path/pattern",keyword:"pattern",params:{pattern: "^(/([A-Za-z0-9._-]+|\\{[A-Za-z][A-Za-z0-9_]*\\+?\\}))+$"},message:"must match pattern \""+"^(/([A-Za-z0-9._-]+|\\{[A-Za-z][A-Za-z0-9_]*\\+?\\}))+$"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/path",schemaPath:"#/$defs/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.function !== undefined){
let data2 = data.function;
if(typeof data2 === "string"){
if(func2(data2) > 63){
const err8 = {instancePath:instancePath+"/function",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!pattern24.test(data2)){
const err9 = {instancePath:instancePath+"/function",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/function",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.authorization !== undefined){
let data3 = data.authorization;
if(typeof data3 !== "string"){
const err11 = {instancePath:instancePath+"/authorization",schemaPath:"#/$defs/authorization/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(!(((((data3 === "AWS_IAM") || (data3 === "COGNITO_USER_POOLS")) || (data3 === "CUSTOM")) || (data3 === "API_KEY")) || (data3 === "NONE"))){
const err12 = {instancePath:instancePath+"/authorization",schemaPath:"#/$defs/authorization/enum",keyword:"enum",params:{allowedValues: schema89.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.throttle !== undefined){
let data4 = data.throttle;
if(data4 && typeof data4 == "object" && !Array.isArray(data4)){
if(data4.rateLimit === undefined){
const err13 = {instancePath:instancePath+"/throttle",schemaPath:"#/properties/throttle/required",keyword:"required",params:{missingProperty: "rateLimit"},message:"must have required property '"+"rateLimit"+"'"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
if(data4.burstLimit === undefined){
const err14 = {instancePath:instancePath+"/throttle",schemaPath:"#/properties/throttle/required",keyword:"required",params:{missingProperty: "burstLimit"},message:"must have required property '"+"burstLimit"+"'"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
for(const key1 in data4){
if(!((key1 === "rateLimit") || (key1 === "burstLimit"))){
const err15 = {instancePath:instancePath+"/throttle",schemaPath:"#/properties/throttle/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data4.rateLimit !== undefined){
let data5 = data4.rateLimit;
if((typeof data5 == "number") && (isFinite(data5))){
if(data5 < 1 || isNaN(data5)){
const err16 = {instancePath:instancePath+"/throttle/rateLimit",schemaPath:"#/properties/throttle/properties/rateLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/throttle/rateLimit",schemaPath:"#/properties/throttle/properties/rateLimit/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data4.burstLimit !== undefined){
let data6 = data4.burstLimit;
if(!(((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6))) && (isFinite(data6)))){
const err18 = {instancePath:instancePath+"/throttle/burstLimit",schemaPath:"#/properties/throttle/properties/burstLimit/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if((typeof data6 == "number") && (isFinite(data6))){
if(data6 < 1 || isNaN(data6)){
const err19 = {instancePath:instancePath+"/throttle/burstLimit",schemaPath:"#/properties/throttle/properties/burstLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
}
}
else {
const err20 = {instancePath:instancePath+"/throttle",schemaPath:"#/properties/throttle/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data.cache !== undefined){
if(typeof data.cache !== "boolean"){
const err21 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
if(data.validateBody !== undefined){
if(typeof data.validateBody !== "boolean"){
const err22 = {instancePath:instancePath+"/validateBody",schemaPath:"#/properties/validateBody/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.queryParameters !== undefined){
let data9 = data.queryParameters;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key2 in data9){
const _errs26 = errors;
if(typeof key2 === "string"){
if(!pattern67.test(key2)){
const err23 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/properties/queryParameters/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9._-]*$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9._-]*$"+"\"",propertyName:key2};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
var valid5 = _errs26 === errors;
if(!valid5){
const err24 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/properties/queryParameters/propertyNames",keyword:"propertyNames",params:{propertyName: key2},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
for(const key3 in data9){
let data10 = data9[key3];
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
for(const key4 in data10){
if(!(key4 === "required")){
const err25 = {instancePath:instancePath+"/queryParameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/queryParameters/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data10.required !== undefined){
if(typeof data10.required !== "boolean"){
const err26 = {instancePath:instancePath+"/queryParameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/required",schemaPath:"#/properties/queryParameters/additionalProperties/properties/required/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
}
else {
const err27 = {instancePath:instancePath+"/queryParameters/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/queryParameters/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
}
else {
const err28 = {instancePath:instancePath+"/queryParameters",schemaPath:"#/properties/queryParameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data.example !== undefined){
let data12 = data.example;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key5 in data12){
if(!(((key5 === "pathParameters") || (key5 === "queryParameters")) || (key5 === "body"))){
const err29 = {instancePath:instancePath+"/example",schemaPath:"#/properties/example/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data12.pathParameters !== undefined){
let data13 = data12.pathParameters;
if(data13 && typeof data13 == "object" && !Array.isArray(data13)){
for(const key6 in data13){
if(typeof data13[key6] !== "string"){
const err30 = {instancePath:instancePath+"/example/pathParameters/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/example/properties/pathParameters/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath:instancePath+"/example/pathParameters",schemaPath:"#/properties/example/properties/pathParameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data12.queryParameters !== undefined){
let data15 = data12.queryParameters;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key7 in data15){
if(typeof data15[key7] !== "string"){
const err32 = {instancePath:instancePath+"/example/queryParameters/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/example/properties/queryParameters/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
else {
const err33 = {instancePath:instancePath+"/example/queryParameters",schemaPath:"#/properties/example/properties/queryParameters/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
if(data12.body !== undefined){
if(typeof data12.body !== "string"){
const err34 = {instancePath:instancePath+"/example/body",schemaPath:"#/properties/example/properties/body/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
else {
const err35 = {instancePath:instancePath+"/example",schemaPath:"#/properties/example/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
}
else {
const err36 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
validate48.errors = vErrors;
return errors === 0;
}
validate48.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate47(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate47.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.name === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema85.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.name !== undefined){
let data0 = data.name;
if(typeof data0 === "string"){
if(func2(data0) > 63){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern24.test(data0)){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/name",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
const err5 = {instancePath:instancePath+"/description",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.endpointType !== undefined){
let data2 = data.endpointType;
if(typeof data2 !== "string"){
const err6 = {instancePath:instancePath+"/endpointType",schemaPath:"#/properties/endpointType/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(!(((data2 === "REGIONAL") || (data2 === "EDGE")) || (data2 === "PRIVATE"))){
const err7 = {instancePath:instancePath+"/endpointType",schemaPath:"#/properties/endpointType/enum",keyword:"enum",params:{allowedValues: schema85.properties.endpointType.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.vpcEndpointIds !== undefined){
let data3 = data.vpcEndpointIds;
if(Array.isArray(data3)){
const len0 = data3.length;
for(let i0=0; i0<len0; i0++){
let data4 = data3[i0];
if(typeof data4 === "string"){
if(!pattern51.test(data4)){
const err8 = {instancePath:instancePath+"/vpcEndpointIds/" + i0,schemaPath:"#/properties/vpcEndpointIds/items/pattern",keyword:"pattern",params:{pattern: "^vpce-([0-9a-f]{8}|[0-9a-f]{17})$"},message:"must match pattern \""+"^vpce-([0-9a-f]{8}|[0-9a-f]{17})$"+"\""};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/vpcEndpointIds/" + i0,schemaPath:"#/properties/vpcEndpointIds/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
let i1 = data3.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data3[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err10 = {instancePath:instancePath+"/vpcEndpointIds",schemaPath:"#/properties/vpcEndpointIds/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err11 = {instancePath:instancePath+"/vpcEndpointIds",schemaPath:"#/properties/vpcEndpointIds/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.resourcePolicy !== undefined){
let data5 = data.resourcePolicy;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key1 in data5){
if(!((key1 === "sourceCidrs") || (key1 === "accountIds"))){
const err12 = {instancePath:instancePath+"/resourcePolicy",schemaPath:"#/properties/resourcePolicy/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data5.sourceCidrs !== undefined){
let data6 = data5.sourceCidrs;
if(Array.isArray(data6)){
if(data6.length > 50){
const err13 = {instancePath:instancePath+"/resourcePolicy/sourceCidrs",schemaPath:"#/properties/resourcePolicy/properties/sourceCidrs/maxItems",keyword:"maxItems",params:{limit: 50},message:"must NOT have more than 50 items"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
const len1 = data6.length;
for(let i2=0; i2<len1; i2++){
let data7 = data6[i2];
if(typeof data7 === "string"){
if(!pattern52.test(data7)){
const err14 = {instancePath:instancePath+"/resourcePolicy/sourceCidrs/" + i2,schemaPath:"#/properties/resourcePolicy/properties/sourceCidrs/items/pattern",keyword:"pattern",params:{pattern: "^(((25[0-5]|2[0-4]\\d|1?\\d?\\d)[.]){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)/(3[0-2]|[12]?\\d)|([0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}/(12[0-8]|1[01]\\d|\\d?\\d))$"},message:"must match pattern \""+"^(((25[0-5]|2[0-4]\\d|1?\\d?\\d)[.]){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)/(3[0-2]|[12]?\\d)|([0-9a-fA-F]{0,4}:){2,7}[0-9a-fA-F]{0,4}/(12[0-8]|1[01]\\d|\\d?\\d))$"+"\""};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/resourcePolicy/sourceCidrs/" + i2,schemaPath:"#/properties/resourcePolicy/properties/sourceCidrs/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
let i3 = data6.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data6[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err16 = {instancePath:instancePath+"/resourcePolicy/sourceCidrs",schemaPath:"#/properties/resourcePolicy/properties/sourceCidrs/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err17 = {instancePath:instancePath+"/resourcePolicy/sourceCidrs",schemaPath:"#/properties/resourcePolicy/properties/sourceCidrs/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data5.accountIds !== undefined){
let data8 = data5.accountIds;
if(Array.isArray(data8)){
if(data8.length > 20){
const err18 = {instancePath:instancePath+"/resourcePolicy/accountIds",schemaPath:"#/properties/resourcePolicy/properties/accountIds/maxItems",keyword:"maxItems",params:{limit: 20},message:"must NOT have more than 20 items"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
const len2 = data8.length;
for(let i4=0; i4<len2; i4++){
let data9 = data8[i4];
if(typeof data9 === "string"){
if(!pattern9.test(data9)){
const err19 = {instancePath:instancePath+"/resourcePolicy/accountIds/" + i4,schemaPath:"#/properties/resourcePolicy/properties/accountIds/items/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\""};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
else {
const err20 = {instancePath:instancePath+"/resourcePolicy/accountIds/" + i4,schemaPath:"#/properties/resourcePolicy/properties/accountIds/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
let i5 = data8.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data8[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err21 = {instancePath:instancePath+"/resourcePolicy/accountIds",schemaPath:"#/properties/resourcePolicy/properties/accountIds/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i5+" are identical)"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
const err22 = {instancePath:instancePath+"/resourcePolicy/accountIds",schemaPath:"#/properties/resourcePolicy/properties/accountIds/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/resourcePolicy",schemaPath:"#/properties/resourcePolicy/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data.domain !== undefined){
let data10 = data.domain;
if(data10 && typeof data10 == "object" && !Array.isArray(data10)){
if(data10.name === undefined){
const err24 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
if(data10.certificateArn === undefined){
const err25 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/required",keyword:"required",params:{missingProperty: "certificateArn"},message:"must have required property '"+"certificateArn"+"'"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
for(const key2 in data10){
if(!(((((key2 === "name") || (key2 === "certificateArn")) || (key2 === "securityPolicy")) || (key2 === "disableExecuteApiEndpoint")) || (key2 === "mutualTls"))){
const err26 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key2},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data10.name !== undefined){
if(typeof data10.name !== "string"){
const err27 = {instancePath:instancePath+"/domain/name",schemaPath:"#/$defs/earlyText/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data10.certificateArn !== undefined){
let data12 = data10.certificateArn;
if(typeof data12 === "string"){
if(!pattern54.test(data12)){
const err28 = {instancePath:instancePath+"/domain/certificateArn",schemaPath:"#/properties/domain/properties/certificateArn/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[\\w-]+$"},message:"must match pattern \""+"^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[\\w-]+$"+"\""};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/domain/certificateArn",schemaPath:"#/properties/domain/properties/certificateArn/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data10.securityPolicy !== undefined){
let data13 = data10.securityPolicy;
if(typeof data13 !== "string"){
const err30 = {instancePath:instancePath+"/domain/securityPolicy",schemaPath:"#/properties/domain/properties/securityPolicy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(!((data13 === "TLS_1_2") || (data13 === "SecurityPolicy_TLS13_1_3_2025_09"))){
const err31 = {instancePath:instancePath+"/domain/securityPolicy",schemaPath:"#/properties/domain/properties/securityPolicy/enum",keyword:"enum",params:{allowedValues: schema85.properties.domain.properties.securityPolicy.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data10.disableExecuteApiEndpoint !== undefined){
if(typeof data10.disableExecuteApiEndpoint !== "boolean"){
const err32 = {instancePath:instancePath+"/domain/disableExecuteApiEndpoint",schemaPath:"#/properties/domain/properties/disableExecuteApiEndpoint/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
if(data10.mutualTls !== undefined){
let data15 = data10.mutualTls;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
if(data15.truststoreUri === undefined){
const err33 = {instancePath:instancePath+"/domain/mutualTls",schemaPath:"#/properties/domain/properties/mutualTls/required",keyword:"required",params:{missingProperty: "truststoreUri"},message:"must have required property '"+"truststoreUri"+"'"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
for(const key3 in data15){
if(!(((key3 === "truststoreUri") || (key3 === "truststoreVersion")) || (key3 === "ownershipVerificationCertificateArn"))){
const err34 = {instancePath:instancePath+"/domain/mutualTls",schemaPath:"#/properties/domain/properties/mutualTls/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
if(data15.truststoreUri !== undefined){
let data16 = data15.truststoreUri;
if(typeof data16 === "string"){
if(!pattern55.test(data16)){
const err35 = {instancePath:instancePath+"/domain/mutualTls/truststoreUri",schemaPath:"#/properties/domain/properties/mutualTls/properties/truststoreUri/pattern",keyword:"pattern",params:{pattern: "^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[\\w!'()*./-]+$"},message:"must match pattern \""+"^s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/[\\w!'()*./-]+$"+"\""};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
else {
const err36 = {instancePath:instancePath+"/domain/mutualTls/truststoreUri",schemaPath:"#/properties/domain/properties/mutualTls/properties/truststoreUri/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
if(data15.truststoreVersion !== undefined){
let data17 = data15.truststoreVersion;
if(typeof data17 === "string"){
if(!pattern56.test(data17)){
const err37 = {instancePath:instancePath+"/domain/mutualTls/truststoreVersion",schemaPath:"#/properties/domain/properties/mutualTls/properties/truststoreVersion/pattern",keyword:"pattern",params:{pattern: "^\\S{1,1024}$"},message:"must match pattern \""+"^\\S{1,1024}$"+"\""};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
else {
const err38 = {instancePath:instancePath+"/domain/mutualTls/truststoreVersion",schemaPath:"#/properties/domain/properties/mutualTls/properties/truststoreVersion/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data15.ownershipVerificationCertificateArn !== undefined){
let data18 = data15.ownershipVerificationCertificateArn;
if(typeof data18 === "string"){
if(!pattern54.test(data18)){
const err39 = {instancePath:instancePath+"/domain/mutualTls/ownershipVerificationCertificateArn",schemaPath:"#/properties/domain/properties/mutualTls/properties/ownershipVerificationCertificateArn/pattern",keyword:"pattern",params:{pattern: "^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[\\w-]+$"},message:"must match pattern \""+"^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[\\w-]+$"+"\""};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
else {
const err40 = {instancePath:instancePath+"/domain/mutualTls/ownershipVerificationCertificateArn",schemaPath:"#/properties/domain/properties/mutualTls/properties/ownershipVerificationCertificateArn/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/domain/mutualTls",schemaPath:"#/properties/domain/properties/mutualTls/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
}
else {
const err42 = {instancePath:instancePath+"/domain",schemaPath:"#/properties/domain/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
if(data.stage !== undefined){
let data19 = data.stage;
if(typeof data19 === "string"){
if(!pattern58.test(data19)){
const err43 = {instancePath:instancePath+"/stage",schemaPath:"#/properties/stage/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_-]{1,128}$"},message:"must match pattern \""+"^[A-Za-z0-9_-]{1,128}$"+"\""};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
else {
const err44 = {instancePath:instancePath+"/stage",schemaPath:"#/properties/stage/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
if(data.authorization !== undefined){
let data20 = data.authorization;
if(typeof data20 !== "string"){
const err45 = {instancePath:instancePath+"/authorization",schemaPath:"#/$defs/authorization/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
if(!(((((data20 === "AWS_IAM") || (data20 === "COGNITO_USER_POOLS")) || (data20 === "CUSTOM")) || (data20 === "API_KEY")) || (data20 === "NONE"))){
const err46 = {instancePath:instancePath+"/authorization",schemaPath:"#/$defs/authorization/enum",keyword:"enum",params:{allowedValues: schema89.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.cognito !== undefined){
let data21 = data.cognito;
if(data21 && typeof data21 == "object" && !Array.isArray(data21)){
if(data21.userPoolArns === undefined){
const err47 = {instancePath:instancePath+"/cognito",schemaPath:"#/properties/cognito/required",keyword:"required",params:{missingProperty: "userPoolArns"},message:"must have required property '"+"userPoolArns"+"'"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
for(const key4 in data21){
if(!((key4 === "userPoolArns") || (key4 === "scopes"))){
const err48 = {instancePath:instancePath+"/cognito",schemaPath:"#/properties/cognito/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data21.userPoolArns !== undefined){
let data22 = data21.userPoolArns;
if(Array.isArray(data22)){
if(data22.length < 1){
const err49 = {instancePath:instancePath+"/cognito/userPoolArns",schemaPath:"#/properties/cognito/properties/userPoolArns/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
const len3 = data22.length;
for(let i6=0; i6<len3; i6++){
let data23 = data22[i6];
if(typeof data23 === "string"){
if(!pattern59.test(data23)){
const err50 = {instancePath:instancePath+"/cognito/userPoolArns/" + i6,schemaPath:"#/properties/cognito/properties/userPoolArns/items/pattern",keyword:"pattern",params:{pattern: "^arn:[^:]+:cognito-idp:[^:]+:[0-9]{12}:userpool/[\\w-]+$"},message:"must match pattern \""+"^arn:[^:]+:cognito-idp:[^:]+:[0-9]{12}:userpool/[\\w-]+$"+"\""};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
else {
const err51 = {instancePath:instancePath+"/cognito/userPoolArns/" + i6,schemaPath:"#/properties/cognito/properties/userPoolArns/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
let i7 = data22.length;
let j3;
if(i7 > 1){
const indices3 = {};
for(;i7--;){
let item3 = data22[i7];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err52 = {instancePath:instancePath+"/cognito/userPoolArns",schemaPath:"#/properties/cognito/properties/userPoolArns/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i7+" are identical)"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
break;
}
indices3[item3] = i7;
}
}
}
else {
const err53 = {instancePath:instancePath+"/cognito/userPoolArns",schemaPath:"#/properties/cognito/properties/userPoolArns/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
}
if(data21.scopes !== undefined){
let data24 = data21.scopes;
if(Array.isArray(data24)){
const len4 = data24.length;
for(let i8=0; i8<len4; i8++){
if(typeof data24[i8] !== "string"){
const err54 = {instancePath:instancePath+"/cognito/scopes/" + i8,schemaPath:"#/properties/cognito/properties/scopes/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
let i9 = data24.length;
let j4;
if(i9 > 1){
const indices4 = {};
for(;i9--;){
let item4 = data24[i9];
if(typeof item4 !== "string"){
continue;
}
if(typeof indices4[item4] == "number"){
j4 = indices4[item4];
const err55 = {instancePath:instancePath+"/cognito/scopes",schemaPath:"#/properties/cognito/properties/scopes/uniqueItems",keyword:"uniqueItems",params:{i: i9, j: j4},message:"must NOT have duplicate items (items ## "+j4+" and "+i9+" are identical)"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
break;
}
indices4[item4] = i9;
}
}
}
else {
const err56 = {instancePath:instancePath+"/cognito/scopes",schemaPath:"#/properties/cognito/properties/scopes/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
else {
const err57 = {instancePath:instancePath+"/cognito",schemaPath:"#/properties/cognito/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
}
if(data.lambdaAuthorizer !== undefined){
let data26 = data.lambdaAuthorizer;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
if(data26.functionArn === undefined){
const err58 = {instancePath:instancePath+"/lambdaAuthorizer",schemaPath:"#/properties/lambdaAuthorizer/required",keyword:"required",params:{missingProperty: "functionArn"},message:"must have required property '"+"functionArn"+"'"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
for(const key5 in data26){
if(!((((key5 === "functionArn") || (key5 === "type")) || (key5 === "header")) || (key5 === "cacheSeconds"))){
const err59 = {instancePath:instancePath+"/lambdaAuthorizer",schemaPath:"#/properties/lambdaAuthorizer/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
if(data26.functionArn !== undefined){
if(typeof data26.functionArn !== "string"){
const err60 = {instancePath:instancePath+"/lambdaAuthorizer/functionArn",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
}
if(data26.type !== undefined){
let data28 = data26.type;
if(typeof data28 !== "string"){
const err61 = {instancePath:instancePath+"/lambdaAuthorizer/type",schemaPath:"#/properties/lambdaAuthorizer/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
if(!((data28 === "TOKEN") || (data28 === "REQUEST"))){
const err62 = {instancePath:instancePath+"/lambdaAuthorizer/type",schemaPath:"#/properties/lambdaAuthorizer/properties/type/enum",keyword:"enum",params:{allowedValues: schema85.properties.lambdaAuthorizer.properties.type.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
}
if(data26.header !== undefined){
let data29 = data26.header;
if(typeof data29 === "string"){
if(!pattern60.test(data29)){
const err63 = {instancePath:instancePath+"/lambdaAuthorizer/header",schemaPath:"#/properties/lambdaAuthorizer/properties/header/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9-]{1,40}$"},message:"must match pattern \""+"^[A-Za-z0-9-]{1,40}$"+"\""};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
else {
const err64 = {instancePath:instancePath+"/lambdaAuthorizer/header",schemaPath:"#/properties/lambdaAuthorizer/properties/header/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
if(data26.cacheSeconds !== undefined){
let data30 = data26.cacheSeconds;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err65 = {instancePath:instancePath+"/lambdaAuthorizer/cacheSeconds",schemaPath:"#/properties/lambdaAuthorizer/properties/cacheSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 > 3600 || isNaN(data30)){
const err66 = {instancePath:instancePath+"/lambdaAuthorizer/cacheSeconds",schemaPath:"#/properties/lambdaAuthorizer/properties/cacheSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
if(data30 < 0 || isNaN(data30)){
const err67 = {instancePath:instancePath+"/lambdaAuthorizer/cacheSeconds",schemaPath:"#/properties/lambdaAuthorizer/properties/cacheSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
}
}
else {
const err68 = {instancePath:instancePath+"/lambdaAuthorizer",schemaPath:"#/properties/lambdaAuthorizer/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
}
if(data.usagePlans !== undefined){
let data31 = data.usagePlans;
if(data31 && typeof data31 == "object" && !Array.isArray(data31)){
for(const key6 in data31){
const _errs76 = errors;
if(typeof key6 === "string"){
if(func2(key6) > 63){
const err69 = {instancePath:instancePath+"/usagePlans",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key6};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
if(!pattern24.test(key6)){
const err70 = {instancePath:instancePath+"/usagePlans",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key6};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
else {
const err71 = {instancePath:instancePath+"/usagePlans",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key6};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
var valid26 = _errs76 === errors;
if(!valid26){
const err72 = {instancePath:instancePath+"/usagePlans",schemaPath:"#/properties/usagePlans/propertyNames",keyword:"propertyNames",params:{propertyName: key6},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
}
for(const key7 in data31){
let data32 = data31[key7];
if(data32 && typeof data32 == "object" && !Array.isArray(data32)){
if(data32.keys === undefined){
const err73 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/usagePlans/additionalProperties/required",keyword:"required",params:{missingProperty: "keys"},message:"must have required property '"+"keys"+"'"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
for(const key8 in data32){
if(!(((key8 === "keys") || (key8 === "throttle")) || (key8 === "quota"))){
const err74 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/usagePlans/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
}
if(data32.keys !== undefined){
let data33 = data32.keys;
if(Array.isArray(data33)){
if(data33.length < 1){
const err75 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/keys",schemaPath:"#/properties/usagePlans/additionalProperties/properties/keys/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
const len5 = data33.length;
for(let i10=0; i10<len5; i10++){
let data34 = data33[i10];
if(typeof data34 === "string"){
if(func2(data34) > 63){
const err76 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/keys/" + i10,schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if(!pattern24.test(data34)){
const err77 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/keys/" + i10,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
else {
const err78 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/keys/" + i10,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
}
let i11 = data33.length;
let j5;
if(i11 > 1){
outer0:
for(;i11--;){
for(j5 = i11; j5--;){
if(func0(data33[i11], data33[j5])){
const err79 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/keys",schemaPath:"#/properties/usagePlans/additionalProperties/properties/keys/uniqueItems",keyword:"uniqueItems",params:{i: i11, j: j5},message:"must NOT have duplicate items (items ## "+j5+" and "+i11+" are identical)"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err80 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/keys",schemaPath:"#/properties/usagePlans/additionalProperties/properties/keys/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
}
if(data32.throttle !== undefined){
let data35 = data32.throttle;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
if(data35.rateLimit === undefined){
const err81 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/throttle",schemaPath:"#/properties/usagePlans/additionalProperties/properties/throttle/required",keyword:"required",params:{missingProperty: "rateLimit"},message:"must have required property '"+"rateLimit"+"'"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
if(data35.burstLimit === undefined){
const err82 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/throttle",schemaPath:"#/properties/usagePlans/additionalProperties/properties/throttle/required",keyword:"required",params:{missingProperty: "burstLimit"},message:"must have required property '"+"burstLimit"+"'"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
for(const key9 in data35){
if(!((key9 === "rateLimit") || (key9 === "burstLimit"))){
const err83 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/throttle",schemaPath:"#/properties/usagePlans/additionalProperties/properties/throttle/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
if(data35.rateLimit !== undefined){
let data36 = data35.rateLimit;
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 < 1 || isNaN(data36)){
const err84 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/throttle/rateLimit",schemaPath:"#/properties/usagePlans/additionalProperties/properties/throttle/properties/rateLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
else {
const err85 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/throttle/rateLimit",schemaPath:"#/properties/usagePlans/additionalProperties/properties/throttle/properties/rateLimit/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data35.burstLimit !== undefined){
let data37 = data35.burstLimit;
if(!(((typeof data37 == "number") && (!(data37 % 1) && !isNaN(data37))) && (isFinite(data37)))){
const err86 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/throttle/burstLimit",schemaPath:"#/properties/usagePlans/additionalProperties/properties/throttle/properties/burstLimit/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
if((typeof data37 == "number") && (isFinite(data37))){
if(data37 < 1 || isNaN(data37)){
const err87 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/throttle/burstLimit",schemaPath:"#/properties/usagePlans/additionalProperties/properties/throttle/properties/burstLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
}
}
else {
const err88 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/throttle",schemaPath:"#/properties/usagePlans/additionalProperties/properties/throttle/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
}
if(data32.quota !== undefined){
let data38 = data32.quota;
if(data38 && typeof data38 == "object" && !Array.isArray(data38)){
if(data38.requests === undefined){
const err89 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/quota",schemaPath:"#/properties/usagePlans/additionalProperties/properties/quota/required",keyword:"required",params:{missingProperty: "requests"},message:"must have required property '"+"requests"+"'"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
if(data38.period === undefined){
const err90 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/quota",schemaPath:"#/properties/usagePlans/additionalProperties/properties/quota/required",keyword:"required",params:{missingProperty: "period"},message:"must have required property '"+"period"+"'"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
for(const key10 in data38){
if(!((key10 === "requests") || (key10 === "period"))){
const err91 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/quota",schemaPath:"#/properties/usagePlans/additionalProperties/properties/quota/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
}
if(data38.requests !== undefined){
let data39 = data38.requests;
if(!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))){
const err92 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/quota/requests",schemaPath:"#/properties/usagePlans/additionalProperties/properties/quota/properties/requests/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
if((typeof data39 == "number") && (isFinite(data39))){
if(data39 < 1 || isNaN(data39)){
const err93 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/quota/requests",schemaPath:"#/properties/usagePlans/additionalProperties/properties/quota/properties/requests/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
}
}
if(data38.period !== undefined){
let data40 = data38.period;
if(typeof data40 !== "string"){
const err94 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/quota/period",schemaPath:"#/properties/usagePlans/additionalProperties/properties/quota/properties/period/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(!(((data40 === "DAY") || (data40 === "WEEK")) || (data40 === "MONTH"))){
const err95 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/quota/period",schemaPath:"#/properties/usagePlans/additionalProperties/properties/quota/properties/period/enum",keyword:"enum",params:{allowedValues: schema85.properties.usagePlans.additionalProperties.properties.quota.properties.period.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
}
else {
const err96 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1")+"/quota",schemaPath:"#/properties/usagePlans/additionalProperties/properties/quota/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
}
else {
const err97 = {instancePath:instancePath+"/usagePlans/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/usagePlans/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
}
else {
const err98 = {instancePath:instancePath+"/usagePlans",schemaPath:"#/properties/usagePlans/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data.integrationTimeoutMilliseconds !== undefined){
let data41 = data.integrationTimeoutMilliseconds;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
const err99 = {instancePath:instancePath+"/integrationTimeoutMilliseconds",schemaPath:"#/properties/integrationTimeoutMilliseconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 > 300000 || isNaN(data41)){
const err100 = {instancePath:instancePath+"/integrationTimeoutMilliseconds",schemaPath:"#/properties/integrationTimeoutMilliseconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300000},message:"must be <= 300000"};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
if(data41 < 50 || isNaN(data41)){
const err101 = {instancePath:instancePath+"/integrationTimeoutMilliseconds",schemaPath:"#/properties/integrationTimeoutMilliseconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 50},message:"must be >= 50"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
}
if(data.throttle !== undefined){
let data42 = data.throttle;
if(data42 && typeof data42 == "object" && !Array.isArray(data42)){
for(const key11 in data42){
if(!((key11 === "rateLimit") || (key11 === "burstLimit"))){
const err102 = {instancePath:instancePath+"/throttle",schemaPath:"#/properties/throttle/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
}
if(data42.rateLimit !== undefined){
let data43 = data42.rateLimit;
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 < 1 || isNaN(data43)){
const err103 = {instancePath:instancePath+"/throttle/rateLimit",schemaPath:"#/properties/throttle/properties/rateLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
}
else {
const err104 = {instancePath:instancePath+"/throttle/rateLimit",schemaPath:"#/properties/throttle/properties/rateLimit/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
if(data42.burstLimit !== undefined){
let data44 = data42.burstLimit;
if(!(((typeof data44 == "number") && (!(data44 % 1) && !isNaN(data44))) && (isFinite(data44)))){
const err105 = {instancePath:instancePath+"/throttle/burstLimit",schemaPath:"#/properties/throttle/properties/burstLimit/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
if((typeof data44 == "number") && (isFinite(data44))){
if(data44 < 1 || isNaN(data44)){
const err106 = {instancePath:instancePath+"/throttle/burstLimit",schemaPath:"#/properties/throttle/properties/burstLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
}
}
else {
const err107 = {instancePath:instancePath+"/throttle",schemaPath:"#/properties/throttle/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
if(data.webAcl !== undefined){
let data45 = data.webAcl;
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
for(const key12 in data45){
if(!((((key12 === "action") || (key12 === "rateLimit")) || (key12 === "managedRuleGroups")) || (key12 === "logging"))){
const err108 = {instancePath:instancePath+"/webAcl",schemaPath:"#/properties/webAcl/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
}
}
if(data45.action !== undefined){
let data46 = data45.action;
if(typeof data46 !== "string"){
const err109 = {instancePath:instancePath+"/webAcl/action",schemaPath:"#/properties/webAcl/properties/action/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
if(!((data46 === "BLOCK") || (data46 === "COUNT"))){
const err110 = {instancePath:instancePath+"/webAcl/action",schemaPath:"#/properties/webAcl/properties/action/enum",keyword:"enum",params:{allowedValues: schema85.properties.webAcl.properties.action.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
if(data45.rateLimit !== undefined){
let data47 = data45.rateLimit;
if(data47 && typeof data47 == "object" && !Array.isArray(data47)){
for(const key13 in data47){
if(!((key13 === "requests") || (key13 === "windowSeconds"))){
const err111 = {instancePath:instancePath+"/webAcl/rateLimit",schemaPath:"#/properties/webAcl/properties/rateLimit/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
if(data47.requests !== undefined){
let data48 = data47.requests;
if(!(((typeof data48 == "number") && (!(data48 % 1) && !isNaN(data48))) && (isFinite(data48)))){
const err112 = {instancePath:instancePath+"/webAcl/rateLimit/requests",schemaPath:"#/properties/webAcl/properties/rateLimit/properties/requests/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if((typeof data48 == "number") && (isFinite(data48))){
if(data48 > 2000000000 || isNaN(data48)){
const err113 = {instancePath:instancePath+"/webAcl/rateLimit/requests",schemaPath:"#/properties/webAcl/properties/rateLimit/properties/requests/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2000000000},message:"must be <= 2000000000"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(data48 < 10 || isNaN(data48)){
const err114 = {instancePath:instancePath+"/webAcl/rateLimit/requests",schemaPath:"#/properties/webAcl/properties/rateLimit/properties/requests/minimum",keyword:"minimum",params:{comparison: ">=", limit: 10},message:"must be >= 10"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
}
}
if(data47.windowSeconds !== undefined){
let data49 = data47.windowSeconds;
if(!(((typeof data49 == "number") && (!(data49 % 1) && !isNaN(data49))) && (isFinite(data49)))){
const err115 = {instancePath:instancePath+"/webAcl/rateLimit/windowSeconds",schemaPath:"#/properties/webAcl/properties/rateLimit/properties/windowSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
if(!((((data49 === 60) || (data49 === 120)) || (data49 === 300)) || (data49 === 600))){
const err116 = {instancePath:instancePath+"/webAcl/rateLimit/windowSeconds",schemaPath:"#/properties/webAcl/properties/rateLimit/properties/windowSeconds/enum",keyword:"enum",params:{allowedValues: schema85.properties.webAcl.properties.rateLimit.properties.windowSeconds.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
}
else {
const err117 = {instancePath:instancePath+"/webAcl/rateLimit",schemaPath:"#/properties/webAcl/properties/rateLimit/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data45.managedRuleGroups !== undefined){
let data50 = data45.managedRuleGroups;
if(Array.isArray(data50)){
const len6 = data50.length;
for(let i12=0; i12<len6; i12++){
let data51 = data50[i12];
if(typeof data51 !== "string"){
const err118 = {instancePath:instancePath+"/webAcl/managedRuleGroups/" + i12,schemaPath:"#/properties/webAcl/properties/managedRuleGroups/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
if(!((((((data51 === "AWSManagedRulesAmazonIpReputationList") || (data51 === "AWSManagedRulesCommonRuleSet")) || (data51 === "AWSManagedRulesKnownBadInputsRuleSet")) || (data51 === "AWSManagedRulesSQLiRuleSet")) || (data51 === "AWSManagedRulesLinuxRuleSet")) || (data51 === "AWSManagedRulesAnonymousIpList"))){
const err119 = {instancePath:instancePath+"/webAcl/managedRuleGroups/" + i12,schemaPath:"#/properties/webAcl/properties/managedRuleGroups/items/enum",keyword:"enum",params:{allowedValues: schema85.properties.webAcl.properties.managedRuleGroups.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
let i13 = data50.length;
let j6;
if(i13 > 1){
const indices5 = {};
for(;i13--;){
let item5 = data50[i13];
if(typeof item5 !== "string"){
continue;
}
if(typeof indices5[item5] == "number"){
j6 = indices5[item5];
const err120 = {instancePath:instancePath+"/webAcl/managedRuleGroups",schemaPath:"#/properties/webAcl/properties/managedRuleGroups/uniqueItems",keyword:"uniqueItems",params:{i: i13, j: j6},message:"must NOT have duplicate items (items ## "+j6+" and "+i13+" are identical)"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
break;
}
indices5[item5] = i13;
}
}
}
else {
const err121 = {instancePath:instancePath+"/webAcl/managedRuleGroups",schemaPath:"#/properties/webAcl/properties/managedRuleGroups/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data45.logging !== undefined){
if(typeof data45.logging !== "boolean"){
const err122 = {instancePath:instancePath+"/webAcl/logging",schemaPath:"#/properties/webAcl/properties/logging/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
}
else {
const err123 = {instancePath:instancePath+"/webAcl",schemaPath:"#/properties/webAcl/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data.cache !== undefined){
let data53 = data.cache;
if(data53 && typeof data53 == "object" && !Array.isArray(data53)){
for(const key14 in data53){
if(!((key14 === "clusterSizeGigabytes") || (key14 === "ttlSeconds"))){
const err124 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key14},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
if(data53.clusterSizeGigabytes !== undefined){
let data54 = data53.clusterSizeGigabytes;
if(typeof data54 !== "string"){
const err125 = {instancePath:instancePath+"/cache/clusterSizeGigabytes",schemaPath:"#/properties/cache/properties/clusterSizeGigabytes/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
if(!((((((((data54 === "0.5") || (data54 === "1.6")) || (data54 === "6.1")) || (data54 === "13.5")) || (data54 === "28.4")) || (data54 === "58.2")) || (data54 === "118")) || (data54 === "237"))){
const err126 = {instancePath:instancePath+"/cache/clusterSizeGigabytes",schemaPath:"#/properties/cache/properties/clusterSizeGigabytes/enum",keyword:"enum",params:{allowedValues: schema85.properties.cache.properties.clusterSizeGigabytes.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
if(data53.ttlSeconds !== undefined){
let data55 = data53.ttlSeconds;
if(!(((typeof data55 == "number") && (!(data55 % 1) && !isNaN(data55))) && (isFinite(data55)))){
const err127 = {instancePath:instancePath+"/cache/ttlSeconds",schemaPath:"#/properties/cache/properties/ttlSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
if((typeof data55 == "number") && (isFinite(data55))){
if(data55 > 3600 || isNaN(data55)){
const err128 = {instancePath:instancePath+"/cache/ttlSeconds",schemaPath:"#/properties/cache/properties/ttlSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 3600},message:"must be <= 3600"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
if(data55 < 0 || isNaN(data55)){
const err129 = {instancePath:instancePath+"/cache/ttlSeconds",schemaPath:"#/properties/cache/properties/ttlSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
}
}
else {
const err130 = {instancePath:instancePath+"/cache",schemaPath:"#/properties/cache/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data.metrics !== undefined){
if(typeof data.metrics !== "boolean"){
const err131 = {instancePath:instancePath+"/metrics",schemaPath:"#/properties/metrics/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
}
if(data.executionLogging !== undefined){
let data57 = data.executionLogging;
if(typeof data57 !== "string"){
const err132 = {instancePath:instancePath+"/executionLogging",schemaPath:"#/properties/executionLogging/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
if(!(((data57 === "OFF") || (data57 === "ERROR")) || (data57 === "INFO"))){
const err133 = {instancePath:instancePath+"/executionLogging",schemaPath:"#/properties/executionLogging/enum",keyword:"enum",params:{allowedValues: schema85.properties.executionLogging.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data.accessLogging !== undefined){
if(typeof data.accessLogging !== "boolean"){
const err134 = {instancePath:instancePath+"/accessLogging",schemaPath:"#/properties/accessLogging/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
}
if(data.traceSampling !== undefined){
let data59 = data.traceSampling;
if(data59 && typeof data59 == "object" && !Array.isArray(data59)){
for(const key15 in data59){
if(!(((key15 === "requestsPerSecond") || (key15 === "percent")) || (key15 === "priority"))){
const err135 = {instancePath:instancePath+"/traceSampling",schemaPath:"#/properties/traceSampling/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key15},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
if(data59.requestsPerSecond !== undefined){
let data60 = data59.requestsPerSecond;
if(!(((typeof data60 == "number") && (!(data60 % 1) && !isNaN(data60))) && (isFinite(data60)))){
const err136 = {instancePath:instancePath+"/traceSampling/requestsPerSecond",schemaPath:"#/properties/traceSampling/properties/requestsPerSecond/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
if((typeof data60 == "number") && (isFinite(data60))){
if(data60 < 0 || isNaN(data60)){
const err137 = {instancePath:instancePath+"/traceSampling/requestsPerSecond",schemaPath:"#/properties/traceSampling/properties/requestsPerSecond/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
}
}
}
if(data59.percent !== undefined){
let data61 = data59.percent;
if((typeof data61 == "number") && (isFinite(data61))){
if(data61 > 100 || isNaN(data61)){
const err138 = {instancePath:instancePath+"/traceSampling/percent",schemaPath:"#/properties/traceSampling/properties/percent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
if(data61 < 0 || isNaN(data61)){
const err139 = {instancePath:instancePath+"/traceSampling/percent",schemaPath:"#/properties/traceSampling/properties/percent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
else {
const err140 = {instancePath:instancePath+"/traceSampling/percent",schemaPath:"#/properties/traceSampling/properties/percent/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
if(data59.priority !== undefined){
let data62 = data59.priority;
if(!(((typeof data62 == "number") && (!(data62 % 1) && !isNaN(data62))) && (isFinite(data62)))){
const err141 = {instancePath:instancePath+"/traceSampling/priority",schemaPath:"#/properties/traceSampling/properties/priority/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
if((typeof data62 == "number") && (isFinite(data62))){
if(data62 > 9999 || isNaN(data62)){
const err142 = {instancePath:instancePath+"/traceSampling/priority",schemaPath:"#/properties/traceSampling/properties/priority/maximum",keyword:"maximum",params:{comparison: "<=", limit: 9999},message:"must be <= 9999"};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
if(data62 < 1 || isNaN(data62)){
const err143 = {instancePath:instancePath+"/traceSampling/priority",schemaPath:"#/properties/traceSampling/properties/priority/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
}
}
else {
const err144 = {instancePath:instancePath+"/traceSampling",schemaPath:"#/properties/traceSampling/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
if(data.dataTrace !== undefined){
if(typeof data.dataTrace !== "boolean"){
const err145 = {instancePath:instancePath+"/dataTrace",schemaPath:"#/properties/dataTrace/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
if(data.cors !== undefined){
let data64 = data.cors;
if(data64 && typeof data64 == "object" && !Array.isArray(data64)){
if(data64.origins === undefined){
const err146 = {instancePath:instancePath+"/cors",schemaPath:"#/properties/cors/required",keyword:"required",params:{missingProperty: "origins"},message:"must have required property '"+"origins"+"'"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
for(const key16 in data64){
if(!(key16 === "origins")){
const err147 = {instancePath:instancePath+"/cors",schemaPath:"#/properties/cors/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
if(data64.origins !== undefined){
let data65 = data64.origins;
if(Array.isArray(data65)){
if(data65.length < 1){
const err148 = {instancePath:instancePath+"/cors/origins",schemaPath:"#/properties/cors/properties/origins/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
const len7 = data65.length;
for(let i14=0; i14<len7; i14++){
let data66 = data65[i14];
if(typeof data66 === "string"){
if(!pattern63.test(data66)){
const err149 = {instancePath:instancePath+"/cors/origins/" + i14,schemaPath:"#/properties/cors/properties/origins/items/pattern",keyword:"pattern",params:{pattern: "^([*]|(?!http://[^/]*:80$)(?!https://[^/]*:443$)https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+\\])(:[0-9]{1,5})?)$"},message:"must match pattern \""+"^([*]|(?!http://[^/]*:80$)(?!https://[^/]*:443$)https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+\\])(:[0-9]{1,5})?)$"+"\""};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
else {
const err150 = {instancePath:instancePath+"/cors/origins/" + i14,schemaPath:"#/properties/cors/properties/origins/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
}
let i15 = data65.length;
let j7;
if(i15 > 1){
const indices6 = {};
for(;i15--;){
let item6 = data65[i15];
if(typeof item6 !== "string"){
continue;
}
if(typeof indices6[item6] == "number"){
j7 = indices6[item6];
const err151 = {instancePath:instancePath+"/cors/origins",schemaPath:"#/properties/cors/properties/origins/uniqueItems",keyword:"uniqueItems",params:{i: i15, j: j7},message:"must NOT have duplicate items (items ## "+j7+" and "+i15+" are identical)"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
break;
}
indices6[item6] = i15;
}
}
}
else {
const err152 = {instancePath:instancePath+"/cors/origins",schemaPath:"#/properties/cors/properties/origins/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
}
}
else {
const err153 = {instancePath:instancePath+"/cors",schemaPath:"#/properties/cors/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data.ownsAccountLoggingRole !== undefined){
if(typeof data.ownsAccountLoggingRole !== "boolean"){
const err154 = {instancePath:instancePath+"/ownsAccountLoggingRole",schemaPath:"#/properties/ownsAccountLoggingRole/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
}
if(data.routes !== undefined){
let data68 = data.routes;
if(data68 && typeof data68 == "object" && !Array.isArray(data68)){
for(const key17 in data68){
const _errs164 = errors;
if(typeof key17 === "string"){
if(func2(key17) > 63){
const err155 = {instancePath:instancePath+"/routes",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key17};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(!pattern24.test(key17)){
const err156 = {instancePath:instancePath+"/routes",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key17};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
else {
const err157 = {instancePath:instancePath+"/routes",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key17};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
var valid48 = _errs164 === errors;
if(!valid48){
const err158 = {instancePath:instancePath+"/routes",schemaPath:"#/properties/routes/propertyNames",keyword:"propertyNames",params:{propertyName: key17},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
for(const key18 in data68){
if(!(validate48(data68[key18], {instancePath:instancePath+"/routes/" + key18.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data68,parentDataProperty:key18,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
}
}
else {
const err159 = {instancePath:instancePath+"/routes",schemaPath:"#/properties/routes/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
}
}
else {
const err160 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
validate47.errors = vErrors;
return errors === 0;
}
validate47.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema99 = {"type":"object","additionalProperties":false,"required":["threshold"],"properties":{"description":{"$ref":"#/$defs/text"},"metric":{"$ref":"#/$defs/metric"},"math":{"type":"object","additionalProperties":false,"required":["id","expression","metrics"],"properties":{"id":{"type":"string","pattern":"^[a-z][A-Za-z0-9_]{0,254}$"},"label":{"type":"string"},"expression":{"type":"string","minLength":1,"maxLength":1024},"metrics":{"type":"object","minProperties":1,"maxProperties":10,"propertyNames":{"pattern":"^[a-z][A-Za-z0-9_]{0,254}$"},"additionalProperties":{"$ref":"#/$defs/metric"}}}},"periodSeconds":{"type":"integer","minimum":10,"maximum":86400,"anyOf":[{"enum":[10,20,30]},{"multipleOf":60}]},"evaluationPeriods":{"type":"integer","minimum":1,"maximum":1440},"datapointsToAlarm":{"type":"integer","minimum":1,"maximum":1440},"comparison":{"type":"string","enum":["GreaterThanThreshold","GreaterThanOrEqualToThreshold","LessThanThreshold","LessThanOrEqualToThreshold"]},"threshold":{"type":"number"},"treatMissingData":{"type":"string","enum":["missing","ignore","breaching","notBreaching"]},"notify":{"$ref":"#/$defs/notify"},"drill":{"$ref":"#/$defs/drill"}}};
const schema101 = {"type":"object","additionalProperties":false,"required":["resource","name","statistic"],"properties":{"resource":{"type":"string","pattern":"^(api|schedules|(functions|queues|tables)\\.[a-z][a-z0-9-]*|functions\\.[a-z][a-z0-9-]*\\.metrics|tables\\.[a-z][a-z0-9-]*\\.indexes\\.[A-Za-z0-9_-]+)$"},"name":{"type":"string","pattern":"^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,254}$"},"statistic":{"type":"string","pattern":"^(Sum|Average|Minimum|Maximum|SampleCount|p[0-9]{1,2}(\\.[0-9]{1,2})?|PR\\(([0-9]+(\\.[0-9]+)?:([0-9]+(\\.[0-9]+)?)?|:[0-9]+(\\.[0-9]+)?)\\))$"},"dimensions":{"type":"object","propertyNames":{"pattern":"^[A-Za-z][A-Za-z0-9_]{0,254}$"},"additionalProperties":{"type":"string","minLength":1,"maxLength":1024}}}};
const schema103 = {"type":"string","enum":["PAGE","NOTICE","NONE"]};
const pattern69 = new RegExp("^(api|schedules|(functions|queues|tables)\\.[a-z][a-z0-9-]*|functions\\.[a-z][a-z0-9-]*\\.metrics|tables\\.[a-z][a-z0-9-]*\\.indexes\\.[A-Za-z0-9_-]+)$", "u");
const pattern70 = new RegExp("^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,254}$", "u");
const pattern71 = new RegExp("^(Sum|Average|Minimum|Maximum|SampleCount|p[0-9]{1,2}(\\.[0-9]{1,2})?|PR\\(([0-9]+(\\.[0-9]+)?:([0-9]+(\\.[0-9]+)?)?|:[0-9]+(\\.[0-9]+)?)\\))$", "u");
const pattern72 = new RegExp("^[A-Za-z][A-Za-z0-9_]{0,254}$", "u");
const pattern73 = new RegExp("^[a-z][A-Za-z0-9_]{0,254}$", "u");
const schema104 = {"type":"object","additionalProperties":false,"required":["fires","quiet"],"properties":{"fires":{"$ref":"#/$defs/drillSeries"},"quiet":{"$ref":"#/$defs/drillSeries"}}};
const schema105 = {"type":"object","minProperties":1,"additionalProperties":{"type":"string","pattern":"^(-?[0-9]+(\\.[0-9]+)?|_)( (-?[0-9]+(\\.[0-9]+)?|_))*$"}};
const pattern79 = new RegExp("^(-?[0-9]+(\\.[0-9]+)?|_)( (-?[0-9]+(\\.[0-9]+)?|_))*$", "u");

function validate52(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate52.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.fires === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "fires"},message:"must have required property '"+"fires"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.quiet === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "quiet"},message:"must have required property '"+"quiet"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 in data){
if(!((key0 === "fires") || (key0 === "quiet"))){
const err2 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.fires !== undefined){
let data0 = data.fires;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(Object.keys(data0).length < 1){
const err3 = {instancePath:instancePath+"/fires",schemaPath:"#/$defs/drillSeries/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
for(const key1 in data0){
let data1 = data0[key1];
if(typeof data1 === "string"){
if(!pattern79.test(data1)){
const err4 = {instancePath:instancePath+"/fires/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/drillSeries/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^(-?[0-9]+(\\.[0-9]+)?|_)( (-?[0-9]+(\\.[0-9]+)?|_))*$"},message:"must match pattern \""+"^(-?[0-9]+(\\.[0-9]+)?|_)( (-?[0-9]+(\\.[0-9]+)?|_))*$"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/fires/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/drillSeries/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/fires",schemaPath:"#/$defs/drillSeries/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.quiet !== undefined){
let data2 = data.quiet;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
if(Object.keys(data2).length < 1){
const err7 = {instancePath:instancePath+"/quiet",schemaPath:"#/$defs/drillSeries/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
for(const key2 in data2){
let data3 = data2[key2];
if(typeof data3 === "string"){
if(!pattern79.test(data3)){
const err8 = {instancePath:instancePath+"/quiet/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/drillSeries/additionalProperties/pattern",keyword:"pattern",params:{pattern: "^(-?[0-9]+(\\.[0-9]+)?|_)( (-?[0-9]+(\\.[0-9]+)?|_))*$"},message:"must match pattern \""+"^(-?[0-9]+(\\.[0-9]+)?|_)( (-?[0-9]+(\\.[0-9]+)?|_))*$"+"\""};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/quiet/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/drillSeries/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/quiet",schemaPath:"#/$defs/drillSeries/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate52.errors = vErrors;
return errors === 0;
}
validate52.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate51(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate51.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.threshold === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "threshold"},message:"must have required property '"+"threshold"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema99.properties, key0))){
const err1 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
const err2 = {instancePath:instancePath+"/description",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.metric !== undefined){
let data1 = data.metric;
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.resource === undefined){
const err3 = {instancePath:instancePath+"/metric",schemaPath:"#/$defs/metric/required",keyword:"required",params:{missingProperty: "resource"},message:"must have required property '"+"resource"+"'"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data1.name === undefined){
const err4 = {instancePath:instancePath+"/metric",schemaPath:"#/$defs/metric/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data1.statistic === undefined){
const err5 = {instancePath:instancePath+"/metric",schemaPath:"#/$defs/metric/required",keyword:"required",params:{missingProperty: "statistic"},message:"must have required property '"+"statistic"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
for(const key1 in data1){
if(!((((key1 === "resource") || (key1 === "name")) || (key1 === "statistic")) || (key1 === "dimensions"))){
const err6 = {instancePath:instancePath+"/metric",schemaPath:"#/$defs/metric/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data1.resource !== undefined){
let data2 = data1.resource;
if(typeof data2 === "string"){
if(!pattern69.test(data2)){
const err7 = {instancePath:instancePath+"/metric/resource",schemaPath:"#/$defs/metric/properties/resource/pattern",keyword:"pattern",params:{pattern: "^(api|schedules|(functions|queues|tables)\\.[a-z][a-z0-9-]*|functions\\.[a-z][a-z0-9-]*\\.metrics|tables\\.[a-z][a-z0-9-]*\\.indexes\\.[A-Za-z0-9_-]+)$"},message:"must match pattern \""+"^(api|schedules|(functions|queues|tables)\\.[a-z][a-z0-9-]*|functions\\.[a-z][a-z0-9-]*\\.metrics|tables\\.[a-z][a-z0-9-]*\\.indexes\\.[A-Za-z0-9_-]+)$"+"\""};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/metric/resource",schemaPath:"#/$defs/metric/properties/resource/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data1.name !== undefined){
let data3 = data1.name;
if(typeof data3 === "string"){
if(!pattern70.test(data3)){
const err9 = {instancePath:instancePath+"/metric/name",schemaPath:"#/$defs/metric/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,254}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,254}$"+"\""};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/metric/name",schemaPath:"#/$defs/metric/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data1.statistic !== undefined){
let data4 = data1.statistic;
if(typeof data4 === "string"){
if(!pattern71.test(data4)){
const err11 = {instancePath:instancePath+"/metric/statistic",schemaPath:"#/$defs/metric/properties/statistic/pattern",keyword:"pattern",params:{pattern: "^(Sum|Average|Minimum|Maximum|SampleCount|p[0-9]{1,2}(\\.[0-9]{1,2})?|PR\\(([0-9]+(\\.[0-9]+)?:([0-9]+(\\.[0-9]+)?)?|:[0-9]+(\\.[0-9]+)?)\\))$"},message:"must match pattern \""+"^(Sum|Average|Minimum|Maximum|SampleCount|p[0-9]{1,2}(\\.[0-9]{1,2})?|PR\\(([0-9]+(\\.[0-9]+)?:([0-9]+(\\.[0-9]+)?)?|:[0-9]+(\\.[0-9]+)?)\\))$"+"\""};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/metric/statistic",schemaPath:"#/$defs/metric/properties/statistic/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data1.dimensions !== undefined){
let data5 = data1.dimensions;
if(data5 && typeof data5 == "object" && !Array.isArray(data5)){
for(const key2 in data5){
const _errs17 = errors;
if(typeof key2 === "string"){
if(!pattern72.test(key2)){
const err13 = {instancePath:instancePath+"/metric/dimensions",schemaPath:"#/$defs/metric/properties/dimensions/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,254}$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]{0,254}$"+"\"",propertyName:key2};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
var valid4 = _errs17 === errors;
if(!valid4){
const err14 = {instancePath:instancePath+"/metric/dimensions",schemaPath:"#/$defs/metric/properties/dimensions/propertyNames",keyword:"propertyNames",params:{propertyName: key2},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
for(const key3 in data5){
let data6 = data5[key3];
if(typeof data6 === "string"){
if(func2(data6) > 1024){
const err15 = {instancePath:instancePath+"/metric/dimensions/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/metric/properties/dimensions/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
if(func2(data6) < 1){
const err16 = {instancePath:instancePath+"/metric/dimensions/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/metric/properties/dimensions/additionalProperties/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/metric/dimensions/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/metric/properties/dimensions/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath:instancePath+"/metric/dimensions",schemaPath:"#/$defs/metric/properties/dimensions/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
}
else {
const err19 = {instancePath:instancePath+"/metric",schemaPath:"#/$defs/metric/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data.math !== undefined){
let data7 = data.math;
if(data7 && typeof data7 == "object" && !Array.isArray(data7)){
if(data7.id === undefined){
const err20 = {instancePath:instancePath+"/math",schemaPath:"#/properties/math/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
if(data7.expression === undefined){
const err21 = {instancePath:instancePath+"/math",schemaPath:"#/properties/math/required",keyword:"required",params:{missingProperty: "expression"},message:"must have required property '"+"expression"+"'"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(data7.metrics === undefined){
const err22 = {instancePath:instancePath+"/math",schemaPath:"#/properties/math/required",keyword:"required",params:{missingProperty: "metrics"},message:"must have required property '"+"metrics"+"'"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
for(const key4 in data7){
if(!((((key4 === "id") || (key4 === "label")) || (key4 === "expression")) || (key4 === "metrics"))){
const err23 = {instancePath:instancePath+"/math",schemaPath:"#/properties/math/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data7.id !== undefined){
let data8 = data7.id;
if(typeof data8 === "string"){
if(!pattern73.test(data8)){
const err24 = {instancePath:instancePath+"/math/id",schemaPath:"#/properties/math/properties/id/pattern",keyword:"pattern",params:{pattern: "^[a-z][A-Za-z0-9_]{0,254}$"},message:"must match pattern \""+"^[a-z][A-Za-z0-9_]{0,254}$"+"\""};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
else {
const err25 = {instancePath:instancePath+"/math/id",schemaPath:"#/properties/math/properties/id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data7.label !== undefined){
if(typeof data7.label !== "string"){
const err26 = {instancePath:instancePath+"/math/label",schemaPath:"#/properties/math/properties/label/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data7.expression !== undefined){
let data10 = data7.expression;
if(typeof data10 === "string"){
if(func2(data10) > 1024){
const err27 = {instancePath:instancePath+"/math/expression",schemaPath:"#/properties/math/properties/expression/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
if(func2(data10) < 1){
const err28 = {instancePath:instancePath+"/math/expression",schemaPath:"#/properties/math/properties/expression/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
else {
const err29 = {instancePath:instancePath+"/math/expression",schemaPath:"#/properties/math/properties/expression/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data7.metrics !== undefined){
let data11 = data7.metrics;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(Object.keys(data11).length > 10){
const err30 = {instancePath:instancePath+"/math/metrics",schemaPath:"#/properties/math/properties/metrics/maxProperties",keyword:"maxProperties",params:{limit: 10},message:"must NOT have more than 10 properties"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
if(Object.keys(data11).length < 1){
const err31 = {instancePath:instancePath+"/math/metrics",schemaPath:"#/properties/math/properties/metrics/minProperties",keyword:"minProperties",params:{limit: 1},message:"must NOT have fewer than 1 properties"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
for(const key5 in data11){
const _errs32 = errors;
if(typeof key5 === "string"){
if(!pattern73.test(key5)){
const err32 = {instancePath:instancePath+"/math/metrics",schemaPath:"#/properties/math/properties/metrics/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][A-Za-z0-9_]{0,254}$"},message:"must match pattern \""+"^[a-z][A-Za-z0-9_]{0,254}$"+"\"",propertyName:key5};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
var valid7 = _errs32 === errors;
if(!valid7){
const err33 = {instancePath:instancePath+"/math/metrics",schemaPath:"#/properties/math/properties/metrics/propertyNames",keyword:"propertyNames",params:{propertyName: key5},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
for(const key6 in data11){
let data12 = data11[key6];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.resource === undefined){
const err34 = {instancePath:instancePath+"/math/metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/metric/required",keyword:"required",params:{missingProperty: "resource"},message:"must have required property '"+"resource"+"'"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
if(data12.name === undefined){
const err35 = {instancePath:instancePath+"/math/metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/metric/required",keyword:"required",params:{missingProperty: "name"},message:"must have required property '"+"name"+"'"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if(data12.statistic === undefined){
const err36 = {instancePath:instancePath+"/math/metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/metric/required",keyword:"required",params:{missingProperty: "statistic"},message:"must have required property '"+"statistic"+"'"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
for(const key7 in data12){
if(!((((key7 === "resource") || (key7 === "name")) || (key7 === "statistic")) || (key7 === "dimensions"))){
const err37 = {instancePath:instancePath+"/math/metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/metric/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data12.resource !== undefined){
let data13 = data12.resource;
if(typeof data13 === "string"){
if(!pattern69.test(data13)){
const err38 = {instancePath:instancePath+"/math/metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/resource",schemaPath:"#/$defs/metric/properties/resource/pattern",keyword:"pattern",params:{pattern: "^(api|schedules|(functions|queues|tables)\\.[a-z][a-z0-9-]*|functions\\.[a-z][a-z0-9-]*\\.metrics|tables\\.[a-z][a-z0-9-]*\\.indexes\\.[A-Za-z0-9_-]+)$"},message:"must match pattern \""+"^(api|schedules|(functions|queues|tables)\\.[a-z][a-z0-9-]*|functions\\.[a-z][a-z0-9-]*\\.metrics|tables\\.[a-z][a-z0-9-]*\\.indexes\\.[A-Za-z0-9_-]+)$"+"\""};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
else {
const err39 = {instancePath:instancePath+"/math/metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/resource",schemaPath:"#/$defs/metric/properties/resource/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data12.name !== undefined){
let data14 = data12.name;
if(typeof data14 === "string"){
if(!pattern70.test(data14)){
const err40 = {instancePath:instancePath+"/math/metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/name",schemaPath:"#/$defs/metric/properties/name/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,254}$"},message:"must match pattern \""+"^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,254}$"+"\""};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
else {
const err41 = {instancePath:instancePath+"/math/metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/name",schemaPath:"#/$defs/metric/properties/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data12.statistic !== undefined){
let data15 = data12.statistic;
if(typeof data15 === "string"){
if(!pattern71.test(data15)){
const err42 = {instancePath:instancePath+"/math/metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/statistic",schemaPath:"#/$defs/metric/properties/statistic/pattern",keyword:"pattern",params:{pattern: "^(Sum|Average|Minimum|Maximum|SampleCount|p[0-9]{1,2}(\\.[0-9]{1,2})?|PR\\(([0-9]+(\\.[0-9]+)?:([0-9]+(\\.[0-9]+)?)?|:[0-9]+(\\.[0-9]+)?)\\))$"},message:"must match pattern \""+"^(Sum|Average|Minimum|Maximum|SampleCount|p[0-9]{1,2}(\\.[0-9]{1,2})?|PR\\(([0-9]+(\\.[0-9]+)?:([0-9]+(\\.[0-9]+)?)?|:[0-9]+(\\.[0-9]+)?)\\))$"+"\""};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/math/metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/statistic",schemaPath:"#/$defs/metric/properties/statistic/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
if(data12.dimensions !== undefined){
let data16 = data12.dimensions;
if(data16 && typeof data16 == "object" && !Array.isArray(data16)){
for(const key8 in data16){
const _errs46 = errors;
if(typeof key8 === "string"){
if(!pattern72.test(key8)){
const err44 = {instancePath:instancePath+"/math/metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/dimensions",schemaPath:"#/$defs/metric/properties/dimensions/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z][A-Za-z0-9_]{0,254}$"},message:"must match pattern \""+"^[A-Za-z][A-Za-z0-9_]{0,254}$"+"\"",propertyName:key8};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
}
}
var valid11 = _errs46 === errors;
if(!valid11){
const err45 = {instancePath:instancePath+"/math/metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/dimensions",schemaPath:"#/$defs/metric/properties/dimensions/propertyNames",keyword:"propertyNames",params:{propertyName: key8},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
for(const key9 in data16){
let data17 = data16[key9];
if(typeof data17 === "string"){
if(func2(data17) > 1024){
const err46 = {instancePath:instancePath+"/math/metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/dimensions/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/metric/properties/dimensions/additionalProperties/maxLength",keyword:"maxLength",params:{limit: 1024},message:"must NOT have more than 1024 characters"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
if(func2(data17) < 1){
const err47 = {instancePath:instancePath+"/math/metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/dimensions/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/metric/properties/dimensions/additionalProperties/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
else {
const err48 = {instancePath:instancePath+"/math/metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/dimensions/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/metric/properties/dimensions/additionalProperties/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
}
else {
const err49 = {instancePath:instancePath+"/math/metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1")+"/dimensions",schemaPath:"#/$defs/metric/properties/dimensions/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
}
}
else {
const err50 = {instancePath:instancePath+"/math/metrics/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/metric/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
else {
const err51 = {instancePath:instancePath+"/math/metrics",schemaPath:"#/properties/math/properties/metrics/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
}
else {
const err52 = {instancePath:instancePath+"/math",schemaPath:"#/properties/math/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data.periodSeconds !== undefined){
let data18 = data.periodSeconds;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err53 = {instancePath:instancePath+"/periodSeconds",schemaPath:"#/properties/periodSeconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
const _errs52 = errors;
let valid13 = false;
const _errs53 = errors;
if(!(((data18 === 10) || (data18 === 20)) || (data18 === 30))){
const err54 = {instancePath:instancePath+"/periodSeconds",schemaPath:"#/properties/periodSeconds/anyOf/0/enum",keyword:"enum",params:{allowedValues: schema99.properties.periodSeconds.anyOf[0].enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
var _valid0 = _errs53 === errors;
valid13 = valid13 || _valid0;
const _errs54 = errors;
if((typeof data18 == "number") && (isFinite(data18))){
let res0;
if((60 === 0 || (res0 = data18/60, res0 !== parseInt(res0)))){
const err55 = {instancePath:instancePath+"/periodSeconds",schemaPath:"#/properties/periodSeconds/anyOf/1/multipleOf",keyword:"multipleOf",params:{multipleOf: 60},message:"must be multiple of 60"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
}
var _valid0 = _errs54 === errors;
valid13 = valid13 || _valid0;
if(!valid13){
const err56 = {instancePath:instancePath+"/periodSeconds",schemaPath:"#/properties/periodSeconds/anyOf",keyword:"anyOf",params:{},message:"must match a schema in anyOf"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
else {
errors = _errs52;
if(vErrors !== null){
if(_errs52){
vErrors.length = _errs52;
}
else {
vErrors = null;
}
}
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 > 86400 || isNaN(data18)){
const err57 = {instancePath:instancePath+"/periodSeconds",schemaPath:"#/properties/periodSeconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 86400},message:"must be <= 86400"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if(data18 < 10 || isNaN(data18)){
const err58 = {instancePath:instancePath+"/periodSeconds",schemaPath:"#/properties/periodSeconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 10},message:"must be >= 10"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
}
}
if(data.evaluationPeriods !== undefined){
let data19 = data.evaluationPeriods;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err59 = {instancePath:instancePath+"/evaluationPeriods",schemaPath:"#/properties/evaluationPeriods/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 > 1440 || isNaN(data19)){
const err60 = {instancePath:instancePath+"/evaluationPeriods",schemaPath:"#/properties/evaluationPeriods/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1440},message:"must be <= 1440"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if(data19 < 1 || isNaN(data19)){
const err61 = {instancePath:instancePath+"/evaluationPeriods",schemaPath:"#/properties/evaluationPeriods/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
if(data.datapointsToAlarm !== undefined){
let data20 = data.datapointsToAlarm;
if(!(((typeof data20 == "number") && (!(data20 % 1) && !isNaN(data20))) && (isFinite(data20)))){
const err62 = {instancePath:instancePath+"/datapointsToAlarm",schemaPath:"#/properties/datapointsToAlarm/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if((typeof data20 == "number") && (isFinite(data20))){
if(data20 > 1440 || isNaN(data20)){
const err63 = {instancePath:instancePath+"/datapointsToAlarm",schemaPath:"#/properties/datapointsToAlarm/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1440},message:"must be <= 1440"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
if(data20 < 1 || isNaN(data20)){
const err64 = {instancePath:instancePath+"/datapointsToAlarm",schemaPath:"#/properties/datapointsToAlarm/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
}
}
if(data.comparison !== undefined){
let data21 = data.comparison;
if(typeof data21 !== "string"){
const err65 = {instancePath:instancePath+"/comparison",schemaPath:"#/properties/comparison/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
if(!((((data21 === "GreaterThanThreshold") || (data21 === "GreaterThanOrEqualToThreshold")) || (data21 === "LessThanThreshold")) || (data21 === "LessThanOrEqualToThreshold"))){
const err66 = {instancePath:instancePath+"/comparison",schemaPath:"#/properties/comparison/enum",keyword:"enum",params:{allowedValues: schema99.properties.comparison.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data.threshold !== undefined){
let data22 = data.threshold;
if(!((typeof data22 == "number") && (isFinite(data22)))){
const err67 = {instancePath:instancePath+"/threshold",schemaPath:"#/properties/threshold/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data.treatMissingData !== undefined){
let data23 = data.treatMissingData;
if(typeof data23 !== "string"){
const err68 = {instancePath:instancePath+"/treatMissingData",schemaPath:"#/properties/treatMissingData/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if(!((((data23 === "missing") || (data23 === "ignore")) || (data23 === "breaching")) || (data23 === "notBreaching"))){
const err69 = {instancePath:instancePath+"/treatMissingData",schemaPath:"#/properties/treatMissingData/enum",keyword:"enum",params:{allowedValues: schema99.properties.treatMissingData.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
if(data.notify !== undefined){
let data24 = data.notify;
if(typeof data24 !== "string"){
const err70 = {instancePath:instancePath+"/notify",schemaPath:"#/$defs/notify/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
if(!(((data24 === "PAGE") || (data24 === "NOTICE")) || (data24 === "NONE"))){
const err71 = {instancePath:instancePath+"/notify",schemaPath:"#/$defs/notify/enum",keyword:"enum",params:{allowedValues: schema103.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data.drill !== undefined){
if(!(validate52(data.drill, {instancePath:instancePath+"/drill",parentData:data,parentDataProperty:"drill",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
errors = vErrors.length;
}
}
}
else {
const err72 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
validate51.errors = vErrors;
return errors === 0;
}
validate51.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema108 = {"type":"object","additionalProperties":false,"properties":{"description":{"$ref":"#/$defs/text"},"anyOf":{"$ref":"#/$defs/alarmNames"},"allOf":{"$ref":"#/$defs/alarmNames"},"notify":{"$ref":"#/$defs/notify"}}};
const schema110 = {"type":"array","minItems":1,"maxItems":100,"uniqueItems":true,"items":{"$ref":"#/$defs/name"}};

function validate56(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate56.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
if(data.length > 100){
const err0 = {instancePath,schemaPath:"#/maxItems",keyword:"maxItems",params:{limit: 100},message:"must NOT have more than 100 items"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.length < 1){
const err1 = {instancePath,schemaPath:"#/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(typeof data0 === "string"){
if(func2(data0) > 63){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!pattern24.test(data0)){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\""};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/" + i0,schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
const err5 = {instancePath,schemaPath:"#/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
break outer0;
}
}
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate56.errors = vErrors;
return errors === 0;
}
validate56.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};


function validate55(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate55.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "description") || (key0 === "anyOf")) || (key0 === "allOf")) || (key0 === "notify"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.description !== undefined){
if(typeof data.description !== "string"){
const err1 = {instancePath:instancePath+"/description",schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.anyOf !== undefined){
if(!(validate56(data.anyOf, {instancePath:instancePath+"/anyOf",parentData:data,parentDataProperty:"anyOf",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
if(data.allOf !== undefined){
if(!(validate56(data.allOf, {instancePath:instancePath+"/allOf",parentData:data,parentDataProperty:"allOf",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
errors = vErrors.length;
}
}
if(data.notify !== undefined){
let data3 = data.notify;
if(typeof data3 !== "string"){
const err2 = {instancePath:instancePath+"/notify",schemaPath:"#/$defs/notify/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(!(((data3 === "PAGE") || (data3 === "NOTICE")) || (data3 === "NONE"))){
const err3 = {instancePath:instancePath+"/notify",schemaPath:"#/$defs/notify/enum",keyword:"enum",params:{allowedValues: schema103.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate55.errors = vErrors;
return errors === 0;
}
validate55.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const schema115 = {"type":"object","additionalProperties":false,"properties":{"subscriptions":{"type":"object","propertyNames":{"$ref":"#/$defs/name"},"additionalProperties":{"type":"object","additionalProperties":false,"required":["protocol","endpoint"],"properties":{"protocol":{"type":"string","enum":["email","https"]},"endpoint":{"$ref":"#/$defs/earlyText"},"receives":{"$ref":"#/$defs/receives"}}}},"slack":{"type":"object","additionalProperties":false,"required":["workspaceId","channelId"],"properties":{"workspaceId":{"type":"string","pattern":"^[0-9A-Z]{1,255}$"},"channelId":{"type":"string","pattern":"^[A-Za-z0-9]{1,256}$"},"receives":{"$ref":"#/$defs/receives"}}}}};
const schema118 = {"type":"array","minItems":1,"uniqueItems":true,"items":{"type":"string","enum":["PAGE","NOTICE"]}};
const pattern84 = new RegExp("^[0-9A-Z]{1,255}$", "u");
const pattern85 = new RegExp("^[A-Za-z0-9]{1,256}$", "u");

function validate60(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate60.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "subscriptions") || (key0 === "slack"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.subscriptions !== undefined){
let data0 = data.subscriptions;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 in data0){
const _errs4 = errors;
if(typeof key1 === "string"){
if(func2(key1) > 63){
const err1 = {instancePath:instancePath+"/subscriptions",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key1};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!pattern24.test(key1)){
const err2 = {instancePath:instancePath+"/subscriptions",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key1};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/subscriptions",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key1};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var valid1 = _errs4 === errors;
if(!valid1){
const err4 = {instancePath:instancePath+"/subscriptions",schemaPath:"#/properties/subscriptions/propertyNames",keyword:"propertyNames",params:{propertyName: key1},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
for(const key2 in data0){
let data1 = data0[key2];
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.protocol === undefined){
const err5 = {instancePath:instancePath+"/subscriptions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/subscriptions/additionalProperties/required",keyword:"required",params:{missingProperty: "protocol"},message:"must have required property '"+"protocol"+"'"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data1.endpoint === undefined){
const err6 = {instancePath:instancePath+"/subscriptions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/subscriptions/additionalProperties/required",keyword:"required",params:{missingProperty: "endpoint"},message:"must have required property '"+"endpoint"+"'"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
for(const key3 in data1){
if(!(((key3 === "protocol") || (key3 === "endpoint")) || (key3 === "receives"))){
const err7 = {instancePath:instancePath+"/subscriptions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/subscriptions/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key3},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data1.protocol !== undefined){
let data2 = data1.protocol;
if(typeof data2 !== "string"){
const err8 = {instancePath:instancePath+"/subscriptions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/protocol",schemaPath:"#/properties/subscriptions/additionalProperties/properties/protocol/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(!((data2 === "email") || (data2 === "https"))){
const err9 = {instancePath:instancePath+"/subscriptions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/protocol",schemaPath:"#/properties/subscriptions/additionalProperties/properties/protocol/enum",keyword:"enum",params:{allowedValues: schema115.properties.subscriptions.additionalProperties.properties.protocol.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data1.endpoint !== undefined){
if(typeof data1.endpoint !== "string"){
const err10 = {instancePath:instancePath+"/subscriptions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/endpoint",schemaPath:"#/$defs/earlyText/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data1.receives !== undefined){
let data4 = data1.receives;
if(Array.isArray(data4)){
if(data4.length < 1){
const err11 = {instancePath:instancePath+"/subscriptions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/receives",schemaPath:"#/$defs/receives/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
let data5 = data4[i0];
if(typeof data5 !== "string"){
const err12 = {instancePath:instancePath+"/subscriptions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/receives/" + i0,schemaPath:"#/$defs/receives/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(!((data5 === "PAGE") || (data5 === "NOTICE"))){
const err13 = {instancePath:instancePath+"/subscriptions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/receives/" + i0,schemaPath:"#/$defs/receives/items/enum",keyword:"enum",params:{allowedValues: schema118.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
let i1 = data4.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data4[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err14 = {instancePath:instancePath+"/subscriptions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/receives",schemaPath:"#/$defs/receives/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err15 = {instancePath:instancePath+"/subscriptions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1")+"/receives",schemaPath:"#/$defs/receives/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/subscriptions/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/subscriptions/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/subscriptions",schemaPath:"#/properties/subscriptions/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.slack !== undefined){
let data6 = data.slack;
if(data6 && typeof data6 == "object" && !Array.isArray(data6)){
if(data6.workspaceId === undefined){
const err18 = {instancePath:instancePath+"/slack",schemaPath:"#/properties/slack/required",keyword:"required",params:{missingProperty: "workspaceId"},message:"must have required property '"+"workspaceId"+"'"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
if(data6.channelId === undefined){
const err19 = {instancePath:instancePath+"/slack",schemaPath:"#/properties/slack/required",keyword:"required",params:{missingProperty: "channelId"},message:"must have required property '"+"channelId"+"'"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
for(const key4 in data6){
if(!(((key4 === "workspaceId") || (key4 === "channelId")) || (key4 === "receives"))){
const err20 = {instancePath:instancePath+"/slack",schemaPath:"#/properties/slack/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data6.workspaceId !== undefined){
let data7 = data6.workspaceId;
if(typeof data7 === "string"){
if(!pattern84.test(data7)){
const err21 = {instancePath:instancePath+"/slack/workspaceId",schemaPath:"#/properties/slack/properties/workspaceId/pattern",keyword:"pattern",params:{pattern: "^[0-9A-Z]{1,255}$"},message:"must match pattern \""+"^[0-9A-Z]{1,255}$"+"\""};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/slack/workspaceId",schemaPath:"#/properties/slack/properties/workspaceId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data6.channelId !== undefined){
let data8 = data6.channelId;
if(typeof data8 === "string"){
if(!pattern85.test(data8)){
const err23 = {instancePath:instancePath+"/slack/channelId",schemaPath:"#/properties/slack/properties/channelId/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9]{1,256}$"},message:"must match pattern \""+"^[A-Za-z0-9]{1,256}$"+"\""};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
else {
const err24 = {instancePath:instancePath+"/slack/channelId",schemaPath:"#/properties/slack/properties/channelId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data6.receives !== undefined){
let data9 = data6.receives;
if(Array.isArray(data9)){
if(data9.length < 1){
const err25 = {instancePath:instancePath+"/slack/receives",schemaPath:"#/$defs/receives/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
const len1 = data9.length;
for(let i2=0; i2<len1; i2++){
let data10 = data9[i2];
if(typeof data10 !== "string"){
const err26 = {instancePath:instancePath+"/slack/receives/" + i2,schemaPath:"#/$defs/receives/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(!((data10 === "PAGE") || (data10 === "NOTICE"))){
const err27 = {instancePath:instancePath+"/slack/receives/" + i2,schemaPath:"#/$defs/receives/items/enum",keyword:"enum",params:{allowedValues: schema118.items.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
let i3 = data9.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data9[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err28 = {instancePath:instancePath+"/slack/receives",schemaPath:"#/$defs/receives/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err29 = {instancePath:instancePath+"/slack/receives",schemaPath:"#/$defs/receives/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/slack",schemaPath:"#/properties/slack/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
}
else {
const err31 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
validate60.errors = vErrors;
return errors === 0;
}
validate60.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
/*# sourceURL="https://payment.example/schema/environment.schema.json" */;
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.project === undefined){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "project"},message:"must have required property '"+"project"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.environment === undefined){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "environment"},message:"must have required property '"+"environment"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.suffix === undefined){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "suffix"},message:"must have required property '"+"suffix"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 in data){
if(!(func1.call(schema31.properties, key0))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.$schema !== undefined){
if(typeof data.$schema !== "string"){
const err4 = {instancePath:instancePath+"/$schema",schemaPath:"#/properties/%24schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.extends !== undefined){
let data1 = data.extends;
if(typeof data1 === "string"){
if(!pattern4.test(data1)){
const err5 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/pattern",keyword:"pattern",params:{pattern: "^[^/{}\\\\][^{}\\\\]*\\.ya?ml$"},message:"must match pattern \""+"^[^/{}\\\\][^{}\\\\]*\\.ya?ml$"+"\""};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/extends",schemaPath:"#/properties/extends/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.language !== undefined){
let data2 = data.language;
if(!(((typeof data2 == "number") && (!(data2 % 1) && !isNaN(data2))) && (isFinite(data2)))){
const err7 = {instancePath:instancePath+"/language",schemaPath:"#/properties/language/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if((typeof data2 == "number") && (isFinite(data2))){
if(data2 > 1 || isNaN(data2)){
const err8 = {instancePath:instancePath+"/language",schemaPath:"#/properties/language/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1},message:"must be <= 1"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data2 < 1 || isNaN(data2)){
const err9 = {instancePath:instancePath+"/language",schemaPath:"#/properties/language/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
if(data.project !== undefined){
let data3 = data.project;
if(typeof data3 === "string"){
if(!pattern5.test(data3)){
const err10 = {instancePath:instancePath+"/project",schemaPath:"#/properties/project/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]{0,29}$"},message:"must match pattern \""+"^[a-z][a-z0-9-]{0,29}$"+"\""};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/project",schemaPath:"#/properties/project/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data.environment !== undefined){
if(typeof data.environment !== "string"){
const err12 = {instancePath:instancePath+"/environment",schemaPath:"#/$defs/earlyText/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.suffix !== undefined){
if(typeof data.suffix !== "string"){
const err13 = {instancePath:instancePath+"/suffix",schemaPath:"#/$defs/earlyText/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.region !== undefined){
let data6 = data.region;
if(typeof data6 === "string"){
if(!pattern6.test(data6)){
const err14 = {instancePath:instancePath+"/region",schemaPath:"#/properties/region/pattern",keyword:"pattern",params:{pattern: "^[a-z]{2,4}(-[a-z]+)+-[0-9]$"},message:"must match pattern \""+"^[a-z]{2,4}(-[a-z]+)+-[0-9]$"+"\""};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/region",schemaPath:"#/properties/region/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.application !== undefined){
if(typeof data.application !== "string"){
const err16 = {instancePath:instancePath+"/application",schemaPath:"#/$defs/earlyText/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
if(data.costCenter !== undefined){
if(typeof data.costCenter !== "string"){
const err17 = {instancePath:instancePath+"/costCenter",schemaPath:"#/$defs/earlyText/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data.naming !== undefined){
let data9 = data.naming;
if(data9 && typeof data9 == "object" && !Array.isArray(data9)){
for(const key1 in data9){
if(!(key1 === "pattern")){
const err18 = {instancePath:instancePath+"/naming",schemaPath:"#/properties/naming/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data9.pattern !== undefined){
let data10 = data9.pattern;
if(typeof data10 !== "string"){
const err19 = {instancePath:instancePath+"/naming/pattern",schemaPath:"#/$defs/earlyText/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
if(typeof data10 === "string"){
if(!pattern7.test(data10)){
const err20 = {instancePath:instancePath+"/naming/pattern",schemaPath:"#/properties/naming/properties/pattern/pattern",keyword:"pattern",params:{pattern: "\\{\\{ *name *\\}\\}"},message:"must match pattern \""+"\\{\\{ *name *\\}\\}"+"\""};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
else {
const err21 = {instancePath:instancePath+"/naming/pattern",schemaPath:"#/properties/naming/properties/pattern/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
}
else {
const err22 = {instancePath:instancePath+"/naming",schemaPath:"#/properties/naming/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data.variables !== undefined){
let data11 = data.variables;
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
for(const key2 in data11){
const _errs33 = errors;
if(typeof key2 === "string"){
if(!pattern8.test(key2)){
const err23 = {instancePath:instancePath+"/variables",schemaPath:"#/properties/variables/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Z][A-Z0-9_]*$"},message:"must match pattern \""+"^[A-Z][A-Z0-9_]*$"+"\"",propertyName:key2};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
var valid7 = _errs33 === errors;
if(!valid7){
const err24 = {instancePath:instancePath+"/variables",schemaPath:"#/properties/variables/propertyNames",keyword:"propertyNames",params:{propertyName: key2},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
for(const key3 in data11){
let data12 = data11[key3];
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
if(data12.default === undefined){
const err25 = {instancePath:instancePath+"/variables/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/variables/additionalProperties/required",keyword:"required",params:{missingProperty: "default"},message:"must have required property '"+"default"+"'"};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
for(const key4 in data12){
if(!((key4 === "default") || (key4 === "secret"))){
const err26 = {instancePath:instancePath+"/variables/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/variables/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key4},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
}
if(data12.default !== undefined){
if(typeof data12.default !== "string"){
const err27 = {instancePath:instancePath+"/variables/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/default",schemaPath:"#/properties/variables/additionalProperties/properties/default/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data12.secret !== undefined){
if(typeof data12.secret !== "boolean"){
const err28 = {instancePath:instancePath+"/variables/" + key3.replace(/~/g, "~0").replace(/\//g, "~1")+"/secret",schemaPath:"#/properties/variables/additionalProperties/properties/secret/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
}
else {
const err29 = {instancePath:instancePath+"/variables/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/variables/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
}
else {
const err30 = {instancePath:instancePath+"/variables",schemaPath:"#/properties/variables/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data.provider !== undefined){
let data15 = data.provider;
if(data15 && typeof data15 == "object" && !Array.isArray(data15)){
for(const key5 in data15){
if(!((((key5 === "allowedAccountIds") || (key5 === "assumeRole")) || (key5 === "defaultTags")) || (key5 === "aliases"))){
const err31 = {instancePath:instancePath+"/provider",schemaPath:"#/properties/provider/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key5},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data15.allowedAccountIds !== undefined){
let data16 = data15.allowedAccountIds;
if(Array.isArray(data16)){
const len0 = data16.length;
for(let i0=0; i0<len0; i0++){
let data17 = data16[i0];
if(typeof data17 === "string"){
if(!pattern9.test(data17)){
const err32 = {instancePath:instancePath+"/provider/allowedAccountIds/" + i0,schemaPath:"#/properties/provider/properties/allowedAccountIds/items/pattern",keyword:"pattern",params:{pattern: "^[0-9]{12}$"},message:"must match pattern \""+"^[0-9]{12}$"+"\""};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
else {
const err33 = {instancePath:instancePath+"/provider/allowedAccountIds/" + i0,schemaPath:"#/properties/provider/properties/allowedAccountIds/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
}
let i1 = data16.length;
let j0;
if(i1 > 1){
const indices0 = {};
for(;i1--;){
let item0 = data16[i1];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err34 = {instancePath:instancePath+"/provider/allowedAccountIds",schemaPath:"#/properties/provider/properties/allowedAccountIds/uniqueItems",keyword:"uniqueItems",params:{i: i1, j: j0},message:"must NOT have duplicate items (items ## "+j0+" and "+i1+" are identical)"};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
break;
}
indices0[item0] = i1;
}
}
}
else {
const err35 = {instancePath:instancePath+"/provider/allowedAccountIds",schemaPath:"#/properties/provider/properties/allowedAccountIds/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
}
if(data15.assumeRole !== undefined){
let data18 = data15.assumeRole;
if(data18 && typeof data18 == "object" && !Array.isArray(data18)){
if(data18.roleArn === undefined){
const err36 = {instancePath:instancePath+"/provider/assumeRole",schemaPath:"#/properties/provider/properties/assumeRole/required",keyword:"required",params:{missingProperty: "roleArn"},message:"must have required property '"+"roleArn"+"'"};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
for(const key6 in data18){
if(!(((key6 === "roleArn") || (key6 === "externalId")) || (key6 === "sessionName"))){
const err37 = {instancePath:instancePath+"/provider/assumeRole",schemaPath:"#/properties/provider/properties/assumeRole/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key6},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
if(data18.roleArn !== undefined){
if(typeof data18.roleArn !== "string"){
const err38 = {instancePath:instancePath+"/provider/assumeRole/roleArn",schemaPath:"#/$defs/earlyText/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
}
if(data18.externalId !== undefined){
if(typeof data18.externalId !== "string"){
const err39 = {instancePath:instancePath+"/provider/assumeRole/externalId",schemaPath:"#/$defs/earlyText/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err39];
}
else {
vErrors.push(err39);
}
errors++;
}
}
if(data18.sessionName !== undefined){
if(typeof data18.sessionName !== "string"){
const err40 = {instancePath:instancePath+"/provider/assumeRole/sessionName",schemaPath:"#/$defs/earlyText/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err40];
}
else {
vErrors.push(err40);
}
errors++;
}
}
}
else {
const err41 = {instancePath:instancePath+"/provider/assumeRole",schemaPath:"#/properties/provider/properties/assumeRole/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err41];
}
else {
vErrors.push(err41);
}
errors++;
}
}
if(data15.defaultTags !== undefined){
if(!(validate21(data15.defaultTags, {instancePath:instancePath+"/provider/defaultTags",parentData:data15,parentDataProperty:"defaultTags",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data15.aliases !== undefined){
let data23 = data15.aliases;
if(Array.isArray(data23)){
const len1 = data23.length;
for(let i2=0; i2<len1; i2++){
let data24 = data23[i2];
if(typeof data24 === "string"){
if(!pattern11.test(data24)){
const err42 = {instancePath:instancePath+"/provider/aliases/" + i2,schemaPath:"#/properties/provider/properties/aliases/items/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z0-9_.-]+$"},message:"must match pattern \""+"^[A-Za-z0-9_.-]+$"+"\""};
if(vErrors === null){
vErrors = [err42];
}
else {
vErrors.push(err42);
}
errors++;
}
}
else {
const err43 = {instancePath:instancePath+"/provider/aliases/" + i2,schemaPath:"#/properties/provider/properties/aliases/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err43];
}
else {
vErrors.push(err43);
}
errors++;
}
}
let i3 = data23.length;
let j1;
if(i3 > 1){
const indices1 = {};
for(;i3--;){
let item1 = data23[i3];
if(typeof item1 !== "string"){
continue;
}
if(typeof indices1[item1] == "number"){
j1 = indices1[item1];
const err44 = {instancePath:instancePath+"/provider/aliases",schemaPath:"#/properties/provider/properties/aliases/uniqueItems",keyword:"uniqueItems",params:{i: i3, j: j1},message:"must NOT have duplicate items (items ## "+j1+" and "+i3+" are identical)"};
if(vErrors === null){
vErrors = [err44];
}
else {
vErrors.push(err44);
}
errors++;
break;
}
indices1[item1] = i3;
}
}
}
else {
const err45 = {instancePath:instancePath+"/provider/aliases",schemaPath:"#/properties/provider/properties/aliases/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err45];
}
else {
vErrors.push(err45);
}
errors++;
}
}
}
else {
const err46 = {instancePath:instancePath+"/provider",schemaPath:"#/properties/provider/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err46];
}
else {
vErrors.push(err46);
}
errors++;
}
}
if(data.quotas !== undefined){
let data25 = data.quotas;
if(data25 && typeof data25 == "object" && !Array.isArray(data25)){
for(const key7 in data25){
if(!((((key7 === "lambda") || (key7 === "apiGateway")) || (key7 === "iam")) || (key7 === "dynamodb"))){
const err47 = {instancePath:instancePath+"/quotas",schemaPath:"#/$defs/quotas/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key7},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err47];
}
else {
vErrors.push(err47);
}
errors++;
}
}
if(data25.lambda !== undefined){
let data26 = data25.lambda;
if(data26 && typeof data26 == "object" && !Array.isArray(data26)){
for(const key8 in data26){
if(!(key8 === "concurrentExecutions")){
const err48 = {instancePath:instancePath+"/quotas/lambda",schemaPath:"#/$defs/quotas/properties/lambda/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key8},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err48];
}
else {
vErrors.push(err48);
}
errors++;
}
}
if(data26.concurrentExecutions !== undefined){
let data27 = data26.concurrentExecutions;
if(!(((typeof data27 == "number") && (!(data27 % 1) && !isNaN(data27))) && (isFinite(data27)))){
const err49 = {instancePath:instancePath+"/quotas/lambda/concurrentExecutions",schemaPath:"#/$defs/quotas/properties/lambda/properties/concurrentExecutions/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err49];
}
else {
vErrors.push(err49);
}
errors++;
}
if((typeof data27 == "number") && (isFinite(data27))){
if(data27 < 1 || isNaN(data27)){
const err50 = {instancePath:instancePath+"/quotas/lambda/concurrentExecutions",schemaPath:"#/$defs/quotas/properties/lambda/properties/concurrentExecutions/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err50];
}
else {
vErrors.push(err50);
}
errors++;
}
}
}
}
else {
const err51 = {instancePath:instancePath+"/quotas/lambda",schemaPath:"#/$defs/quotas/properties/lambda/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err51];
}
else {
vErrors.push(err51);
}
errors++;
}
}
if(data25.apiGateway !== undefined){
let data28 = data25.apiGateway;
if(data28 && typeof data28 == "object" && !Array.isArray(data28)){
for(const key9 in data28){
if(!((((((key9 === "throttleRateLimit") || (key9 === "throttleBurstLimit")) || (key9 === "integrationTimeoutMilliseconds")) || (key9 === "resourcesPerApi")) || (key9 === "usagePlans")) || (key9 === "resourcePolicyCharacters"))){
const err52 = {instancePath:instancePath+"/quotas/apiGateway",schemaPath:"#/$defs/quotas/properties/apiGateway/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key9},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err52];
}
else {
vErrors.push(err52);
}
errors++;
}
}
if(data28.throttleRateLimit !== undefined){
let data29 = data28.throttleRateLimit;
if(!(((typeof data29 == "number") && (!(data29 % 1) && !isNaN(data29))) && (isFinite(data29)))){
const err53 = {instancePath:instancePath+"/quotas/apiGateway/throttleRateLimit",schemaPath:"#/$defs/quotas/properties/apiGateway/properties/throttleRateLimit/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err53];
}
else {
vErrors.push(err53);
}
errors++;
}
if((typeof data29 == "number") && (isFinite(data29))){
if(data29 < 1 || isNaN(data29)){
const err54 = {instancePath:instancePath+"/quotas/apiGateway/throttleRateLimit",schemaPath:"#/$defs/quotas/properties/apiGateway/properties/throttleRateLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err54];
}
else {
vErrors.push(err54);
}
errors++;
}
}
}
if(data28.throttleBurstLimit !== undefined){
let data30 = data28.throttleBurstLimit;
if(!(((typeof data30 == "number") && (!(data30 % 1) && !isNaN(data30))) && (isFinite(data30)))){
const err55 = {instancePath:instancePath+"/quotas/apiGateway/throttleBurstLimit",schemaPath:"#/$defs/quotas/properties/apiGateway/properties/throttleBurstLimit/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err55];
}
else {
vErrors.push(err55);
}
errors++;
}
if((typeof data30 == "number") && (isFinite(data30))){
if(data30 < 1 || isNaN(data30)){
const err56 = {instancePath:instancePath+"/quotas/apiGateway/throttleBurstLimit",schemaPath:"#/$defs/quotas/properties/apiGateway/properties/throttleBurstLimit/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err56];
}
else {
vErrors.push(err56);
}
errors++;
}
}
}
if(data28.integrationTimeoutMilliseconds !== undefined){
let data31 = data28.integrationTimeoutMilliseconds;
if(!(((typeof data31 == "number") && (!(data31 % 1) && !isNaN(data31))) && (isFinite(data31)))){
const err57 = {instancePath:instancePath+"/quotas/apiGateway/integrationTimeoutMilliseconds",schemaPath:"#/$defs/quotas/properties/apiGateway/properties/integrationTimeoutMilliseconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err57];
}
else {
vErrors.push(err57);
}
errors++;
}
if((typeof data31 == "number") && (isFinite(data31))){
if(data31 > 300000 || isNaN(data31)){
const err58 = {instancePath:instancePath+"/quotas/apiGateway/integrationTimeoutMilliseconds",schemaPath:"#/$defs/quotas/properties/apiGateway/properties/integrationTimeoutMilliseconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 300000},message:"must be <= 300000"};
if(vErrors === null){
vErrors = [err58];
}
else {
vErrors.push(err58);
}
errors++;
}
if(data31 < 29000 || isNaN(data31)){
const err59 = {instancePath:instancePath+"/quotas/apiGateway/integrationTimeoutMilliseconds",schemaPath:"#/$defs/quotas/properties/apiGateway/properties/integrationTimeoutMilliseconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 29000},message:"must be >= 29000"};
if(vErrors === null){
vErrors = [err59];
}
else {
vErrors.push(err59);
}
errors++;
}
}
}
if(data28.resourcesPerApi !== undefined){
let data32 = data28.resourcesPerApi;
if(!(((typeof data32 == "number") && (!(data32 % 1) && !isNaN(data32))) && (isFinite(data32)))){
const err60 = {instancePath:instancePath+"/quotas/apiGateway/resourcesPerApi",schemaPath:"#/$defs/quotas/properties/apiGateway/properties/resourcesPerApi/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err60];
}
else {
vErrors.push(err60);
}
errors++;
}
if((typeof data32 == "number") && (isFinite(data32))){
if(data32 < 1 || isNaN(data32)){
const err61 = {instancePath:instancePath+"/quotas/apiGateway/resourcesPerApi",schemaPath:"#/$defs/quotas/properties/apiGateway/properties/resourcesPerApi/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err61];
}
else {
vErrors.push(err61);
}
errors++;
}
}
}
if(data28.usagePlans !== undefined){
let data33 = data28.usagePlans;
if(!(((typeof data33 == "number") && (!(data33 % 1) && !isNaN(data33))) && (isFinite(data33)))){
const err62 = {instancePath:instancePath+"/quotas/apiGateway/usagePlans",schemaPath:"#/$defs/quotas/properties/apiGateway/properties/usagePlans/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err62];
}
else {
vErrors.push(err62);
}
errors++;
}
if((typeof data33 == "number") && (isFinite(data33))){
if(data33 < 1 || isNaN(data33)){
const err63 = {instancePath:instancePath+"/quotas/apiGateway/usagePlans",schemaPath:"#/$defs/quotas/properties/apiGateway/properties/usagePlans/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err63];
}
else {
vErrors.push(err63);
}
errors++;
}
}
}
if(data28.resourcePolicyCharacters !== undefined){
let data34 = data28.resourcePolicyCharacters;
if(!(((typeof data34 == "number") && (!(data34 % 1) && !isNaN(data34))) && (isFinite(data34)))){
const err64 = {instancePath:instancePath+"/quotas/apiGateway/resourcePolicyCharacters",schemaPath:"#/$defs/quotas/properties/apiGateway/properties/resourcePolicyCharacters/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err64];
}
else {
vErrors.push(err64);
}
errors++;
}
if((typeof data34 == "number") && (isFinite(data34))){
if(data34 < 1 || isNaN(data34)){
const err65 = {instancePath:instancePath+"/quotas/apiGateway/resourcePolicyCharacters",schemaPath:"#/$defs/quotas/properties/apiGateway/properties/resourcePolicyCharacters/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err65];
}
else {
vErrors.push(err65);
}
errors++;
}
}
}
}
else {
const err66 = {instancePath:instancePath+"/quotas/apiGateway",schemaPath:"#/$defs/quotas/properties/apiGateway/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err66];
}
else {
vErrors.push(err66);
}
errors++;
}
}
if(data25.iam !== undefined){
let data35 = data25.iam;
if(data35 && typeof data35 == "object" && !Array.isArray(data35)){
for(const key10 in data35){
if(!(key10 === "roles")){
const err67 = {instancePath:instancePath+"/quotas/iam",schemaPath:"#/$defs/quotas/properties/iam/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key10},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err67];
}
else {
vErrors.push(err67);
}
errors++;
}
}
if(data35.roles !== undefined){
let data36 = data35.roles;
if(!(((typeof data36 == "number") && (!(data36 % 1) && !isNaN(data36))) && (isFinite(data36)))){
const err68 = {instancePath:instancePath+"/quotas/iam/roles",schemaPath:"#/$defs/quotas/properties/iam/properties/roles/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err68];
}
else {
vErrors.push(err68);
}
errors++;
}
if((typeof data36 == "number") && (isFinite(data36))){
if(data36 < 1 || isNaN(data36)){
const err69 = {instancePath:instancePath+"/quotas/iam/roles",schemaPath:"#/$defs/quotas/properties/iam/properties/roles/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err69];
}
else {
vErrors.push(err69);
}
errors++;
}
}
}
}
else {
const err70 = {instancePath:instancePath+"/quotas/iam",schemaPath:"#/$defs/quotas/properties/iam/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err70];
}
else {
vErrors.push(err70);
}
errors++;
}
}
if(data25.dynamodb !== undefined){
let data37 = data25.dynamodb;
if(data37 && typeof data37 == "object" && !Array.isArray(data37)){
for(const key11 in data37){
if(!((((((key11 === "tableReadCapacityUnits") || (key11 === "tableWriteCapacityUnits")) || (key11 === "accountReadCapacityUnits")) || (key11 === "accountWriteCapacityUnits")) || (key11 === "tables")) || (key11 === "indexesPerTable"))){
const err71 = {instancePath:instancePath+"/quotas/dynamodb",schemaPath:"#/$defs/quotas/properties/dynamodb/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key11},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err71];
}
else {
vErrors.push(err71);
}
errors++;
}
}
if(data37.tableReadCapacityUnits !== undefined){
let data38 = data37.tableReadCapacityUnits;
if(!(((typeof data38 == "number") && (!(data38 % 1) && !isNaN(data38))) && (isFinite(data38)))){
const err72 = {instancePath:instancePath+"/quotas/dynamodb/tableReadCapacityUnits",schemaPath:"#/$defs/quotas/properties/dynamodb/properties/tableReadCapacityUnits/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err72];
}
else {
vErrors.push(err72);
}
errors++;
}
if((typeof data38 == "number") && (isFinite(data38))){
if(data38 < 1 || isNaN(data38)){
const err73 = {instancePath:instancePath+"/quotas/dynamodb/tableReadCapacityUnits",schemaPath:"#/$defs/quotas/properties/dynamodb/properties/tableReadCapacityUnits/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err73];
}
else {
vErrors.push(err73);
}
errors++;
}
}
}
if(data37.tableWriteCapacityUnits !== undefined){
let data39 = data37.tableWriteCapacityUnits;
if(!(((typeof data39 == "number") && (!(data39 % 1) && !isNaN(data39))) && (isFinite(data39)))){
const err74 = {instancePath:instancePath+"/quotas/dynamodb/tableWriteCapacityUnits",schemaPath:"#/$defs/quotas/properties/dynamodb/properties/tableWriteCapacityUnits/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err74];
}
else {
vErrors.push(err74);
}
errors++;
}
if((typeof data39 == "number") && (isFinite(data39))){
if(data39 < 1 || isNaN(data39)){
const err75 = {instancePath:instancePath+"/quotas/dynamodb/tableWriteCapacityUnits",schemaPath:"#/$defs/quotas/properties/dynamodb/properties/tableWriteCapacityUnits/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err75];
}
else {
vErrors.push(err75);
}
errors++;
}
}
}
if(data37.accountReadCapacityUnits !== undefined){
let data40 = data37.accountReadCapacityUnits;
if(!(((typeof data40 == "number") && (!(data40 % 1) && !isNaN(data40))) && (isFinite(data40)))){
const err76 = {instancePath:instancePath+"/quotas/dynamodb/accountReadCapacityUnits",schemaPath:"#/$defs/quotas/properties/dynamodb/properties/accountReadCapacityUnits/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err76];
}
else {
vErrors.push(err76);
}
errors++;
}
if((typeof data40 == "number") && (isFinite(data40))){
if(data40 < 1 || isNaN(data40)){
const err77 = {instancePath:instancePath+"/quotas/dynamodb/accountReadCapacityUnits",schemaPath:"#/$defs/quotas/properties/dynamodb/properties/accountReadCapacityUnits/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err77];
}
else {
vErrors.push(err77);
}
errors++;
}
}
}
if(data37.accountWriteCapacityUnits !== undefined){
let data41 = data37.accountWriteCapacityUnits;
if(!(((typeof data41 == "number") && (!(data41 % 1) && !isNaN(data41))) && (isFinite(data41)))){
const err78 = {instancePath:instancePath+"/quotas/dynamodb/accountWriteCapacityUnits",schemaPath:"#/$defs/quotas/properties/dynamodb/properties/accountWriteCapacityUnits/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err78];
}
else {
vErrors.push(err78);
}
errors++;
}
if((typeof data41 == "number") && (isFinite(data41))){
if(data41 < 1 || isNaN(data41)){
const err79 = {instancePath:instancePath+"/quotas/dynamodb/accountWriteCapacityUnits",schemaPath:"#/$defs/quotas/properties/dynamodb/properties/accountWriteCapacityUnits/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err79];
}
else {
vErrors.push(err79);
}
errors++;
}
}
}
if(data37.tables !== undefined){
let data42 = data37.tables;
if(!(((typeof data42 == "number") && (!(data42 % 1) && !isNaN(data42))) && (isFinite(data42)))){
const err80 = {instancePath:instancePath+"/quotas/dynamodb/tables",schemaPath:"#/$defs/quotas/properties/dynamodb/properties/tables/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err80];
}
else {
vErrors.push(err80);
}
errors++;
}
if((typeof data42 == "number") && (isFinite(data42))){
if(data42 < 1 || isNaN(data42)){
const err81 = {instancePath:instancePath+"/quotas/dynamodb/tables",schemaPath:"#/$defs/quotas/properties/dynamodb/properties/tables/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err81];
}
else {
vErrors.push(err81);
}
errors++;
}
}
}
if(data37.indexesPerTable !== undefined){
let data43 = data37.indexesPerTable;
if(!(((typeof data43 == "number") && (!(data43 % 1) && !isNaN(data43))) && (isFinite(data43)))){
const err82 = {instancePath:instancePath+"/quotas/dynamodb/indexesPerTable",schemaPath:"#/$defs/quotas/properties/dynamodb/properties/indexesPerTable/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err82];
}
else {
vErrors.push(err82);
}
errors++;
}
if((typeof data43 == "number") && (isFinite(data43))){
if(data43 < 1 || isNaN(data43)){
const err83 = {instancePath:instancePath+"/quotas/dynamodb/indexesPerTable",schemaPath:"#/$defs/quotas/properties/dynamodb/properties/indexesPerTable/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err83];
}
else {
vErrors.push(err83);
}
errors++;
}
}
}
}
else {
const err84 = {instancePath:instancePath+"/quotas/dynamodb",schemaPath:"#/$defs/quotas/properties/dynamodb/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err84];
}
else {
vErrors.push(err84);
}
errors++;
}
}
}
else {
const err85 = {instancePath:instancePath+"/quotas",schemaPath:"#/$defs/quotas/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err85];
}
else {
vErrors.push(err85);
}
errors++;
}
}
if(data.protect !== undefined){
if(typeof data.protect !== "boolean"){
const err86 = {instancePath:instancePath+"/protect",schemaPath:"#/properties/protect/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err86];
}
else {
vErrors.push(err86);
}
errors++;
}
}
if(data.encryption !== undefined){
let data45 = data.encryption;
if(data45 && typeof data45 == "object" && !Array.isArray(data45)){
for(const key12 in data45){
if(!(((key12 === "key") || (key12 === "rotationPeriodDays")) || (key12 === "deletionWindowDays"))){
const err87 = {instancePath:instancePath+"/encryption",schemaPath:"#/properties/encryption/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key12},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err87];
}
else {
vErrors.push(err87);
}
errors++;
}
}
if(data45.key !== undefined){
let data46 = data45.key;
if(typeof data46 !== "string"){
const err88 = {instancePath:instancePath+"/encryption/key",schemaPath:"#/properties/encryption/properties/key/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err88];
}
else {
vErrors.push(err88);
}
errors++;
}
if(!(((data46 === "CUSTOMER_MANAGED") || (data46 === "AWS_MANAGED")) || (data46 === "SERVICE_OWNED"))){
const err89 = {instancePath:instancePath+"/encryption/key",schemaPath:"#/properties/encryption/properties/key/enum",keyword:"enum",params:{allowedValues: schema31.properties.encryption.properties.key.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err89];
}
else {
vErrors.push(err89);
}
errors++;
}
}
if(data45.rotationPeriodDays !== undefined){
let data47 = data45.rotationPeriodDays;
if(!(((typeof data47 == "number") && (!(data47 % 1) && !isNaN(data47))) && (isFinite(data47)))){
const err90 = {instancePath:instancePath+"/encryption/rotationPeriodDays",schemaPath:"#/properties/encryption/properties/rotationPeriodDays/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err90];
}
else {
vErrors.push(err90);
}
errors++;
}
if((typeof data47 == "number") && (isFinite(data47))){
if(data47 > 2560 || isNaN(data47)){
const err91 = {instancePath:instancePath+"/encryption/rotationPeriodDays",schemaPath:"#/properties/encryption/properties/rotationPeriodDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 2560},message:"must be <= 2560"};
if(vErrors === null){
vErrors = [err91];
}
else {
vErrors.push(err91);
}
errors++;
}
if(data47 < 90 || isNaN(data47)){
const err92 = {instancePath:instancePath+"/encryption/rotationPeriodDays",schemaPath:"#/properties/encryption/properties/rotationPeriodDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 90},message:"must be >= 90"};
if(vErrors === null){
vErrors = [err92];
}
else {
vErrors.push(err92);
}
errors++;
}
}
}
if(data45.deletionWindowDays !== undefined){
let data48 = data45.deletionWindowDays;
if(!(((typeof data48 == "number") && (!(data48 % 1) && !isNaN(data48))) && (isFinite(data48)))){
const err93 = {instancePath:instancePath+"/encryption/deletionWindowDays",schemaPath:"#/properties/encryption/properties/deletionWindowDays/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err93];
}
else {
vErrors.push(err93);
}
errors++;
}
if((typeof data48 == "number") && (isFinite(data48))){
if(data48 > 30 || isNaN(data48)){
const err94 = {instancePath:instancePath+"/encryption/deletionWindowDays",schemaPath:"#/properties/encryption/properties/deletionWindowDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 30},message:"must be <= 30"};
if(vErrors === null){
vErrors = [err94];
}
else {
vErrors.push(err94);
}
errors++;
}
if(data48 < 7 || isNaN(data48)){
const err95 = {instancePath:instancePath+"/encryption/deletionWindowDays",schemaPath:"#/properties/encryption/properties/deletionWindowDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 7},message:"must be >= 7"};
if(vErrors === null){
vErrors = [err95];
}
else {
vErrors.push(err95);
}
errors++;
}
}
}
}
else {
const err96 = {instancePath:instancePath+"/encryption",schemaPath:"#/properties/encryption/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err96];
}
else {
vErrors.push(err96);
}
errors++;
}
}
if(data.permissionsBoundary !== undefined){
let data49 = data.permissionsBoundary;
if(typeof data49 === "string"){
if(!pattern12.test(data49)){
const err97 = {instancePath:instancePath+"/permissionsBoundary",schemaPath:"#/properties/permissionsBoundary/pattern",keyword:"pattern",params:{pattern: "^(GENERATED|NONE|arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/[A-Za-z0-9+=,.@_/-]+)$"},message:"must match pattern \""+"^(GENERATED|NONE|arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/[A-Za-z0-9+=,.@_/-]+)$"+"\""};
if(vErrors === null){
vErrors = [err97];
}
else {
vErrors.push(err97);
}
errors++;
}
}
else {
const err98 = {instancePath:instancePath+"/permissionsBoundary",schemaPath:"#/properties/permissionsBoundary/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err98];
}
else {
vErrors.push(err98);
}
errors++;
}
}
if(data.backup !== undefined){
let data50 = data.backup;
if(data50 && typeof data50 == "object" && !Array.isArray(data50)){
for(const key13 in data50){
if(!((key13 === "schedule") || (key13 === "retentionDays"))){
const err99 = {instancePath:instancePath+"/backup",schemaPath:"#/properties/backup/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key13},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err99];
}
else {
vErrors.push(err99);
}
errors++;
}
}
if(data50.schedule !== undefined){
let data51 = data50.schedule;
if(typeof data51 === "string"){
if(!pattern13.test(data51)){
const err100 = {instancePath:instancePath+"/backup/schedule",schemaPath:"#/properties/backup/properties/schedule/pattern",keyword:"pattern",params:{pattern: "^(cron|rate)\\([^()]+\\)$"},message:"must match pattern \""+"^(cron|rate)\\([^()]+\\)$"+"\""};
if(vErrors === null){
vErrors = [err100];
}
else {
vErrors.push(err100);
}
errors++;
}
}
else {
const err101 = {instancePath:instancePath+"/backup/schedule",schemaPath:"#/properties/backup/properties/schedule/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err101];
}
else {
vErrors.push(err101);
}
errors++;
}
}
if(data50.retentionDays !== undefined){
let data52 = data50.retentionDays;
if(!(((typeof data52 == "number") && (!(data52 % 1) && !isNaN(data52))) && (isFinite(data52)))){
const err102 = {instancePath:instancePath+"/backup/retentionDays",schemaPath:"#/properties/backup/properties/retentionDays/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err102];
}
else {
vErrors.push(err102);
}
errors++;
}
if((typeof data52 == "number") && (isFinite(data52))){
if(data52 > 36500 || isNaN(data52)){
const err103 = {instancePath:instancePath+"/backup/retentionDays",schemaPath:"#/properties/backup/properties/retentionDays/maximum",keyword:"maximum",params:{comparison: "<=", limit: 36500},message:"must be <= 36500"};
if(vErrors === null){
vErrors = [err103];
}
else {
vErrors.push(err103);
}
errors++;
}
if(data52 < 1 || isNaN(data52)){
const err104 = {instancePath:instancePath+"/backup/retentionDays",schemaPath:"#/properties/backup/properties/retentionDays/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err104];
}
else {
vErrors.push(err104);
}
errors++;
}
}
}
}
else {
const err105 = {instancePath:instancePath+"/backup",schemaPath:"#/properties/backup/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err105];
}
else {
vErrors.push(err105);
}
errors++;
}
}
if(data.allowReplacement !== undefined){
let data53 = data.allowReplacement;
if(Array.isArray(data53)){
const len2 = data53.length;
for(let i4=0; i4<len2; i4++){
let data54 = data53[i4];
if(typeof data54 === "string"){
if(!pattern14.test(data54)){
const err106 = {instancePath:instancePath+"/allowReplacement/" + i4,schemaPath:"#/properties/allowReplacement/items/pattern",keyword:"pattern",params:{pattern: "^((tables|queues|functions)\\.[a-z][a-z0-9-]*|tables\\.[a-z][a-z0-9-]*\\.(indexes\\.[A-Za-z0-9_-]+|stream)|api(\\.(accessLogging|executionLogging|webAcl\\.logging))?|encryption|backup)$"},message:"must match pattern \""+"^((tables|queues|functions)\\.[a-z][a-z0-9-]*|tables\\.[a-z][a-z0-9-]*\\.(indexes\\.[A-Za-z0-9_-]+|stream)|api(\\.(accessLogging|executionLogging|webAcl\\.logging))?|encryption|backup)$"+"\""};
if(vErrors === null){
vErrors = [err106];
}
else {
vErrors.push(err106);
}
errors++;
}
}
else {
const err107 = {instancePath:instancePath+"/allowReplacement/" + i4,schemaPath:"#/properties/allowReplacement/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err107];
}
else {
vErrors.push(err107);
}
errors++;
}
}
let i5 = data53.length;
let j2;
if(i5 > 1){
const indices2 = {};
for(;i5--;){
let item2 = data53[i5];
if(typeof item2 !== "string"){
continue;
}
if(typeof indices2[item2] == "number"){
j2 = indices2[item2];
const err108 = {instancePath:instancePath+"/allowReplacement",schemaPath:"#/properties/allowReplacement/uniqueItems",keyword:"uniqueItems",params:{i: i5, j: j2},message:"must NOT have duplicate items (items ## "+j2+" and "+i5+" are identical)"};
if(vErrors === null){
vErrors = [err108];
}
else {
vErrors.push(err108);
}
errors++;
break;
}
indices2[item2] = i5;
}
}
}
else {
const err109 = {instancePath:instancePath+"/allowReplacement",schemaPath:"#/properties/allowReplacement/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err109];
}
else {
vErrors.push(err109);
}
errors++;
}
}
if(data.waivers !== undefined){
let data55 = data.waivers;
if(data55 && typeof data55 == "object" && !Array.isArray(data55)){
for(const key14 in data55){
const _errs136 = errors;
if(typeof key14 === "string"){
if(!pattern15.test(key14)){
const err110 = {instancePath:instancePath+"/waivers",schemaPath:"#/properties/waivers/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9-]*$"},message:"must match pattern \""+"^[a-z][a-z0-9-]*$"+"\"",propertyName:key14};
if(vErrors === null){
vErrors = [err110];
}
else {
vErrors.push(err110);
}
errors++;
}
}
var valid32 = _errs136 === errors;
if(!valid32){
const err111 = {instancePath:instancePath+"/waivers",schemaPath:"#/properties/waivers/propertyNames",keyword:"propertyNames",params:{propertyName: key14},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err111];
}
else {
vErrors.push(err111);
}
errors++;
}
}
for(const key15 in data55){
let data56 = data55[key15];
if(data56 && typeof data56 == "object" && !Array.isArray(data56)){
if(data56.code === undefined){
const err112 = {instancePath:instancePath+"/waivers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/waiver/required",keyword:"required",params:{missingProperty: "code"},message:"must have required property '"+"code"+"'"};
if(vErrors === null){
vErrors = [err112];
}
else {
vErrors.push(err112);
}
errors++;
}
if(data56.path === undefined){
const err113 = {instancePath:instancePath+"/waivers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/waiver/required",keyword:"required",params:{missingProperty: "path"},message:"must have required property '"+"path"+"'"};
if(vErrors === null){
vErrors = [err113];
}
else {
vErrors.push(err113);
}
errors++;
}
if(data56.reason === undefined){
const err114 = {instancePath:instancePath+"/waivers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/waiver/required",keyword:"required",params:{missingProperty: "reason"},message:"must have required property '"+"reason"+"'"};
if(vErrors === null){
vErrors = [err114];
}
else {
vErrors.push(err114);
}
errors++;
}
for(const key16 in data56){
if(!((((((key16 === "code") || (key16 === "path")) || (key16 === "value")) || (key16 === "reason")) || (key16 === "expires")) || (key16 === "reviewBy"))){
const err115 = {instancePath:instancePath+"/waivers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/waiver/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key16},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err115];
}
else {
vErrors.push(err115);
}
errors++;
}
}
if(data56.code !== undefined){
let data57 = data56.code;
if(typeof data57 === "string"){
if(!pattern16.test(data57)){
const err116 = {instancePath:instancePath+"/waivers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/code",schemaPath:"#/$defs/waiver/properties/code/pattern",keyword:"pattern",params:{pattern: "^(ENV[0-9]{4}|CKV2?_[A-Z]+_[0-9]+|[EWI][0-9]{4})$"},message:"must match pattern \""+"^(ENV[0-9]{4}|CKV2?_[A-Z]+_[0-9]+|[EWI][0-9]{4})$"+"\""};
if(vErrors === null){
vErrors = [err116];
}
else {
vErrors.push(err116);
}
errors++;
}
}
else {
const err117 = {instancePath:instancePath+"/waivers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/code",schemaPath:"#/$defs/waiver/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err117];
}
else {
vErrors.push(err117);
}
errors++;
}
}
if(data56.path !== undefined){
let data58 = data56.path;
if(typeof data58 === "string"){
if(func2(data58) < 1){
const err118 = {instancePath:instancePath+"/waivers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/path",schemaPath:"#/$defs/waiver/properties/path/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err118];
}
else {
vErrors.push(err118);
}
errors++;
}
}
else {
const err119 = {instancePath:instancePath+"/waivers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/path",schemaPath:"#/$defs/waiver/properties/path/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err119];
}
else {
vErrors.push(err119);
}
errors++;
}
}
if(data56.value !== undefined){
let data59 = data56.value;
if(typeof data59 === "string"){
if(func2(data59) < 1){
const err120 = {instancePath:instancePath+"/waivers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/value",schemaPath:"#/$defs/waiver/properties/value/minLength",keyword:"minLength",params:{limit: 1},message:"must NOT have fewer than 1 characters"};
if(vErrors === null){
vErrors = [err120];
}
else {
vErrors.push(err120);
}
errors++;
}
}
else {
const err121 = {instancePath:instancePath+"/waivers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/value",schemaPath:"#/$defs/waiver/properties/value/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err121];
}
else {
vErrors.push(err121);
}
errors++;
}
}
if(data56.reason !== undefined){
let data60 = data56.reason;
if(typeof data60 === "string"){
if(func2(data60) < 15){
const err122 = {instancePath:instancePath+"/waivers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/reason",schemaPath:"#/$defs/waiver/properties/reason/minLength",keyword:"minLength",params:{limit: 15},message:"must NOT have fewer than 15 characters"};
if(vErrors === null){
vErrors = [err122];
}
else {
vErrors.push(err122);
}
errors++;
}
}
else {
const err123 = {instancePath:instancePath+"/waivers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/reason",schemaPath:"#/$defs/waiver/properties/reason/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err123];
}
else {
vErrors.push(err123);
}
errors++;
}
}
if(data56.expires !== undefined){
let data61 = data56.expires;
if(typeof data61 === "string"){
if(!pattern17.test(data61)){
const err124 = {instancePath:instancePath+"/waivers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/expires",schemaPath:"#/$defs/waiver/properties/expires/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"+"\""};
if(vErrors === null){
vErrors = [err124];
}
else {
vErrors.push(err124);
}
errors++;
}
}
else {
const err125 = {instancePath:instancePath+"/waivers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/expires",schemaPath:"#/$defs/waiver/properties/expires/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err125];
}
else {
vErrors.push(err125);
}
errors++;
}
}
if(data56.reviewBy !== undefined){
let data62 = data56.reviewBy;
if(typeof data62 === "string"){
if(!pattern17.test(data62)){
const err126 = {instancePath:instancePath+"/waivers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/reviewBy",schemaPath:"#/$defs/waiver/properties/reviewBy/pattern",keyword:"pattern",params:{pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},message:"must match pattern \""+"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"+"\""};
if(vErrors === null){
vErrors = [err126];
}
else {
vErrors.push(err126);
}
errors++;
}
}
else {
const err127 = {instancePath:instancePath+"/waivers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1")+"/reviewBy",schemaPath:"#/$defs/waiver/properties/reviewBy/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err127];
}
else {
vErrors.push(err127);
}
errors++;
}
}
}
else {
const err128 = {instancePath:instancePath+"/waivers/" + key15.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/waiver/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err128];
}
else {
vErrors.push(err128);
}
errors++;
}
}
}
else {
const err129 = {instancePath:instancePath+"/waivers",schemaPath:"#/properties/waivers/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err129];
}
else {
vErrors.push(err129);
}
errors++;
}
}
if(data.tags !== undefined){
if(!(validate21(data.tags, {instancePath:instancePath+"/tags",parentData:data,parentDataProperty:"tags",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
errors = vErrors.length;
}
}
if(data.tracing !== undefined){
if(typeof data.tracing !== "boolean"){
const err130 = {instancePath:instancePath+"/tracing",schemaPath:"#/properties/tracing/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err130];
}
else {
vErrors.push(err130);
}
errors++;
}
}
if(data.logRetentionDays !== undefined){
let data65 = data.logRetentionDays;
if(!(((typeof data65 == "number") && (!(data65 % 1) && !isNaN(data65))) && (isFinite(data65)))){
const err131 = {instancePath:instancePath+"/logRetentionDays",schemaPath:"#/properties/logRetentionDays/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err131];
}
else {
vErrors.push(err131);
}
errors++;
}
if(!(((((((((((((((((((((((data65 === 0) || (data65 === 1)) || (data65 === 3)) || (data65 === 5)) || (data65 === 7)) || (data65 === 14)) || (data65 === 30)) || (data65 === 60)) || (data65 === 90)) || (data65 === 120)) || (data65 === 150)) || (data65 === 180)) || (data65 === 365)) || (data65 === 400)) || (data65 === 545)) || (data65 === 731)) || (data65 === 1096)) || (data65 === 1827)) || (data65 === 2192)) || (data65 === 2557)) || (data65 === 2922)) || (data65 === 3288)) || (data65 === 3653))){
const err132 = {instancePath:instancePath+"/logRetentionDays",schemaPath:"#/properties/logRetentionDays/enum",keyword:"enum",params:{allowedValues: schema31.properties.logRetentionDays.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err132];
}
else {
vErrors.push(err132);
}
errors++;
}
}
if(data.payment !== undefined){
let data66 = data.payment;
if(data66 && typeof data66 == "object" && !Array.isArray(data66)){
for(const key17 in data66){
if(!(((((((key17 === "currencies") || (key17 === "limits")) || (key17 === "bodySchema")) || (key17 === "unknownMembers")) || (key17 === "idempotency")) || (key17 === "pageSize")) || (key17 === "webhooks"))){
const err133 = {instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key17},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err133];
}
else {
vErrors.push(err133);
}
errors++;
}
}
if(data66.currencies !== undefined){
let data67 = data66.currencies;
if(Array.isArray(data67)){
if(data67.length < 1){
const err134 = {instancePath:instancePath+"/payment/currencies",schemaPath:"#/properties/payment/properties/currencies/minItems",keyword:"minItems",params:{limit: 1},message:"must NOT have fewer than 1 items"};
if(vErrors === null){
vErrors = [err134];
}
else {
vErrors.push(err134);
}
errors++;
}
const len3 = data67.length;
for(let i6=0; i6<len3; i6++){
let data68 = data67[i6];
if(typeof data68 === "string"){
if(!pattern19.test(data68)){
const err135 = {instancePath:instancePath+"/payment/currencies/" + i6,schemaPath:"#/properties/payment/properties/currencies/items/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\""};
if(vErrors === null){
vErrors = [err135];
}
else {
vErrors.push(err135);
}
errors++;
}
}
else {
const err136 = {instancePath:instancePath+"/payment/currencies/" + i6,schemaPath:"#/properties/payment/properties/currencies/items/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err136];
}
else {
vErrors.push(err136);
}
errors++;
}
}
let i7 = data67.length;
let j3;
if(i7 > 1){
const indices3 = {};
for(;i7--;){
let item3 = data67[i7];
if(typeof item3 !== "string"){
continue;
}
if(typeof indices3[item3] == "number"){
j3 = indices3[item3];
const err137 = {instancePath:instancePath+"/payment/currencies",schemaPath:"#/properties/payment/properties/currencies/uniqueItems",keyword:"uniqueItems",params:{i: i7, j: j3},message:"must NOT have duplicate items (items ## "+j3+" and "+i7+" are identical)"};
if(vErrors === null){
vErrors = [err137];
}
else {
vErrors.push(err137);
}
errors++;
break;
}
indices3[item3] = i7;
}
}
}
else {
const err138 = {instancePath:instancePath+"/payment/currencies",schemaPath:"#/properties/payment/properties/currencies/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err138];
}
else {
vErrors.push(err138);
}
errors++;
}
}
if(data66.limits !== undefined){
let data69 = data66.limits;
if(data69 && typeof data69 == "object" && !Array.isArray(data69)){
for(const key18 in data69){
const _errs168 = errors;
if(typeof key18 === "string"){
if(!pattern19.test(key18)){
const err139 = {instancePath:instancePath+"/payment/limits",schemaPath:"#/properties/payment/properties/limits/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Z]{3}$"},message:"must match pattern \""+"^[A-Z]{3}$"+"\"",propertyName:key18};
if(vErrors === null){
vErrors = [err139];
}
else {
vErrors.push(err139);
}
errors++;
}
}
var valid40 = _errs168 === errors;
if(!valid40){
const err140 = {instancePath:instancePath+"/payment/limits",schemaPath:"#/properties/payment/properties/limits/propertyNames",keyword:"propertyNames",params:{propertyName: key18},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err140];
}
else {
vErrors.push(err140);
}
errors++;
}
}
for(const key19 in data69){
let data70 = data69[key19];
if(data70 && typeof data70 == "object" && !Array.isArray(data70)){
for(const key20 in data70){
if(!((key20 === "minimum") || (key20 === "maximum"))){
const err141 = {instancePath:instancePath+"/payment/limits/" + key19.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/payment/properties/limits/additionalProperties/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key20},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err141];
}
else {
vErrors.push(err141);
}
errors++;
}
}
if(data70.minimum !== undefined){
let data71 = data70.minimum;
if(typeof data71 === "string"){
if(!pattern21.test(data71)){
const err142 = {instancePath:instancePath+"/payment/limits/" + key19.replace(/~/g, "~0").replace(/\//g, "~1")+"/minimum",schemaPath:"#/properties/payment/properties/limits/additionalProperties/properties/minimum/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,29})([.][0-9]{1,4})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,29})([.][0-9]{1,4})?$"+"\""};
if(vErrors === null){
vErrors = [err142];
}
else {
vErrors.push(err142);
}
errors++;
}
}
else {
const err143 = {instancePath:instancePath+"/payment/limits/" + key19.replace(/~/g, "~0").replace(/\//g, "~1")+"/minimum",schemaPath:"#/properties/payment/properties/limits/additionalProperties/properties/minimum/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err143];
}
else {
vErrors.push(err143);
}
errors++;
}
}
if(data70.maximum !== undefined){
let data72 = data70.maximum;
if(typeof data72 === "string"){
if(!pattern21.test(data72)){
const err144 = {instancePath:instancePath+"/payment/limits/" + key19.replace(/~/g, "~0").replace(/\//g, "~1")+"/maximum",schemaPath:"#/properties/payment/properties/limits/additionalProperties/properties/maximum/pattern",keyword:"pattern",params:{pattern: "^(0|[1-9][0-9]{0,29})([.][0-9]{1,4})?$"},message:"must match pattern \""+"^(0|[1-9][0-9]{0,29})([.][0-9]{1,4})?$"+"\""};
if(vErrors === null){
vErrors = [err144];
}
else {
vErrors.push(err144);
}
errors++;
}
}
else {
const err145 = {instancePath:instancePath+"/payment/limits/" + key19.replace(/~/g, "~0").replace(/\//g, "~1")+"/maximum",schemaPath:"#/properties/payment/properties/limits/additionalProperties/properties/maximum/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err145];
}
else {
vErrors.push(err145);
}
errors++;
}
}
}
else {
const err146 = {instancePath:instancePath+"/payment/limits/" + key19.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/payment/properties/limits/additionalProperties/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err146];
}
else {
vErrors.push(err146);
}
errors++;
}
}
}
else {
const err147 = {instancePath:instancePath+"/payment/limits",schemaPath:"#/properties/payment/properties/limits/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err147];
}
else {
vErrors.push(err147);
}
errors++;
}
}
if(data66.bodySchema !== undefined){
let data73 = data66.bodySchema;
if(typeof data73 === "string"){
if(!pattern23.test(data73)){
const err148 = {instancePath:instancePath+"/payment/bodySchema",schemaPath:"#/properties/payment/properties/bodySchema/pattern",keyword:"pattern",params:{pattern: "^(?!/)(?!.*(^|/)\\.\\.(/|$)).+\\.json$"},message:"must match pattern \""+"^(?!/)(?!.*(^|/)\\.\\.(/|$)).+\\.json$"+"\""};
if(vErrors === null){
vErrors = [err148];
}
else {
vErrors.push(err148);
}
errors++;
}
}
else {
const err149 = {instancePath:instancePath+"/payment/bodySchema",schemaPath:"#/properties/payment/properties/bodySchema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err149];
}
else {
vErrors.push(err149);
}
errors++;
}
}
if(data66.unknownMembers !== undefined){
let data74 = data66.unknownMembers;
if(typeof data74 !== "string"){
const err150 = {instancePath:instancePath+"/payment/unknownMembers",schemaPath:"#/properties/payment/properties/unknownMembers/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err150];
}
else {
vErrors.push(err150);
}
errors++;
}
if(!(((data74 === "IGNORE") || (data74 === "KEEP")) || (data74 === "REFUSE"))){
const err151 = {instancePath:instancePath+"/payment/unknownMembers",schemaPath:"#/properties/payment/properties/unknownMembers/enum",keyword:"enum",params:{allowedValues: schema31.properties.payment.properties.unknownMembers.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err151];
}
else {
vErrors.push(err151);
}
errors++;
}
}
if(data66.idempotency !== undefined){
let data75 = data66.idempotency;
if(typeof data75 !== "string"){
const err152 = {instancePath:instancePath+"/payment/idempotency",schemaPath:"#/properties/payment/properties/idempotency/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err152];
}
else {
vErrors.push(err152);
}
errors++;
}
if(!((data75 === "OPTIONAL") || (data75 === "REQUIRED"))){
const err153 = {instancePath:instancePath+"/payment/idempotency",schemaPath:"#/properties/payment/properties/idempotency/enum",keyword:"enum",params:{allowedValues: schema31.properties.payment.properties.idempotency.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err153];
}
else {
vErrors.push(err153);
}
errors++;
}
}
if(data66.pageSize !== undefined){
let data76 = data66.pageSize;
if(!(((typeof data76 == "number") && (!(data76 % 1) && !isNaN(data76))) && (isFinite(data76)))){
const err154 = {instancePath:instancePath+"/payment/pageSize",schemaPath:"#/properties/payment/properties/pageSize/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err154];
}
else {
vErrors.push(err154);
}
errors++;
}
if((typeof data76 == "number") && (isFinite(data76))){
if(data76 > 100 || isNaN(data76)){
const err155 = {instancePath:instancePath+"/payment/pageSize",schemaPath:"#/properties/payment/properties/pageSize/maximum",keyword:"maximum",params:{comparison: "<=", limit: 100},message:"must be <= 100"};
if(vErrors === null){
vErrors = [err155];
}
else {
vErrors.push(err155);
}
errors++;
}
if(data76 < 1 || isNaN(data76)){
const err156 = {instancePath:instancePath+"/payment/pageSize",schemaPath:"#/properties/payment/properties/pageSize/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err156];
}
else {
vErrors.push(err156);
}
errors++;
}
}
}
if(data66.webhooks !== undefined){
let data77 = data66.webhooks;
if(data77 && typeof data77 == "object" && !Array.isArray(data77)){
for(const key21 in data77){
const _errs187 = errors;
if(typeof key21 === "string"){
if(func2(key21) > 63){
const err157 = {instancePath:instancePath+"/payment/webhooks",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key21};
if(vErrors === null){
vErrors = [err157];
}
else {
vErrors.push(err157);
}
errors++;
}
if(!pattern24.test(key21)){
const err158 = {instancePath:instancePath+"/payment/webhooks",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key21};
if(vErrors === null){
vErrors = [err158];
}
else {
vErrors.push(err158);
}
errors++;
}
}
else {
const err159 = {instancePath:instancePath+"/payment/webhooks",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key21};
if(vErrors === null){
vErrors = [err159];
}
else {
vErrors.push(err159);
}
errors++;
}
var valid43 = _errs187 === errors;
if(!valid43){
const err160 = {instancePath:instancePath+"/payment/webhooks",schemaPath:"#/properties/payment/properties/webhooks/propertyNames",keyword:"propertyNames",params:{propertyName: key21},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err160];
}
else {
vErrors.push(err160);
}
errors++;
}
}
for(const key22 in data77){
if(!(validate24(data77[key22], {instancePath:instancePath+"/payment/webhooks/" + key22.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data77,parentDataProperty:key22,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
errors = vErrors.length;
}
}
}
else {
const err161 = {instancePath:instancePath+"/payment/webhooks",schemaPath:"#/properties/payment/properties/webhooks/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err161];
}
else {
vErrors.push(err161);
}
errors++;
}
}
}
else {
const err162 = {instancePath:instancePath+"/payment",schemaPath:"#/properties/payment/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err162];
}
else {
vErrors.push(err162);
}
errors++;
}
}
if(data.tables !== undefined){
let data79 = data.tables;
if(data79 && typeof data79 == "object" && !Array.isArray(data79)){
for(const key23 in data79){
const _errs194 = errors;
if(typeof key23 === "string"){
if(func2(key23) > 63){
const err163 = {instancePath:instancePath+"/tables",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key23};
if(vErrors === null){
vErrors = [err163];
}
else {
vErrors.push(err163);
}
errors++;
}
if(!pattern24.test(key23)){
const err164 = {instancePath:instancePath+"/tables",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key23};
if(vErrors === null){
vErrors = [err164];
}
else {
vErrors.push(err164);
}
errors++;
}
}
else {
const err165 = {instancePath:instancePath+"/tables",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key23};
if(vErrors === null){
vErrors = [err165];
}
else {
vErrors.push(err165);
}
errors++;
}
var valid46 = _errs194 === errors;
if(!valid46){
const err166 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/propertyNames",keyword:"propertyNames",params:{propertyName: key23},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err166];
}
else {
vErrors.push(err166);
}
errors++;
}
}
for(const key24 in data79){
if(!(validate26(data79[key24], {instancePath:instancePath+"/tables/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data79,parentDataProperty:key24,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
}
else {
const err167 = {instancePath:instancePath+"/tables",schemaPath:"#/properties/tables/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err167];
}
else {
vErrors.push(err167);
}
errors++;
}
}
if(data.secrets !== undefined){
let data81 = data.secrets;
if(data81 && typeof data81 == "object" && !Array.isArray(data81)){
for(const key25 in data81){
const _errs201 = errors;
if(typeof key25 === "string"){
if(func2(key25) > 63){
const err168 = {instancePath:instancePath+"/secrets",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key25};
if(vErrors === null){
vErrors = [err168];
}
else {
vErrors.push(err168);
}
errors++;
}
if(!pattern24.test(key25)){
const err169 = {instancePath:instancePath+"/secrets",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key25};
if(vErrors === null){
vErrors = [err169];
}
else {
vErrors.push(err169);
}
errors++;
}
}
else {
const err170 = {instancePath:instancePath+"/secrets",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key25};
if(vErrors === null){
vErrors = [err170];
}
else {
vErrors.push(err170);
}
errors++;
}
var valid49 = _errs201 === errors;
if(!valid49){
const err171 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/propertyNames",keyword:"propertyNames",params:{propertyName: key25},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err171];
}
else {
vErrors.push(err171);
}
errors++;
}
}
for(const key26 in data81){
if(!(validate33(data81[key26], {instancePath:instancePath+"/secrets/" + key26.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data81,parentDataProperty:key26,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
errors = vErrors.length;
}
}
}
else {
const err172 = {instancePath:instancePath+"/secrets",schemaPath:"#/properties/secrets/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err172];
}
else {
vErrors.push(err172);
}
errors++;
}
}
if(data.queues !== undefined){
let data83 = data.queues;
if(data83 && typeof data83 == "object" && !Array.isArray(data83)){
for(const key27 in data83){
const _errs208 = errors;
if(typeof key27 === "string"){
if(func2(key27) > 63){
const err173 = {instancePath:instancePath+"/queues",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key27};
if(vErrors === null){
vErrors = [err173];
}
else {
vErrors.push(err173);
}
errors++;
}
if(!pattern24.test(key27)){
const err174 = {instancePath:instancePath+"/queues",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key27};
if(vErrors === null){
vErrors = [err174];
}
else {
vErrors.push(err174);
}
errors++;
}
}
else {
const err175 = {instancePath:instancePath+"/queues",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key27};
if(vErrors === null){
vErrors = [err175];
}
else {
vErrors.push(err175);
}
errors++;
}
var valid52 = _errs208 === errors;
if(!valid52){
const err176 = {instancePath:instancePath+"/queues",schemaPath:"#/properties/queues/propertyNames",keyword:"propertyNames",params:{propertyName: key27},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err176];
}
else {
vErrors.push(err176);
}
errors++;
}
}
for(const key28 in data83){
if(!(validate37(data83[key28], {instancePath:instancePath+"/queues/" + key28.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data83,parentDataProperty:key28,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
errors = vErrors.length;
}
}
}
else {
const err177 = {instancePath:instancePath+"/queues",schemaPath:"#/properties/queues/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err177];
}
else {
vErrors.push(err177);
}
errors++;
}
}
if(data.functions !== undefined){
let data85 = data.functions;
if(data85 && typeof data85 == "object" && !Array.isArray(data85)){
for(const key29 in data85){
const _errs215 = errors;
if(typeof key29 === "string"){
if(func2(key29) > 63){
const err178 = {instancePath:instancePath+"/functions",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key29};
if(vErrors === null){
vErrors = [err178];
}
else {
vErrors.push(err178);
}
errors++;
}
if(!pattern24.test(key29)){
const err179 = {instancePath:instancePath+"/functions",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key29};
if(vErrors === null){
vErrors = [err179];
}
else {
vErrors.push(err179);
}
errors++;
}
}
else {
const err180 = {instancePath:instancePath+"/functions",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key29};
if(vErrors === null){
vErrors = [err180];
}
else {
vErrors.push(err180);
}
errors++;
}
var valid55 = _errs215 === errors;
if(!valid55){
const err181 = {instancePath:instancePath+"/functions",schemaPath:"#/properties/functions/propertyNames",keyword:"propertyNames",params:{propertyName: key29},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err181];
}
else {
vErrors.push(err181);
}
errors++;
}
}
for(const key30 in data85){
if(!(validate41(data85[key30], {instancePath:instancePath+"/functions/" + key30.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data85,parentDataProperty:key30,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
}
else {
const err182 = {instancePath:instancePath+"/functions",schemaPath:"#/properties/functions/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err182];
}
else {
vErrors.push(err182);
}
errors++;
}
}
if(data.api !== undefined){
if(!(validate47(data.api, {instancePath:instancePath+"/api",parentData:data,parentDataProperty:"api",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
errors = vErrors.length;
}
}
if(data.alarms !== undefined){
let data88 = data.alarms;
if(data88 && typeof data88 == "object" && !Array.isArray(data88)){
for(const key31 in data88){
const _errs223 = errors;
if(typeof key31 === "string"){
if(func2(key31) > 63){
const err183 = {instancePath:instancePath+"/alarms",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key31};
if(vErrors === null){
vErrors = [err183];
}
else {
vErrors.push(err183);
}
errors++;
}
if(!pattern24.test(key31)){
const err184 = {instancePath:instancePath+"/alarms",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key31};
if(vErrors === null){
vErrors = [err184];
}
else {
vErrors.push(err184);
}
errors++;
}
}
else {
const err185 = {instancePath:instancePath+"/alarms",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key31};
if(vErrors === null){
vErrors = [err185];
}
else {
vErrors.push(err185);
}
errors++;
}
var valid58 = _errs223 === errors;
if(!valid58){
const err186 = {instancePath:instancePath+"/alarms",schemaPath:"#/properties/alarms/propertyNames",keyword:"propertyNames",params:{propertyName: key31},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err186];
}
else {
vErrors.push(err186);
}
errors++;
}
}
for(const key32 in data88){
if(!(validate51(data88[key32], {instancePath:instancePath+"/alarms/" + key32.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data88,parentDataProperty:key32,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
errors = vErrors.length;
}
}
}
else {
const err187 = {instancePath:instancePath+"/alarms",schemaPath:"#/properties/alarms/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err187];
}
else {
vErrors.push(err187);
}
errors++;
}
}
if(data.compositeAlarms !== undefined){
let data90 = data.compositeAlarms;
if(data90 && typeof data90 == "object" && !Array.isArray(data90)){
for(const key33 in data90){
const _errs230 = errors;
if(typeof key33 === "string"){
if(func2(key33) > 63){
const err188 = {instancePath:instancePath+"/compositeAlarms",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key33};
if(vErrors === null){
vErrors = [err188];
}
else {
vErrors.push(err188);
}
errors++;
}
if(!pattern24.test(key33)){
const err189 = {instancePath:instancePath+"/compositeAlarms",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key33};
if(vErrors === null){
vErrors = [err189];
}
else {
vErrors.push(err189);
}
errors++;
}
}
else {
const err190 = {instancePath:instancePath+"/compositeAlarms",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key33};
if(vErrors === null){
vErrors = [err190];
}
else {
vErrors.push(err190);
}
errors++;
}
var valid61 = _errs230 === errors;
if(!valid61){
const err191 = {instancePath:instancePath+"/compositeAlarms",schemaPath:"#/properties/compositeAlarms/propertyNames",keyword:"propertyNames",params:{propertyName: key33},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err191];
}
else {
vErrors.push(err191);
}
errors++;
}
}
for(const key34 in data90){
if(!(validate55(data90[key34], {instancePath:instancePath+"/compositeAlarms/" + key34.replace(/~/g, "~0").replace(/\//g, "~1"),parentData:data90,parentDataProperty:key34,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
errors = vErrors.length;
}
}
}
else {
const err192 = {instancePath:instancePath+"/compositeAlarms",schemaPath:"#/properties/compositeAlarms/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err192];
}
else {
vErrors.push(err192);
}
errors++;
}
}
if(data.monitoring !== undefined){
let data92 = data.monitoring;
if(data92 && typeof data92 == "object" && !Array.isArray(data92)){
for(const key35 in data92){
if(!(((((key35 === "generatedAlarms") || (key35 === "thresholds")) || (key35 === "slo")) || (key35 === "notifications")) || (key35 === "dashboard"))){
const err193 = {instancePath:instancePath+"/monitoring",schemaPath:"#/properties/monitoring/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key35},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err193];
}
else {
vErrors.push(err193);
}
errors++;
}
}
if(data92.generatedAlarms !== undefined){
if(typeof data92.generatedAlarms !== "boolean"){
const err194 = {instancePath:instancePath+"/monitoring/generatedAlarms",schemaPath:"#/properties/monitoring/properties/generatedAlarms/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err194];
}
else {
vErrors.push(err194);
}
errors++;
}
}
if(data92.thresholds !== undefined){
let data94 = data92.thresholds;
if(data94 && typeof data94 == "object" && !Array.isArray(data94)){
for(const key36 in data94){
if(!((((((((key36 === "serverErrorPercent") || (key36 === "clientErrorPercent")) || (key36 === "latencyMilliseconds")) || (key36 === "usedPercent")) || (key36 === "queuedMessages")) || (key36 === "messageAgePercent")) || (key36 === "refusedPercent")) || (key36 === "largestAmountTimesAverage"))){
const err195 = {instancePath:instancePath+"/monitoring/thresholds",schemaPath:"#/$defs/alarmThresholds/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key36},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err195];
}
else {
vErrors.push(err195);
}
errors++;
}
}
if(data94.serverErrorPercent !== undefined){
let data95 = data94.serverErrorPercent;
if((typeof data95 == "number") && (isFinite(data95))){
if(data95 < 0 || isNaN(data95)){
const err196 = {instancePath:instancePath+"/monitoring/thresholds/serverErrorPercent",schemaPath:"#/$defs/alarmThresholds/properties/serverErrorPercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err196];
}
else {
vErrors.push(err196);
}
errors++;
}
if(data95 >= 100 || isNaN(data95)){
const err197 = {instancePath:instancePath+"/monitoring/thresholds/serverErrorPercent",schemaPath:"#/$defs/alarmThresholds/properties/serverErrorPercent/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 100},message:"must be < 100"};
if(vErrors === null){
vErrors = [err197];
}
else {
vErrors.push(err197);
}
errors++;
}
}
else {
const err198 = {instancePath:instancePath+"/monitoring/thresholds/serverErrorPercent",schemaPath:"#/$defs/alarmThresholds/properties/serverErrorPercent/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err198];
}
else {
vErrors.push(err198);
}
errors++;
}
}
if(data94.clientErrorPercent !== undefined){
let data96 = data94.clientErrorPercent;
if((typeof data96 == "number") && (isFinite(data96))){
if(data96 < 0 || isNaN(data96)){
const err199 = {instancePath:instancePath+"/monitoring/thresholds/clientErrorPercent",schemaPath:"#/$defs/alarmThresholds/properties/clientErrorPercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err199];
}
else {
vErrors.push(err199);
}
errors++;
}
if(data96 >= 100 || isNaN(data96)){
const err200 = {instancePath:instancePath+"/monitoring/thresholds/clientErrorPercent",schemaPath:"#/$defs/alarmThresholds/properties/clientErrorPercent/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 100},message:"must be < 100"};
if(vErrors === null){
vErrors = [err200];
}
else {
vErrors.push(err200);
}
errors++;
}
}
else {
const err201 = {instancePath:instancePath+"/monitoring/thresholds/clientErrorPercent",schemaPath:"#/$defs/alarmThresholds/properties/clientErrorPercent/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err201];
}
else {
vErrors.push(err201);
}
errors++;
}
}
if(data94.latencyMilliseconds !== undefined){
let data97 = data94.latencyMilliseconds;
if(!(((typeof data97 == "number") && (!(data97 % 1) && !isNaN(data97))) && (isFinite(data97)))){
const err202 = {instancePath:instancePath+"/monitoring/thresholds/latencyMilliseconds",schemaPath:"#/$defs/alarmThresholds/properties/latencyMilliseconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err202];
}
else {
vErrors.push(err202);
}
errors++;
}
if((typeof data97 == "number") && (isFinite(data97))){
if(data97 > 29000 || isNaN(data97)){
const err203 = {instancePath:instancePath+"/monitoring/thresholds/latencyMilliseconds",schemaPath:"#/$defs/alarmThresholds/properties/latencyMilliseconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 29000},message:"must be <= 29000"};
if(vErrors === null){
vErrors = [err203];
}
else {
vErrors.push(err203);
}
errors++;
}
if(data97 < 1 || isNaN(data97)){
const err204 = {instancePath:instancePath+"/monitoring/thresholds/latencyMilliseconds",schemaPath:"#/$defs/alarmThresholds/properties/latencyMilliseconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err204];
}
else {
vErrors.push(err204);
}
errors++;
}
}
}
if(data94.usedPercent !== undefined){
let data98 = data94.usedPercent;
if(!(((typeof data98 == "number") && (!(data98 % 1) && !isNaN(data98))) && (isFinite(data98)))){
const err205 = {instancePath:instancePath+"/monitoring/thresholds/usedPercent",schemaPath:"#/$defs/alarmThresholds/properties/usedPercent/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err205];
}
else {
vErrors.push(err205);
}
errors++;
}
if((typeof data98 == "number") && (isFinite(data98))){
if(data98 > 99 || isNaN(data98)){
const err206 = {instancePath:instancePath+"/monitoring/thresholds/usedPercent",schemaPath:"#/$defs/alarmThresholds/properties/usedPercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99"};
if(vErrors === null){
vErrors = [err206];
}
else {
vErrors.push(err206);
}
errors++;
}
if(data98 < 1 || isNaN(data98)){
const err207 = {instancePath:instancePath+"/monitoring/thresholds/usedPercent",schemaPath:"#/$defs/alarmThresholds/properties/usedPercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err207];
}
else {
vErrors.push(err207);
}
errors++;
}
}
}
if(data94.queuedMessages !== undefined){
let data99 = data94.queuedMessages;
if(!(((typeof data99 == "number") && (!(data99 % 1) && !isNaN(data99))) && (isFinite(data99)))){
const err208 = {instancePath:instancePath+"/monitoring/thresholds/queuedMessages",schemaPath:"#/$defs/alarmThresholds/properties/queuedMessages/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err208];
}
else {
vErrors.push(err208);
}
errors++;
}
if((typeof data99 == "number") && (isFinite(data99))){
if(data99 < 0 || isNaN(data99)){
const err209 = {instancePath:instancePath+"/monitoring/thresholds/queuedMessages",schemaPath:"#/$defs/alarmThresholds/properties/queuedMessages/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err209];
}
else {
vErrors.push(err209);
}
errors++;
}
}
}
if(data94.messageAgePercent !== undefined){
let data100 = data94.messageAgePercent;
if(!(((typeof data100 == "number") && (!(data100 % 1) && !isNaN(data100))) && (isFinite(data100)))){
const err210 = {instancePath:instancePath+"/monitoring/thresholds/messageAgePercent",schemaPath:"#/$defs/alarmThresholds/properties/messageAgePercent/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err210];
}
else {
vErrors.push(err210);
}
errors++;
}
if((typeof data100 == "number") && (isFinite(data100))){
if(data100 > 99 || isNaN(data100)){
const err211 = {instancePath:instancePath+"/monitoring/thresholds/messageAgePercent",schemaPath:"#/$defs/alarmThresholds/properties/messageAgePercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99},message:"must be <= 99"};
if(vErrors === null){
vErrors = [err211];
}
else {
vErrors.push(err211);
}
errors++;
}
if(data100 < 1 || isNaN(data100)){
const err212 = {instancePath:instancePath+"/monitoring/thresholds/messageAgePercent",schemaPath:"#/$defs/alarmThresholds/properties/messageAgePercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err212];
}
else {
vErrors.push(err212);
}
errors++;
}
}
}
if(data94.refusedPercent !== undefined){
let data101 = data94.refusedPercent;
if((typeof data101 == "number") && (isFinite(data101))){
if(data101 < 0 || isNaN(data101)){
const err213 = {instancePath:instancePath+"/monitoring/thresholds/refusedPercent",schemaPath:"#/$defs/alarmThresholds/properties/refusedPercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err213];
}
else {
vErrors.push(err213);
}
errors++;
}
if(data101 >= 100 || isNaN(data101)){
const err214 = {instancePath:instancePath+"/monitoring/thresholds/refusedPercent",schemaPath:"#/$defs/alarmThresholds/properties/refusedPercent/exclusiveMaximum",keyword:"exclusiveMaximum",params:{comparison: "<", limit: 100},message:"must be < 100"};
if(vErrors === null){
vErrors = [err214];
}
else {
vErrors.push(err214);
}
errors++;
}
}
else {
const err215 = {instancePath:instancePath+"/monitoring/thresholds/refusedPercent",schemaPath:"#/$defs/alarmThresholds/properties/refusedPercent/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err215];
}
else {
vErrors.push(err215);
}
errors++;
}
}
if(data94.largestAmountTimesAverage !== undefined){
let data102 = data94.largestAmountTimesAverage;
if((typeof data102 == "number") && (isFinite(data102))){
if(data102 > 10000 || isNaN(data102)){
const err216 = {instancePath:instancePath+"/monitoring/thresholds/largestAmountTimesAverage",schemaPath:"#/$defs/alarmThresholds/properties/largestAmountTimesAverage/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10000},message:"must be <= 10000"};
if(vErrors === null){
vErrors = [err216];
}
else {
vErrors.push(err216);
}
errors++;
}
if(data102 < 2 || isNaN(data102)){
const err217 = {instancePath:instancePath+"/monitoring/thresholds/largestAmountTimesAverage",schemaPath:"#/$defs/alarmThresholds/properties/largestAmountTimesAverage/minimum",keyword:"minimum",params:{comparison: ">=", limit: 2},message:"must be >= 2"};
if(vErrors === null){
vErrors = [err217];
}
else {
vErrors.push(err217);
}
errors++;
}
}
else {
const err218 = {instancePath:instancePath+"/monitoring/thresholds/largestAmountTimesAverage",schemaPath:"#/$defs/alarmThresholds/properties/largestAmountTimesAverage/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err218];
}
else {
vErrors.push(err218);
}
errors++;
}
}
}
else {
const err219 = {instancePath:instancePath+"/monitoring/thresholds",schemaPath:"#/$defs/alarmThresholds/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err219];
}
else {
vErrors.push(err219);
}
errors++;
}
}
if(data92.slo !== undefined){
let data103 = data92.slo;
if(data103 && typeof data103 == "object" && !Array.isArray(data103)){
if(data103.availabilityPercent === undefined){
const err220 = {instancePath:instancePath+"/monitoring/slo",schemaPath:"#/$defs/slo/required",keyword:"required",params:{missingProperty: "availabilityPercent"},message:"must have required property '"+"availabilityPercent"+"'"};
if(vErrors === null){
vErrors = [err220];
}
else {
vErrors.push(err220);
}
errors++;
}
for(const key37 in data103){
if(!(((key37 === "availabilityPercent") || (key37 === "latencyMilliseconds")) || (key37 === "latencyPercent"))){
const err221 = {instancePath:instancePath+"/monitoring/slo",schemaPath:"#/$defs/slo/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key37},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err221];
}
else {
vErrors.push(err221);
}
errors++;
}
}
if(data103.availabilityPercent !== undefined){
let data104 = data103.availabilityPercent;
if((typeof data104 == "number") && (isFinite(data104))){
if(data104 > 99.999 || isNaN(data104)){
const err222 = {instancePath:instancePath+"/monitoring/slo/availabilityPercent",schemaPath:"#/$defs/slo/properties/availabilityPercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99.999},message:"must be <= 99.999"};
if(vErrors === null){
vErrors = [err222];
}
else {
vErrors.push(err222);
}
errors++;
}
if(data104 < 94 || isNaN(data104)){
const err223 = {instancePath:instancePath+"/monitoring/slo/availabilityPercent",schemaPath:"#/$defs/slo/properties/availabilityPercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 94},message:"must be >= 94"};
if(vErrors === null){
vErrors = [err223];
}
else {
vErrors.push(err223);
}
errors++;
}
}
else {
const err224 = {instancePath:instancePath+"/monitoring/slo/availabilityPercent",schemaPath:"#/$defs/slo/properties/availabilityPercent/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err224];
}
else {
vErrors.push(err224);
}
errors++;
}
}
if(data103.latencyMilliseconds !== undefined){
let data105 = data103.latencyMilliseconds;
if(!(((typeof data105 == "number") && (!(data105 % 1) && !isNaN(data105))) && (isFinite(data105)))){
const err225 = {instancePath:instancePath+"/monitoring/slo/latencyMilliseconds",schemaPath:"#/$defs/slo/properties/latencyMilliseconds/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err225];
}
else {
vErrors.push(err225);
}
errors++;
}
if((typeof data105 == "number") && (isFinite(data105))){
if(data105 > 29000 || isNaN(data105)){
const err226 = {instancePath:instancePath+"/monitoring/slo/latencyMilliseconds",schemaPath:"#/$defs/slo/properties/latencyMilliseconds/maximum",keyword:"maximum",params:{comparison: "<=", limit: 29000},message:"must be <= 29000"};
if(vErrors === null){
vErrors = [err226];
}
else {
vErrors.push(err226);
}
errors++;
}
if(data105 < 1 || isNaN(data105)){
const err227 = {instancePath:instancePath+"/monitoring/slo/latencyMilliseconds",schemaPath:"#/$defs/slo/properties/latencyMilliseconds/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1},message:"must be >= 1"};
if(vErrors === null){
vErrors = [err227];
}
else {
vErrors.push(err227);
}
errors++;
}
}
}
if(data103.latencyPercent !== undefined){
let data106 = data103.latencyPercent;
if((typeof data106 == "number") && (isFinite(data106))){
if(data106 > 99.999 || isNaN(data106)){
const err228 = {instancePath:instancePath+"/monitoring/slo/latencyPercent",schemaPath:"#/$defs/slo/properties/latencyPercent/maximum",keyword:"maximum",params:{comparison: "<=", limit: 99.999},message:"must be <= 99.999"};
if(vErrors === null){
vErrors = [err228];
}
else {
vErrors.push(err228);
}
errors++;
}
if(data106 < 94 || isNaN(data106)){
const err229 = {instancePath:instancePath+"/monitoring/slo/latencyPercent",schemaPath:"#/$defs/slo/properties/latencyPercent/minimum",keyword:"minimum",params:{comparison: ">=", limit: 94},message:"must be >= 94"};
if(vErrors === null){
vErrors = [err229];
}
else {
vErrors.push(err229);
}
errors++;
}
}
else {
const err230 = {instancePath:instancePath+"/monitoring/slo/latencyPercent",schemaPath:"#/$defs/slo/properties/latencyPercent/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err230];
}
else {
vErrors.push(err230);
}
errors++;
}
}
}
else {
const err231 = {instancePath:instancePath+"/monitoring/slo",schemaPath:"#/$defs/slo/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err231];
}
else {
vErrors.push(err231);
}
errors++;
}
}
if(data92.notifications !== undefined){
if(!(validate60(data92.notifications, {instancePath:instancePath+"/monitoring/notifications",parentData:data92,parentDataProperty:"notifications",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
errors = vErrors.length;
}
}
if(data92.dashboard !== undefined){
if(typeof data92.dashboard !== "boolean"){
const err232 = {instancePath:instancePath+"/monitoring/dashboard",schemaPath:"#/properties/monitoring/properties/dashboard/type",keyword:"type",params:{type: "boolean"},message:"must be boolean"};
if(vErrors === null){
vErrors = [err232];
}
else {
vErrors.push(err232);
}
errors++;
}
}
}
else {
const err233 = {instancePath:instancePath+"/monitoring",schemaPath:"#/properties/monitoring/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err233];
}
else {
vErrors.push(err233);
}
errors++;
}
}
if(data.traffic !== undefined){
let data109 = data.traffic;
if(data109 && typeof data109 == "object" && !Array.isArray(data109)){
if(data109.requestsPerSecond === undefined){
const err234 = {instancePath:instancePath+"/traffic",schemaPath:"#/properties/traffic/required",keyword:"required",params:{missingProperty: "requestsPerSecond"},message:"must have required property '"+"requestsPerSecond"+"'"};
if(vErrors === null){
vErrors = [err234];
}
else {
vErrors.push(err234);
}
errors++;
}
for(const key38 in data109){
if(!(((key38 === "requestsPerSecond") || (key38 === "hourlyWeights")) || (key38 === "routes"))){
const err235 = {instancePath:instancePath+"/traffic",schemaPath:"#/properties/traffic/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key38},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err235];
}
else {
vErrors.push(err235);
}
errors++;
}
}
if(data109.requestsPerSecond !== undefined){
let data110 = data109.requestsPerSecond;
if((typeof data110 == "number") && (isFinite(data110))){
if(data110 > 1000000 || isNaN(data110)){
const err236 = {instancePath:instancePath+"/traffic/requestsPerSecond",schemaPath:"#/properties/traffic/properties/requestsPerSecond/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err236];
}
else {
vErrors.push(err236);
}
errors++;
}
if(data110 < 0 || isNaN(data110)){
const err237 = {instancePath:instancePath+"/traffic/requestsPerSecond",schemaPath:"#/properties/traffic/properties/requestsPerSecond/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err237];
}
else {
vErrors.push(err237);
}
errors++;
}
}
else {
const err238 = {instancePath:instancePath+"/traffic/requestsPerSecond",schemaPath:"#/properties/traffic/properties/requestsPerSecond/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err238];
}
else {
vErrors.push(err238);
}
errors++;
}
}
if(data109.hourlyWeights !== undefined){
let data111 = data109.hourlyWeights;
if(Array.isArray(data111)){
if(data111.length > 24){
const err239 = {instancePath:instancePath+"/traffic/hourlyWeights",schemaPath:"#/properties/traffic/properties/hourlyWeights/maxItems",keyword:"maxItems",params:{limit: 24},message:"must NOT have more than 24 items"};
if(vErrors === null){
vErrors = [err239];
}
else {
vErrors.push(err239);
}
errors++;
}
if(data111.length < 24){
const err240 = {instancePath:instancePath+"/traffic/hourlyWeights",schemaPath:"#/properties/traffic/properties/hourlyWeights/minItems",keyword:"minItems",params:{limit: 24},message:"must NOT have fewer than 24 items"};
if(vErrors === null){
vErrors = [err240];
}
else {
vErrors.push(err240);
}
errors++;
}
const len4 = data111.length;
for(let i8=0; i8<len4; i8++){
let data112 = data111[i8];
if((typeof data112 == "number") && (isFinite(data112))){
if(data112 > 1000000 || isNaN(data112)){
const err241 = {instancePath:instancePath+"/traffic/hourlyWeights/" + i8,schemaPath:"#/properties/traffic/properties/hourlyWeights/items/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err241];
}
else {
vErrors.push(err241);
}
errors++;
}
if(data112 < 0 || isNaN(data112)){
const err242 = {instancePath:instancePath+"/traffic/hourlyWeights/" + i8,schemaPath:"#/properties/traffic/properties/hourlyWeights/items/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err242];
}
else {
vErrors.push(err242);
}
errors++;
}
}
else {
const err243 = {instancePath:instancePath+"/traffic/hourlyWeights/" + i8,schemaPath:"#/properties/traffic/properties/hourlyWeights/items/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err243];
}
else {
vErrors.push(err243);
}
errors++;
}
}
}
else {
const err244 = {instancePath:instancePath+"/traffic/hourlyWeights",schemaPath:"#/properties/traffic/properties/hourlyWeights/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err244];
}
else {
vErrors.push(err244);
}
errors++;
}
}
if(data109.routes !== undefined){
let data113 = data109.routes;
if(data113 && typeof data113 == "object" && !Array.isArray(data113)){
for(const key39 in data113){
const _errs284 = errors;
if(typeof key39 === "string"){
if(func2(key39) > 63){
const err245 = {instancePath:instancePath+"/traffic/routes",schemaPath:"#/$defs/name/maxLength",keyword:"maxLength",params:{limit: 63},message:"must NOT have more than 63 characters",propertyName:key39};
if(vErrors === null){
vErrors = [err245];
}
else {
vErrors.push(err245);
}
errors++;
}
if(!pattern24.test(key39)){
const err246 = {instancePath:instancePath+"/traffic/routes",schemaPath:"#/$defs/name/pattern",keyword:"pattern",params:{pattern: "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"},message:"must match pattern \""+"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"+"\"",propertyName:key39};
if(vErrors === null){
vErrors = [err246];
}
else {
vErrors.push(err246);
}
errors++;
}
}
else {
const err247 = {instancePath:instancePath+"/traffic/routes",schemaPath:"#/$defs/name/type",keyword:"type",params:{type: "string"},message:"must be string",propertyName:key39};
if(vErrors === null){
vErrors = [err247];
}
else {
vErrors.push(err247);
}
errors++;
}
var valid72 = _errs284 === errors;
if(!valid72){
const err248 = {instancePath:instancePath+"/traffic/routes",schemaPath:"#/properties/traffic/properties/routes/propertyNames",keyword:"propertyNames",params:{propertyName: key39},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err248];
}
else {
vErrors.push(err248);
}
errors++;
}
}
for(const key40 in data113){
let data114 = data113[key40];
if((typeof data114 == "number") && (isFinite(data114))){
if(data114 > 1000000 || isNaN(data114)){
const err249 = {instancePath:instancePath+"/traffic/routes/" + key40.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/traffic/properties/routes/additionalProperties/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000},message:"must be <= 1000000"};
if(vErrors === null){
vErrors = [err249];
}
else {
vErrors.push(err249);
}
errors++;
}
if(data114 < 0 || isNaN(data114)){
const err250 = {instancePath:instancePath+"/traffic/routes/" + key40.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/traffic/properties/routes/additionalProperties/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0},message:"must be >= 0"};
if(vErrors === null){
vErrors = [err250];
}
else {
vErrors.push(err250);
}
errors++;
}
}
else {
const err251 = {instancePath:instancePath+"/traffic/routes/" + key40.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/traffic/properties/routes/additionalProperties/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err251];
}
else {
vErrors.push(err251);
}
errors++;
}
}
}
else {
const err252 = {instancePath:instancePath+"/traffic/routes",schemaPath:"#/properties/traffic/properties/routes/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err252];
}
else {
vErrors.push(err252);
}
errors++;
}
}
}
else {
const err253 = {instancePath:instancePath+"/traffic",schemaPath:"#/properties/traffic/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err253];
}
else {
vErrors.push(err253);
}
errors++;
}
}
if(data.budget !== undefined){
let data115 = data.budget;
if(data115 && typeof data115 == "object" && !Array.isArray(data115)){
if(data115.monthlyUsd === undefined){
const err254 = {instancePath:instancePath+"/budget",schemaPath:"#/properties/budget/required",keyword:"required",params:{missingProperty: "monthlyUsd"},message:"must have required property '"+"monthlyUsd"+"'"};
if(vErrors === null){
vErrors = [err254];
}
else {
vErrors.push(err254);
}
errors++;
}
for(const key41 in data115){
if(!((key41 === "monthlyUsd") || (key41 === "at"))){
const err255 = {instancePath:instancePath+"/budget",schemaPath:"#/properties/budget/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key41},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err255];
}
else {
vErrors.push(err255);
}
errors++;
}
}
if(data115.monthlyUsd !== undefined){
let data116 = data115.monthlyUsd;
if((typeof data116 == "number") && (isFinite(data116))){
if(data116 > 1000000000 || isNaN(data116)){
const err256 = {instancePath:instancePath+"/budget/monthlyUsd",schemaPath:"#/properties/budget/properties/monthlyUsd/maximum",keyword:"maximum",params:{comparison: "<=", limit: 1000000000},message:"must be <= 1000000000"};
if(vErrors === null){
vErrors = [err256];
}
else {
vErrors.push(err256);
}
errors++;
}
if(data116 <= 0 || isNaN(data116)){
const err257 = {instancePath:instancePath+"/budget/monthlyUsd",schemaPath:"#/properties/budget/properties/monthlyUsd/exclusiveMinimum",keyword:"exclusiveMinimum",params:{comparison: ">", limit: 0},message:"must be > 0"};
if(vErrors === null){
vErrors = [err257];
}
else {
vErrors.push(err257);
}
errors++;
}
}
else {
const err258 = {instancePath:instancePath+"/budget/monthlyUsd",schemaPath:"#/properties/budget/properties/monthlyUsd/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err258];
}
else {
vErrors.push(err258);
}
errors++;
}
}
if(data115.at !== undefined){
let data117 = data115.at;
if(typeof data117 !== "string"){
const err259 = {instancePath:instancePath+"/budget/at",schemaPath:"#/properties/budget/properties/at/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err259];
}
else {
vErrors.push(err259);
}
errors++;
}
if(!(((data117 === "FLOOR") || (data117 === "EXPECTED")) || (data117 === "CEILING"))){
const err260 = {instancePath:instancePath+"/budget/at",schemaPath:"#/properties/budget/properties/at/enum",keyword:"enum",params:{allowedValues: schema31.properties.budget.properties.at.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err260];
}
else {
vErrors.push(err260);
}
errors++;
}
}
}
else {
const err261 = {instancePath:instancePath+"/budget",schemaPath:"#/properties/budget/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err261];
}
else {
vErrors.push(err261);
}
errors++;
}
}
if(data.outputs !== undefined){
let data118 = data.outputs;
if(data118 && typeof data118 == "object" && !Array.isArray(data118)){
for(const key42 in data118){
const _errs299 = errors;
if(typeof key42 === "string"){
if(!pattern87.test(key42)){
const err262 = {instancePath:instancePath+"/outputs",schemaPath:"#/properties/outputs/propertyNames/pattern",keyword:"pattern",params:{pattern: "^[A-Za-z_][A-Za-z0-9_]*$"},message:"must match pattern \""+"^[A-Za-z_][A-Za-z0-9_]*$"+"\"",propertyName:key42};
if(vErrors === null){
vErrors = [err262];
}
else {
vErrors.push(err262);
}
errors++;
}
}
var valid76 = _errs299 === errors;
if(!valid76){
const err263 = {instancePath:instancePath+"/outputs",schemaPath:"#/properties/outputs/propertyNames",keyword:"propertyNames",params:{propertyName: key42},message:"property name must be valid"};
if(vErrors === null){
vErrors = [err263];
}
else {
vErrors.push(err263);
}
errors++;
}
}
for(const key43 in data118){
if(typeof data118[key43] !== "string"){
const err264 = {instancePath:instancePath+"/outputs/" + key43.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/$defs/text/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err264];
}
else {
vErrors.push(err264);
}
errors++;
}
}
}
else {
const err265 = {instancePath:instancePath+"/outputs",schemaPath:"#/properties/outputs/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err265];
}
else {
vErrors.push(err265);
}
errors++;
}
}
}
else {
const err266 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err266];
}
else {
vErrors.push(err266);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

