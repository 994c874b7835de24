// Escapes text for the formats of reports and drawings.

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text or an attribute in HTML, SVG or other XML. */
export function escapeMarkup(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** Escapes any text for XML 1.0, which rejects most control characters and lone surrogates even as entities. */
export function escapeXml(text: string): string {
  return escapeMarkup(text.replaceAll(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '\uFFFD'));
}

/** Escapes text for Mermaid, which writes entities with # instead of &. */
export function escapeMermaid(text: string): string {
  return text.replaceAll(/[^\w .,:/\u2026-]/g, (character) => `#${character.codePointAt(0)};`);
}
