import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { Control, Field } from './field';

@Component({
  imports: [Control, Field],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <k-field control="reason" label="Reason" hint="One sentence." [error]="error()">
      <textarea kControl></textarea>
      <p under>See the handbook.</p>
    </k-field>
  `,
})
class Reason {
  readonly error = signal<string | undefined>(undefined);
}

function render() {
  const fixture = TestBed.createComponent(Reason);
  const element: HTMLElement = fixture.nativeElement;
  TestBed.tick();
  const control = element.querySelector('textarea');
  const described = () =>
    element.querySelector(`#${control?.getAttribute('aria-describedby') ?? ''}`)?.textContent ?? '';
  return { control, described, say: fixture.componentInstance.error };
}

describe('a field', () => {
  it('gives what is filled in its label, and reads what stands under it along', () => {
    const { control, described } = render();
    expect(control?.labels?.[0]?.textContent.trim()).toBe('Reason');
    expect(described()).toContain('One sentence.');
    expect(described()).toContain('See the handbook.');
    expect(control?.getAttribute('aria-invalid')).toBe('false');
  });

  it('says what is wrong with it where the hint stood, and is marked', () => {
    const { control, described, say } = render();
    say.set('Say why.');
    TestBed.tick();
    expect(described()).toContain('Say why.');
    expect(described()).not.toContain('One sentence.');
    expect(control?.getAttribute('aria-invalid')).toBe('true');
  });
});
