// Escapes text for the formats of reports and drawings.

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text or an attribute within HTML, SVG or another XML. */
export function escapeMarkup(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** As `escapeMarkup`, for any text: XML 1.0 rejects most control characters and lone surrogates, even as entities. */
export function escapeXml(text: string): string {
  return escapeMarkup(text.replaceAll(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '\uFFFD'));
}

/** Text within Mermaid, which writes entities with # in place of &. */
export function escapeMermaid(text: string): string {
  return text.replaceAll(/[^\w .,:/…-]/g, (character) => `#${character.codePointAt(0)};`);
}
