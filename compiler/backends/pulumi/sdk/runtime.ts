// Replaces @pulumi/pulumi/runtime in the built program: omits closures and mocks.

export * from '@pulumi/pulumi/runtime/config';
export * from '@pulumi/pulumi/runtime/invoke';
export * from '@pulumi/pulumi/runtime/resource';
export * from '@pulumi/pulumi/runtime/rpc';
export * from '@pulumi/pulumi/runtime/settings';
export * from '@pulumi/pulumi/runtime/stack';
