// Checks the characters of physical names.

import { defineDiagnostics } from '../../../diagnostics/definition';
import { list } from '../../../diagnostics/words';
import { physicalNames } from '../common/physical-names';
import type { ResourceRule } from '../rule';
import { patternParts } from './name-pattern';

const diagnose = defineDiagnostics({
  'name-characters': {
    code: 'ENV3057',
    severity: 'error',
    summary: 'A field of the naming pattern has a character that AWS does not allow in a name.',
    explanation: [
      'The name of each resource contains the fields of `naming.pattern`, and the services allow different characters: Lambda and SQS allow letters, digits, hyphens and underscores only (CreateFunction, CreateQueue).',
      'A space or an umlaut in `suffix` or `environment` would stop the first deployment midway.',
    ],
    message: (p: { field: string; text: string; refused: readonly string[]; kinds: readonly string[] }) =>
      `${p.field} ${JSON.stringify(p.text)} contains ${list(p.refused)}, which names of ${p.kinds.join(', ')} cannot contain`,
  },
});

/** ENV3057: a character that is not allowed in names. It comes from the naming pattern, since the schema restricts the names of parts. */
export const nameCharactersRule: ResourceRule = {
  diagnose,
  *check(context, graph) {
    const patterned = physicalNames(graph).filter(({ isLogical }) => !isLogical);
    const forms = [...new Set(patterned.map(({ form }) => form))];
    const refusing = (character: string) => forms.filter((form) => !form.character.test(character));
    const help = 'use letters, digits, - and _, which all names allow';
    for (const { field, path, text } of patternParts(context)) {
      const refused = [...new Set(text)].filter((character) => refusing(character).length > 0);
      if (refused.length === 0) continue;
      const kinds = [...new Set(refused.flatMap(refusing))]
        .map(({ what }) => `${what.replace(/(?<![aeiou])y$/, 'ie')}s`)
        .sort();
      yield diagnose('name-characters', context.at(path), { field, text, refused, kinds }, { help });
    }
  },
};
