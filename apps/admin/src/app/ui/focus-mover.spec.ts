import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { givenPage } from '../testing/given-page';
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
    const { press } = await givenPage(ListOfOne);
    await press('Remove');
    expect(document.activeElement?.id).toBe('empty-heading');
  });
});
