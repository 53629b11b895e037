import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  INTERFACE_LANGUAGES,
  LANGUAGE_NAMES,
  themeAttribute,
  type InterfaceLanguage,
  type Theme,
} from '@kilim/contracts';
import { glossaryIn, type Entry } from './glossary.js';
import { escaped, proseOf, type Heading } from './prose.js';

const WORDS = {
  en: {
    ...{ skip: 'Skip to content', contents: 'On this page', language: 'Language', glossary: 'Glossary' },
    ...{ lead: 'What the words of the questionnaire mean.', seeAlso: 'See also' },
  },
  pl: {
    ...{ skip: 'Przejdź do treści', contents: 'Na tej stronie', language: 'Język', glossary: 'Słowniczek' },
    ...{ lead: 'Co oznaczają słowa użyte w kwestionariuszu.', seeAlso: 'Zobacz też' },
  },
} as const;

/** How an index comes about, for a lay reader, with the glossary: one page that needs nothing else. */
export class MethodPage {
  readonly #pages: ReadonlyMap<InterfaceLanguage, PageMade>;

  constructor() {
    const style = styles();
    this.#pages = new Map(INTERFACE_LANGUAGES.map((language) => [language, pageIn(language, style)]));
  }

  /**
   * @param nonce for its style
   * @param theme that the reader has chosen in the apps
   */
  html(language: InterfaceLanguage, nonce: string, theme: Theme): string {
    return this.#pages.get(language)?.(nonce, theme) ?? '';
  }
}

type PageMade = (nonce: string, theme: Theme) => string;

function pageIn(language: InterfaceLanguage, style: string): PageMade {
  const words = WORDS[language];
  const { html, headings } = proseOf(methodText(language));
  const [title = ''] = /(?<=<h1>).*(?=<\/h1>)/.exec(html) ?? [];
  const entries = glossaryIn(language);
  const parts: readonly Heading[] = [...headings, { id: 'glossary', words: words.glossary }];
  return (nonce, theme) => `<!doctype html>
<html lang="${language}"${themeAttribute(theme)}>
<head>
<meta charset="utf-8">
<title>${title} · Kilim</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" type="image/svg+xml" href="/survey/mark.svg">
<style nonce="${nonce}">${style}</style>
</head>
<body>
<header class="top">
<a class="skip" href="#main">${words.skip}</a>
<div class="band"></div>
<div class="top__in"><a class="brand" href="/">Kilim</a>
<nav class="top__end lang" aria-label="${words.language}">${INTERFACE_LANGUAGES.map((each) => switchTo(each, language)).join('')}</nav></div>
</header>
<main id="main" class="page prose" tabindex="-1">
${html.replace('</h1>', `</h1>\n${contentsOf(parts, words.contents)}`)}
<h2 id="glossary">${words.glossary}</h2>
<p>${words.lead}</p>
<dl>${entries.map((entry) => entryOf(entry, entries, words.seeAlso)).join('\n')}</dl>
</main>
</body>
</html>
`;
}

function switchTo(language: InterfaceLanguage, current: InterfaceLanguage): string {
  const mark = language === current ? ' aria-current="page"' : '';
  return `<a href="/method?language=${language}" lang="${language}" hreflang="${language}" title="${LANGUAGE_NAMES[language]}"${mark}>${language.toUpperCase()}</a>`;
}

function contentsOf(parts: readonly Heading[], name: string): string {
  const links = parts.map(({ id, words }) => `<li><a href="#${id}">${escaped(words)}</a></li>`);
  return `<nav class="prose__contents" aria-label="${name}"><ul>${links.join('')}</ul></nav>`;
}

function entryOf({ code, title, meaning, seeAlso }: Entry, all: readonly Entry[], also: string): string {
  const links = all
    .filter((other) => seeAlso.includes(other.code))
    .map((other) => `<a href="#term-${other.code}">${escaped(other.title)}</a>`);
  const more = links.length === 0 ? '' : ` <span class="muted">${also}: ${links.join(', ')}</span>`;
  return `<dt id="term-${code}">${escaped(title)}</dt><dd>${escaped(meaning)}${more}</dd>`;
}

function methodText(language: InterfaceLanguage): string {
  const { resolve } = createRequire(import.meta.url);
  return readFileSync(
    resolve(`@kilim/indicators/catalogue/intercultural/2026.1/method.${language}.md`),
    'utf8',
  );
}

/** The look of both apps, as far as a page of words needs it. */
function styles(): string {
  const require = createRequire(import.meta.url);
  return [
    require.resolve('@kilim/look/css/tokens.css'),
    require.resolve('@kilim/look/css/ground.css'),
    require.resolve('@kilim/look/css/reach.css'),
    require.resolve('@kilim/look/css/band.css'),
    require.resolve('@kilim/look/css/top-bar.css'),
    require.resolve('@kilim/look/css/page.css'),
    require.resolve('@kilim/look/css/tables.css'),
    require.resolve('@kilim/look/css/prose.css'),
    require.resolve('@kilim/look/css/forced-colors.css'),
    require.resolve('@kilim/look/css/print.css'),
  ]
    .map((file) => readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''))
    .join('\n');
}
