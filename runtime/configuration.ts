// The function's settings, read from environment variables once at startup.

import { SETTINGS, type Setting } from '../contract/settings';
import type { IdempotencyMode } from './identity';
import type { Currencies } from './money';
import type { UnknownMembers } from './payment';

/** The function's settings. */
export interface Configuration {
  readonly paymentsTableName: string;
  readonly listingIndexName: string;
  /** The number of partitions of the listing index for new payments of one state. Lists also read former partitions. */
  readonly listingShards: number;
  readonly deadLetterQueueUrl: string;
  readonly currencies: Currencies;
  readonly unknownMembers: UnknownMembers;
  readonly idempotencyMode: IdempotencyMode;
  /** The maximum number of payments in a response, unless the request sets a lower limit. */
  readonly pageSize: number;
  /** The origins whose pages may read responses; `*` is any. */
  readonly corsOrigins: readonly string[];
  /** The CloudWatch namespace of the business metrics. */
  readonly metricsNamespace: string;
}

// The format of each variable, as text and as a pattern.
const FORMS = {
  PAYMENTS_TABLE_NAME: { words: 'a table name', pattern: /^[\w.-]{3,255}$/ },
  LISTING_INDEX_NAME: { words: 'an index name', pattern: /^[\w.-]{3,255}$/ },
  LISTING_SHARDS: { words: 'a whole number from 1 to 100', pattern: /^([1-9]\d?|100)$/ },
  DLQ_URL: { words: 'the URL of a queue', pattern: /^https?:\/\/\S+$/ },
  PAYMENT_CURRENCIES: {
    words: 'codes, exponents and limits such as USD=2,EUR=2:0.50:10000,JPY=0::5000000',
    pattern: /^[A-Z]{3}=\d(:(\d+(\.\d+)?)?){0,2}(,[A-Z]{3}=\d(:(\d+(\.\d+)?)?){0,2})*$/,
  },
  UNKNOWN_MEMBERS: { words: 'IGNORE, KEEP or REFUSE', pattern: /^(IGNORE|KEEP|REFUSE)$/ },
  IDEMPOTENCY: { words: 'OPTIONAL or REQUIRED', pattern: /^(OPTIONAL|REQUIRED)$/ },
  PAGE_SIZE: { words: 'a whole number from 1 to 100', pattern: /^([1-9]\d?|100)$/ },
  CORS_ORIGINS: { words: 'none, *, or origins such as https://shop.example', pattern: /^(none|\*|https?:\/\/\S+)$/ },
  METRICS_NAMESPACE: { words: 'a CloudWatch namespace', pattern: /^[\w./#: -]{1,255}$/ },
} as const satisfies Record<Setting, { readonly words: string; readonly pattern: RegExp }>;

/** A failed start; lists every missing or malformed variable. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** Reads the settings; throws ConfigurationError if any is missing or malformed. */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const value = (name: Setting) => environment[name] ?? '';
  const faults = SETTINGS.filter((name) => !FORMS[name].pattern.test(value(name))).map(
    (name) => `${name} is ${value(name) === '' ? 'missing' : 'malformed'}, it must be ${FORMS[name].words}`,
  );
  if (faults.length > 0) throw new ConfigurationError(`Cannot start: ${faults.join('; ')}`);
  return {
    paymentsTableName: value('PAYMENTS_TABLE_NAME'),
    listingIndexName: value('LISTING_INDEX_NAME'),
    listingShards: Number(value('LISTING_SHARDS')),
    deadLetterQueueUrl: value('DLQ_URL'),
    currencies: readCurrencies(value('PAYMENT_CURRENCIES')),
    unknownMembers: value('UNKNOWN_MEMBERS') as UnknownMembers,
    idempotencyMode: value('IDEMPOTENCY') as IdempotencyMode,
    pageSize: Number(value('PAGE_SIZE')),
    corsOrigins: value('CORS_ORIGINS') === 'none' ? [] : value('CORS_ORIGINS').split(','),
    metricsNamespace: value('METRICS_NAMESPACE'),
  };
}

function readCurrencies(text: string): Currencies {
  return new Map(
    text.split(',').map((entry) => {
      const [exponent = '', minimum, maximum] = entry.slice(4).split(':');
      return [
        entry.slice(0, 3),
        { exponent: Number(exponent), minimum: minimum || undefined, maximum: maximum || undefined },
      ];
    }),
  );
}
