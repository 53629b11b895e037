/** Said in both languages: which one is spoken stands in a file that may be what is missing. */
const WORDS = [
  {
    lang: 'en',
    heading: 'The dashboard could not be loaded',
    detail: 'A part of it did not arrive. Nothing is lost: check the network, then try again.',
    retry: 'Try again',
  },
  {
    lang: 'pl',
    heading: 'Nie udało się wczytać panelu',
    detail: 'Jedna z jego części nie dotarła. Nic nie zginęło: sprawdź połączenie i spróbuj ponownie.',
    retry: 'Spróbuj ponownie',
  },
] as const;

/**
 * Puts into the page that the dashboard could not begin, where otherwise nothing would be seen: a part of the program or
 * its texts did not arrive.
 */
export function sayCannotBegin(document: Document): void {
  const page = document.createElement('main');
  page.className = 'page';
  page.append(...WORDS.map((words, at) => panelOf(document, words, at === 0)));
  document.body.append(page);
}

function panelOf(document: Document, words: (typeof WORDS)[number], isFirst: boolean): HTMLElement {
  const panel = document.createElement('section');
  panel.className = 'problem';
  panel.lang = words.lang;
  if (isFirst) panel.setAttribute('role', 'alert');
  const heading = document.createElement(isFirst ? 'h1' : 'h2');
  heading.className = 'title-m';
  heading.textContent = words.heading;
  const detail = document.createElement('p');
  detail.className = 'muted';
  detail.textContent = words.detail;
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'btn';
  again.textContent = words.retry;
  again.addEventListener('click', () => {
    document.location.reload();
  });
  panel.append(heading, detail, again);
  return panel;
}
