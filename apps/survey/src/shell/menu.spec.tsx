/** @jest-environment jsdom */
import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { Menu } from './menu.js';

afterEach(cleanup);

/** A menu that is open, on a page with something else. */
function given(): HTMLDetailsElement {
  render(
    <MemoryRouter>
      <Menu className="menu" summaryClassName="btn" summary="Menu">
        <li>
          <button type="button">Choose</button>
        </li>
      </Menu>
      <p>Words</p>
      <button type="button">Elsewhere</button>
    </MemoryRouter>,
  );
  const menu = screen.getByRole<HTMLDetailsElement>('group');
  menu.open = true;
  return menu;
}

describe('an open menu', () => {
  it('closes on Escape, and what opened it has the focus again', () => {
    const menu = given();
    screen.getByText('Menu').tabIndex = 0;
    fireEvent.keyDown(screen.getByText('Choose'), { key: 'Escape' });
    expect(menu.open).toBe(false);
    expect(document.activeElement).toBe(screen.getByText('Menu'));
  });

  it('closes when the focus goes elsewhere', () => {
    const menu = given();
    screen.getByText('Choose').focus();
    screen.getByText('Elsewhere').focus();
    expect(menu.open).toBe(false);
  });

  it('closes on a press elsewhere, on words too', () => {
    const menu = given();
    fireEvent.pointerDown(screen.getByText('Words'));
    expect(menu.open).toBe(false);
  });

  it('stays while one presses inside it', () => {
    const menu = given();
    fireEvent.pointerDown(screen.getByText('Choose'));
    expect(menu.open).toBe(true);
  });
});
