import type { EChartsOption } from 'echarts';
import type { ChartLook } from './chart-look';
import { themed } from './theme';

/** A chart as it is taken away: with its finding above it, and below where the numbers come from. */
export interface Picture {
  readonly draw: (look: ChartLook) => EChartsOption;
  readonly description: string;
  readonly heading: string;
  readonly sub: string;
  readonly source: string;
  readonly width: number;
  readonly height: number;
}

const MARGIN = 24;
const HEADING = { size: 18, leading: 24, weight: 700 };
const SMALL = { size: 13, leading: 18, weight: 400 };
/** Pixels of a PNG for each of the chart: sharp on paper and on dense screens. */
export const PNG_SCALE = 2;

/** Draws a picture as SVG, complete in itself. */
export async function svgOf(picture: Picture, look: ChartLook): Promise<string> {
  const { init } = await import('./engine');
  const { width, height, draw, description } = picture;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: width - 2 * MARGIN, height });
  chart.setOption(themed(draw(look), look, description));
  const drawn = chart.renderToSVGString({ useViewBox: false });
  chart.dispose();
  return framed(withoutHover(drawn), picture, look);
}

/** The library adds what happens under a mouse, which a picture has no use for; words in it are escaped. */
function withoutHover(svg: string): string {
  return svg.replace(/<style[^>]*>[\s\S]*?<\/style>/g, '').replace(/ (?:class|ecmeta_\w+)="[^"]*"/g, '');
}

/** The same as PNG. */
export async function pngOf(picture: Picture, look: ChartLook): Promise<Blob> {
  const svg = await svgOf(picture, look);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * PNG_SCALE;
  canvas.height = image.naturalHeight * PNG_SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The browser made no picture.')) : resolve(blob)),
      'image/png',
    );
  });
}

function framed(drawn: string, picture: Picture, look: ChartLook): string {
  const { width, height, heading, sub, source, description } = picture;
  const room = width - 2 * MARGIN;
  const top = [
    ...linesOf(heading, HEADING, room, look).map((words) => ({ words, style: HEADING, ink: look.ink })),
    ...linesOf(sub, SMALL, room, look).map((words) => ({ words, style: SMALL, ink: look.ink2 })),
  ];
  const foot = linesOf(source, SMALL, room, look).map((words) => ({ words, style: SMALL, ink: look.ink3 }));
  const headHeight = MARGIN + heightOf(top);
  const whole = headHeight + height + heightOf(foot) + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" role="img">`,
    `<title>${escaped(heading)}</title><desc>${escaped(description)}</desc>`,
    `<rect width="100%" height="100%" fill="${escaped(look.surface)}"/>`,
    ...textsOf(top, MARGIN, look),
    `<g transform="translate(${MARGIN} ${headHeight})">${drawn}</g>`,
    ...textsOf(foot, headHeight + height, look),
    '</svg>\n',
  ].join('\n');
}

interface Style {
  readonly size: number;
  readonly leading: number;
  readonly weight: number;
}

interface Line {
  readonly words: string;
  readonly style: Style;
  readonly ink: string;
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { style }) => sum + style.leading, 0);
}

function textsOf(lines: readonly Line[], from: number, { font }: ChartLook): readonly string[] {
  let at = from;
  return lines.map(({ words, style, ink }) => {
    at += style.leading;
    const attributes = `x="${MARGIN}" y="${at - 5}" font-family="${escaped(font)}" font-size="${style.size}"`;
    return `<text ${attributes} font-weight="${style.weight}" fill="${escaped(ink)}">${escaped(words)}</text>`;
  });
}

/** Breaks words into lines that fit; SVG does not by itself. */
function linesOf(
  text: string,
  { size, weight }: Style,
  room: number,
  { font }: ChartLook,
): readonly string[] {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return [text];
  pen.font = `${weight} ${size}px ${font}`;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last === undefined) lines.push(word);
    else if (pen.measureText(longer).width <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
