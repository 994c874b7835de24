// Replaces the root of @pulumi/pulumi in the built program. It omits automation, dynamic providers and closures, which load
// TypeScript's compiler and npm's resolver for 0.4 s. Registering resources does not need them.

export * as asset from '@pulumi/pulumi/asset';
export * from '@pulumi/pulumi/config';
export * from '@pulumi/pulumi/errors';
export * as log from '@pulumi/pulumi/log';
export * from '@pulumi/pulumi/metadata';
export * from '@pulumi/pulumi/output';
export * from '@pulumi/pulumi/resource';
export * as utils from '@pulumi/pulumi/utils';
export * as runtime from './runtime';
