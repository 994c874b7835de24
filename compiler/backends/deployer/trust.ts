// The trust policy of a deployer's role: a GitHub workflow assumes it with a token that GitHub signs.

import type { Target } from './access';
import type { PolicyDocument } from './policy';

/** A workflow of a repository: in an environment, on a branch, or for pull requests. */
export interface Workflow {
  /** OWNER/REPO. */
  readonly repository: string;
  /** The last part of the subject in GitHub's tokens: `environment:production`, `ref:refs/heads/main` or `pull_request`. */
  readonly context: string;
}

const FORM = /^(?<repository>[\w.-]+\/[\w.-]+)(:(?<context>environment:[^*?:]+|branch:[^*?:]+|pull_request))?$/;

/** Parses OWNER/REPO, OWNER/REPO:environment:NAME, OWNER/REPO:branch:NAME or OWNER/REPO:pull_request; otherwise returns undefined. */
export function parseWorkflow(text: string, environment: string): Workflow | undefined {
  const { repository, context = `environment:${environment}` } = FORM.exec(text)?.groups ?? {};
  if (repository === undefined) return undefined;
  return { repository, context: context.replace(/^branch:/, 'ref:refs/heads/') };
}

/** The trust policy of the role, for that workflow only (GitHub, Configuring OpenID Connect in Amazon Web Services). */
export function trustPolicy({ repository, context }: Workflow, { partition, account }: Target): object {
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
