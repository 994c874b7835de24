// What the function is told by its environment variables, read once when it starts.

import type { CurrencyExponents } from './money';

/** The function's settings. */
export interface Configuration {
  readonly paymentsTableName: string;
  readonly statusIndexName: string;
  readonly deadLetterQueueUrl: string;
  readonly currencyExponents: CurrencyExponents;
  /** Most payments in one answer. */
  readonly pageSize: number;
}

/** The environment variables that the function reads. */
export const ENVIRONMENT_VARIABLES = [
  'PAYMENTS_TABLE_NAME',
  'STATUS_INDEX_NAME',
  'DLQ_URL',
  'PAYMENT_CURRENCIES',
  'PAGE_SIZE',
] as const;

/** The name of a variable that the function reads. */
export type EnvironmentVariable = (typeof ENVIRONMENT_VARIABLES)[number];

/** The function cannot start: names every variable that is missing or malformed. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

// What each variable looks like, in words and as a pattern.
const FORMS: Record<EnvironmentVariable, { readonly words: string; readonly pattern: RegExp }> = {
  PAYMENTS_TABLE_NAME: { words: 'a table name', pattern: /^[\w.-]{3,255}$/ },
  STATUS_INDEX_NAME: { words: 'an index name', pattern: /^[\w.-]{3,255}$/ },
  DLQ_URL: { words: 'the URL of a queue', pattern: /^https?:\/\/\S+$/ },
  PAYMENT_CURRENCIES: { words: 'codes and exponents such as USD=2,JPY=0', pattern: /^[A-Z]{3}=\d(,[A-Z]{3}=\d)*$/ },
  PAGE_SIZE: { words: 'a whole number from 1 to 100', pattern: /^([1-9]\d?|100)$/ },
};

/** Reads the settings; throws ConfigurationError when any is missing or malformed. */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const value = (name: EnvironmentVariable) => environment[name] ?? '';
  const faults = ENVIRONMENT_VARIABLES.filter((name) => !FORMS[name].pattern.test(value(name))).map(
    (name) => `${name} is ${value(name) === '' ? 'missing' : 'malformed'}, it must be ${FORMS[name].words}`,
  );
  if (faults.length > 0) throw new ConfigurationError(`Cannot start: ${faults.join('; ')}`);
  return {
    paymentsTableName: value('PAYMENTS_TABLE_NAME'),
    statusIndexName: value('STATUS_INDEX_NAME'),
    deadLetterQueueUrl: value('DLQ_URL'),
    currencyExponents: readCurrencyExponents(value('PAYMENT_CURRENCIES')),
    pageSize: Number(value('PAGE_SIZE')),
  };
}

function readCurrencyExponents(text: string): CurrencyExponents {
  return new Map(text.split(',').map((pair) => [pair.slice(0, 3), Number(pair.slice(4))]));
}
