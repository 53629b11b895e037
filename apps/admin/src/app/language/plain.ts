/** Without accents and capitals, as people type when they look for something. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'l')
    .toLocaleLowerCase();
}
