// Detects texts that look like secrets, and masks them in output.

/** A form of secrets: its name and its pattern. */
export interface SecretForm {
  readonly name: string;
  readonly pattern: RegExp;
}

/** Forms that issuers document, and the form of keys in base64. They do not match ARNs, names or paths. */
const SECRET_FORMS: readonly SecretForm[] = [
  { name: 'an AWS access key id', pattern: /(?:AKIA|ASIA)[A-Z0-9]{16}/g },
  {
    name: 'a private key',
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[^-]*-----END [A-Z ]*PRIVATE KEY-----|.*)/gs,
  },
  {
    name: 'a key of a payment provider',
    pattern: /(?:(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}|whsec_[A-Za-z0-9+/=]{16,})/g,
  },
  { name: 'a token of GitHub', pattern: /(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,})/g },
  { name: 'a token of Slack', pattern: /xox[abeoprs]-[A-Za-z0-9-]{10,}/g },
  {
    name: 'a JSON Web Token',
    pattern: /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*/g,
  },
  { name: 'a password in a URL', pattern: /(?<=:\/\/[^\s:@/]{1,64}:)[^\s:@/]{1,256}(?=@)/g },
  {
    name: 'a key in base64',
    // An AWS secret access key has 40 characters, and a line of a private key 64. Keys mix capitals, small letters and digits, unlike words.
    pattern:
      /(?<![A-Za-z0-9+/])(?=[A-Za-z+/]*[0-9][A-Za-z+/]*[0-9])(?=[a-z0-9+/]*[A-Z])(?=[A-Z0-9+/]*[a-z])(?![A-Za-z0-9+]*\/[A-Za-z0-9+]*\/[A-Za-z0-9+]*\/)[A-Za-z0-9+/]{40,}={0,2}/g,
  },
  {
    name: 'a secret, by the name of its field',
    // The value of such a field may look harmless. ARNs, paths and expressions only refer to a secret.
    pattern:
      /(?<=(?<![:/])(?:SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIALS?)["']?\s{0,8}[:=](?:\s{0,40}\{?\s{0,8}default["']?\s{0,8}:)?\s{0,8}["']?)(?!arn:|\{\{|[a-z]+(?:-[a-z]+)+(?:-v?\d{1,3})?(?![^\s"'{},]))(?=[^\s"'{},/:]*\d)[^\s"'{},/:]{12,}/gi,
  },
  {
    name: 'a password, by the name of its field',
    // The names of process variables are in capitals, unlike words of a sentence.
    pattern: /(?<=(?:PASSWORD|PASSWD)["']?\s{0,8}[:=]\s{0,8}["']?)(?!arn:|\{\{)[^\s"'{},/:]{8,}/g,
  },
];

/** Words that end the name of a secret. */
const SECRET_WORDS =
  /(?:^|_)(?:SECRETS?|TOKENS?|PASSWORDS?|PASSWD|PWD|PASSPHRASE|CREDENTIALS?|(?:ACCESS|API|AUTH|CLIENT|ENCRYPTION|HMAC|MASTER|PRIVATE|SECRET|SIGNING|WEBHOOK)_?KEY)(?:_[0-9]+)?$/;

/** The minimum length of a value that counts as a secret by its name: shorter values are switches and placeholders. */
const SHORTEST_SECRET = 8;

/** Values that only refer to a secret, or are placeholders: ARNs, expressions, URLs, paths, and words with hyphens between them. */
const HARMLESS = /^arn:|\{\{|^[a-z][a-z0-9+.-]*:\/\/|^\.{0,2}\/|^[a-z]+(?:[-_. ][a-z]+)+(?:[-_.]v?\d{1,3})?$|^\d+$/;

/** Whether a value is a secret by the name of its field, such as `apiKey` or `DB_PASSWORD`. */
export function isSecretByName(name: string, value: string): boolean {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
  return SECRET_WORDS.test(words) && value.length >= SHORTEST_SECRET && !HARMLESS.test(value);
}

/** Whether a process variable holds a secret, by its name or by the form of its value. */
export function isSecretVariable(name: string, value: string): boolean {
  return SECRET_WORDS.test(name) || nameSecret(value) !== undefined;
}

/** The kind of secret that a text contains; undefined if it contains none. */
export function nameSecret(text: string): string | undefined {
  return SECRET_FORMS.find(({ pattern }) => text.search(pattern) >= 0)?.name;
}

/** Replaces texts that look like secrets with asterisks; the length stays the same. */
export function maskSecrets(text: string): string {
  return SECRET_FORMS.reduce(
    (masked, { pattern }) => masked.replace(pattern, (secret) => '*'.repeat(secret.length)),
    text,
  );
}
