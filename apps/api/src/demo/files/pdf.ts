import { DIFFERENCES, shownLine, widthOf } from './helvetica.js';

/** A part of a document, which begins on a page of its own where it says so. */
export interface PdfSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly onNewPage?: true;
}

/** A document of words. */
export interface PdfText {
  readonly title: string;
  /** Who issued it, and when, as it stands below the title. */
  readonly issued: string;
  /** BCP 47. */
  readonly language: string;
  readonly sections: readonly PdfSection[];
}

/** A4 in points. */
const PAGE = { width: 595, height: 842, margin: 72 } as const;
const TITLE = { size: 20, lead: 26, gap: 6 } as const;
const ISSUED = { size: 10, lead: 14, gap: 24 } as const;
const HEADING = { size: 13, lead: 18, gap: 4 } as const;
const PARAGRAPH = { size: 11, lead: 16, gap: 10 } as const;

type Style = typeof TITLE | typeof ISSUED | typeof HEADING | typeof PARAGRAPH;

interface Line {
  readonly words: string;
  readonly size: number;
  /** From the lower edge of the page. */
  readonly y: number;
}

/** Writes a document as PDF 1.7: the same words, the same bytes. */
export function pdf(text: PdfText): Buffer {
  const pages = layOut(text).map(contentOf);
  const kids = pages.map((_, index) => `${String(5 + 2 * index)} 0 R`);
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Lang (${text.language}) /ViewerPreferences << /DisplayDocTitle true >> >>`,
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${String(pages.length)} >>`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [${DIFFERENCES}] >> >>`,
    `<< /Title <${utf16(text.title)}> /Producer (Kilim) >>`,
    ...pages.flatMap((content, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${String(PAGE.width)} ${String(PAGE.height)}] ` +
        `/Resources << /Font << /F1 3 0 R >> >> /Contents ${String(6 + 2 * index)} 0 R >>`,
      `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  return assemble(objects);
}

/** Sets the words, line by line, on as many pages as they need. */
function layOut({ title, issued, sections }: PdfText): readonly (readonly Line[])[] {
  const pages: Line[][] = [[]];
  let y = PAGE.height - PAGE.margin;
  const turn = (): void => {
    pages.push([]);
    y = PAGE.height - PAGE.margin;
  };
  const set = (words: string, style: Style): void => {
    for (const line of wrap(words, (PAGE.width - 2 * PAGE.margin) / style.size)) {
      if (y - style.lead < PAGE.margin) turn();
      y -= style.lead;
      pages.at(-1)?.push({ words: line, size: style.size, y });
    }
    y -= style.gap;
  };
  set(title, TITLE);
  set(issued, ISSUED);
  for (const { heading, paragraphs, onNewPage } of sections) {
    if (onNewPage) turn();
    set(heading, HEADING);
    for (const paragraph of paragraphs) set(paragraph, PARAGRAPH);
  }
  return pages;
}

function contentOf(lines: readonly Line[], index: number): string {
  const foot: Line = { words: String(index + 1), size: 9, y: PAGE.margin / 2 };
  const shown = [...lines, foot].map(
    ({ words, size, y }) =>
      `/Span << /ActualText <${utf16(words)}> >> BDC BT /F1 ${String(size)} Tf ` +
      `1 0 0 1 ${String(PAGE.margin)} ${String(y)} Tm ${shownLine(words, size)} ET EMC`,
  );
  return shown.join('\n');
}

/** Breaks words into lines that are not wider than so many times the size of the letters. */
function wrap(words: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function utf16(words: string): string {
  return `feff${Buffer.from(words, 'utf16le').swap16().toString('hex')}`;
}

/** Numbers the objects from 1 and ends with the table of where they stand; the fourth holds the title. */
function assemble(objects: readonly string[]): Buffer {
  let file = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = String(objects.length + 1);
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R >>\n`;
  return Buffer.from(`${file}${end}startxref\n${String(file.length)}\n%%EOF\n`, 'latin1');
}
