/** The tags of languages that a browser accepts, in the order in which it names them, which is that of its reader's wishes. */
export function acceptedLanguages(header = ''): readonly string[] {
  return header.split(',').map((each) => each.split(';')[0]?.trim() ?? '');
}
