// The IAM users of a local run. Their credentials are fixed and not valid in any AWS account.

import { LOCAL_ACCOUNT } from '../local-values';

/** A user of IAM in the local run. */
export interface LocalIdentity {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly userName: string;
  readonly userId: string;
  readonly arn: string;
  /** Whether the user's policy allows execute-api:Invoke on the API. */
  readonly isAllowed: boolean;
}

const identity = (userName: string, number: string, isAllowed: boolean): LocalIdentity => ({
  accessKeyId: `AKIALOCALUSER000000${number}`,
  secretAccessKey: `local-secret-of-${userName}`,
  userName,
  userId: `AIDALOCALUSER000000${number}`,
  arn: `arn:aws:iam::${LOCAL_ACCOUNT}:user/${userName}`,
  isAllowed,
});

/** A user that may call the API. */
export const CALLER = identity('caller', '1', true);

/** A user without permissions. */
export const STRANGER = identity('stranger', '2', false);

/** The users by access key id. */
export const IDENTITIES: ReadonlyMap<string, LocalIdentity> = new Map(
  [CALLER, STRANGER].map((one) => [one.accessKeyId, one]),
);
