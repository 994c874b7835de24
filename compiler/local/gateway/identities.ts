// The IAM users of a local run. Their credentials are fixed and not valid in any AWS account.

import { LOCAL_ACCOUNT } from '../local-values';

/** A user of IAM in the local run. */
export interface LocalIdentity {
  readonly accountId: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly userName: string;
  readonly userId: string;
  readonly arn: string;
  /** Whether the user's policy allows execute-api:Invoke on the API. */
  readonly isAllowed: boolean;
}

const identity = (userName: string, number: string, isAllowed: boolean): LocalIdentity => ({
  accountId: LOCAL_ACCOUNT,
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

const IDENTITIES = new Map([CALLER, STRANGER].map((one) => [one.accessKeyId, one]));

/** A user of another account, whose own policies allow execute-api:Invoke on the API. */
export function userOf(accountId: string): LocalIdentity {
  return {
    accountId,
    accessKeyId: `AKIALOCAL${accountId}`,
    secretAccessKey: `local-secret-of-${accountId}`,
    userName: 'visitor',
    userId: `AIDALOCAL${accountId}`,
    arn: `arn:aws:iam::${accountId}:user/visitor`,
    isAllowed: true,
  };
}

/** The user with an access key id: one of the local account, or the user of another account. */
export function findIdentity(accessKeyId: string): LocalIdentity | undefined {
  const [, accountId] = /^AKIALOCAL(\d{12})$/.exec(accessKeyId) ?? [];
  return accountId === undefined ? IDENTITIES.get(accessKeyId) : userOf(accountId);
}
