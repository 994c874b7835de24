// Renders the explanation of a field or a diagnostic.

import { renderPage } from '../../../compile/catalogue-page';
import { describeKind } from '../../../graph/kind';
import type { Field } from '../../../language/values/field';
import { describeType } from '../../../language/values/field-type';
import { formatPlace } from '../../../source/source';
import { formatPath, type Plain } from '../../../source/spec-node';
import type { TextOrJson } from '../../command/declaration';
import type { View } from '../../command/parts';
import { byImpact, noteOn, renderProperty, SIGNS } from '../../text/changes';
import { renderColumns } from '../../text/columns';
import { section } from '../../text/section';
import type { EffectOutcome, Refusal } from './effect';
import type { ExplainResult, Explanation, SpecExplanation } from './explanation';
import { renderStep } from './step-text';

/** The explanation for people, or as one JSON value. */
export const view: View<ExplainResult, TextOrJson> = {
  text: (result, { width }) =>
    result.is === 'diagnostic'
      ? renderPage(result.page, Math.min(PAGE_WIDTH, width))
      : renderExplanation(result.explanation),
  json: (result) =>
    result.is === 'diagnostic' ? { schemaVersion: 1, ...result.page } : explanationJson(result.explanation),
};

/** Maximum width of a page in columns; longer lines are hard to read. */
const PAGE_WIDTH = 100;

/** Renders the explanation for people. */
function renderExplanation({ field, members, specs, makes = [], drives }: Explanation): string {
  const { schema } = field;
  return [
    `${formatPath(field.path)}: ${describeType(schema)}`,
    '',
    `  ${schema.description ?? ''}`,
    `  ${[...defaultOf(field), ...examplesOf(field)].join(' ')}`,
    ...section('Fields', renderColumns(members.map(memberCells))),
    ...(members.length > 0 ? [] : section('Value', renderColumns(specs.flatMap((spec) => valueCells(field, spec))))),
    ...section('Makes', renderColumns(makes.map(({ kind, name, origin }) => [describeKind(kind), name, origin.place]))),
    ...(drives === undefined ? [] : [...renderDrives(drives), ...renderStep(drives)]),
  ].join('\n');
}

/** The JSON value of `explain --json`. */
function explanationJson({ field, members, specs, makes, drives }: Explanation): object {
  const { schema, required } = field;
  const outcome = drives?.outcome;
  return {
    schemaVersion: 1,
    path: formatPath(field.path),
    type: describeType(schema),
    description: schema.description,
    required,
    default: schema.default,
    examples: schema.examples ?? [],
    fields: members.map(({ path }) => formatPath(path)),
    specs: specs.map(({ spec, mentions }) => ({
      spec,
      mentions: mentions.map(({ place, value }) => ({
        place: formatPlace(place),
        ...(value === undefined ? { removed: true } : { value }),
      })),
    })),
    makes: makes?.map(({ id }) => id),
    drives: outcome?.effect && { spec: drives?.spec, tried: outcome.effect.tried, ...outcome.effect.difference },
    step: drives?.step,
    refused: outcome?.refusals.map(({ tried, diagnostics }) => ({
      tried,
      diagnostics: diagnostics.map(({ code, message }) => ({ code, message })),
    })),
  };
}

function defaultOf({ schema, required }: Field): string[] {
  if (schema.default !== undefined) return [`Default: ${JSON.stringify(schema.default)}.`];
  return [required ? 'Required.' : 'No default.'];
}

function examplesOf({ schema }: Field): string[] {
  const [example] = schema.examples ?? [];
  return example === undefined ? [] : [`Example: ${JSON.stringify(example)}.`];
}

function memberCells({ path, schema, required }: Field): string[] {
  return [String(path.at(-1)), `${describeType(schema)}${required ? ', required' : ''}`];
}

function valueCells({ schema, required }: Field, { spec, mentions }: SpecExplanation): string[][] {
  const last = schema.default === undefined ? [] : [[show(schema.default as Plain), 'default']];
  const rows = [
    ...mentions.map(({ place, value }) => [value === undefined ? 'removed' : show(value), formatPlace(place)]),
    ...last,
  ];
  if (rows.length === 0) return [[spec, required ? 'no such part' : 'not set', '']];
  return rows.map(([value = '', place = ''], at) =>
    at === 0 ? [spec, value, place] : ['', `overrides ${value}`, place],
  );
}

function renderDrives({ spec, outcome }: NonNullable<Explanation['drives']>): string[] {
  if (outcome.effect === undefined) return section('Drives', [refusalText(outcome.refusals)]);
  const { tried, difference } = outcome.effect;
  const trial = tried === undefined ? 'without it' : `with ${show(tried)}`;
  const lines = [
    ...difference.settings.map((change) => renderProperty(change)),
    ...[...byImpact(difference.resources), ...difference.resources.filter(({ impact }) => impact === 'none')].flatMap(
      ({ impact, kind, name, properties }) => [
        `${SIGNS[impact]} ${impact === 'none' ? 'at creation only' : impact}: ${describeKind(kind)} ${name}`,
        ...properties.map((property) => `    ${renderProperty(property)}${noteOn(property)}`),
      ],
    ),
  ];
  const nothing = `In ${spec}, no resource changes ${trial}.`;
  return lines.length === 0
    ? section('Drives', [nothing, ...rulesText(outcome)])
    : section(`Drives: ${spec} ${trial} changes`, lines);
}

/** The rules that read a field which is not part of a resource. */
function rulesText({ effect, refusals }: EffectOutcome): string[] {
  const codes = [
    ...(effect?.warnings ?? []),
    ...refusals.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)),
  ];
  const rules = [...new Set(codes)].filter((code) => code.startsWith('ENV30')).sort();
  return rules.length === 0 ? [] : [`Rules that read it: ${rules.join(', ')}.`];
}

/** The reason why no other value is valid, preferably the reason of a rule. */
function refusalText(refusals: readonly Refusal[]): string {
  const said = refusals.flatMap(({ diagnostics }) => diagnostics);
  const telling = said.find(({ code }) => !code.startsWith('ENV31')) ?? said[0];
  return `No other value is valid unless other fields change too${telling === undefined ? '' : `: ${telling.message}`}.`;
}

function show(value: Plain): string {
  return JSON.stringify(value);
}
