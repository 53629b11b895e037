import { FILE_NAME_LENGTH } from '@kilim/contracts';

/** Characters that turn the direction of what follows, and so can show `exe.pdf` for `fdp.exe`; and invisible ones. */
const DISGUISES = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** What some file systems do not take in a name. */
const FORBIDDEN = /[<>:"|?*]/g;

/**
 * The name of a file as it is kept and shown: without folders, without what could disguise its ending, not longer than
 * `FILE_NAME_LENGTH`. It names nothing on our disk.
 */
export function cleanName(given: string): string {
  const base = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = base.replace(DISGUISES, '').replace(FORBIDDEN, '_').replace(/\s+/g, ' ');
  const name = plain.replace(/^[.\s]+/, '').replace(/[.\s]+$/, '');
  const ending = endingOf(name);
  if (ending === '') return shorten(name, FILE_NAME_LENGTH) || 'file';
  const stem = shorten(name.slice(0, -ending.length - 1), FILE_NAME_LENGTH - ending.length - 1);
  return `${stem || 'file'}${name.slice(-ending.length - 1)}`;
}

/** The ending of a name in lower case, without the dot; empty where there is none. */
export function endingOf(name: string): string {
  return /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** What tells browsers to keep a file under its name and not to show it (RFC 6266). */
export function attachmentHeader(name: string): string {
  const ascii = name.replace(/[^ -~]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** The longest beginning that fits and cuts no character in two. */
function shorten(words: string, length: number): string {
  if (words.length <= length) return words;
  let kept = '';
  for (const character of words) {
    if (kept.length + character.length > length) break;
    kept += character;
  }
  return kept.trimEnd();
}
