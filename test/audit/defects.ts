// Checks on a template for the defects of the Python program that are visible in its resources.

import type { Template, TemplateResource } from '../../compiler/backends/cloudformation/template';

type Any = { readonly [key: string]: unknown };

/** The checks, by the number of the defect. Each returns the logical ids that it finds. */
export const DEFECTS: Readonly<Record<string, (template: Template) => string[]>> = {
  '3: cached responses shared between payments or callers': (template) =>
    findings(template, 'AWS::ApiGateway::Method', (method) => {
      const { HttpMethod, RequestParameters, AuthorizationType, ApiKeyRequired, Integration } = method;
      const path = pathOf(template, method.ResourceId);
      const { CachingEnabled, CacheDataEncrypted } = settingsOf(template, path, String(HttpMethod));
      // With settings for all methods, API Gateway caches only GET methods.
      if (CachingEnabled !== true || (HttpMethod !== 'GET' && !hasOwnSettings(template, path, String(HttpMethod))))
        return [];
      const keys = ((Integration as Any).CacheKeyParameters ?? []) as readonly string[];
      const callers = keys.some((key) => /^method\.request\.header\.(?!Origin$)/.test(key));
      const needed = [
        ...Object.keys((RequestParameters ?? {}) as Any),
        ...[...path.matchAll(/\{(\w+)\+?\}/g)].map(([, name]) => `method.request.path.${name}`),
      ];
      return [
        ...[...new Set(needed)].filter((name) => !keys.includes(name)).map((name) => `${name} is not in the cache key`),
        ...((AuthorizationType !== 'NONE' || ApiKeyRequired === true) && !callers
          ? ['the caller is not in the cache key']
          : []),
        ...(HttpMethod === 'GET' ? [] : [`${HttpMethod} is cached`]),
        ...(CacheDataEncrypted === true ? [] : ['the cached data is not encrypted']),
      ];
    }),
  '4: no authorization': (template) =>
    findings(template, 'AWS::ApiGateway::Method', ({ AuthorizationType }) =>
      AuthorizationType === 'NONE' ? ['callers are not authenticated'] : [],
    ),
  '5: request and response bodies in the logs': (template) =>
    allSettings(template).flatMap(({ DataTraceEnabled }) =>
      DataTraceEnabled === true ? ['data tracing is enabled'] : [],
    ),
  '9: alarms that cannot fire or notify no one': (template) =>
    findings(template, 'AWS::CloudWatch::Alarm', (alarm, id) => {
      const expressions = ((alarm.Metrics ?? []) as readonly Any[]).map(({ Expression }) => String(Expression ?? ''));
      return [
        // A number, or the length of a period, is never 0.
        ...(expressions.some((expression) => /\/\s*(?!PERIOD\()[^\s\d]/.test(expression) && !expression.includes('IF('))
          ? ['divides by zero without requests']
          : []),
        ...(alarm.MetricName === 'Throttles' &&
        alarm.ComparisonOperator === 'GreaterThanThreshold' &&
        alarm.Threshold === 1
          ? ['does not fire on the first throttle']
          : []),
        ...(!notifies(template, id) ? ['notifies no one'] : []),
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

/** The settings of methods, of all stages. */
function allSettings({ Resources }: Template): Any[] {
  const stages = Object.values(Resources).filter(({ Type }: TemplateResource) => Type === 'AWS::ApiGateway::Stage');
  return stages.flatMap(({ Properties }) => (Properties.MethodSettings ?? []) as readonly Any[]);
}

/** The effective settings of a method: its own settings replace those of all methods. */
function settingsOf(template: Template, path: string, method: string): Any {
  const all = allSettings(template);
  return all.find((settings) => isOf(settings, path, method)) ?? all.find((settings) => isOf(settings, '*', '*')) ?? {};
}

function hasOwnSettings(template: Template, path: string, method: string): boolean {
  return allSettings(template).some((settings) => isOf(settings, path, method));
}

function isOf({ ResourcePath, HttpMethod }: Any, path: string, method: string): boolean {
  return ResourcePath === `/${path.replaceAll('/', '~1')}` && HttpMethod === method;
}

/** The path of a resource of the API, with its parameters in braces. */
function pathOf(template: Template, id: unknown): string {
  const { Ref: name } = id as { readonly Ref?: string };
  const { ParentId, PathPart } = (name === undefined ? undefined : template.Resources[name]?.Properties) ?? {};
  return PathPart === undefined ? '' : `${pathOf(template, ParentId)}/${PathPart}`;
}

/** Whether an alarm notifies someone, directly or through a composite alarm. */
function notifies(template: Template, id: string): boolean {
  const actions = (template.Resources[id]?.Properties.AlarmActions ?? []) as readonly unknown[];
  const parents = Object.entries(template.Resources).filter(
    ([, { Type, Properties }]) =>
      Type === 'AWS::CloudWatch::CompositeAlarm' && JSON.stringify(Properties.AlarmRule).includes(`\${${id}}`),
  );
  return actions.length > 0 || parents.some(([parent]) => notifies(template, parent));
}
