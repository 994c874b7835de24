// What looks like a secret, and how it is kept out of whatever is printed.

/** A form of secrets: what it is called, and how it is told from other text. */
export interface SecretForm {
  readonly name: string;
  readonly pattern: RegExp;
}

/** Forms that issuers document, and the form of keys in base64. None of them matches an ARN, a name or a path. */
export const SECRET_FORMS: readonly SecretForm[] = [
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
    // 40 characters are an AWS secret access key, 64 a line of a private key; capitals, small letters and digits tell them from words.
    pattern:
      /(?<![A-Za-z0-9+/])(?=[A-Za-z+/]*[0-9][A-Za-z+/]*[0-9])(?=[a-z0-9+/]*[A-Z])(?=[A-Z0-9+/]*[a-z])(?![A-Za-z0-9+]*\/[A-Za-z0-9+]*\/[A-Za-z0-9+]*\/)[A-Za-z0-9+/]{40,}={0,2}/g,
  },
  {
    name: 'a secret, by the name that it stands under',
    // What is in a secret's place need not look like one; an ARN, a path or an expression only leads to it.
    pattern:
      /(?<=(?<![:/])(?:SECRET|TOKEN|PASSWORD|PASSWD|API_?KEY|PRIVATE_?KEY|CREDENTIALS?)["']?\s{0,8}[:=](?:\s{0,40}\{?\s{0,8}default["']?\s{0,8}:)?\s{0,8}["']?)(?!arn:|\{\{)(?=[^\s"'{},/:]*\d)[^\s"'{},/:]{12,}/gi,
  },
  {
    name: 'a password, by the name that it stands under',
    // Of a process variable, whose name is in capitals: words in a sentence are not one.
    pattern: /(?<=(?:PASSWORD|PASSWD)["']?\s{0,8}[:=]\s{0,8}["']?)(?!arn:|\{\{)[^\s"'{},/:]{8,}/g,
  },
];

/** What a text looks like that holds a secret; undefined of any other. */
export function nameSecret(text: string): string | undefined {
  return SECRET_FORMS.find(({ pattern }) => text.search(pattern) >= 0)?.name;
}

/** The same text, as long as before, with asterisks in place of what looks like a secret. */
export function maskSecrets(text: string): string {
  return SECRET_FORMS.reduce(
    (masked, { pattern }) => masked.replace(pattern, (secret) => '*'.repeat(secret.length)),
    text,
  );
}
