// Generated from spec/schemas/payment.schema.json by `npm run generate`: edit that instead. A bundle has it made anew.

import type { ValidateFunction } from 'ajv';

export const validate: ValidateFunction;
