// The definition of a kind of resource: the facts from AWS and its provider that do not depend on a back end.

import type { Quotas } from '../../../schema/environment.generated';
import type { PathStep } from '../../source/spec-node';

/** How AWS distinguishes resources of a kind. */
export type Identity =
  /** A stack has at most one. */
  | { readonly is: 'one' }
  /** AWS allows one resource for each combination of these properties. It rejects a duplicate, or returns the existing resource. */
  | { readonly is: 'once'; readonly by: readonly string[]; readonly form?: (value: unknown) => unknown }
  /** These properties identify the resource, but AWS would create a duplicate with the same values. */
  | { readonly is: 'alike'; readonly by: readonly string[]; readonly form?: (value: unknown) => unknown }
  /** The physical name is generated from the logical name, so that another logical name creates another resource. */
  | { readonly is: 'generated' };

/** AWS's rules for the names of a kind. */
export interface NameForm {
  /** The input with the name. */
  readonly input: string;
  /** Whether Pulumi derives an absent name from the logical name, with a hyphen and seven characters. */
  readonly isLogical?: true;
  /** The resource and its service, as text of a message. */
  readonly what: string;
  readonly service: string;
  /** The maximum and minimum length of a name. */
  readonly most: number;
  readonly fewest: number;
  /** Matches an allowed character. */
  readonly character: RegExp;
  /** Whether the name must be unique in the account instead of in each Region. */
  readonly isAccountWide?: true;
  /** The namespace in which names are unique (default: the kind). */
  readonly space?: string;
  /** The input with another resource of the stack, if names are unique only in that resource. */
  readonly within?: string;
}

/** The reason why the names of a kind are not checked. */
type NoForm =
  /** It does not have a name: AWS assigns an id, or the resource that it belongs to identifies it. */
  | 'assigned'
  /** The schema limits its name, or the name is fixed. */
  | 'bounded'
  /** AWS documents neither a length nor characters. */
  | 'unstated';

/** The quota of a kind, and the section of the spec that creates its resources. */
export interface CountQuota {
  /** The plural, as text of a message. */
  readonly what: string;
  /** The owner of the count, such as the account. */
  readonly owner: 'the API' | 'the spec';
  /** The section of the spec that creates them. */
  readonly path: readonly PathStep[];
  readonly most: (quotas: Quotas) => number;
  /** The field of the spec with the quota; absent if AWS does not raise it. */
  readonly field?: readonly PathStep[];
}

/** The reason why the number of resources of a kind is not checked. */
type NoQuota =
  /** A spec creates a fixed number of them, below the quota. */
  | 'fixed'
  /** Each belongs to a resource of another kind, whose quota limits it. */
  | 'bounded'
  /** AWS does not document a quota that a spec could reach. */
  | 'none';

/** The maximum length of an input, or the total length of the input in several resources. */
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

/** The reason why the texts of a kind are not measured. */
type NoSize =
  /** Its texts are names or numbers, or a spec cannot reach their limit. */
  | 'short'
  /** Its texts are equal in every spec except for names. */
  | 'fixed'
  /** Lambda joins all statements of a function in one policy, which function-policy.rule.ts measures. */
  | 'statement';

/** A kind of resource. */
export interface KindDefinition {
  /** Sources: the service's API reference, and the ids that the Terraform provider sets (`d.SetId`, internal/service/…). */
  readonly identity: Identity;
  /**
   * The inputs whose change replaces a resource (ForceNew in the Terraform provider that @pulumi/aws is built from). `region` replaces
   * every kind that has it, but is omitted here because only the provider sets it. Removing an input for which AWS chooses a value,
   * such as a vault's kmsKeyArn, does not replace the resource.
   */
  readonly replacedBy: readonly string[];
  /**
   * Whether AWS bills its resources, or the reason why it does not, such as usage that is billed with another kind.
   * Sources: the pricing page of each service.
   */
  readonly cost: 'billed' | { readonly free: string };
  /** Whether its resources contain data, which is lost when a resource is replaced or deleted. */
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

/** A stack has at most one. This includes parts of the API and the key, because a stack has one of each. */
export const ONE: Identity = { is: 'one' };
/** Its physical name is generated from the logical name. */
export const GENERATED: Identity = { is: 'generated' };
/** AWS allows one resource for each combination of these properties. */
export const once = (...by: string[]): Identity => ({ is: 'once', by });
/** These properties identify it, but AWS accepts a duplicate with the same values. */
export const alike = (...by: string[]): Identity => ({ is: 'alike', by });

/** The allowed characters of most names. */
export const WORD = { character: /[A-Za-z0-9_-]/ };

/** A maximum that AWS does not raise. */
export const fixed = (most: number) => () => most;
