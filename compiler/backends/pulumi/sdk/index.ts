// What stands for the root of @pulumi/pulumi in the built program: its modules without automation, dynamic providers and
// closures, which bring in TypeScript's compiler and npm's resolver, 0.4 s that no registration of a resource needs.

export * as asset from '@pulumi/pulumi/asset';
export * from '@pulumi/pulumi/config';
export * from '@pulumi/pulumi/errors';
export * as log from '@pulumi/pulumi/log';
export * from '@pulumi/pulumi/metadata';
export * from '@pulumi/pulumi/output';
export * from '@pulumi/pulumi/resource';
export * as utils from '@pulumi/pulumi/utils';
export * as runtime from './runtime';
