/** Where the program's page is: in the document, or beside it as long as a first view is read there. */
let place: HTMLElement | undefined;

/** Where the program is to put its page. */
export function placeOfPage(): HTMLElement {
  place ??= document.getElementById('app') ?? Object.assign(document.createElement('div'), { id: 'app' });
  return place;
}

/** Puts the program's own page in place of the one to be read; nothing when that is done. */
export function leaveFirstView(): void {
  document.getElementById('first')?.replaceWith(placeOfPage());
}
