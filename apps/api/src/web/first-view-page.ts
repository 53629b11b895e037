import type { FirstView } from '@kilim/contracts';

/** Where in the form's index.html the program puts its page, and what its language is until somebody is known. */
const PLACE = '<div id="app"></div>';
const LANGUAGE = /(?<=<html[^>]*) lang="en"/;
/** How index.html brings the program: what it is made of, and what begins it. */
const PARTS = /\n *<link rel="modulepreload"[^>]* href="([^"]+)"[^>]*>/g;
const SHEET = /\n *<link rel="stylesheet"[^>]* href="([^"]+)"[^>]*>/;
const BEGINNING = /\n *<script type="module"[^>]* src="([^"]+)"[^>]*><\/script>/;

/** The id of what brings the program: it follows the first view. */
const BRINGING = 'bringing';

/**
 * Says that the first view has been painted and brings the program, and not before: over a slow network it would take the
 * way of the style sheet, and on a slow processor that of the picture. A window that nobody sees paints nothing; there a
 * moment is enough.
 */
const BRING = `
  let brought = false;
  const bring = () => {
    if (brought) return;
    brought = true;
    document.getElementById('first')?.setAttribute('data-painted', '');
    for (const href of parts) document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }));
    import(beginning);
  };
  new PerformanceObserver(bring).observe({ type: 'paint', buffered: true });
  setTimeout(bring, 3000);
`;

/**
 * Puts a first view into the form's page: what is to be read in place of the program's own page, which takes its place
 * once there is one, and behind it what the program would ask for.
 *
 * @param page  index.html with the nonce in it
 * @param nonce of the response
 * @param sheet the style sheet that the page names, for a browser that has not kept it: asking for it would take as long
 *   as the page did; absent: it is asked for
 */
export function withFirstView(
  page: string,
  { language, html, css, filledAt = BRINGING, data }: FirstView,
  nonce: string,
  sheet?: string,
): string {
  const given = `<script type="application/json" id="first-data">${jsonWithin(data)}</script>`;
  const spoken = page.replace(LANGUAGE, () => ` lang="${language}"`);
  if (html === undefined) return spoken.replace(PLACE, () => `${PLACE}\n${given}`);
  const beginning = BEGINNING.exec(page)?.[1];
  const parts = [...page.matchAll(PARTS)].map(([, part]) => part);
  const bring = `<script type="module" id="${BRINGING}" nonce="${nonce}">
  const [beginning, parts] = ${jsonWithin([beginning, parts])};${BRING}</script>`;
  const shown = `<style nonce="${nonce}">${css ?? ''}</style>\n<div id="first" lang="${language}">${html}</div>`;
  const dressed =
    sheet === undefined
      ? spoken
      : spoken.replace(SHEET, () => `\n    <style nonce="${nonce}">${sheet}</style>`);
  return dressed
    .replace(BEGINNING, () => paintedFrom(filledAt))
    .replace(PARTS, '')
    .replace(PLACE, () => [shown, bring, given].join('\n'));
}

/**
 * Nothing is painted before what fills the window has come: a slow processor would paint an empty page, then its head,
 * then the rest, and lay out everything each time. Browsers that don't know it paint as it comes.
 *
 * @param id of the element with which it has come
 */
function paintedFrom(id: string): string {
  return `\n    <link rel="expect" href="#${encodeURIComponent(id)}" blocking="render">`;
}

/** Which style sheet the form's page names, by its path below the origin. */
export function sheetOf(page: string): string | undefined {
  return SHEET.exec(page)?.[1];
}

/** JSON that cannot end the element it stands in. */
function jsonWithin(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
