// Checks that secrets can be rotated, and that they are rotated often enough.

import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import { isProduction } from '../common/production';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'secret-rotation': {
    code: 'ENV3295',
    severity: 'error',
    summary: 'A secret with a rotation is not named by its ARN in Secrets Manager.',
    explanation: [
      'AWS Systems Manager does not rotate parameters; only AWS Secrets Manager rotates secrets.',
      'The provider reads the ARN of a rotated secret, and another text would replace the rotation at each deployment (internal/service/secretsmanager/secret_rotation.go, secret_id).',
    ],
    message: {
      parameter: (p: { name: string }) => `secret "${p.name}" is a parameter, which AWS does not rotate`,
      name: (p: { name: string }) =>
        `secret "${p.name}" has a rotation and no ARN; a rotation requires the complete ARN`,
    },
  },
  'rotation-age': {
    code: 'ENV3296',
    severity: 'warning',
    summary: 'Production uses a secret for more than 90 days.',
    explanation: [
      'A secret that leaked without notice is valid until it is rotated.',
      'AWS Security Hub reports secrets that were not rotated for 90 days (control SecretsManager.4).',
    ],
    message: (p: { name: string; days: number }) =>
      `secret "${p.name}" is rotated every ${p.days} days; AWS Security Hub allows ${OLDEST_DAYS}`,
  },
});

/** AWS Security Hub, SecretsManager.4: maxDaysSinceRotation. */
const OLDEST_DAYS = 90;

/** ENV3295: a rotation of a parameter, or of a secret without its ARN. ENV3296: a rotation that is too rare for production. */
export const secretRotationRule: Rule = {
  diagnose,
  *check({ environment, at, otherSide }) {
    for (const [name, { secretsManager, parameter, rotation }] of Object.entries(environment.secrets)) {
      if (rotation === undefined) continue;
      const path = specPath('secrets', name, 'rotation');
      if (parameter !== undefined) {
        const help = 'store the secret in Secrets Manager, or remove rotation';
        yield diagnose('secret-rotation', at(path), { is: 'parameter', name }, { help });
      } else if (secretsManager !== undefined && !secretsManager.startsWith('arn:')) {
        const help = 'write the complete ARN of the secret';
        const place = at(['secrets', name, 'secretsManager']);
        yield diagnose('secret-rotation', place, { is: 'name', name }, { help });
      }
      const { everyDays: days } = rotation;
      if (!isProduction(environment) || days <= OLDEST_DAYS) continue;
      const related = otherSide('the environment', ['environment']);
      const help = `lower everyDays to ${OLDEST_DAYS}`;
      yield diagnose('rotation-age', at([...path, 'everyDays']), { name, days }, { help, related });
    }
  },
};
