// Checks that a spec, which is visible in git and in reviews, does not contain secrets.

import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { isSecretByName, nameSecret } from '../../../diagnostics/secrets';
import { eachText } from '../../../source/spec-node';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  secret: {
    code: 'ENV3072',
    severity: 'error',
    summary: 'A text looks like a secret.',
    explanation: [
      'A spec is in git, is shown in reviews, and is printed by `plan`.',
      'The environment of a function is visible to everyone who can read its configuration; AWS recommends AWS Secrets Manager (AWS Lambda Developer Guide, "Securing environment variables").',
      'A secret is detected by the form that its issuer documents, or by the name of its field, such as a name that ends in _PASSWORD or _TOKEN.',
      'ARNs and expressions are not secrets, and printed secrets are masked.',
      'Replace a secret that was committed: it is no longer secret.',
      'If the text is not a secret, read it from a process variable: {{ env.NAME }}.',
    ],
    message: (p: { secret: string }) => `this looks like ${p.secret}`,
  },
});

/** ENV3072: a text that looks like a secret, by its form or by the name of its field. */
export const secretRule: Rule = {
  diagnose,
  check({ root, at }) {
    const found: Diagnostic[] = [];
    eachText(root, (text, path) => {
      // ENV3290 reports a value in place of the name of a secret.
      if (path[0] === 'secrets') return;
      const isDefault = path.at(-1) === 'default';
      const owner = String(path.at(isDefault ? -2 : -1));
      const secret =
        nameSecret(`${owner}: ${isDefault ? 'default: ' : ''}${text}`) ??
        (isSecretByName(owner, text) ? 'a secret, by the name of its field' : undefined);
      if (secret !== undefined) found.push(diagnose('secret', at(path), { secret }, { help: HELP }));
    });
    return found;
  },
};

const HELP =
  'replace the secret, because git contains it; store it in AWS Secrets Manager and write its ARN here, or use {{ env.NAME }}';
