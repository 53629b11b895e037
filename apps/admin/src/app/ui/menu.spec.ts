import { ChangeDetectionStrategy, Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Menu } from './menu';

@Component({
  selector: 'k-page-with-menu',
  imports: [Menu],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <details kMenu>
      <summary tabindex="0">Menu</summary>
      <button type="button">Choose</button>
      <p>Nothing to choose</p>
    </details>
    <button type="button" id="elsewhere">Elsewhere</button>
    <p id="words">Words</p>
  `,
})
class PageWithMenu {}

describe('an open menu', () => {
  let page: HTMLElement;
  beforeEach(() => {
    page = TestBed.createComponent(PageWithMenu).nativeElement;
    document.body.replaceChildren(page);
    menu().open = true;
  });

  const find = <E extends HTMLElement>(selector: string): E => {
    const found = page.querySelector<E>(selector);
    if (!found) throw new Error(`The page has no ${selector}`);
    return found;
  };
  const menu = () => find<HTMLDetailsElement>('details');
  const press = (selector: string) =>
    find(selector).dispatchEvent(new Event('pointerdown', { bubbles: true }));

  it('closes on Escape, and what opened it has the focus again', () => {
    find('details button').focus();
    find('details button').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(menu().open).toBe(false);
    expect(document.activeElement).toBe(find('summary'));
  });

  it('closes when the focus goes elsewhere', () => {
    find('details button').focus();
    find('#elsewhere').focus();
    expect(menu().open).toBe(false);
  });

  it('closes on a press elsewhere, on words too', () => {
    press('#words');
    expect(menu().open).toBe(false);
  });

  it('stays while one moves and presses inside it', () => {
    find('summary').focus();
    find('details button').focus();
    press('details p');
    find('details button').blur();
    expect(menu().open).toBe(true);
  });
});
