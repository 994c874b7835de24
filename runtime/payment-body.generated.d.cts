// Generated from spec/schemas/payment.schema.json by `npm run generate`: edit that instead. Bundling generates it again.

import type { ValidateFunction } from 'ajv';

export const validate: ValidateFunction;
