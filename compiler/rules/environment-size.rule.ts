// The environment variables of a function fit into what Lambda takes.

import { diagnose } from '../diagnostics/diagnostic';
import type { Text } from '../graph/value';
import type { Rule } from './rule';

/** AWS Lambda quotas, "Function configuration": the names and values of all variables together. */
const MOST_BYTES = 4096;

/** ENV3040: more than 4 KB of environment variables, not counting what is known only once it is deployed. */
export const environmentSizeRule: Rule = ({ environment, at }) =>
  Object.entries(environment.functions).flatMap(([name, { environment: variables }]) => {
    const sizes = Object.entries(variables).map(([variable, value]) => ({
      variable,
      bytes: Buffer.byteLength(variable) + knownBytes(value),
    }));
    const bytes = sizes.reduce((sum, size) => sum + size.bytes, 0);
    const [largest] = [...sizes].sort((a, b) => b.bytes - a.bytes);
    if (bytes <= MOST_BYTES || largest === undefined) return [];
    return [
      diagnose(
        'environment-too-large',
        at(['functions', name, 'environment'], 'key'),
        { name, bytes, most: MOST_BYTES },
        {
          help: `the largest is ${largest.variable}, ${largest.bytes} bytes; longer texts belong in the code, in SSM Parameter Store or in AppConfig`,
          related: [{ message: 'the largest', span: at(['functions', name, 'environment', largest.variable], 'key') }],
        },
      ),
    ];
  });

function knownBytes(text: Text): number {
  if (typeof text === 'string') return Buffer.byteLength(text);
  return text.$ === 'interpolation' ? text.parts.reduce((sum, part) => sum + knownBytes(part), 0) : 0;
}
