// The webhooks of a graph, with the secrets that sign their messages in the local run.

import { readWebhooks, type Webhooks } from '../../../contract/webhooks';
import type { LocalResources } from '../local-values';
import type { SecretValues } from '../secret-values';

/** A webhook of the run. */
export interface LocalWebhook {
  readonly name: string;
  readonly url: string;
  /** The types of the events that it receives. */
  readonly events: readonly string[];
  /** The values of its secrets. */
  readonly secrets: readonly string[];
}

/** The variable with the settings of the webhooks, by which functions get them. */
const VARIABLE = 'WEBHOOKS';

/** Lists the webhooks that the functions of a graph know. */
export function deriveWebhooks(resources: LocalResources, secretValue: SecretValues): readonly LocalWebhook[] {
  const keys = new Map(resources.secrets.map(({ arn, key }) => [arn, key]));
  const secretsAt = (arn: string) => {
    const key = keys.get(arn);
    return key === undefined ? [] : [secretValue(key)];
  };
  const texts = resources
    .of('aws:lambda/function:Function')
    .flatMap(({ inputs }) => inputs.environment?.variables?.[VARIABLE] ?? []);
  return [...new Set(texts)].flatMap((text) =>
    [...read(text)].map(([name, { url, events, secret, previousSecret }]) => ({
      ...{ name, url, events },
      secrets: [secret, ...(previousSecret === undefined ? [] : [previousSecret])].flatMap(secretsAt),
    })),
  );
}

/** The webhooks in the value of a variable; none if it is not the deliverer's, since functions of users may use the name. */
function read(text: string): Webhooks {
  try {
    return readWebhooks(text);
  } catch {
    return new Map();
  }
}
