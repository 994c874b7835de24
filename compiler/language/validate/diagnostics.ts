// The diagnostics of the schema: ENV31xx.

import { defineDiagnostics } from '../../diagnostics/definition';
import { list } from '../../diagnostics/words';

/** Creates a diagnostic of this phase. */
export const diagnose = defineDiagnostics({
  'unknown-field': {
    code: 'ENV3101',
    severity: 'error',
    summary: 'A field is not part of the language.',
    explanation: [
      'A misspelled field that is ignored would silently deploy its default.',
      'Field names include their unit: `timeoutSeconds`, not `timeout`.',
      'If the name is correct, check the indentation.',
    ],
    message: (p: { field: string; allowed: readonly string[] }) =>
      p.allowed.length > 0
        ? `unknown field ${p.field}; allowed here: ${p.allowed.join(', ')}`
        : `unknown field ${p.field}; no fields are allowed here`,
  },
  'missing-field': {
    code: 'ENV3102',
    severity: 'error',
    summary: 'A required field is missing.',
    explanation: [
      'The field does not have a default, because its value differs between projects.',
      'Add it here, or in the spec that this one extends.',
    ],
    message: (p: { field: string }) => `missing field ${p.field}`,
  },
  'wrong-type': {
    code: 'ENV3103',
    severity: 'error',
    summary: 'A value of the wrong type.',
    explanation: [
      'Write numbers and booleans without quotation marks and without units; the name of a field includes its unit.',
      'Put text that looks like a number in quotation marks: without them, 1.10 is the number 1.1.',
      'YAML 1.2 reads yes, no, on and off as text.',
      'A key without a value is an error too.',
    ],
    message: (p: { field: string; expected: string; found: string }) =>
      `${p.field} must be ${p.expected}, found ${p.found}`,
  },
  'not-in-list': {
    code: 'ENV3104',
    severity: 'error',
    summary: 'A value that is not in the list of allowed values.',
    explanation: [
      'The field allows exactly the listed values, in this spelling.',
      'They are the values that the AWS service accepts; the description of the field names it.',
    ],
    message: (p: { field: string; found: string; allowed: readonly (string | number | boolean | null)[] }) =>
      `${p.field} is ${p.found}; allowed: ${list(p.allowed)}`,
  },
  'out-of-range': {
    code: 'ENV3105',
    severity: 'error',
    summary: 'A number or a length out of range.',
    explanation: [
      'The limits are those of the AWS service; the description of the field names them.',
      'If a value is wrong by a factor of a thousand, check its unit: the name of the field includes it.',
    ],
    message: (p: { field: string; found: string; limit: string }) => `${p.field} is ${p.found}; it must be ${p.limit}`,
  },
  'wrong-form': {
    code: 'ENV3106',
    severity: 'error',
    summary: 'A text that does not have the form of its field.',
    explanation: [
      'AWS accepts only names and codes of a certain form, and would reject others in the middle of a deployment.',
      'The message states the form.',
    ],
    message: (p: { field: string; found: string; form: string }) => `${p.field} is ${p.found}; it ${p.form}`,
  },
  'repeated-item': {
    code: 'ENV3107',
    severity: 'error',
    summary: 'A list contains a duplicate item.',
    explanation: [
      'The items of the list are a set, so the second one has no effect.',
      'Probably another item was intended.',
    ],
    message: (p: { field: string; found: string }) => `duplicate item ${p.found} in ${p.field}`,
  },
  'secret-value': {
    code: 'ENV3108',
    severity: 'error',
    summary: 'A secret has its value in the spec.',
    explanation: [
      'A spec is in git and in reviews, so the value of a secret never belongs in it.',
      'A secret states where its value is: `secretsManager` is the name or ARN of a secret in AWS Secrets Manager, `parameter` that of a parameter of AWS Systems Manager.',
      'Store the value there, for example with `aws secretsmanager create-secret`.',
      'If the spec was committed with the value, replace the value: it is no longer secret.',
    ],
    message: (p: { name: string }) => `secret "${p.name}" has a value; the value of a secret never belongs in a spec`,
  },
});
