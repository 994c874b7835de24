// Physical names have the characters that AWS takes.

import { diagnose } from '../diagnostics/diagnostic';
import { patternParts } from './name-pattern';
import { physicalNames } from './physical-names';
import type { ResourceRule } from './rule';

/** ENV3057: a character that names may not have. Names of parts are always fine: it comes from the pattern. */
export const nameCharactersRule: ResourceRule = (context, graph) => {
  const patterned = physicalNames(graph).filter(({ isLogical }) => !isLogical);
  const forms = [...new Set(patterned.map(({ form }) => form))];
  return patternParts(context).flatMap(({ field, path, text }) => {
    const isRefusedBy = (character: string) => forms.filter((form) => !form.character.test(character));
    const refused = [...new Set(text)].filter((character) => isRefusedBy(character).length > 0);
    if (refused.length === 0) return [];
    const kinds = [...new Set(refused.flatMap(isRefusedBy))]
      .map(({ what }) => `${what.replace(/(?<![aeiou])y$/, 'ie')}s`)
      .sort();
    return [
      diagnose(
        'name-characters',
        context.at(path),
        { field, text, refused, kinds },
        { help: 'letters, digits, - and _ are fine in all names' },
      ),
    ];
  });
};
