/** A word of an expression. */
export type Token =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string };

/** The words of an expression, or why it has none. */
export type Tokens =
  { readonly ok: true; readonly tokens: readonly Token[] } | { readonly ok: false; readonly why: string };

/** Longer ones first, so that `<=` is not read as `<`. */
const SIGNS: readonly string[] = [
  ...['||', '&&', '<=', '>=', '==', '!=', '<>', '*='],
  ...['=', '<', '>', '+', '-', '*', '/', '%', '^', '!', '(', ')', '[', ']', ','],
];

const SPACES = ' \t\r\n\u00a0';

/** Cuts an expression into words, in one pass. */
export function tokensOf(source: string): Tokens {
  const tokens: Token[] = [];
  let at = 0;
  while (at < source.length) {
    const char = source.charAt(at);
    if (SPACES.includes(char)) {
      at += 1;
      continue;
    }
    const read =
      char === '{' ? readName(source, at) : char === "'" || char === '"' ? readString(source, at) : undefined;
    const next = read ?? readSign(source, at) ?? readWord(source, at);
    if (next === undefined) return { ok: false, why: `“${char}” stands where nothing like it can stand` };
    if (next.token === undefined) return { ok: false, why: `what begins with ${char} does not end` };
    tokens.push(next.token);
    at = next.end;
  }
  return { ok: true, tokens };
}

interface Read {
  /** Absent: it has no end. */
  readonly token?: Token;
  readonly end: number;
}

function readName(source: string, start: number): Read {
  const end = source.indexOf('}', start);
  if (end < 0) return { end: source.length };
  const inside = source.slice(start + 1, end).trim();
  // `#` asks for the value and not the text of a choice; it is the value that is compared here.
  return { token: { kind: 'name', text: inside.startsWith('#') ? inside.slice(1) : inside }, end: end + 1 };
}

function readString(source: string, start: number): Read {
  const quote = source.charAt(start);
  let text = '';
  for (let at = start + 1; at < source.length; at += 1) {
    const char = source.charAt(at);
    if (char === quote) return { token: { kind: 'string', text }, end: at + 1 };
    const next = source.charAt(at + 1);
    const isEscaped = char === '\\' && (next === "'" || next === '"' || next === '\\');
    text += isEscaped ? next : char;
    if (isEscaped) at += 1;
  }
  return { end: source.length };
}

function readSign(source: string, start: number): Read | undefined {
  const text = SIGNS.find((sign) => source.startsWith(sign, start));
  return text === undefined ? undefined : { token: { kind: 'sign', text }, end: start + text.length };
}

/** A number, an operator in letters, a function's name, or words that stand without quotes. */
function readWord(source: string, start: number): Read | undefined {
  let end = start;
  while (end < source.length && isInWord(source.charAt(end))) end += 1;
  if (end === start) return undefined;
  const text = source.slice(start, end);
  const value = Number(text);
  const isNumber =
    /^[0-9]/.test(text) && Number.isFinite(value) && !/[eE_]/.test(text.startsWith('0x') ? '' : text);
  return { token: isNumber ? { kind: 'number', value } : { kind: 'word', text }, end };
}

function isInWord(char: string): boolean {
  return !SPACES.includes(char) && !'{}\'"()[],=<>!+-*/%^&|'.includes(char);
}
