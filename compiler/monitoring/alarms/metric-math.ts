// Parses CloudWatch's metric math to a tree (Amazon CloudWatch User Guide, "Using metric math").

/** A part of an expression. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'metric'; readonly id: string }
  /** REPEAT and LINEAR, the fillers of FILL. */
  | { readonly kind: 'keyword'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'negation'; readonly operand: Expression }
  | { readonly kind: 'operation'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] };

/** Every mistake in an expression, in words for the spec's author. */
export type MathProblem =
  | `${string} is not valid in metric math`
  | `unexpected ${string}`
  | `expected a value, found ${string}`
  | `missing ${string}`
  | `unknown metric ${string}`
  | `unknown operator ${string}`
  | `unsupported function ${string}; supported functions: ${string}`
  | `unsupported filler ${string} of FILL`
  | `${string} requires time series`
  | `${string} requires a time series`
  | 'PERIOD requires a metric'
  | 'TIME_SERIES requires a number'
  | 'FILL requires time series and a filler'
  | 'the filler of FILL must be a single value'
  | 'IF requires a condition and one or two values'
  | 'IF has no value for a false condition'
  | 'the condition of IF must be a time series or a number'
  | 'the values of IF must be numbers or time series'
  | 'a list must contain time series'
  | 'an operator requires numbers or time series'
  | 'an alarm expression must return a single time series'
  | 'division by the number 0';

/** An expression that is invalid, or uses metric math that is not supported here. */
export class MetricMathError extends Error {
  constructor(readonly problem: MathProblem) {
    super(problem);
  }
}

interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'symbol';
  readonly text: string;
}

const TOKEN =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|"(?<text>[^"]*)"|(?<name>[A-Za-z][A-Za-z0-9_]*)|(?<symbol>[=!<>]=|&&|\|\||[-+*/^<>()[\],]))/y;

/** By precedence, lowest first; operators of one level are left-associative. */
const LEVELS: readonly (readonly string[])[] = [
  ['OR', '||'],
  ['AND', '&&'],
  ['==', '!=', '<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/'],
];

const WORDS = new Set(['AND', 'OR']);

/** Parses an expression; throws MetricMathError. */
export function parseMetricMath(text: string): Expression {
  const parser = new Parser(tokenize(text));
  const expression = parser.parseLevel(0);
  parser.expectEnd();
  return expression;
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(text)?.groups;
    if (groups === undefined)
      throw new MetricMathError(`${JSON.stringify(text.slice(at).trim()[0])} is not valid in metric math`);
    for (const kind of ['number', 'text', 'name', 'symbol'] as const) {
      const found = groups[kind];
      if (found !== undefined) tokens.push({ kind, text: found });
    }
  }
  return tokens;
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parseLevel(level: number): Expression {
    const operators = LEVELS[level];
    if (operators === undefined) return this.parseUnary();
    let left = this.parseLevel(level + 1);
    for (let operator = this.take(operators); operator !== undefined; operator = this.take(operators)) {
      left = { kind: 'operation', operator, left, right: this.parseLevel(level + 1) };
    }
    return left;
  }

  expectEnd(): void {
    const token = this.tokens[this.at];
    if (token !== undefined) throw new MetricMathError(`unexpected ${JSON.stringify(token.text)}`);
  }

  private parseUnary(): Expression {
    return this.take(['-']) === undefined ? this.parsePower() : { kind: 'negation', operand: this.parseUnary() };
  }

  private parsePower(): Expression {
    const left = this.parsePrimary();
    return this.take(['^']) === undefined ? left : { kind: 'operation', operator: '^', left, right: this.parseUnary() };
  }

  private parsePrimary(): Expression {
    const token = this.tokens[this.at];
    this.at += 1;
    if (token === undefined) throw new MetricMathError('expected a value, found the end');
    switch (token.kind) {
      case 'number':
        return { kind: 'number', value: Number(token.text) };
      case 'text':
        return { kind: 'text', value: token.text };
      case 'name':
        return this.parseName(token.text);
      case 'symbol':
        return this.parseGroup(token.text);
    }
  }

  private parseName(name: string): Expression {
    if (/^[a-z]/.test(name)) return { kind: 'metric', id: name };
    if (this.take(['(']) === undefined) return { kind: 'keyword', name };
    return { kind: 'call', name, arguments: this.parseItems(')') };
  }

  private parseGroup(symbol: string): Expression {
    if (symbol === '[') return { kind: 'list', items: this.parseItems(']') };
    if (symbol !== '(') throw new MetricMathError(`expected a value, found ${JSON.stringify(symbol)}`);
    const inner = this.parseLevel(0);
    this.expect(')');
    return inner;
  }

  private parseItems(close: string): Expression[] {
    const items: Expression[] = [];
    if (this.take([close]) !== undefined) return items;
    do items.push(this.parseLevel(0));
    while (this.take([',']) !== undefined);
    this.expect(close);
    return items;
  }

  private take(texts: readonly string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token === undefined || !texts.includes(token.text)) return undefined;
    if (token.kind !== 'symbol' && !WORDS.has(token.text)) return undefined;
    this.at += 1;
    return token.text;
  }

  private expect(symbol: string): void {
    if (this.take([symbol]) === undefined) throw new MetricMathError(`missing ${JSON.stringify(symbol)}`);
  }
}
