// Generates the classes of @pulumi/aws for the kinds of resources: as types for the graph, and as values for its back end.

import { KINDS } from '../../compiler/graph/kinds/kinds';

const BANNER = '// Generated from compiler/graph/kinds/ by `npm run generate`: add a kind there instead.';

/** A class of @pulumi/aws. Each class is imported from its own file, because the package's root loads far more. */
interface KindClass {
  readonly kind: string;
  /** The class, and a name that is unique among the services. */
  readonly name: string;
  readonly alias: string;
  readonly module: string;
}

const CLASSES = Object.keys(KINDS)
  .map((kind): KindClass => {
    const [, service = '', file = '', name = ''] = /^aws:(\w+)\/(\w+):(\w+)$/.exec(kind) ?? [];
    const alias = `${service[0]?.toUpperCase()}${service.slice(1)}${name}`;
    return { kind, name, alias, module: `@pulumi/aws/${service}/${file}` };
  })
  .sort((a, b) => (a.kind < b.kind ? -1 : 1));

const rows = (row: (one: KindClass) => string) => CLASSES.map(row).join('\n');

/** The types of the classes, by kind. */
export async function generateClassTypes(): Promise<string> {
  return `${BANNER}

${rows(({ name, alias, module }) => `import type { ${name} as ${alias} } from '${module}';`)}

/** The class of each kind in @pulumi/aws, by Pulumi type token. */
export interface Classes {
${rows(({ kind, alias }) => `  '${kind}': typeof ${alias};`)}
}
`;
}

/** The classes, by kind. */
export async function generateConstructors(): Promise<string> {
  return `${BANNER}

${rows(({ name, alias, module }) => `import { ${name} as ${alias} } from '${module}';`)}
import type { CustomResource, CustomResourceOptions } from '@pulumi/pulumi';
import type { Kind } from '../../graph/kind';

/** A class of @pulumi/aws; its arguments are the inputs of the kind. */
export type ResourceConstructor = new (name: string, args: never, options: CustomResourceOptions) => CustomResource;

/** The class of each kind. */
export const CONSTRUCTORS: Readonly<Record<Kind, ResourceConstructor>> = {
${rows(({ kind, alias }) => `  '${kind}': ${alias},`)}
};
`;
}
