import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { focusMover } from './focus-mover';

@Component({
  selector: 'k-list-of-one',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (isThere()) {
      <button type="button" (click)="remove()">Remove</button>
    } @else {
      <h2 id="empty-heading" tabindex="-1">Nothing left</h2>
    }
  `,
})
class ListOfOne {
  protected readonly isThere = signal(true);
  private readonly moveFocus = focusMover();

  protected remove(): void {
    this.isThere.set(false);
    this.moveFocus('empty-heading');
  }
}

describe('the focus of a button that goes with what it did', () => {
  it('is at the heading of what the page shows instead', async () => {
    const fixture = TestBed.createComponent(ListOfOne);
    const element: HTMLElement = fixture.nativeElement;
    document.body.append(element);
    await fixture.whenStable();
    element.querySelector('button')?.click();
    await fixture.whenStable();
    expect(document.activeElement?.id).toBe('empty-heading');
  });
});
