/** Where the program's page is: in the document, or beside it as long as a first view is read there. */
let place: HTMLElement | undefined;

/** Where the program is to put its page. */
export function placeOfPage(): HTMLElement {
  place ??= document.getElementById('app') ?? Object.assign(document.createElement('div'), { id: 'app' });
  return place;
}

/**
 * Puts the program's own page in place of the one to be read; nothing when that is done. Whoever has gone somewhere in that
 * one with the keyboard is in the same place afterwards.
 */
export function leaveFirstView(): void {
  const first = document.getElementById('first');
  if (!first) return;
  const page = placeOfPage();
  const focused = document.activeElement;
  first.replaceWith(page);
  if (focused && first.contains(focused)) twinOf(focused, first, page)?.focus({ preventScroll: true });
}

/** What stands in the page for something in the first view: the same link, what bears the same id, else its main part. */
function twinOf(focused: Element, first: Element, page: Element): HTMLElement | null | undefined {
  const alike = (within: Element): readonly HTMLElement[] =>
    [...within.querySelectorAll<HTMLElement>('a[href], [id]')].filter(
      (each) =>
        each.id === focused.id &&
        each.tagName === focused.tagName &&
        each.getAttribute('href') === focused.getAttribute('href'),
    );
  const place = alike(first).findIndex((each) => each === focused);
  return alike(page)[place] ?? page.querySelector<HTMLElement>('main');
}
