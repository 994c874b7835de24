// Mutations of a spec's text: truncation, deletion, duplication, insertion, indentation and swaps.

/** A mutation and its position. Numbers choose among any number of characters or lines. */
export interface TextMutation {
  readonly kind: 'truncate' | 'leave-out' | 'double' | 'insert' | 'indent' | 'outdent' | 'swap-lines' | 'crlf';
  readonly at: number;
  readonly length: number;
  readonly inserted: string;
}

/** Applies mutations to a text in order. */
export function mutateText(text: string, mutations: readonly TextMutation[]): string {
  return mutations.reduce(mutateOnce, text);
}

function mutateOnce(text: string, { kind, at, length, inserted }: TextMutation): string {
  const start = text.length === 0 ? 0 : at % text.length;
  const end = Math.min(text.length, start + length);
  const lines = text.split('\n');
  const line = at % lines.length;
  switch (kind) {
    case 'truncate':
      return text.slice(0, start);
    case 'leave-out':
      return text.slice(0, start) + text.slice(end);
    case 'double':
      return text.slice(0, end) + text.slice(start);
    case 'insert':
      return text.slice(0, start) + inserted + text.slice(start);
    case 'indent':
      return lines.with(line, ' '.repeat(1 + (length % 4)) + lines[line]).join('\n');
    case 'outdent':
      return lines.with(line, (lines[line] ?? '').replace(/^ {1,2}/, '')).join('\n');
    case 'swap-lines': {
      const other = (line + length) % lines.length;
      return lines
        .with(line, lines[other] ?? '')
        .with(other, lines[line] ?? '')
        .join('\n');
    }
    case 'crlf':
      return text.replaceAll('\n', '\r\n');
  }
}
