// The defects of the Python program that show in its resources, as checks on a template.

import type { Template, TemplateResource } from '../../compiler/backends/cloudformation/template';

type Any = { readonly [key: string]: unknown };

/** The checks, by the number of the defect; each gives what it finds, by logical id. */
export const DEFECTS: Readonly<Record<string, (template: Template) => string[]>> = {
  '3: a cached answer of one payment for another': (template) => {
    const caching = settingsOf(template).some(({ CachingEnabled }) => CachingEnabled === true);
    if (!caching) return [];
    return findings(
      template,
      'AWS::ApiGateway::Method',
      ({ HttpMethod, ResourceId, RequestParameters, Integration }) => {
        if (HttpMethod !== 'GET') return [];
        const keys = ((Integration as Any).CacheKeyParameters ?? []) as readonly string[];
        const { Ref: resource = '' } = ResourceId as { readonly Ref?: string };
        const part = String(template.Resources[resource]?.Properties.PathPart ?? '');
        const needed = [
          ...Object.keys((RequestParameters ?? {}) as Any),
          ...[...part.matchAll(/\{(\w+)\+?\}/g)].map(([, name]) => `method.request.path.${name}`),
        ];
        return [...new Set(needed)].filter((name) => !keys.includes(name)).map((name) => `${name} is not in the key`);
      },
    );
  },
  '4: no authorization': (template) =>
    findings(template, 'AWS::ApiGateway::Method', ({ AuthorizationType }) =>
      AuthorizationType === 'NONE' ? ['anybody may call it'] : [],
    ),
  '5: whole bodies in the logs': (template) =>
    settingsOf(template).flatMap(({ DataTraceEnabled }) => (DataTraceEnabled === true ? ['data is traced'] : [])),
  '9: alarms that cannot fire, or that nobody hears': (template) =>
    findings(template, 'AWS::CloudWatch::Alarm', (alarm, id) => {
      const expressions = ((alarm.Metrics ?? []) as readonly Any[]).map(({ Expression }) => String(Expression ?? ''));
      return [
        // A number, or the length of a period, is never 0.
        ...(expressions.some((expression) => /\/\s*(?!PERIOD\()[^\s\d]/.test(expression) && !expression.includes('IF('))
          ? ['it divides by zero when idle']
          : []),
        ...(alarm.MetricName === 'Throttles' &&
        alarm.ComparisonOperator === 'GreaterThanThreshold' &&
        alarm.Threshold === 1
          ? ['it misses the first throttle']
          : []),
        ...(!isHeard(template, id) ? ['it notifies nobody'] : []),
      ];
    }),
};

function findings(
  template: Template,
  type: string,
  find: (properties: Any, id: string) => readonly string[],
): string[] {
  return Object.entries(template.Resources)
    .filter(([, resource]) => resource.Type === type)
    .flatMap(([id, { Properties }]) => find(Properties, id).map((finding) => `${id}: ${finding}`));
}

function settingsOf({ Resources }: Template): Any[] {
  const stages = Object.values(Resources).filter(({ Type }: TemplateResource) => Type === 'AWS::ApiGateway::Stage');
  return stages.flatMap(({ Properties }) => (Properties.MethodSettings ?? []) as readonly Any[]);
}

/** Whether an alarm notifies somebody, or is a part of one that does. */
function isHeard(template: Template, id: string): boolean {
  const actions = (template.Resources[id]?.Properties.AlarmActions ?? []) as readonly unknown[];
  const parents = Object.entries(template.Resources).filter(
    ([, { Type, Properties }]) =>
      Type === 'AWS::CloudWatch::CompositeAlarm' && JSON.stringify(Properties.AlarmRule).includes(`\${${id}}`),
  );
  return actions.length > 0 || parents.some(([parent]) => isHeard(template, parent));
}
