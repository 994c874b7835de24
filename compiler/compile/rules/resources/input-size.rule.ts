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

type Inputs = Readonly<Record<string, Value | undefined>>;

/** A text whose length AWS limits, or texts whose total length it limits. */
interface Measured {
  readonly size: InputSize;
  readonly node: AnyResourceNode;
  readonly name: () => string;
  readonly found: number;
}

/** ENV3201: a policy or another text that is too long. Values that only AWS knows are measured with their usual length. */
export const inputSizeRule: ResourceRule = {
  diagnose,
  *check(context, graph) {
    const textOf = deployedTexts(graph);
    const shared = new Map<string, Measured>();
    for (const node of graph.resources) {
      const sizes = KINDS[node.kind].texts;
      if (typeof sizes === 'string') continue;
      const inputs = node.inputs as Inputs;
      for (const size of sizes) {
        const value = inputs[size.input];
        if (value === undefined) continue;
        const found = lengthOf(textOf(value), size.unit);
        const sharing = size.sharedBy === undefined ? undefined : inputs[size.sharedBy];
        if (sharing === undefined) {
          const name = () => textOf(inputs.name ?? inputs.alarmName ?? '');
          yield* check(context, { size, node, name, found });
          continue;
        }
        const name = textOf(sharing);
        const key = `${node.kind} ${size.input} ${name}`;
        shared.set(key, { size, node, name: () => name, found: (shared.get(key)?.found ?? 0) + found });
      }
    }
    for (const texts of shared.values()) yield* check(context, texts);
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
  return [diagnose('text-beyond-limit', place, { what, name: name(), found, most, unit, service }, { help, related })];
}

/** The length without white space, which IAM does not count. */
function lengthOf(text: string, unit: InputSize['unit']): number {
  return unit === 'bytes' ? Buffer.byteLength(text) : text.length;
}
