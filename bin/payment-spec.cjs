#!/usr/bin/env node
// The command `payment-spec`.

require('node:module').enableCompileCache?.();
require(require('../tools/build.cjs').buildCommandLine());
