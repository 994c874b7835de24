// Checks the size of a function's environment variables.

import { specPath } from '../../../../schema/spec-path';
import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Text } from '../../../graph/value';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  'environment-too-large': {
    code: 'ENV3040',
    severity: 'error',
    summary: 'The environment variables of a function exceed 4 KB.',
    explanation: [
      'The names and values of all variables together are at most 4 KB, or Lambda rejects the function (AWS Lambda quotas, "Function configuration").',
      'Values that are known only after deployment are not counted here.',
    ],
    message: (p: { name: string; bytes: number; most: number }) =>
      `the environment variables of "${p.name}" have at least ${p.bytes} bytes; Lambda allows at most ${p.most}`,
  },
});

/** AWS Lambda quotas, "Function configuration": the names and values of all variables together. */
const MOST_BYTES = 4096;

/** ENV3040: more than 4 KB of environment variables, not counting values that are known only after deployment. */
export const environmentSizeRule: Rule = {
  diagnose,
  *check({ environment, at }) {
    for (const [name, { environment: variables }] of Object.entries(environment.functions)) {
      const sizes = Object.entries(variables).map(([variable, value]) => ({
        variable,
        bytes: Buffer.byteLength(variable) + knownBytes(value),
      }));
      const bytes = sizes.reduce((sum, size) => sum + size.bytes, 0);
      const [largest] = [...sizes].sort((a, b) => b.bytes - a.bytes);
      if (bytes <= MOST_BYTES || largest === undefined) continue;
      const path = specPath('functions', name, 'environment');
      const help = `shorten the variables, or move long texts to the code, SSM Parameter Store or AppConfig; the largest is ${largest.variable} with ${largest.bytes} bytes`;
      const related = [{ message: 'the largest variable', span: at([...path, largest.variable], 'key') }];
      yield diagnose('environment-too-large', at(path, 'key'), { name, bytes, most: MOST_BYTES }, { help, related });
    }
  },
};

function knownBytes(text: Text): number {
  if (typeof text === 'string') return Buffer.byteLength(text);
  return text.$ === 'interpolation' ? text.parts.reduce((sum, part) => sum + knownBytes(part), 0) : 0;
}
