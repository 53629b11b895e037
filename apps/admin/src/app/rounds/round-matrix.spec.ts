import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Say } from '../language/say';
import { BOOK, givenRow, SERVER_NOW, SPEAKING } from '../testing/given';
import { RoundMatrix } from './round-matrix';

async function render() {
  localStorage.setItem('kilim.language', 'en');
  TestBed.configureTestingModule({ providers: [...SPEAKING, provideRouter([])] });
  await TestBed.inject(Say).begin();
  const fixture = TestBed.createComponent(RoundMatrix);
  fixture.componentRef.setInput('rows', [givenRow({ name: 'Arvenna' }), givenRow({ name: 'Belmora' })]);
  fixture.componentRef.setInput('view', 'answered');
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

const stops = () => [...rendered.element.querySelectorAll<HTMLElement>('a[tabindex="0"]')];
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
    await press('End');
    expect(document.activeElement?.textContent).toContain('Belmora, Bridges');
    await press('Home', true);
    expect(document.activeElement?.textContent).toContain('Arvenna');
  });

  it('says city, indicator, counts and state in every cell', () => {
    const cell = rendered.element.querySelector('[data-place="0-1"]');
    expect(cell?.textContent).toContain('Arvenna, Arts: 50\u202f%, 2 of 4 questions answered, claimed');
  });

  it('leads from a cell to the city with the indicator explained', () => {
    expect(rendered.element.querySelector('[data-place="0-2"]')?.getAttribute('href')).toMatch(
      /^\/cities\/.*\?why=n-b$/,
    );
  });
});
