/** A heading of the second level, to be listed in front of the page. */
export interface Heading {
  readonly id: string;
  readonly words: string;
}

/** A text made ready for a page. */
export interface Prose {
  readonly html: string;
  readonly headings: readonly Heading[];
}

/**
 * Turns the part of Markdown that our own texts use into HTML: headings, paragraphs, lists, quotations, tables and bold
 * words. Everything else stands there as it was typed; nothing in it is taken for markup.
 */
export function proseOf(markdown: string): Prose {
  const headings: Heading[] = [];
  const html = markdown
    .trim()
    .split(/\n{2,}/)
    .map((block) => blockOf(block.split('\n'), headings))
    .join('\n');
  return { html, headings };
}

/** Words as they stand on a page, with nothing in them taken for markup. */
export function escaped(words: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return words.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}

function blockOf(lines: readonly string[], headings: Heading[]): string {
  const [first = ''] = lines;
  const [, marks, title = ''] = /^(#{1,3}) (.*)$/.exec(first) ?? [];
  if (marks !== undefined) return headingOf(marks.length, title, headings);
  if (first.startsWith('| ')) return tableOf(lines, headings.at(-1)?.words ?? '');
  if (first.startsWith('- ')) return `<ul>${itemsOf(lines).map(itemOf).join('')}</ul>`;
  if (first.startsWith('> '))
    return `<blockquote><p>${inline(lines.map((line) => line.slice(2)).join(' '))}</p></blockquote>`;
  return `<p>${inline(lines.join(' '))}</p>`;
}

function headingOf(level: number, words: string, headings: Heading[]): string {
  const tag = `h${String(level)}`;
  if (level !== 2) return `<${tag}>${inline(words)}</${tag}>`;
  const id = `part-${String(headings.length + 1)}`;
  headings.push({ id, words });
  return `<h2 id="${id}">${inline(words)}</h2>`;
}

/** The lines of a list, each item with those that go on below it. */
function itemsOf(lines: readonly string[]): readonly string[] {
  return lines.join('\n').slice(2).split('\n- ');
}

function itemOf(item: string): string {
  return `<li>${inline(item.replace(/\n\s*/g, ' '))}</li>`;
}

/** @param name what the table is called for those who hear it */
function tableOf([head = '', , ...rows]: readonly string[], name: string): string {
  const cells = (line: string): readonly string[] =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => inline(cell.trim()));
  const heads = cells(head).map((cell) => `<th scope="col">${cell}</th>`);
  const body = rows.map(
    (row) =>
      `<tr>${cells(row)
        .map((cell) => `<td>${cell}</td>`)
        .join('')}</tr>`,
  );
  return [
    `<div class="scroll" tabindex="0" role="group" aria-label="${escaped(name)}"><table class="tbl">`,
    `<thead><tr>${heads.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`,
  ].join('');
}

function inline(words: string): string {
  return escaped(words).replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>');
}
