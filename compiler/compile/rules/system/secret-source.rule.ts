// Checks that each secret is referred to by a name or an ARN of its service, in the Region of the environment.

import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { nameSecret } from '../../../diagnostics/secrets';
import { partition } from '../../../graph/region';
import { ARN_SUFFIX } from '../../../graph/secret-arn';
import type { Rule, RuleContext } from '../rule';

const diagnose = defineDiagnostics({
  'secret-source': {
    code: 'ENV3290',
    severity: 'error',
    summary: 'A secret has a value or an invalid name instead of the name or ARN of a secret.',
    explanation: [
      'A spec is in git and in reviews, so it states where a secret is, and never its value.',
      'A secret is in AWS Secrets Manager (`secretsManager`) or in a parameter of AWS Systems Manager (`parameter`).',
      'A name in Secrets Manager has at most 512 letters, digits and characters of /_+=.@- (AWS Secrets Manager API Reference, CreateSecret).',
      'Secrets Manager appends a hyphen and six characters to a name in its ARN. A name with such an ending looks like a complete ARN, so the spec must have the ARN.',
      'A parameter has letters, digits and characters of _.-/; a name with several levels begins with a slash (AWS Systems Manager API Reference, PutParameter).',
    ],
    message: {
      none: (p: { name: string }) => `secret "${p.name}" has neither secretsManager nor parameter`,
      both: (p: { name: string }) => `secret "${p.name}" has both secretsManager and parameter`,
      value: (p: { field: string; name: string; found: string }) =>
        `${p.field} of secret "${p.name}" looks like ${p.found}; expected a name or an ARN`,
      name: (p: { field: string; name: string }) => `${p.field} of secret "${p.name}" is not a valid name or ARN`,
      suffix: (p: { name: string; ending: string }) =>
        `the name of secret "${p.name}" ends in "${p.ending}", like the ARN of a secret`,
    },
  },
  'secret-region': {
    code: 'ENV3291',
    severity: 'error',
    summary: 'A secret or its key is in another Region than the functions that read it.',
    explanation: [
      "Functions read secrets from the services of their own Region, which refuse the ARN of another Region's secret.",
      'A key of AWS KMS is used in its own Region only.',
      'Replicate the secret to the Region of the environment (AWS Secrets Manager User Guide, "Replicate AWS Secrets Manager secrets across Regions"), and use the ARN of the replica.',
    ],
    message: (p: { what: string; name: string; found: string; region: string }) =>
      `the ${p.what} of secret "${p.name}" is in ${p.found}; the environment is in ${p.region}`,
  },
});

type Field = 'secretsManager' | 'parameter';

/** The forms of names and ARNs, and an example of a name. */
const FORMS: Readonly<Record<Field, { readonly name: RegExp; readonly arn: RegExp; readonly example: string }>> = {
  secretsManager: {
    name: /^[A-Za-z0-9/_+=.@-]{1,512}$/,
    arn: /^arn:[^:]+:secretsmanager:[^:]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]{1,512}-[A-Za-z0-9]{6}$/,
    example: 'payments/webhook-key',
  },
  parameter: {
    name: /^(?!\/?(?:aws|ssm)[/A-Za-z0-9_.-]*$)(?:[A-Za-z0-9_.-]+|(?:\/[A-Za-z0-9_.-]+){1,15})$/i,
    arn: /^arn:[^:]+:ssm:[^:]+:[0-9]{12}:parameter(?:\/[A-Za-z0-9_.-]+){1,15}$/,
    example: '/payments/webhook-key',
  },
};

/** ENV3290: a secret without a name or an ARN, or with a value. ENV3291: a secret or a key in another Region. */
export const secretSourceRule: Rule = {
  diagnose,
  *check(context) {
    const { environment, at, otherSide } = context;
    for (const [name, { secretsManager, parameter, kmsKeyArn }] of Object.entries(environment.secrets)) {
      if (secretsManager !== undefined && parameter !== undefined) {
        const related = otherSide('the other place', ['secrets', name, 'parameter']);
        const help = 'remove one of the two';
        yield diagnose(
          'secret-source',
          at(['secrets', name, 'secretsManager']),
          { is: 'both', name },
          { help, related },
        );
      } else if (secretsManager !== undefined) yield* checkField(context, name, 'secretsManager', secretsManager);
      else if (parameter !== undefined) yield* checkField(context, name, 'parameter', parameter);
      else {
        const help = `write ${name}: { secretsManager: NAME } or ${name}: { parameter: NAME }`;
        yield diagnose('secret-source', at(['secrets', name], 'key'), { is: 'none', name }, { help });
      }
      if (kmsKeyArn !== undefined) yield* checkRegion(context, name, 'kmsKeyArn', kmsKeyArn);
    }
  },
};

function* checkField(context: RuleContext, name: string, field: Field, text: string): Generator<Diagnostic> {
  const place = context.at(specPath('secrets', name, field));
  const { name: nameForm, arn, example } = FORMS[field];
  const value = text.startsWith('arn:') ? undefined : nameSecret(text);
  if (value !== undefined) {
    const help = `store the value in AWS, and write its name here, such as ${field}: ${example}; replace the value, because git contains it`;
    yield diagnose('secret-source', place, { is: 'value', field, name, found: value }, { help });
  } else if (text.startsWith('arn:')) {
    if (arn.test(text)) yield* checkRegion(context, name, field, text);
    else {
      const owner = `arn:${partition(context.environment.region)}:${field === 'parameter' ? 'ssm' : 'secretsmanager'}`;
      const rest = field === 'parameter' ? 'parameter/NAME' : 'secret:NAME-xxxxxx';
      const help = `use the form ${owner}:${context.environment.region}:123456789012:${rest}, or the name alone`;
      yield diagnose('secret-source', place, { is: 'name', field, name }, { help });
    }
  } else if (!nameForm.test(text)) {
    yield diagnose('secret-source', place, { is: 'name', field, name }, { help: `write a name, such as ${example}` });
  } else if (field === 'secretsManager' && ARN_SUFFIX.test(text)) {
    const help = 'write the complete ARN of the secret';
    yield diagnose('secret-source', place, { is: 'suffix', name, ending: text.slice(-7) }, { help });
  }
}

function* checkRegion(
  { environment: { region }, at, otherSide }: RuleContext,
  name: string,
  field: Field | 'kmsKeyArn',
  arn: string,
): Generator<Diagnostic> {
  const found = arn.split(':')[3] ?? '';
  if (found === region) return;
  const what = field === 'kmsKeyArn' ? 'key' : 'ARN';
  const help = `use ${field === 'kmsKeyArn' ? 'the key' : 'a replica of the secret'} in ${region}`;
  const related = otherSide('the Region', ['region']);
  yield diagnose(
    'secret-region',
    at(specPath('secrets', name, field)),
    { what, name, found, region },
    { help, related },
  );
}
