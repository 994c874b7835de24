// The system of a spec: its parts with their settings, alarms and locations, and the links between them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Part, System } from '../../../compiler/picture/system';
import { expectGolden } from '../../golden';
import { ROOT } from '../../spec';
import { systemOf } from './systems';

/** A system as text: a line for each part, setting and link. */
function outline({ title, subtitle, parts, links }: System): string {
  const lines = parts.flatMap(({ id, kind, title: name, facts, alarms, inner }) => [
    `${id}: ${kind} ${name}${alarmText(alarms)}`,
    ...facts.map((fact) => `  ${fact.text}`),
    ...inner.map((part) => `  - ${part.id}: ${part.kind} ${part.title}, ${part.fact}${alarmText(part.alarms)}`),
  ]);
  return [
    title,
    subtitle,
    ...lines,
    ...links.map(({ from, to, actions }) => `${from} -> ${to}: ${actions.join(', ')}`),
    '',
  ].join('\n');
}

function alarmText(alarms: readonly string[]): string {
  return alarms.length === 0 ? '' : `, ${alarms.length} alarms`;
}

describe('the system of a spec', () => {
  for (const name of ['pr1234', 'everything'])
    it(`has the parts and links of ${name}`, () => {
      const path = name === 'everything' ? 'test/golden/everything/spec.yaml' : `spec/${name}.yaml`;
      expectGolden(`golden/${name}/overview.txt`, outline(systemOf(path)));
    });

  it('assigns each alarm on a part to one part', () => {
    const { parts } = systemOf('spec/production.yaml');
    const alarmsOf = ({ alarms, inner }: Part) => [...alarms, ...inner.flatMap((part) => part.alarms)];
    const alarms = parts.flatMap(alarmsOf);
    expect(new Set(alarms).size).to.equal(alarms.length);
    const total = parts.find(({ id }) => id === 'alarms')?.title;
    expect(total).to.equal(`${alarms.length} alarms`);
    const functions = parts.find(({ id }) => id === 'functions.payment-processor');
    // Its metrics are two of the function and one of the API.
    expect(functions?.alarms).to.include('payment-processor-error-rate');
  });

  it('locates each setting in the file that sets it', () => {
    const { parts } = systemOf('spec/pr1234.yaml');
    const gateway = parts.find(({ id }) => id === 'api');
    const throttle = gateway?.facts.find(({ text }) => text === '1,000 requests/s, burst 2,000');
    const [file = '', line] = throttle?.place.split(':') ?? [];
    const lines = readFileSync(join(ROOT, file), 'utf8').split('\n');
    expect(file).to.equal('spec/pr1234.yaml');
    expect(lines[Number(line) - 1]).to.include('throttle: { rateLimit: 1000');
  });

  it('has stable ids: paths of the spec', () => {
    const { parts, links } = systemOf('spec/pr1234.yaml');
    const ids = parts.map(({ id }) => id);
    expect(ids).to.include.members([
      'clients',
      'api',
      'api.routes.get-payment',
      'functions.payment-processor',
      'tables.payments',
    ]);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(links.filter(({ from, to }) => !ids.includes(from) || !ids.includes(to))).to.deep.equal([]);
  });
});
