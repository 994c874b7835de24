// The files of a new rule: an example that its author replaces, and a broken case for it.

/** The example of a section: the parts that its rule visits, and a spec with a finding. The author replaces both. */
interface Example {
  /** The noun for the part that the rule visits. */
  readonly part: string;
  /** The parts, as an expression of the environment. */
  readonly parts: string;
  /** The path of a part, as an expression. */
  readonly path: string;
  /** A spec with a part of the name that the example rejects. */
  readonly spec: string;
}

const TABLE = 'example: { partitionKey: { name: id } }';
const ALARM =
  'example: { metric: { resource: functions.processor, name: Errors, statistic: Sum }, threshold: 0, notify: PAGE }';

/** The sections of compiler/compile/rules/ for rules about the fields of a spec. */
const EXAMPLES: Readonly<Record<string, Example>> = {
  alarms: {
    part: 'alarm',
    parts: 'environment.alarms',
    path: "['alarms', name]",
    spec: `alarms:\n  ${ALARM}\n`,
  },
  api: {
    part: 'route',
    parts: 'environment.api?.routes ?? {}',
    path: "['api', 'routes', name]",
    spec: 'api:\n  routes:\n    example: { method: GET, path: /examples, function: processor }\n',
  },
  functions: {
    part: 'function',
    parts: 'environment.functions',
    path: "['functions', name]",
    spec: 'functions:\n  example: { entry: runtime/handler.ts }\n',
  },
  payment: {
    part: 'limit',
    parts: 'environment.payment.limits',
    path: "['payment', 'limits', name]",
    spec: 'payment:\n  limits:\n    EUR: { minimum: "1" }\n',
  },
  queues: { part: 'queue', parts: 'environment.queues', path: "['queues', name]", spec: 'queues:\n  example: {}\n' },
  system: { part: 'tag', parts: 'environment.tags', path: "['tags', name]", spec: 'tags: { example: "1" }\n' },
  tables: { part: 'table', parts: 'environment.tables', path: "['tables', name]", spec: `tables:\n  ${TABLE}\n` },
};

/** The sections for which a rule can be created. */
export const RULE_SECTIONS: readonly string[] = Object.keys(EXAMPLES);

/** A rule to create. */
export interface NewRule {
  readonly section: string;
  /** The subject, which is also the slug of its diagnostic: words in lower case, with hyphens. */
  readonly subject: string;
  readonly code: string;
}

/** Words in lower case, with hyphens between them. */
const SUBJECT = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** The texts of a new rule and its broken case, by path; undefined for an unknown section, or a subject of another form. */
export function scaffoldRule({ section, subject, code }: NewRule): ReadonlyMap<string, string> | undefined {
  const example = EXAMPLES[section];
  if (example === undefined || !SUBJECT.test(subject)) return undefined;
  return new Map([
    [`compiler/compile/rules/${section}/${subject}.rule.ts`, ruleText({ code, subject, ...example })],
    [`test/broken/${code}-${subject}/spec.yaml`, `extends: base.yaml\n${example.spec}`],
  ]);
}

function ruleText({ code, subject, part, parts, path, spec }: Example & { code: string; subject: string }): string {
  const name = `${subject.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())}Rule`;
  const rejected = spec.includes('EUR') ? 'EUR' : 'example';
  return `// Checks that a ${part} is not named ${rejected}.

import { defineDiagnostics } from '../../../diagnostics/definition';
import type { Rule } from '../rule';

const diagnose = defineDiagnostics({
  '${subject}': {
    code: '${code}',
    severity: 'warning',
    summary: 'A ${part} is named ${rejected}.',
    explanation: ['State the effect on AWS, the page with the source of a limit, and how to decide; one sentence each.'],
    message: (p: { name: string }) => \`${part} "\${p.name}" is named like an example\`,
  },
});

/** ${code}: a ${part} that is named ${rejected}. */
export const ${name}: Rule = {
  diagnose,
  *check({ environment, at }) {
    for (const name of Object.keys(${parts})) {
      if (name !== '${rejected}') continue;
      yield diagnose('${subject}', at(${path}, 'key'), { name }, { help: 'rename it' });
    }
  },
};
`;
}
