// Checks the length of physical names.

import { defineDiagnostics } from '../../../diagnostics/definition';
import { type PhysicalName, physicalNames } from '../common/physical-names';
import type { ResourceRule } from '../rule';
import { patternParts } from './name-pattern';

const diagnose = defineDiagnostics({
  'name-length': {
    code: 'ENV3056',
    severity: 'error',
    summary: 'A physical name is too long or too short for AWS.',
    explanation: [
      'Physical names follow `naming.pattern`, so one long field makes all names long.',
      'AWS rejects the name in the middle of a deployment: IAM allows 64 characters for a role (CreateRole), Lambda 64 for a function (CreateFunction), SQS 80 for a queue (CreateQueue), DynamoDB 3 to 255 for a table (CreateTable), CloudWatch 255 for an alarm (PutMetricAlarm).',
      'The name of a FIFO queue includes its suffix .fifo.',
      "The role of a function is named `role-` and the function's name.",
      'Shorten the longest field.',
      'A new pattern renames all resources, which replaces them.',
    ],
    message: (p: {
      what: string;
      name: string;
      service: string;
      most: number;
      fewest: number;
      others: readonly string[];
    }) =>
      `the name of the ${p.what}, ${JSON.stringify(p.name)}, has ${p.name.length} ${p.name.length === 1 ? 'character' : 'characters'}; ${p.service} allows ${p.fewest} to ${p.most}${p.others.length > 0 ? `; the same applies to ${p.others.slice(0, 3).join(', ')}${p.others.length > 3 ? ` and ${p.others.length - 3} more` : ''}` : ''}`,
  },
});

/** ENV3056: names that are too long or too short. A single finding at the longest field of the longest name. */
export const nameLengthRule: ResourceRule = {
  diagnose,
  *check(context, graph) {
    const wrong = physicalNames(graph).filter(
      ({ name, form: { most, fewest } }) => name.length > most || name.length < fewest,
    );
    const [worst, ...others] = wrong.sort((a, b) => excess(b) - excess(a));
    if (worst === undefined) return;
    const { name, form, node, isLogical } = worst;
    const parts = isLogical ? [] : patternParts(context);
    const pattern = parts.map(({ field, path, text }) => ({ field, path, length: text.length }));
    const rest = name.length - pattern.reduce((sum, { length }) => sum + length, 0);
    const own = { field: node.origin.path, path: node.origin.steps, length: rest };
    const shares = [own, ...pattern].filter(({ length }) => length > 0).sort((a, b) => b.length - a.length);
    const [longest = own] = shares;
    const listed = shares.map(({ field, length }) => `${field} ${length}`).join(', ');
    const help =
      excess(worst) > 0
        ? `shorten it by ${excess(worst)} characters; its ${name.length} characters consist of ${listed}`
        : 'lengthen the name of the part, or naming.pattern';
    const place = context.at(longest.path, longest === own ? 'key' : 'value');
    yield diagnose('name-length', place, { ...form, name, others: others.map(describe) }, { help });
  },
};

function excess({ name, form }: PhysicalName): number {
  return name.length - form.most;
}

function describe({ name, form }: PhysicalName): string {
  return `the ${form.what} ${JSON.stringify(name)} (${name.length} characters, at most ${form.most})`;
}
