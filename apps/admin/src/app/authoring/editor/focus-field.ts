import type { PartAddress } from '@kilim/indicators';

/** How long a form that was just opened takes to be drawn. */
const DRAWN_MS = 60;

/** Puts the focus on a field of a part's form, once it is there: a text, a number, a choice; else on its title or head. */
export function focusField(part: PartAddress, field = ''): void {
  setTimeout(() => {
    const found = idsOf(part, field).flatMap((id) => document.getElementById(id) ?? [])[0];
    found?.focus();
    found?.scrollIntoView({ block: 'center' });
  }, DRAWN_MS);
}

/** Under which ids it may be, the likeliest first. */
function idsOf(part: PartAddress, field: string): readonly string[] {
  const name = part.replace('/', '_');
  const [first = '', second = '', third = ''] = field.split('/');
  const text = first === 'text' ? second : third;
  return [
    `text-${name}-${text}`,
    ...['number', 'word', 'select'].map((kind) => `${kind}-${name}-${first}`),
    ...['number', 'word', 'select'].map((kind) => `${kind}-${name}-${first}_${second}`),
    `text-${name}-title`,
    'editor-heading',
  ];
}
