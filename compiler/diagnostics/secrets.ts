// Detects texts that look like secrets, and masks them in output.

/** A form of secrets: its name and its pattern. */
export interface SecretForm {
  readonly name: string;
  readonly pattern: RegExp;
  /** Whether a match is a secret, for forms that a pattern alone cannot express. */
  readonly confirm?: (match: string) => boolean;
}

/** Forms that issuers document, and the form of keys in base64. They do not match ARNs, names or paths. */
const SECRET_FORMS: readonly SecretForm[] = [
  { name: 'an AWS access key id', pattern: /(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}|ABSK[A-Za-z0-9+/]{40,}={0,2}/g },
  {
    name: 'a private key',
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[^-]*-----END [A-Z ]*PRIVATE KEY-----|.*)/gs,
  },
  {
    name: 'a key of a payment provider',
    pattern:
      /(?:sk|rk)_(?:live|test|prod)_[A-Za-z0-9]{16,}|wh(?:sec|sk)_[A-Za-z0-9+/=]{16,}|(?<![A-Za-z0-9])(?:sq0atp-|EAAA)[A-Za-z0-9_-]{22,60}|sq0csp-[A-Za-z0-9_-]{43}|access-(?:sandbox|development|production)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|FLWSECK(?:_TEST)?-[A-Za-z0-9]{12,}|duffel_(?:test|live)_[A-Za-z0-9_=-]{43}|EZ[AT]K[A-Za-z0-9]{54}/g,
  },
  { name: 'a token of GitHub', pattern: /(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{40,})/g },
  {
    name: 'a token of Slack',
    pattern:
      /xox[abeoprs]-[A-Za-z0-9-]{10,}|(?<=hooks\.slack\.com\/(?:services|workflows|triggers)\/)[A-Za-z0-9+/]{20,}/g,
  },
  {
    name: 'a key of a service',
    // Twilio, SendGrid, npm, Google, Pulumi, HashiCorp Vault and HCP Terraform.
    pattern:
      /(?<![A-Za-z0-9])(?:SK[0-9a-f]{32}(?![0-9a-f])|SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{32,}|npm_[A-Za-z0-9]{36}|AIza[A-Za-z0-9_-]{35}|pul-[0-9a-f]{40}|hv[sb]\.[A-Za-z0-9_-]{24,})|[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,}/g,
  },
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
    pattern:
      /(?<=(?:PASSWORD|PASSWD|PASSPHRASE)["']?\s{0,8}[:=]\s{0,8}["']?)(?!arn:|\{\{)[^\s"'{},/:]{8,}|(?<=(?:PASSWORD|PASSWD|PASSPHRASE)["']?\s{0,8}:\s{0,40}\{?\s{0,8}default["']?\s{0,8}:\s{0,8}["']?)(?!arn:|\{\{|[a-z]+(?:-[a-z]+)+(?![^\s"'{},]))[^\s"'{},/:]{8,}/g,
  },
  {
    name: 'random text, as keys are',
    // Shorter than a key in base64. Parts of ARNs, URLs, paths and names with hyphens and underscores are not matched.
    pattern: /(?<![A-Za-z0-9+/_.:@=-])[A-Za-z0-9+]{24,}={0,2}(?![A-Za-z0-9+/_.:@-])/g,
    confirm: isRandom,
  },
];

/** The minimum share of neighbouring characters of different classes in random text. Names in camel case have about a third. */
const LEAST_CHANGES = 0.42;

/** The minimum entropy of random text in bits a character (as in detect-secrets, whose limit for base64 is 4.5 for longer texts). */
const LEAST_ENTROPY = 3.8;

/** Whether a text of letters and digits is random: it has both cases and digits, which change often, and few repetitions. */
function isRandom(text: string): boolean {
  const classes = [...text.replaceAll('=', '')].map(classOf);
  if (new Set(classes).size < 3 || !['a', 'A', '0'].every((one) => classes.includes(one))) return false;
  const changes = classes.filter((one, index) => index > 0 && one !== classes[index - 1]).length;
  return changes / (classes.length - 1) >= LEAST_CHANGES && entropyOf(text) >= LEAST_ENTROPY;
}

function classOf(character: string): string {
  if (/[a-z]/.test(character)) return 'a';
  if (/[A-Z]/.test(character)) return 'A';
  return /[0-9]/.test(character) ? '0' : '-';
}

/** Shannon's entropy of the characters, in bits a character. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}

/** Words that end the name of a secret. */
const SECRET_WORDS =
  /(?:^|_)(?:SECRETS?|TOKENS?|PASSWORDS?|PASSWD|PWD|PASSPHRASE|CREDENTIALS?|(?:ACCESS|API|AUTH|CLIENT|ENCRYPTION|HMAC|MASTER|PRIVATE|SECRET|SIGNING|WEBHOOK)_?KEY)(?:_[0-9]+)?$/;

/** The minimum length of a value that counts as a secret by its name: shorter values are switches and placeholders. */
const SHORTEST_SECRET = 8;

/** Values that only refer to a secret, or are placeholders: ARNs, expressions, URLs, paths, and words with hyphens between them. */
const HARMLESS = /^arn:|\{\{|^[a-z][a-z0-9+.-]*:\/\/|^\.{0,2}\/|^[a-z]+(?:[-_. ][a-z]+)+(?:[-_.]v?\d{1,3})?$|^\d+$/;

/** Words that end the name of a password. */
const PASSWORD_WORDS = /(?:^|_)(?:PASSWORDS?|PASSWD|PWD|PASSPHRASE)(?:_[0-9]+)?$/;

/** Values that only refer to a password: ARNs, expressions, URLs and paths. */
const REFERENCE = /^arn:|\{\{|^[a-z][a-z0-9+.-]*:\/\/|^\.{0,2}\//;

const PLACEHOLDER = /placeholder|change-?me|replace-?me|not-?set|unknown|example/i;

/** Whether a value is a secret by the name of its field, such as `apiKey` or `DB_PASSWORD`. */
export function isSecretByName(name: string, value: string): boolean {
  if (value.length < SHORTEST_SECRET) return false;
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
  if (!SECRET_WORDS.test(words)) return false;
  // Passwords are often words or digits only.
  return PASSWORD_WORDS.test(words) ? !REFERENCE.test(value) && !PLACEHOLDER.test(value) : !HARMLESS.test(value);
}

/** Whether a process variable holds a secret, by its name or by the form of its value. */
export function isSecretVariable(name: string, value: string): boolean {
  return SECRET_WORDS.test(name) || nameSecret(value) !== undefined;
}

/** The kind of secret that a text contains; undefined if it contains none. */
export function nameSecret(text: string): string | undefined {
  return SECRET_FORMS.find(({ pattern, confirm }) =>
    confirm === undefined ? text.search(pattern) >= 0 : text.match(pattern)?.some(confirm),
  )?.name;
}

/** Replaces texts that look like secrets with asterisks; the length stays the same. */
export function maskSecrets(text: string): string {
  return SECRET_FORMS.reduce(
    (masked, { pattern, confirm = () => true }) =>
      masked.replace(pattern, (found) => (confirm(found) ? '*'.repeat(found.length) : found)),
    text,
  );
}
