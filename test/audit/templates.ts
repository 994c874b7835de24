// Templates to audit, of the project's specs and of the Python program's inventory, rendered by the same back end.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderTemplate, type Template } from '../../compiler/backends/cloudformation/template';
import type { AnyResourceNode, ResourceGraph } from '../../compiler/graph/graph';
import { nodeId } from '../../compiler/graph/handle';
import type { Kind } from '../../compiler/graph/kind';
import { interpolate, jsonText, type Reference, type Value } from '../../compiler/graph/value';
import { graphOf, ROOT } from '../spec';

/** The template of one of the project's specs. */
export function templateOf(spec: string): Template {
  return renderTemplate(graphOf(spec));
}

/** A template without its alarms and dashboards, and the outputs, which can refer to them. */
export function withoutMonitoring(template: Template): Template {
  const resources = Object.entries(template.Resources).filter(([, { Type }]) => !Type.startsWith('AWS::CloudWatch::'));
  return { ...template, Resources: Object.fromEntries(resources), Outputs: {} };
}

interface InventoryEntry {
  readonly type: Kind;
  readonly name: string;
  readonly inputs: Readonly<Record<string, Value>>;
}

/** The template of the Python program, from its Pulumi registrations. */
export function originalTemplate(): Template {
  const inventory: InventoryEntry[] = JSON.parse(
    readFileSync(join(ROOT, 'test/parity/fixtures/resources.json'), 'utf8'),
  );
  const resources = inventory.map(({ type, name, inputs }) => {
    const entries = Object.entries(inputs).map(([input, value]) => [input, read(inventory, input, value)]);
    const node = {
      id: nodeId(type, name),
      kind: type,
      name,
      inputs: Object.fromEntries(entries),
      dependsOn: [],
      ignoreChanges: [],
      origin: { path: name, place: 'test/parity/fixtures/resources.json:1:1' },
    };
    return node as unknown as AnyResourceNode;
  });
  const graph: ResourceGraph = {
    ...graphOf('spec/pr1234.yaml'),
    safety: { protect: false, allowReplacement: [] },
    resources,
    outputs: {},
    waivers: [],
  };
  return renderTemplate(graph);
}

/** Converts a value of the inventory to a value of a graph; `<name.attribute>` refers to another resource. */
function read(inventory: readonly InventoryEntry[], input: string, value: Value): Value {
  if (input === 'code') return { $: 'bundle', entry: 'lambda_code', runtime: 'python3.11', tracing: true };
  if (input === 'policy' || input === 'assumeRolePolicy') return jsonText(readAll(inventory, value));
  return readAll(inventory, value);
}

function readAll(inventory: readonly InventoryEntry[], value: Value): Value {
  if (typeof value === 'string')
    return interpolate(...value.split(/(<[^>]+>)/).map((part) => readPart(inventory, part)));
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => readAll(inventory, item));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, readAll(inventory, item)]));
}

function readPart(inventory: readonly InventoryEntry[], part: string): string | Reference {
  const [, name, attribute = ''] = /^<(.+)\.(\w+)>$/.exec(part) ?? [];
  const target = inventory.find((entry) => entry.name === name);
  return target === undefined ? part : { $: 'reference', node: nodeId(target.type, target.name), attribute };
}

/** Calls back with a file that contains a template, in a temporary folder. */
export function withTemplateFile<T>(template: Template, use: (file: string) => T): T {
  return withTemplateFiles([template], ([file = '']) => use(file));
}

/** Calls back with a file for each template, in a temporary folder. */
export function withTemplateFiles<T>(templates: readonly Template[], use: (files: readonly string[]) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'payment-spec-audit-'));
  try {
    const files = templates.map((template, at) => {
      const file = join(folder, `${at}.json`);
      writeFileSync(file, JSON.stringify(template, undefined, 2));
      return file;
    });
    return use(files);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
