import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Dialog } from './dialog';

@Component({
  imports: [Dialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <button id="opener" type="button" (click)="isOpen.set(true)">Open</button>
    @if (isOpen()) {
      <k-dialog heading="Sure?" closeWord="Close" (closed)="isOpen.set(false)" />
    }
  `,
})
class Asking {
  readonly isOpen = signal(false);
}

beforeAll(() => {
  // jsdom knows dialogs, not how they open: the focus goes inside.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
    this.querySelector('button')?.focus();
  };
});

describe('a dialog', () => {
  it('that goes because what was asked is done gives the focus back to where it was', () => {
    const fixture = TestBed.createComponent(Asking);
    document.body.replaceChildren(fixture.nativeElement as HTMLElement);
    TestBed.tick();
    const opener = document.getElementById('opener');
    opener?.focus();
    opener?.click();
    TestBed.tick();
    expect(document.activeElement?.closest('dialog')).not.toBeNull();
    fixture.componentInstance.isOpen.set(false);
    TestBed.tick();
    expect(document.activeElement).toBe(opener);
  });
});
