// The definition of a kind of resource: what AWS and its provider document about it, apart from the back ends.

import type { Quotas } from '../../schema/environment.generated';
import type { PathStep } from '../source/spec-node';

/** How AWS distinguishes resources of a kind. */
export type Identity =
  /** A stack has at most one. */
  | { readonly is: 'one' }
  /** AWS has one for each combination of these properties: it rejects a second one, or returns the existing one. */
  | { readonly is: 'once'; readonly by: readonly string[]; readonly form?: (value: unknown) => unknown }
  /** These properties identify the resource, but AWS would create a second one with the same values. */
  | { readonly is: 'alike'; readonly by: readonly string[]; readonly form?: (value: unknown) => unknown }
  /** The physical name is generated from the logical name, so that another logical name means another resource. */
  | { readonly is: 'generated' };

/** AWS's rules for the names of a kind. */
export interface NameForm {
  /** The input with the name. */
  readonly input: string;
  /** Whether Pulumi derives an absent name from the logical name, with a hyphen and seven characters. */
  readonly isLogical?: true;
  /** The resource and its service for a message. */
  readonly what: string;
  readonly service: string;
  /** The maximum and minimum length of a name. */
  readonly most: number;
  readonly fewest: number;
  /** Matches an allowed character. */
  readonly character: RegExp;
  /** Whether the name is unique in an account, and not in each of its Regions. */
  readonly isAccountWide?: true;
  /** The namespace in which names are unique; absent means the kind itself. */
  readonly space?: string;
}

/** The reason why the names of a kind need no check. */
type NoForm =
  /** It has no name: AWS assigns an id, or the resource that it belongs to identifies it. */
  | 'assigned'
  /** The schema limits its name, or the name is fixed. */
  | 'bounded'
  /** AWS documents neither a length nor characters. */
  | 'unstated';

/** The quota of a kind, and the section of the spec that creates it. */
export interface CountQuota {
  /** The plural for a message. */
  readonly what: string;
  /** The owner of the count, such as the account. */
  readonly owner: 'the API' | 'the spec';
  /** The section of the spec that they come from. */
  readonly path: readonly PathStep[];
  readonly most: (quotas: Quotas) => number;
  /** The field of the spec with the quota; absent if AWS does not raise it. */
  readonly field?: readonly PathStep[];
}

/** The reason why a kind needs no quota here. */
type NoQuota =
  /** A spec creates a fixed number of them, below the quota. */
  | 'fixed'
  /** Each belongs to a resource of another kind, whose quota limits it. */
  | 'bounded'
  /** AWS documents no quota that a spec could reach. */
  | 'none';

/** The maximum length of an input, or of that input in several resources together. */
export interface InputSize {
  readonly input: string;
  /** The name of the text. */
  readonly what: string;
  readonly service: string;
  readonly most: (quotas: Quotas) => number;
  readonly unit: 'characters' | 'bytes';
  readonly help: string;
  /** The field of the spec with the quota; absent if AWS does not raise it. */
  readonly field?: readonly PathStep[];
  /** The input that groups the texts, such as the role of inline policies. */
  readonly sharedBy?: string;
}

/** The reason why a kind has no text to measure. */
type NoSize =
  /** Its texts are names or numbers, or a spec cannot reach their limit. */
  | 'short'
  /** Its texts are the same for every spec, apart from names. */
  | 'fixed'
  /** Lambda joins all statements for a function in one policy: function-policy.rule.ts measures it. */
  | 'statement';

/** A kind of resource. */
export interface KindDefinition {
  /** Sources: the service's API reference, and the ids that the Terraform provider sets (`d.SetId`, internal/service/…). */
  readonly identity: Identity;
  /**
   * The inputs whose change replaces a resource (ForceNew in the Terraform provider that @pulumi/aws is built from). `region` replaces
   * every kind that has it, but is omitted here because only the provider sets it. An absent input for which AWS may choose a value,
   * such as a vault's kmsKeyArn, changes nothing.
   */
  readonly replacedBy: readonly string[];
  /** Whether it holds data, which is lost when a resource is replaced or deleted. */
  readonly holdsData?: true;
  /**
   * Sources: IAM API, CreateRole · Lambda API, CreateFunction · SQS API, CreateQueue · DynamoDB API, CreateTable · CloudWatch API,
   * PutMetricAlarm, PutCompositeAlarm and PutDashboard · CloudWatch Logs API, CreateLogGroup · SNS API, CreateTopic · Amazon Q
   * Developer in chat applications API, CreateSlackChannelConfiguration · AWS Backup API, CreateBackupPlan and CreateBackupVault ·
   * KMS API, CreateAlias · IAM API, CreatePolicy and PutRolePolicy · AWS WAFV2 API, CreateWebACL · Application Auto Scaling API,
   * PutScalingPolicy (the AWS provider allows 255 characters) · Lambda API, AddPermission · AWS X-Ray API, SamplingRule.
   */
  readonly name: NameForm | NoForm;
  /**
   * Sources: Amazon API Gateway quotas for REST APIs · Quotas in Amazon DynamoDB · IAM and AWS STS quotas · CloudWatch service quotas
   * ("No limit on the total number of alarms per account") · AWS Lambda quotas, Amazon SQS quotas (none on functions or queues).
   */
  readonly count: CountQuota | NoQuota;
  /**
   * Sources: Amazon API Gateway quotas for REST APIs · CloudWatch API Reference, PutMetricAlarm and PutCompositeAlarm · IAM and AWS
   * STS quotas · AWS KMS quotas, "Key policy document size".
   */
  readonly texts: readonly InputSize[] | NoSize;
}

/** Kinds of a service, by Pulumi type token. */
export type KindDefinitions = Readonly<Record<`aws:${string}/${string}:${string}`, KindDefinition>>;

/** A stack has at most one. A stack has one API and one key, so resources that belong to them need no reference to them. */
export const ONE: Identity = { is: 'one' };
/** Its physical name is generated from the logical name. */
export const GENERATED: Identity = { is: 'generated' };
/** AWS has one for each combination of these properties. */
export const once = (...by: string[]): Identity => ({ is: 'once', by });
/** These properties identify it, but AWS accepts a second one with the same values. */
export const alike = (...by: string[]): Identity => ({ is: 'alike', by });

/** The characters of most names. */
export const WORD = { character: /[A-Za-z0-9_-]/ };

/** A maximum that AWS does not raise. */
export const fixed = (most: number) => () => most;
