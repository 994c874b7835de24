// Texts that look like secrets, and texts that only refer to a secret.

import { expect } from 'chai';
import { compileSpec } from '../../../compiler/compile/compile';
import { isSecretByName, isSecretVariable, maskSecrets, nameSecret } from '../../../compiler/diagnostics/secrets';
import { readFrom } from '../../../compiler/host/files';
import { ROOT, SURROUNDINGS } from '../../spec';

// In two parts, so that a secret scanner does not report them.
const HEX = '0123456789abcdef0123'.concat('456789abcdef');
const SECRETS: readonly string[] = [
  'AKIA'.concat('IOSFODNN7EXAMPLE'),
  'sk_live_'.concat('4eC39HqLyjWDarjtT1zdp7dc'),
  'rk_test_'.concat('4eC39HqLyjWDarjtT1zdp7dc'),
  'whsec_'.concat('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'),
  'ghp_'.concat('16C7e42F292c6912E7710c838347Ae178B4a'),
  'xoxb-'.concat('17653672481-19874698323'),
  'wJ4lrXUtnFEMI/K7MDENG/'.concat('bPxRfiCYEXAMPLEKEY'),
  `API_TOKEN: ${HEX}`,
  `API_TOKEN: default: ${HEX}`,
  `API_TOKEN: { default: "${HEX}" }`,
  `STRIPE_API_KEY=${HEX}`,
  'DB_PASSWORD: correcthorsebatterystaple',
  'DB_PASSWORD: { default: correcthorsebatterystaple }',
  'DB_PASSPHRASE=correct-horse-battery',
  'ABIA'.concat('IOSFODNN7EXAMPLE'),
  'ACCA'.concat('IOSFODNN7EXAMPLE'),
  'sk_prod_'.concat('4eC39HqLyjWDarjtT1zdp7dc'),
  'whsk_'.concat('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'),
  'sq0atp-'.concat('0123456789abcdefghijkl'),
  'sq0csp-'.concat('0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'),
  'EAAA'.concat('EOuLQObrVwJvCvoio3H13b8Ssqz1ighmTBKZvIENW'),
  'access-sandbox-'.concat('1f0d8a6e-3c55-4b7e-9a37-2f4f1c9e7b10'),
  'FLWSECK_TEST-'.concat('0123456789ab'),
  'duffel_live_'.concat('0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'),
  'EZAK'.concat('0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdefgh'),
  'https://hooks.slack.com/services/'.concat('T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX'),
  'SK'.concat(HEX),
  'SG.'.concat('ngeVfQFYQlKU0ufo8x5d1A', '.', 'TwL2iGABf9DHoTf9kx2MC1mDRkqYcaGuIbMPz8qBkCk'),
  'npm_'.concat('0123456789abcdefghijklmnopqrstuvwxyz'),
  'AIza'.concat('SyDaGmWKa4JsXZ0HjGw7ISLn_3namBGewQe'),
  'pul-'.concat('0123456789abcdef0123456789abcdef01234567'),
  'hvs.'.concat('CAESIJlU02LQZq4xQ0pXw8QZ'),
  'NOTE: '.concat('Zk3vX9qLm2TfR8sJw4Hn', 'B7yPc1Gd'),
  'https://user:hunter2hunter2@example.com/',
];

const HARMLESS: readonly string[] = [
  'API_TOKEN: "{{ env.API_TOKEN }}"',
  'DB_PASSWORD: default: "{{ env.DB_PASSWORD }}"',
  'API_TOKEN: payments-token-production-v2',
  'DB_PASSWORD_ARN: arn:aws:secretsmanager:eu-central-1:123456789012:secret:database-a1b2c3',
  'DB_PASSWORD: arn:aws:secretsmanager:eu-central-1:123456789012:secret:database-a1b2c3',
  'API_TOKEN_PARAMETER: /payments/token/v1',
  'TOKEN_TTL: 300',
  'KEY_ID: alias/payments',
  'DB_PASSWORD: default: a-placeholder',
  'a password is at least 12 characters long',
  'arn:aws:acm:eu-central-1:123456789012:certificate/1a2b3c4d-5e6f-7890-abcd-ef1234567891',
  'payment-processor-dead-letters-eu-central-1-production',
  '1f0d8a6e-3c55-4b7e-9a37-2f4f1c9e7b10',
  'AWSManagedRulesKnownBadInputsRuleSet2',
  'SecurityPolicy_TLS13_1_3_2025_09',
  'PaymentProcessorDeadLetterQueueURL2026',
  'payments/webhook-key-Ab1Cd2',
  'eu-central-1_Ab1Cd2Ef3',
  'SK-0123456789',
  'EAAA',
  'npm_config_registry',
  'access-production-only',
  'https://hooks.slack.com/services/',
  'sk_live_',
  'whsec_',
  'f146bb6a0d3f4f6d8e0b7c5a9d2e1f3c4b5a6978',
  '2026-11-30T10:49:00.000Z/2026-12-01T10:49:00.000Z',
  'https://example.com:8443/a/b?c=d',
];

describe('texts that look like secrets', () => {
  for (const text of SECRETS)
    it(`are found and masked: ${text.slice(0, 24)}`, () => {
      expect(nameSecret(text)).to.be.a('string');
      const masked = maskSecrets(text);
      expect(masked).to.have.length(text.length).and.to.include('********');
      expect(maskSecrets(masked)).to.equal(masked);
    });

  for (const text of HARMLESS)
    it(`exclude: ${text.slice(0, 60)}`, () => {
      expect(nameSecret(text)).to.equal(undefined);
      expect(maskSecrets(text)).to.equal(text);
    });
});

/** Values that are secrets because of the name of their field, and values that are not secrets. */
const NAMED: readonly (readonly [name: string, value: string, isSecret: boolean])[] = [
  ['db_password', 'correcthorsebattery', true],
  ['apiKey', 'abc/def:ghi,jkl mno', true],
  ['SIGNING_SECRET', 'nodigitsatall', true],
  ['PRIVATE_KEY', 'MIIEvQ/IBADANBgkqh', true],
  ['CLIENT_KEY_2', 'Xk29fj2kfj', true],
  ['PASSWORD', 'hunter2!', true],
  ['PASSWORD', 'short', false],
  ['PASSWORD', '12345678', true],
  ['DB_PASSWORD', 'correct-horse-battery', true],
  ['DB_PASSWORD', 'a-placeholder', false],
  ['DB_PASSWORD', '/payments/password', false],
  ['API_TOKEN', 'payments-token-production-v2', false],
  ['API_TOKEN', 'arn:aws:ssm:us-east-1:123456789012:parameter/token', false],
  ['API_TOKEN', '/payments/token/v1', false],
  ['API_TOKEN', 'https://issuer.bank.example/token', false],
  ['API_TOKEN', '{{ env.API_TOKEN }}', false],
  ['MAX_TOKENS', '100000000', false],
  ['TOKEN_TABLE_NAME', 'PaymentTokens2026', false],
  ['SECRET_ARN_PARAMETER', 'PaymentSecrets2026', false],
  ['partitionKey', 'CustomerIdentifier1', false],
  ['KEYBOARD', 'QwertyLayout1', false],
];

describe('a value in a field of a secret name', () => {
  for (const [name, value, isSecret] of NAMED)
    it(`${isSecret ? 'is' : 'is not'} a secret: ${name}: ${value}`, () => {
      expect(isSecretByName(name, value)).to.equal(isSecret);
    });
});

describe('a process variable', () => {
  const variables: readonly (readonly [name: string, value: string, isSecret: boolean])[] = [
    ['API_TOKEN', '', true],
    ['DB_PASSWORD', 'x', true],
    ['STRIPE', SECRETS[1] ?? '', true],
    ['DATABASE_URL', 'postgres://user:hunter2hunter2@db.bank.example/', true],
    ['PULL_REQUEST', '1234', false],
    ['REPOSITORY', 'github.com/bank/payments', false],
    ['ALARM_EMAIL', 'on-call@bank.example', false],
    ['TOKEN_TTL', '300', false],
  ];
  for (const [name, value, isSecret] of variables)
    it(`${isSecret ? 'is' : 'is not'} a secret: ${name}=${value.slice(0, 12)}`, () => {
      expect(isSecretVariable(name, value)).to.equal(isSecret);
    });
});

describe('a secret in a spec', () => {
  for (const [name, more] of [
    [
      'a variable of a function',
      'functions: { payment-processor: { environment: { DB_PASSWORD: correcthorsebatterystaple } } }',
    ],
    ['the default of a token', `variables: { API_TOKEN: { default: ${HEX} } }`],
    ['a tag', `tags: { note: ${'whsec_'.concat('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw')} }`],
  ] as const)
    it(`is an error in ${name}, which does not quote the secret`, () => {
      const read = readFrom(ROOT);
      const { diagnostics } = compileSpec(
        'spec/own.yaml',
        (path, within) =>
          path === 'spec/own.yaml' ? `extends: development.yaml\nsuffix: own\n${more}\n` : read(path, within),
        SURROUNDINGS,
      );
      expect(diagnostics.map(({ code }) => code)).to.include('ENV3072');
    });
});
