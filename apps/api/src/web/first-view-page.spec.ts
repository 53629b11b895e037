import { expect, test } from '@jest/globals';
import { sheetOf, withFirstView } from './first-view-page.js';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <script type="module" crossorigin src="/survey/assets/index-Bx3kP9q2.js" nonce="N"></script>
    <link rel="modulepreload" crossorigin href="/survey/assets/part-Bx3kP9q2.js" nonce="N">
    <link rel="stylesheet" crossorigin href="/survey/assets/index-Bx3kP9q2.css" nonce="N">
  </head>
  <body>
    <div id="app"></div>
  </body>
</html>`;

const first = {
  language: 'pl',
  html: "<p>$& and $'</p>",
  css: '#first{--w:1%}',
  data: { '/api/session': 1 },
};

test('what is to be read comes before the program, which is brought once it has been painted', () => {
  const page = withFirstView(PAGE, first, 'N');
  expect(page).toContain('<html lang="pl">');
  expect(page).toContain('<style nonce="N">#first{--w:1%}</style>');
  expect(page).toContain(`<div id="first" lang="pl">${first.html}</div>`);
  expect(page).not.toMatch(/<link rel="modulepreload"|<script[^>]* src=/);
  expect(page).toContain('["/survey/assets/index-Bx3kP9q2.js",["/survey/assets/part-Bx3kP9q2.js"]]');
});

test('it is painted once, with what fills the window; a page without anything to be read waits for nothing', () => {
  const waits = (id: string) => `<link rel="expect" href="#${id}" blocking="render">\n`;
  const headOf = (page: string) => page.slice(0, page.indexOf('</head>'));
  expect(headOf(withFirstView(PAGE, { ...first, filledAt: 'EDU.6' }, 'N'))).toContain(waits('EDU.6'));
  const whole = withFirstView(PAGE, first, 'N');
  expect(headOf(whole)).toContain(waits('bringing'));
  expect(whole).toContain(`${first.html}</div>\n<script type="module" id="bringing" nonce="N">`);
  expect(withFirstView(PAGE, { language: 'pl', data: first.data }, 'N')).not.toContain('rel="expect"');
});

test('whoever has not kept the style sheet gets it within the page, and need not ask', () => {
  expect(sheetOf(PAGE)).toBe('/survey/assets/index-Bx3kP9q2.css');
  const link = /<link rel="stylesheet"/;
  expect(withFirstView(PAGE, first, 'N')).toMatch(link);
  const page = withFirstView(PAGE, first, 'N', "a::after{content:'$&'}");
  expect(page).toContain(`<style nonce="N">a::after{content:'$&'}</style>\n  </head>`);
  expect(page).not.toMatch(link);
});

test('without anything to be read the program comes as ever, with what it would ask for', () => {
  const page = withFirstView(PAGE, { language: 'pl', data: first.data }, 'N');
  expect(page).toContain('<script type="module" crossorigin src="/survey/assets/index-Bx3kP9q2.js"');
  expect(page).toContain('<div id="app"></div>\n<script type="application/json" id="first-data">');
});

test('no answer ends the element in which the data stand', () => {
  const data = { '/api/x': '</script><script>alert(1)</script><!--' };
  const page = withFirstView(PAGE, { ...first, data }, 'N');
  const [, json = ''] = /id="first-data">([^]*?)<\/script>/.exec(page) ?? [];
  expect(json).not.toContain('<');
  expect(JSON.parse(json)).toEqual(data);
});
