// What stands for @pulumi/pulumi/runtime in the built program: its modules without closures and mocks.

export * from '@pulumi/pulumi/runtime/config';
export * from '@pulumi/pulumi/runtime/invoke';
export * from '@pulumi/pulumi/runtime/resource';
export * from '@pulumi/pulumi/runtime/rpc';
export * from '@pulumi/pulumi/runtime/settings';
export * from '@pulumi/pulumi/runtime/stack';
