// The SVG of the overview: well-formed, self-contained, accessible, and without inline styles or scripts.

import { expect } from 'chai';
import { XMLValidator } from 'fast-xml-parser';
import { layOutSystem } from '../../../compiler/picture/layout';
import { renderPicture } from '../../../compiler/picture/svg';
import type { Part, System } from '../../../compiler/picture/system';
import { systemOf, systemOfSize } from './systems';

const HOSTILE = '"><script>alert(1)</script>&';

const part = (id: string, layer: Part['layer']): Part => ({
  id,
  layer,
  kind: HOSTILE,
  title: HOSTILE,
  place: `${HOSTILE}:1:1`,
  facts: [{ text: HOSTILE, place: `${HOSTILE}:2:1` }],
  alarms: [HOSTILE],
  inner: [{ id: `${id}.${HOSTILE}`, kind: HOSTILE, title: HOSTILE, fact: HOSTILE, place: 'a:1:1', alarms: [HOSTILE] }],
});

const hostile: System = {
  title: HOSTILE,
  subtitle: HOSTILE,
  parts: [part('clients', 'clients'), part(HOSTILE, 'gateway')],
  links: [{ from: 'clients', to: HOSTILE, actions: [HOSTILE] }],
};

describe('the SVG of the overview', () => {
  const picture = layOutSystem(systemOf('spec/production.yaml'));
  const svg = renderPicture(picture);

  it('is well-formed', () => {
    expect(XMLValidator.validate(svg)).to.equal(true);
    expect(XMLValidator.validate(renderPicture(layOutSystem(systemOfSize(40)), { live: true }))).to.equal(true);
  });

  it('escapes all texts', () => {
    const text = renderPicture(layOutSystem(hostile, { live: true }), { live: true });
    expect(XMLValidator.validate(text)).to.equal(true);
    expect(text).not.to.include('<script');
  });

  it('is self-contained, without scripts and inline styles', () => {
    expect(svg.match(/https?:[^"]+/g)).to.deep.equal(['http://www.w3.org/2000/svg']);
    expect(svg).not.to.match(/<script|<image|@import|url\((?!#picture-head)| style=| on[a-z]+=/);
  });

  it('follows the theme of the system, or a class', () => {
    expect(svg).to.include('@media(prefers-color-scheme:dark){.picture{');
    expect(svg).to.include('.dark .picture,.picture.dark{');
    expect(renderPicture(picture, { style: false })).not.to.include('<style');
  });

  it('has a title and a description for people who do not see it', () => {
    expect(svg).to.include('role="group" aria-labelledby="picture-title picture-description"');
    expect(svg).to.include('<title id="picture-title">payment · Production · live</title>');
    expect(svg).to.include(
      '>Requests of clients pass the gateway and 7 routes to 4 functions, which use 2 tables and 4 queues. 64 alarms watch them.</desc>',
    );
    expect(svg).to.include(
      '<title>functions.payment-processor to tables.payments: GetItem, PutItem, UpdateItem, Query</title>',
    );
  });

  it('links each text to its line in the spec', () => {
    const links = [...svg.matchAll(/<a href="([^"]*)"><title>([^<]*)<\/title>/g)];
    expect(links.length).to.be.greaterThan(30);
    for (const [, href = '', title = ''] of links) {
      expect(href).to.match(/^spec\/(system|events|production)\.yaml#L\d+$/);
      expect(title.endsWith(`, ${href.replace('#L', ':')}`), `${title} ${href}`).to.equal(true);
    }
    const other = renderPicture(picture, { hrefOf: (place) => `editor:${place}` });
    expect(other).to.match(/<a href="editor:spec\/system\.yaml:\d+:\d+">/);
  });

  it('marks boxes, lines and labels with their ids, and shows the number of alarms', () => {
    const ids = (name: string) => [...svg.matchAll(new RegExp(`data-${name}="([^"]*)"`, 'g'))].map(([, id]) => id);
    const inner = picture.boxes.flatMap((box) => [box.id, ...box.inner.map(({ id }) => id)]);
    expect(ids('box')).to.deep.equal(inner);
    expect(ids('edge')).to.deep.equal(picture.edges.map(({ id }) => id.replace('->', '-&gt;')));
    expect(ids('label')).to.include('functions.payment-processor-&gt;tables.payments');
    expect(svg).to.include('>2 alarms: ');
  });

  it('has empty texts for live values only if requested', () => {
    expect(svg).not.to.include('class="live"');
    const live = layOutSystem(systemOf('spec/production.yaml'), { live: true });
    const slots = renderPicture(live, { live: true }).match(/<text class="live" [^>]*><\/text>/g) ?? [];
    const boxes = live.boxes.filter(({ layer }) => layer !== 'operations').length;
    expect(slots).to.have.length(boxes + live.edges.filter(({ label }) => label?.live !== undefined).length);
  });
});
