// Checks that AWS accepts the tags, including the default tags of the provider.

import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { list } from '../../../diagnostics/words';
import type { PathStep } from '../../../source/spec-node';
import type { Rule, RuleContext } from '../rule';

const diagnose = defineDiagnostics({
  'too-many-tags': {
    code: 'ENV3059',
    severity: 'error',
    summary: 'A resource has more tags than AWS allows.',
    explanation: [
      'A resource has at most 50 tags (Tagging AWS Resources, "Tag naming limits and requirements").',
      'The `tags` of the spec and `provider.defaultTags` are merged, and both count.',
      'The key of `encryption.key: CUSTOMER_MANAGED` has one more tag, `Name`.',
    ],
    message: (p: { count: number; most: number }) =>
      `a resource has ${p.count} tags, including the default tags of the provider; AWS allows at most ${p.most}`,
  },
  'tag-value': {
    code: 'ENV3060',
    severity: 'error',
    summary: 'The value of a tag is not allowed by AWS.',
    explanation: [
      'A value has at most 256 letters, digits, spaces and characters of _.:/=+-@, and does not begin with aws: (IAM API, TagRole, the strictest of the services).',
      'Values from process variables, such as the author of a commit, are checked with their current value: `dependabot[bot]` is rejected.',
    ],
    message: {
      long: (p: { key: string; length: number; most: number }) =>
        `the value of tag "${p.key}" has ${p.length} characters; AWS allows at most ${p.most}`,
      reserved: (p: { key: string }) => `the value of tag "${p.key}" begins with aws:, which is reserved`,
      characters: (p: { key: string; refused: readonly string[] }) =>
        `the value of tag "${p.key}" contains ${list(p.refused)}`,
    },
  },
  'tags-differ-in-case': {
    code: 'ENV3061',
    severity: 'error',
    summary: 'Two tags have keys that differ in upper and lower case only.',
    explanation: [
      'IAM treats such keys as equal, and rejects the roles of the functions (IAM User Guide, "Tags for AWS Identity and Access Management resources").',
      'Other services keep both, and cost reports show two.',
      'The default tags of the provider count too.',
    ],
    message: (p: { key: string; other: string }) =>
      `tags "${p.key}" and "${p.other}" differ only in upper and lower case`,
  },
});

/** The maximum number of user tags of a resource (Tagging AWS Resources, "Tag naming limits and requirements"). */
const MOST_TAGS = 50;

/** The maximum length of a value in characters (ibid.). */
const LONGEST_VALUE = 256;

/** The characters that IAM allows in a value, the strictest of the services (IAM API, TagRole). */
const CHARACTER = /[\p{L}\p{Z}\p{N}_.:/=+\-@]/u;

interface Tag {
  readonly key: string;
  readonly value: string;
  readonly path: readonly PathStep[];
}

/** ENV3059: too many tags. ENV3060: a value that AWS rejects. ENV3061: keys that differ only in case. */
export const tagRule: Rule = {
  diagnose,
  *check(context) {
    const { environment } = context;
    const own = tagsAt(environment.tags, ['tags']);
    const inherited = tagsAt(environment.provider.defaultTags, ['provider', 'defaultTags']);
    const merged = [...inherited.filter(({ key }) => !Object.hasOwn(environment.tags, key)), ...own];
    // The environment's key also has a tag with its name.
    const name = merged.some(({ key }) => key === 'Name') || environment.encryption.key !== 'CUSTOMER_MANAGED' ? 0 : 1;
    yield* checkNumber(context, merged.length + name);
    for (const tag of merged) yield* checkValue(context, tag);
    yield* checkCase(context, merged);
  },
};

function tagsAt(tags: Readonly<Record<string, string>>, path: readonly PathStep[]): Tag[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value, path: [...path, key] }));
}

function checkNumber({ environment, at, otherSide }: RuleContext, count: number): Diagnostic[] {
  if (count <= MOST_TAGS) return [];
  const defaults = specPath('provider', 'defaultTags');
  const larger = Object.keys(environment.tags).length >= Object.keys(environment.provider.defaultTags).length;
  const [path, other, what] = larger
    ? [['tags'], defaults, 'the default tags of the provider']
    : [defaults, ['tags'], 'the tags of the resources'];
  return [
    diagnose(
      'too-many-tags',
      at(path, 'key'),
      { count, most: MOST_TAGS },
      { help: `remove ${count - MOST_TAGS} of them`, related: otherSide(what, other) },
    ),
  ];
}

function* checkValue({ at }: RuleContext, { key, value, path }: Tag): Generator<Diagnostic> {
  const { length } = value;
  const refused = [...new Set([...value].filter((character) => !CHARACTER.test(character)))];
  if (length > LONGEST_VALUE) {
    const help = `shorten it by ${length - LONGEST_VALUE} characters`;
    yield diagnose('tag-value', at(path), { is: 'long', key, length, most: LONGEST_VALUE }, { help });
  } else if (/^aws:/i.test(value)) {
    yield diagnose('tag-value', at(path), { is: 'reserved', key }, { help: 'change its beginning' });
  } else if (refused.length > 0) {
    const help = 'use letters, digits, spaces and _.:/=+-@';
    yield diagnose('tag-value', at(path), { is: 'characters', key, refused }, { help });
  }
}

/** Compares keys without case, as IAM does unlike other services (IAM User Guide, "Tags for AWS Identity and Access Management resources"). */
function checkCase({ environment, at }: RuleContext, tags: readonly Tag[]): Diagnostic[] {
  if (Object.keys(environment.functions).length === 0) return [];
  const first = new Map<string, Tag>();
  return tags.flatMap(({ key, path }) => {
    const other = first.get(key.toLowerCase());
    if (other === undefined) {
      first.set(key.toLowerCase(), { key, value: '', path });
      return [];
    }
    const related = [{ message: 'the other tag', span: at(other.path, 'key') }];
    const parameters = { key, other: other.key };
    return [diagnose('tags-differ-in-case', at(path, 'key'), parameters, { related, help: 'keep one of them' })];
  });
}
