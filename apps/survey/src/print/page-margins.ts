import { useEffect } from 'react';

/** Prints words at the head of every page and its number at the foot, for as long as the page is open. */
export function usePageMargins(words: string): void {
  useEffect(() => {
    // The one way to a page's margins: no element stands there, and the policy allows no style in the page.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page {
      margin: 22mm 18mm 20mm;
      @top-left { content: ${asCssText(words)}; font: 8pt sans-serif; color: #444; }
      @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #444; }
    }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, [words]);
}

function asCssText(words: string): string {
  return `"${words.replace(/["\\]/g, '\\$&').replace(/\s+/gu, ' ')}"`;
}
