// Checks the length of policies and other texts as AWS receives them.

import type { Diagnostic } from '../../../diagnostics/diagnostic';
import type { AnyResourceNode } from '../../../graph/graph';
import type { InputSize } from '../../../graph/kinds/definition';
import { KINDS } from '../../../graph/kinds/kinds';
import type { Value } from '../../../graph/value';
import { formatPath } from '../../../source/spec-node';
import { deployedTexts } from '../common/deployed-text';
import type { ResourceRule, RuleContext } from '../rule';
import { diagnose } from './text-limit';

/** Texts whose total length AWS limits; usually one text. */
interface Measured {
  readonly size: InputSize;
  readonly node: AnyResourceNode;
  readonly name: string;
  readonly found: number;
}

/** ENV3201: a policy or another text that is too long. Values that only AWS knows are measured with their usual length. */
export const inputSizeRule: ResourceRule = {
  diagnose,
  *check(context, graph) {
    const textOf = deployedTexts(graph);
    const measured = new Map<string, Measured>();
    for (const node of graph.resources) {
      const sizes = KINDS[node.kind].texts;
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
    for (const text of measured.values()) yield* check(context, text);
  },
};

function check({ environment, at, otherSide }: RuleContext, { size, node, name, found }: Measured): Diagnostic[] {
  const { what, service, unit, field } = size;
  const most = size.most(environment.quotas);
  if (found <= most) return [];
  const help =
    field === undefined ? size.help : `${size.help}; or request a quota increase and set ${formatPath(field)}`;
  const related = field === undefined ? [] : otherSide('the quota is set here', field);
  const place = at(node.origin.steps, 'key');
  return [diagnose('text-beyond-limit', place, { what, name, found, most, unit, service }, { help, related })];
}

/** The length without white space, which IAM does not count. */
function lengthOf(text: string, unit: InputSize['unit']): number {
  return unit === 'bytes' ? Buffer.byteLength(text) : text.length;
}
