// Checks the length of policies and other texts as AWS gets them.

import { type Diagnostic, diagnose } from '../diagnostics/diagnostic';
import type { AnyResourceNode } from '../graph/graph';
import type { Value } from '../graph/value';
import { deployedTexts } from './deployed-text';
import { INPUT_SIZES, type InputSize } from './input-sizes';
import type { ResourceRule, RuleContext } from './rule';

/** Texts that AWS counts together: usually one. */
interface Measured {
  readonly size: InputSize;
  readonly node: AnyResourceNode;
  readonly name: string;
  readonly found: number;
}

/** ENV3201: a policy or another text that is longer than AWS takes. What only AWS knows counts with its usual length. */
export const inputSizeRule: ResourceRule = (context, graph) => {
  const textOf = deployedTexts(graph);
  const measured = new Map<string, Measured>();
  for (const node of graph.resources) {
    const sizes = INPUT_SIZES[node.kind];
    if (typeof sizes === 'string') continue;
    const inputs = node.inputs as Readonly<Record<string, Value | undefined>>;
    for (const size of sizes) {
      const value = inputs[size.input];
      if (value === undefined) continue;
      const shared = size.sharedBy === undefined ? undefined : inputs[size.sharedBy];
      const name = textOf(shared ?? inputs.name ?? inputs.alarmName ?? '');
      const key = `${node.kind} ${size.input} ${shared === undefined ? node.id : name}`;
      const found = (measured.get(key)?.found ?? 0) + lengthOf(textOf(value), size.unit);
      measured.set(key, { size, node, name, found });
    }
  }
  return [...measured.values()].flatMap((text) => check(context, text));
};

function check({ environment, at, otherSide }: RuleContext, { size, node, name, found }: Measured): Diagnostic[] {
  const { what, service, unit, field } = size;
  const most = size.most(environment.quotas);
  if (found <= most) return [];
  const help = field === undefined ? size.help : `${size.help}; or have AWS raise the quota and set ${field}`;
  const related = field === undefined ? [] : otherSide('the quota is set here', field.split('.'));
  const place = at(node.origin.path.split('.'), 'key');
  return [diagnose('text-beyond-limit', place, { what, name, found, most, unit, service }, { help, related })];
}

/** IAM does not count white space, and neither JSON text nor the other texts of ours have any that matters. */
function lengthOf(text: string, unit: InputSize['unit']): number {
  return unit === 'bytes' ? Buffer.byteLength(text) : text.length;
}
