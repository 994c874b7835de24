// Lowers the rotations of secrets, and the permissions of Secrets Manager to invoke their functions.

import type { Environment } from '../../../schema/environment.generated';
import type { AnyResourceNode } from '../../graph/graph';
import { handle } from '../../graph/handle';
import { functionHandle } from '../../graph/handles';
import { ACCOUNT_ID } from '../../graph/value';
import { type LowerContext, resource } from './section';

/** A secret with a rotation. */
interface RotatedSecret {
  readonly name: string;
  readonly arn: string;
  readonly function: string;
  readonly everyDays: number;
}

/** The rotated secrets of an environment. A rule requires the ARN of each. */
export function rotatedSecrets({ secrets }: Pick<Environment, 'secrets'>): readonly RotatedSecret[] {
  return Object.entries(secrets).flatMap(([name, { secretsManager, rotation }]) =>
    rotation === undefined || secretsManager === undefined ? [] : [{ name, arn: secretsManager, ...rotation }],
  );
}

/**
 * The rotations, and one permission for each function that rotates. The first rotation waits for its day: at once, it would replace the
 * value while functions of the former deployment still run.
 */
export function lowerRotations({ environment, originOf }: LowerContext): AnyResourceNode[] {
  const secrets = rotatedSecrets(environment);
  const first = secrets.filter((one, at) => secrets.findIndex((other) => other.function === one.function) === at);
  return [
    ...first.map((secret) =>
      resource(permissionHandle(secret.function), originOf(['secrets', secret.name, 'rotation']), {
        action: 'lambda:InvokeFunction',
        function: functionHandle(secret.function).ref('name'),
        principal: 'secretsmanager.amazonaws.com',
        // Protects against the confused deputy problem (AWS Secrets Manager User Guide, "Permissions for rotation").
        sourceAccount: ACCOUNT_ID,
      }),
    ),
    ...secrets.map((secret) =>
      resource(
        handle('aws:secretsmanager/secretRotation:SecretRotation', `${secret.name}-rotation`),
        originOf(['secrets', secret.name, 'rotation']),
        {
          secretId: secret.arn,
          rotationLambdaArn: functionHandle(secret.function).ref('arn'),
          rotationRules: { automaticallyAfterDays: secret.everyDays },
          rotateImmediately: false,
        },
        // Secrets Manager invokes the function when a rotation is set up.
        { dependsOn: [permissionHandle(secret.function).id] },
      ),
    ),
  ];
}

const permissionHandle = (lambda: string) =>
  handle('aws:lambda/permission:Permission', `secrets-manager-lambda-permission-${lambda}`);
