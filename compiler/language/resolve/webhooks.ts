// The webhooks of a spec as the JSON that the functions for events read (contract/webhooks.ts).

import type { Environment } from '../../../schema/environment.generated';
import { interpolate, type Text } from '../../graph/value';

/** The texts of a webhook that expressions or deployments can provide. */
interface WebhookTexts {
  readonly urlOf: (webhook: string) => Text;
  readonly arnOf: (secret: string) => Text;
}

/** The JSON of all webhooks, by name. */
export function webhookRules(webhooks: Environment['payment']['webhooks'], { urlOf, arnOf }: WebhookTexts): Text {
  const members = Object.entries(webhooks).map(([name, webhook], index) => {
    const { events, secret, previousSecret, timeoutSeconds, retryDelaysSeconds, disableAfterHours } = webhook;
    const settings = { events, timeoutSeconds, retryDelaysSeconds, disableAfterSeconds: disableAfterHours * 3600 };
    const texts = [
      member('url', urlOf(name)),
      member('secret', arnOf(secret)),
      ...(previousSecret === undefined ? [] : [member('previousSecret', arnOf(previousSecret))]),
    ];
    const start = `${index === 0 ? '' : ','}${JSON.stringify(name)}:{`;
    return interpolate(start, ...texts, JSON.stringify(settings).slice(1));
  });
  return interpolate('{', ...members, '}');
}

/** A member with a comma after it. A value that is known only later must not contain characters that JSON escapes; URLs and ARNs do not. */
function member(name: string, value: Text): Text {
  const plain = typeof value === 'string' ? JSON.stringify(value).slice(1, -1) : value;
  return interpolate(`${JSON.stringify(name)}:"`, plain, '",');
}
