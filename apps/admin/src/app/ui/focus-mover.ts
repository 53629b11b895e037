import { DOCUMENT } from '@angular/common';
import { afterNextRender, ElementRef, inject, Injector } from '@angular/core';

/**
 * Moves the focus on once the page shows what was done. A pressed button that has gone, or a dialog that has closed
 * over it, would let the focus fall to the start of the page. Call it where a component is made.
 *
 * @returns takes the id of the heading or status where one goes on: something that can take the focus
 */
export function focusMover(): (id: string) => void {
  const [document, injector] = [inject(DOCUMENT), inject(Injector)];
  return (id) => {
    afterNextRender({ read: () => document.getElementById(id)?.focus() }, { injector });
  };
}

/**
 * Moves the focus to the first field of the component that is marked as wrong, once it is: its description says what is
 * wrong with it. Call it where a component is made.
 */
export function wrongFieldFinder(): () => void {
  const [host, injector] = [inject<ElementRef<HTMLElement>>(ElementRef), inject(Injector)];
  return () => {
    const find = () => host.nativeElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    afterNextRender({ read: find }, { injector });
  };
}
