// Who may assume the role of a deployer: a workflow of GitHub, by the token that GitHub signs for it.

import type { Place } from './access';
import type { PolicyDocument } from './policy';

/** A workflow of a repository: in an environment, on a branch, or of pull requests. */
export interface Workflow {
  /** OWNER/REPO. */
  readonly repository: string;
  /** As GitHub's tokens end their subject: `environment:production`, `ref:refs/heads/main` or `pull_request`. */
  readonly context: string;
}

const FORM = /^(?<repository>[\w.-]+\/[\w.-]+)(:(?<context>environment:[^*?:]+|branch:[^*?:]+|pull_request))?$/;

/** Reads OWNER/REPO, OWNER/REPO:environment:NAME, OWNER/REPO:branch:NAME or OWNER/REPO:pull_request; undefined where it is none. */
export function parseWorkflow(text: string, environment: string): Workflow | undefined {
  const { repository, context = `environment:${environment}` } = FORM.exec(text)?.groups ?? {};
  if (repository === undefined) return undefined;
  return { repository, context: context.replace(/^branch:/, 'ref:refs/heads/') };
}

/** The trust policy of the role, for that workflow alone (GitHub, Configuring OpenID Connect in Amazon Web Services). */
export function trustPolicy({ repository, context }: Workflow, { partition, account }: Place): object {
  const issuer = 'token.actions.githubusercontent.com';
  return {
    Version: '2012-10-17' satisfies PolicyDocument['Version'],
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${issuer}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com', [`${issuer}:sub`]: `repo:${repository}:${context}` },
        },
      },
    ],
  };
}
