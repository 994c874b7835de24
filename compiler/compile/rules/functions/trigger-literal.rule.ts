// Checks that the filters and the inputs of triggers, whose texts are literal, do not contain expressions.

import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import type { Rule, RuleContext } from '../rule';

const diagnose = defineDiagnostics({
  'literal-expression': {
    code: 'ENV3288',
    severity: 'error',
    summary: 'A filter or an input of a trigger contains an expression, which is not resolved there.',
    explanation: [
      'The texts of `filters` and `input` are literal, so the function would receive the braces, and a filter would match nothing.',
      'Pass a value of another part to the function in `environment`, where expressions are resolved.',
    ],
    message: (p: { field: string; name: string; text: string }) =>
      `${p.field} of trigger "${p.name}" has the literal text "${p.text}"; expressions are not resolved there`,
  },
});

/** ENV3288: an expression in a literal text of a trigger. */
export const triggerLiteralRule: Rule = {
  diagnose,
  *check(context) {
    for (const [lambda, { triggers }] of Object.entries(context.environment.functions))
      for (const [name, { filters, input }] of Object.entries(triggers)) {
        yield* checkTexts(context, [lambda, name, 'filters'], filters);
        yield* checkTexts(context, [lambda, name, 'input'], input);
      }
  },
};

function* checkTexts(
  { at }: RuleContext,
  [lambda, name, field]: readonly [lambda: string, name: string, field: 'filters' | 'input'],
  value: unknown,
): Generator<Diagnostic> {
  const [text] = expressionsIn(value);
  if (text === undefined) return;
  const help = 'write the value itself, or pass it to the function in environment';
  yield diagnose(
    'literal-expression',
    at(['functions', lambda, 'triggers', name, field]),
    { field, name, text },
    { help },
  );
}

/** The expressions in the keys and texts of a value. */
function expressionsIn(value: unknown): string[] {
  if (typeof value === 'string') return /\{\{.*?\}\}/.exec(value)?.slice(0, 1) ?? [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [...expressionsIn(key), ...expressionsIn(item)]);
}
