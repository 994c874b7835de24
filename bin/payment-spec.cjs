#!/usr/bin/env node
// The command `payment-spec`.

require('node:module').enableCompileCache?.();
require('../tools/build/build.cjs').runCommandLine();
