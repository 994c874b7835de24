// The style of the overview: the colours of a light and a dark theme, and the fonts.

const MONOSPACE = 'ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace';
const SANS = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif';

const LIGHT = [
  '--p-paper:#fff;--p-card:#fff;--p-inner:#f6f8fa;--p-ink:#1f2328;--p-soft:#59636e;--p-line:#8c959f;--p-edge:#d1d9e0',
  '--p-clients:#57606a;--p-gateway:#7c3aed;--p-routes:#7c3aed;--p-functions:#c2410c;--p-data:#1d4ed8;--p-operations:#57606a',
  '--p-badge:#57606a;--p-badge-ink:#fff',
].join(';');

const DARK = [
  '--p-paper:#0d1117;--p-card:#161b22;--p-inner:#0d1117;--p-ink:#e6edf3;--p-soft:#9198a1;--p-line:#767e88;--p-edge:#3d444d',
  '--p-clients:#9198a1;--p-gateway:#a78bfa;--p-routes:#a78bfa;--p-functions:#fb923c;--p-data:#60a5fa;--p-operations:#9198a1',
  '--p-badge:#3d444d;--p-badge-ink:#e6edf3',
].join(';');

/**
 * The style sheet of the overview, for `<svg class="picture">`. It follows the theme of the system; the class `light` or `dark` of the
 * picture, or of an element around it, selects a theme. The class `alarm` of a box marks its badge; `refused` and `busy` mark an edge.
 */
export const PICTURE_STYLE = [
  `.picture{${LIGHT}}`,
  `@media(prefers-color-scheme:dark){.picture{${DARK}}}`,
  `.light .picture,.picture.light{${LIGHT}}`,
  `.dark .picture,.picture.dark{${DARK}}`,
  `.picture text{font-family:${SANS};fill:var(--p-ink)}`,
  '.picture .paper{fill:var(--p-paper)}',
  '.picture .heading{font-size:20px;font-weight:600}',
  '.picture .subtitle{font-size:13px;fill:var(--p-soft)}',
  ...['clients', 'gateway', 'routes', 'functions', 'data', 'operations'].map(
    (layer) => `.picture .${layer}{--p-accent:var(--p-${layer})}`,
  ),
  '.picture .card{fill:var(--p-card);stroke:var(--p-edge)}',
  '.picture .bar{fill:var(--p-accent)}',
  '.picture .more .card{stroke-dasharray:4 3;fill:none}',
  '.picture .inner{fill:var(--p-inner);stroke:var(--p-edge)}',
  '.picture .kind{font-size:11px;fill:var(--p-accent)}',
  `.picture .name{font-family:${MONOSPACE};font-size:13.5px;font-weight:600}`,
  `.picture .method{font-family:${MONOSPACE};font-size:12px;font-weight:600;fill:var(--p-accent)}`,
  '.picture .detail{font-size:12px;fill:var(--p-soft)}',
  '.picture .edge path{fill:none;stroke:var(--p-line);stroke-width:1.3;marker-end:url(#picture-head)}',
  '.picture .head{fill:var(--p-line)}',
  '.picture .label rect{fill:var(--p-paper)}',
  '.picture .label text{font-size:11px;fill:var(--p-soft);text-anchor:middle}',
  '.picture .badge rect{fill:var(--p-badge)}',
  '.picture .badge path{fill:var(--p-badge-ink)}',
  '.picture .badge text{font-size:11px;font-weight:600;fill:var(--p-badge-ink)}',
  '.picture .alarm .badge rect{fill:#d1242f}',
  '.picture .alarm .badge path,.picture .alarm .badge text{fill:#fff}',
  '.picture .busy path{stroke:var(--p-functions);stroke-width:2}',
  '.picture .refused path{stroke:#d1242f}',
  '.picture .live{font-size:12px;text-anchor:end;font-variant-numeric:tabular-nums}',
  '.picture .label .live{fill:var(--p-ink);stroke:var(--p-paper);stroke-width:5px;stroke-linejoin:round;paint-order:stroke}',
  '.picture a{text-decoration:none}',
  '.picture a:hover text,.picture a:focus-visible text{text-decoration:underline}',
].join('\n');
