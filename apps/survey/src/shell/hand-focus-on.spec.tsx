/** @jest-environment jsdom */
import { afterEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, render, screen } from '@testing-library/react';
import { StrictMode, type ReactElement } from 'react';
import { handsFocusOn } from './hand-focus-on.js';

/** Something that may go away, in a place that takes the focus, beside one where one goes on. */
function Page({
  isThere,
  isPlaceThere = true,
  isAroundThere = true,
}: Readonly<{ isThere: boolean; isPlaceThere?: boolean; isAroundThere?: boolean }>): ReactElement {
  const going = isThere && (
    <p ref={handsFocusOn(() => document.getElementById('place'))}>
      <button type="button">Press</button>
    </p>
  );
  return (
    <main tabIndex={-1}>
      {isAroundThere && <section tabIndex={-1}>{going}</section>}
      {isPlaceThere && <input id="place" />}
      <input aria-label="elsewhere" />
    </main>
  );
}

const settled = () =>
  act(
    async () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          resolve();
        });
      }),
  );
const focused = () => document.activeElement;
const byTag = (name: string) => document.querySelector(name);

function given(): (next: ReactElement) => Promise<void> {
  const { rerender } = render(<Page isThere />, { wrapper: StrictMode });
  act(() => {
    screen.getByRole('button').focus();
  });
  return async (next) => {
    rerender(next);
    await settled();
  };
}

afterEach(cleanup);

describe('what goes away with the focus in it', () => {
  it('hands it to where one goes on', async () => {
    await given()(<Page isThere={false} />);
    expect(focused()).toBe(byTag('#place'));
  });

  it('else to what is nearest around it and still there', async () => {
    await given()(<Page isThere={false} isPlaceThere={false} />);
    expect(focused()).toBe(byTag('section'));
    cleanup();
    await given()(<Page isThere={false} isPlaceThere={false} isAroundThere={false} />);
    expect(focused()).toBe(byTag('main'));
  });

  it('keeps it as long as it is only drawn anew', async () => {
    await given()(<Page isThere />);
    expect(focused()).toBe(screen.getByRole('button'));
  });

  it('takes it from nobody who has gone elsewhere', async () => {
    const show = given();
    act(() => {
      screen.getByLabelText('elsewhere').focus();
    });
    await show(<Page isThere={false} />);
    expect(focused()).toBe(screen.getByLabelText('elsewhere'));
  });
});
