// Escapes text for the formats of drawings and pages.

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text or an attribute in HTML, SVG or other XML. */
export function escapeMarkup(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** Escapes text for Mermaid, which writes entities with # instead of &. */
export function escapeMermaid(text: string): string {
  return text.replaceAll(/[^\w .,:/\u2026-]/g, (character) => `#${character.codePointAt(0)};`);
}
