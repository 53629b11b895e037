/** A password one chooses: so long at least, and at most. Nothing is asked of what it is made of. */
export const PASSWORD_MINIMUM = 12;
export const PASSWORD_MAXIMUM = 256;

/**
 * Why a password is not taken.
 *
 * | | |
 * |---|---|
 * | `short`, `long` | fewer than 12, more than 256 characters |
 * | `common` | among those that are tried first, or little more than one of them |
 * | `pattern` | one piece over and over, or a run along the alphabet, the digits or the keyboard |
 * | `personal` | little more than the person's own name, address, or the product's |
 */
export type PasswordFault = 'short' | 'long' | 'common' | 'pattern' | 'personal';

/** Words that people make long passwords of; what is tried first are these with digits and signs around them. */
const COMMON = [
  ...['password', 'passwort', 'passw0rd', 'p@ssword', 'p@ssw0rd', 'haslo', 'hasło', 'zaq12wsx', 'qazwsxedc'],
  ...['iloveyou', 'kocham', 'kochamcie', 'welcome', 'witaj', 'letmein', 'admin', 'administrator', 'changeme'],
  ...[
    'trustno1',
    'superman',
    'batman',
    'football',
    'baseball',
    'liverpool',
    'chelsea',
    'barcelona',
    'dragon',
  ],
  ...[
    'princess',
    'sunshine',
    'monkey',
    'michael',
    'jennifer',
    'starwars',
    'whatever',
    'computer',
    'internet',
  ],
  ...[
    'polska',
    'warszawa',
    'misiaczek',
    'lol123',
    'test',
    'tester',
    'testing',
    'secret',
    'default',
    'master',
  ],
  ...['correcthorsebatterystaple', 'thisismypassword', 'mypassword', 'yourpassword', 'nopassword'],
  ...[
    'summer',
    'winter',
    'spring',
    'autumn',
    'january',
    'february',
    'december',
    'november',
    'monday',
    'friday',
  ],
];
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn',
];
const PRODUCT = ['kilim', 'intercultural'];
/** Letters that must be left once everything guessable is taken away. */
const LEFT = 6;

/**
 * Looks at a password as somebody would who guesses. The server decides by it; the page asks it while one types.
 *
 * @param about words that others know of the person: name, address
 * @returns undefined when it is taken
 */
export function passwordFault(password: string, about: readonly string[]): PasswordFault | undefined {
  const length = [...password].length;
  if (length < PASSWORD_MINIMUM) return 'short';
  if (password.length > PASSWORD_MAXIMUM) return 'long';
  const plain = password.toLowerCase();
  if (isRepeated(plain) || isRun(plain)) return 'pattern';
  if (isLittleMoreThan(plain, COMMON)) return 'common';
  const known = [...about.flatMap((words) => words.toLowerCase().split(/[^\p{L}\p{N}]+/u)), ...PRODUCT];
  return isLittleMoreThan(
    plain,
    known.filter((word) => word.length >= 4),
  )
    ? 'personal'
    : undefined;
}

/** One piece of at most six characters again and again. */
function isRepeated(plain: string): boolean {
  for (let size = 1; size <= 6; size++) {
    const piece = plain.slice(0, size);
    if (piece.repeat(Math.ceil(plain.length / size)).startsWith(plain)) return true;
  }
  return false;
}

/** Nothing is left but digits once the runs, forwards and backwards, are taken out. */
function isRun(plain: string): boolean {
  let rest = plain;
  for (const run of RUNS) {
    for (const line of [run, [...run].reverse().join('')]) rest = withoutRun(rest, line);
  }
  return rest.length < LEFT && rest.length < plain.length / 2;
}

/** Takes pieces of a line out, of four characters at least, the longest first. */
function withoutRun(text: string, line: string): string {
  for (let size = line.length; size >= 4; size--) {
    for (let at = 0; at + size <= line.length; at++) {
      const piece = line.slice(at, at + size);
      if (text.includes(piece)) return withoutRun(text.replace(piece, ''), line);
    }
  }
  return text;
}

/** What is left beside these words is digits, signs and a few letters. */
function isLittleMoreThan(plain: string, words: readonly string[]): boolean {
  const rest = [...words]
    .sort((a, b) => b.length - a.length)
    .reduce((text, word) => text.replaceAll(word, ''), plain);
  return rest !== plain && [...rest.replace(/[^\p{L}]/gu, '')].length < LEFT;
}
