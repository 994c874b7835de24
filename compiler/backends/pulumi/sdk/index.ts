// Replaces the root of @pulumi/pulumi in the built program: omits automation, dynamic providers and closures, which load
// TypeScript's compiler and npm's resolver and take 0.4 s that registering resources does not need.

export * as asset from '@pulumi/pulumi/asset';
export * from '@pulumi/pulumi/config';
export * from '@pulumi/pulumi/errors';
export * as log from '@pulumi/pulumi/log';
export * from '@pulumi/pulumi/metadata';
export * from '@pulumi/pulumi/output';
export * from '@pulumi/pulumi/resource';
export * as utils from '@pulumi/pulumi/utils';
export * as runtime from './runtime';
