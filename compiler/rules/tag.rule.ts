// Tags are ones that AWS takes, once the provider's are merged in.

import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import type { PathStep } from '../source/spec-node';
import type { Rule, RuleContext } from './rule';

/** User-made tags of one resource (Tagging AWS Resources, "Tag naming limits and requirements"). */
const MOST_TAGS = 50;

/** Characters of a value (ibid.). */
const LONGEST_VALUE = 256;

/** What IAM takes in a value, the strictest of the services (IAM API, TagRole). */
const CHARACTER = /[\p{L}\p{Z}\p{N}_.:/=+\-@]/u;

interface Tag {
  readonly key: string;
  readonly value: string;
  readonly path: readonly PathStep[];
}

/** ENV3059: more tags than a resource takes. ENV3060: a value that AWS refuses. ENV3061: keys that differ in case alone. */
export const tagRule: Rule = (context) => {
  const { environment } = context;
  const own = tagsAt(environment.tags, ['tags']);
  const inherited = tagsAt(environment.provider.defaultTags, ['provider', 'defaultTags']);
  const merged = [...inherited.filter(({ key }) => !Object.hasOwn(environment.tags, key)), ...own];
  const name = merged.some(({ key }) => key === 'Name') || environment.encryption.key !== 'CUSTOMER_MANAGED' ? 0 : 1;
  return [
    // The environment's own key is tagged with its name as well.
    ...checkNumber(context, merged.length + name),
    ...merged.flatMap((tag) => checkValue(context, tag)),
    ...checkCase(context, merged),
  ];
};

function tagsAt(tags: Readonly<Record<string, string>>, path: readonly PathStep[]): Tag[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value, path: [...path, key] }));
}

function checkNumber({ environment, at, otherSide }: RuleContext, count: number): Diagnostic[] {
  if (count <= MOST_TAGS) return [];
  const defaults = ['provider', 'defaultTags'];
  const larger = Object.keys(environment.tags).length >= Object.keys(environment.provider.defaultTags).length;
  const [path, other, what] = larger
    ? [['tags'], defaults, "the provider's tags"]
    : [defaults, ['tags'], "the resources' own tags"];
  return [
    diagnose(
      'too-many-tags',
      at(path, 'key'),
      { count, most: MOST_TAGS },
      { help: `remove ${count - MOST_TAGS} of them`, related: otherSide(what, other) },
    ),
  ];
}

function checkValue({ at }: RuleContext, { key, value, path }: Tag): Diagnostic[] {
  const refuse = (problem: string, help: string) => [diagnose('tag-value', at(path), { key, problem }, { help })];
  if (value.length > LONGEST_VALUE)
    return refuse(
      `has ${value.length} characters; AWS takes ${LONGEST_VALUE}`,
      `shorten it by ${value.length - LONGEST_VALUE}`,
    );
  if (/^aws:/i.test(value))
    return refuse('begins with aws:, which AWS keeps for itself', 'begin it with something else');
  const refused = [...new Set([...value].filter((character) => !CHARACTER.test(character)))];
  if (refused.length === 0) return [];
  const listed = refused.map((character) => JSON.stringify(character)).join(', ');
  return refuse(`has ${listed} in it`, 'AWS takes letters, digits, spaces and _.:/=+-@');
}

/** IAM tells keys apart without their case, other services with it (IAM User Guide, "Tags for AWS Identity and Access Management resources"). */
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
