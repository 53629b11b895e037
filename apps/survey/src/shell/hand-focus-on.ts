import type { RefCallback } from 'react';

/**
 * A ref for what may go away with the focus in it, because it was pressed or because of something that came meanwhile: the
 * focus is handed on then. Left to the browser it would fall out of the page, where a keyboard begins again from the top
 * and a screen reader has lost its place.
 *
 * @param place where one goes on, asked once the page is as it is to be; where there is none the focus goes to the nearest
 *   thing around that can take it and is still there: the question, the instance, the main part of the page
 */
export function handsFocusOn(place?: () => HTMLElement | null | undefined): RefCallback<HTMLElement> {
  return (element) => () => {
    if (!element?.contains(document.activeElement)) return;
    const around = placesAround(element);
    // A control follows its model once the page has been drawn.
    requestAnimationFrame(() => {
      // What was only drawn anew still has it; or somebody has taken it by now.
      if (element.isConnected || document.activeElement !== document.body) return;
      const found = place?.();
      if (found) found.focus();
      // It may be higher than the window: what one looks at stays where it is.
      else around.find((each) => each.isConnected)?.focus({ preventScroll: true });
    });
  };
}

/** What is around an element and takes the focus from the program, nearest first. */
function placesAround(element: HTMLElement): readonly HTMLElement[] {
  const nearest = element.parentElement?.closest<HTMLElement>('[tabindex="-1"]');
  return nearest ? [nearest, ...placesAround(nearest)] : [];
}
