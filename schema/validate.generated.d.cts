// Generated from environment.schema.json by `npm run generate`: edit that instead.

import type { ValidateFunction } from 'ajv';

export const validate: ValidateFunction;
