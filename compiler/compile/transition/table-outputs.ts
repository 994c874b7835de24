// The outputs of a deployed DynamoDB table.

import type { Outputs } from './deployed';

/** A deployed table; any property may be absent, as in the state of an older provider. */
export interface TableOutputs {
  readonly name?: string;
  /** Terraform's default is PROVISIONED (internal/service/dynamodb/table.go of the AWS provider). */
  readonly billingMode?: string;
  readonly readCapacity?: number;
  readonly writeCapacity?: number;
  readonly hashKey?: string;
  readonly rangeKey?: string;
  readonly attributes?: readonly { readonly name: string; readonly type: string }[];
  readonly globalSecondaryIndexes?: readonly IndexOutputs[];
  readonly ttl?: { readonly enabled?: boolean; readonly attributeName?: string };
  readonly streamEnabled?: boolean;
  readonly streamViewType?: string;
  readonly streamArn?: string;
  readonly replicas?: readonly ReplicaOutputs[];
  readonly serverSideEncryption?: { readonly enabled?: boolean; readonly kmsKeyArn?: string };
}

/** A deployed global secondary index. */
export interface IndexOutputs {
  readonly name: string;
  readonly hashKey?: string;
  readonly rangeKey?: string;
  readonly readCapacity?: number;
  readonly writeCapacity?: number;
}

/** A deployed replica of a table. */
export interface ReplicaOutputs {
  readonly regionName: string;
  readonly kmsKeyArn?: string;
  readonly deletionProtectionEnabled?: boolean;
}

/** Reads the outputs of a table. */
export function tableOutputs(outputs: Outputs): TableOutputs {
  return outputs as TableOutputs;
}

/** Whether a deployed table has provisioned capacity. */
export function isProvisioned({ billingMode }: TableOutputs): boolean {
  return billingMode !== 'PAY_PER_REQUEST';
}
