import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { languageCookie } from '@kilim/contracts';
import { Say } from '../language/say';
import { BOOK, givenRow, SERVER_NOW, SPEAKING } from '../testing/given';
import { lookOf } from './round-look';
import { RoundMatrix } from './round-matrix';

async function render() {
  document.cookie = languageCookie('en', location.origin);
  TestBed.configureTestingModule({ providers: [...SPEAKING, provideRouter([])] });
  await TestBed.inject(Say).begin();
  const fixture = TestBed.createComponent(RoundMatrix);
  fixture.componentRef.setInput('rows', [givenRow({ name: 'Arvenna' }), givenRow({ name: 'Belmora' })]);
  fixture.componentRef.setInput('look', lookOf({}));
  fixture.componentRef.setInput('now', SERVER_NOW);
  fixture.componentRef.setInput('book', BOOK);
  await fixture.whenStable();
  const element: HTMLElement = fixture.nativeElement;
  document.body.append(element);
  return { fixture, element };
}

let rendered: Awaited<ReturnType<typeof render>>;
beforeEach(async () => {
  rendered = await render();
});

const stops = () => [...rendered.element.querySelectorAll<HTMLElement>('[tabindex="0"]')];
const press = async (key: string, ctrlKey = false) => {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }),
  );
  await rendered.fixture.whenStable();
};

describe('the matrix', () => {
  it('is one tab stop, and arrow keys carry it', async () => {
    expect(stops()).toHaveLength(1);
    stops()[0]?.focus();
    await press('ArrowDown');
    await press('ArrowRight');
    expect(document.activeElement?.textContent).toContain('Belmora, Arts');
    expect(stops()).toEqual([document.activeElement]);
    await press('ArrowRight');
    expect(document.activeElement?.textContent).toContain('Belmora, Bridges');
    await press('End');
    expect(document.activeElement?.textContent).toContain('9 Apr 2026');
    await press('Home');
    expect(document.activeElement?.textContent).toContain('Belmora');
    expect(stops()).toEqual([document.activeElement]);
  });

  it('sorts by a column from its head, which the arrow keys reach, and says how it is sorted', async () => {
    const asked: string[] = [];
    rendered.fixture.componentInstance.order.subscribe((sort) => asked.push(sort));
    stops()[0]?.focus();
    await press('ArrowUp');
    await press('ArrowRight');
    expect(document.activeElement?.textContent).toContain('A, Arts');
    (document.activeElement as HTMLElement).click();
    expect(asked).toEqual(['A']);
    rendered.fixture.componentRef.setInput('look', lookOf({ sort: 'A' }));
    await rendered.fixture.whenStable();
    const sorted = [...rendered.element.querySelectorAll('[aria-sort]')];
    expect(sorted.map((head) => head.getAttribute('aria-sort'))).toEqual(['descending']);
  });

  it('says city, indicator, counts and state in every cell', () => {
    const cell = rendered.element.querySelector('[data-place="1-1"]');
    expect(cell?.textContent).toContain('Arvenna, Arts: 50\u202f%, 2 of 4 questions answered, claimed');
  });

  it('leads from a cell to the city with the indicator explained', () => {
    expect(rendered.element.querySelector('[data-place="1-2"]')?.getAttribute('href')).toMatch(
      /^\/cities\/.*\?why=n-b$/,
    );
  });
});
