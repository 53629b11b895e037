/** @jest-environment jsdom */
import { beforeEach, expect, it } from '@jest/globals';
import { leaveFirstView, placeOfPage } from './leave-first-view.js';

const LINKS = '<a href="/a">One</a><a href="/b">Two</a><a href="/a">One again</a>';
const READ = `<nav>${LINKS}</nav><main id="main" tabindex="-1"><section id="S.1" tabindex="-1"></section></main>`;

beforeEach(() => {
  document.body.innerHTML = `<div id="first">${READ}</div>`;
  placeOfPage().innerHTML = READ;
});

/** What has the focus once the program's page stands there, after this had it in the one to be read. */
function focusAfter(selector: string): Element | null {
  document.querySelector<HTMLElement>(`#first ${selector}`)?.focus();
  leaveFirstView();
  expect(document.getElementById('first')).toBeNull();
  return document.activeElement;
}

it('who is at a link is at the same one in the program’s page', () => {
  expect(focusAfter('a:last-child')).toBe(placeOfPage().querySelector('a:last-child'));
});

it('so is who is at a question', () => {
  expect(focusAfter('section')).toBe(placeOfPage().querySelector('section'));
});

it('who was at something that the program’s page has not is at its main part', () => {
  placeOfPage().querySelector('nav')?.remove();
  expect(focusAfter('a')).toBe(placeOfPage().querySelector('main'));
});

it('who was nowhere stays nowhere', () => {
  expect(focusAfter('b')).toBe(document.body);
});
