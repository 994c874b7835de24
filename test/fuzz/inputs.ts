// Generates inputs for the compiler: random bytes, random YAML, and mutated valid specs.

import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import type { Plain } from '../../compiler/source/spec-node';
import { environmentSchema } from '../../schema/environment-schema';
import { mutateNodes, type NodeMutation } from './nodes';
import { SEEDS, type SpecFiles } from './seeds';
import { mutateText, type TextMutation } from './text';

const KEY_LINE = 'MIIEowIBAAKCAQEA7canary0CANARY1canary2CANARY3canary4CANARY5cana6';

/** Values that look like secrets. The output must not contain them. */
const CANARIES: readonly string[] = [
  'AKIAIOSFODNN7CANARY1',
  `-----BEGIN RSA PRIVATE KEY-----\\n${KEY_LINE}\\n-----END RSA PRIVATE KEY-----`,
  `"-----BEGIN RSA PRIVATE KEY-----\\n${KEY_LINE}\\n-----END RSA PRIVATE KEY-----"`,
  KEY_LINE,
];

/** Texts that show that a canary was printed: the whole access key, or a distinctive part of the private key. */
export const SECRET_MARKERS: readonly string[] = ['AKIAIOSFODNN7CANARY1', KEY_LINE.slice(0, 50)];

const FIELDS = Object.keys(environmentSchema.properties ?? {});

/** Texts with a special meaning in YAML, JSON Schema, expressions or JavaScript. */
const TOKENS: readonly string[] = [
  ...['\t', '\0', '\r', '\n', '\u{feff}', '\u2028', '\u{1f4a5}', '\ud800', 'é', '\u202e', ' ', '  ', '\x1b[31m'],
  ...['&a ', '*a', '<<: ', '!!binary ', '!!set ', '!!timestamp ', '!own ', '%YAML 1.1\n---\n', '---\n', '...\n', '? '],
  ...['- ', ': ', ', ', '#', '|', '>', '"', "'", '{', '}', '[', ']', '@', '`', '~', '\\'],
  ...[
    '{{',
    '}}',
    '{{{',
    '{{ project }}',
    '{{ name }}',
    '{{ env.X }}',
    '{{#if a}}',
    '{{~ suffix ~}}',
    '{{ outputs.a }}',
  ],
  ...['{{ tables.payments.arn }}', '{{ __proto__.x }}', '{{ constructor }}', '{{ [a b] }}', '{{ ../a }}', '{{ @a }}'],
  ...[
    'null',
    'yes',
    'no',
    '012',
    '0x1F',
    '1e999',
    '.inf',
    '.nan',
    '12:30',
    '2026-01-01',
    '$&',
    '__proto__',
    'toString',
  ],
  ...['extends: system.yaml\n', 'extends: ../x.yaml\n', 'extends: "a\\0b.yaml"\n', '/a/{b+}', 'a'.repeat(300)],
  ...CANARIES,
];

const VALUES: readonly Plain[] = [
  ...[null, true, false, 0, -0, -1, 1, 0.5, 1e21, 1e-7, 2 ** 53, Number.POSITIVE_INFINITY, Number.NaN],
  ...['', [], {}, [[]], [null], { a: 1 }, [{ a: [] }], ['a', 'a']],
];

/** Text of any characters. fast-check's own unit for them maps a million characters when it is loaded, which takes seconds. */
const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff })), { maxLength })
    .map((points) => String.fromCodePoint(...points));

const name = fc.oneof(
  fc.constantFrom(
    ...FIELDS,
    'payments',
    'name',
    'a',
    '__proto__',
    'constructor',
    'toString',
    '0',
    '',
    'a.b',
    'é',
    'x/y',
    '~1',
  ),
  fc.string({ maxLength: 12 }),
);

const scalar: fc.Arbitrary<Plain> = fc.oneof(
  fc.constantFrom(...VALUES),
  fc.constantFrom<Plain>(...TOKENS),
  anyText(20),
  fc.integer(),
  fc.nat(1000),
  fc.double(),
);

const nodeMutation: fc.Arbitrary<NodeMutation> = fc.record({
  kind: fc.constantFrom('delete', 'double', 'rename', 'swap', 'copy', 'replace', 'vary', 'vary', 'vary', 'vary'),
  at: fc.nat(),
  other: fc.nat(),
  name,
  value: scalar,
});

const textMutation: fc.Arbitrary<TextMutation> = fc.record({
  kind: fc.constantFrom(
    'truncate',
    'leave-out',
    'double',
    'insert',
    'insert',
    'insert',
    'indent',
    'outdent',
    'swap-lines',
    'crlf',
  ),
  at: fc.nat(),
  length: fc.nat(40),
  inserted: fc.oneof(fc.constantFrom(...TOKENS), anyText(8)),
});

/** A file of random bytes as Node.js reads it: invalid UTF-8 becomes U+FFFD. */
export const randomBytes: fc.Arbitrary<SpecFiles> = fc
  .uint8Array({ maxLength: 400 })
  .map((bytes) => alone(Buffer.from(bytes).toString('utf8')));

/** A file of tokens in random order, or of random data with field names of the language. */
export const randomYaml: fc.Arbitrary<SpecFiles> = fc
  .oneof(
    fc
      .array(fc.oneof(fc.constantFrom(...TOKENS, ...FIELDS.map((field) => `${field}: `)), name), { maxLength: 30 })
      .map((tokens) => tokens.join('')),
    fc
      .dictionary(
        name,
        fc.letrec((tie) => ({
          value: fc.oneof(
            { maxDepth: 4, depthSize: 'small' },
            scalar,
            fc.array(tie('value'), { maxLength: 4 }),
            fc.dictionary(name, tie('value'), { maxKeys: 4 }),
          ),
        })).value,
        { maxKeys: 8 },
      )
      .map((data) => print(data as Plain, false)),
  )
  .map(alone);

/** A valid spec with up to three data mutations, up to two text mutations, or both, in one of its files. */
export const mutatedSpec: fc.Arbitrary<SpecFiles> = fc
  .record({
    // Prefers the small spec, which compiles much faster.
    seed: fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...SEEDS.slice(0, 1)) }, fc.constantFrom(...SEEDS)),
    file: fc.nat(),
    nodes: fc.array(nodeMutation, { maxLength: 3 }),
    texts: fc.array(textMutation, { maxLength: 2 }),
    json: fc.boolean(),
  })
  .map(({ seed, file, nodes, texts, json }) => {
    const paths = Object.keys(seed.texts);
    const path = paths[file % paths.length] as string;
    const text = seed.texts[path] as string;
    const changed = nodes.length === 0 ? text : print(mutateNodes(parse(text) as Plain, nodes), json);
    return { ...seed, texts: { ...seed.texts, [path]: mutateText(changed, texts) } };
  });

function alone(text: string): SpecFiles {
  return {
    spec: 'spec/a.yaml',
    texts: { 'spec/a.yaml': text, 'spec/system.yaml': SEEDS[0]?.texts['spec/small.yaml'] ?? '' },
  };
}

function print(data: Plain, json: boolean): string {
  return json ? JSON.stringify(data, undefined, 1) : stringify(data, { aliasDuplicateObjects: false });
}
