// A secret has no place in a spec, which is kept in git and shown to whoever reviews it.

import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import { nameSecret } from '../diagnostics/secrets';
import type { PathStep, SpecNode } from '../source/spec-node';
import type { Rule } from './rule';

/** ENV3072: a text that looks like a secret, by its form or by the name that it stands under. */
export const secretRule: Rule = ({ root, at }) => {
  const find = (node: SpecNode, path: readonly PathStep[]): Diagnostic[] => {
    if (node.type === 'map') return [...node.entries].flatMap(([name, { value }]) => find(value, [...path, name]));
    if (node.type === 'list') return node.items.flatMap((item, index) => find(item, [...path, index]));
    if (typeof node.value !== 'string') return [];
    const [name, field] = path.slice(-2);
    const secret = nameSecret(
      field === 'default' ? `${name}: default: ${node.value}` : `${path.at(-1)}: ${node.value}`,
    );
    const help =
      'take it out of git and change it, for it was seen; keep it in AWS Secrets Manager, and write its ARN here, or {{ env.NAME }} for a process variable';
    return secret === undefined ? [] : [diagnose('secret', at(path), { secret }, { help })];
  };
  return find(root, []);
};
