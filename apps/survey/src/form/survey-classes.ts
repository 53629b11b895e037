import { defaultCss } from 'survey-core';

/** The classes SurveyJS puts on what it draws: a tree of words (and a few measures). */
interface Classes {
  readonly [part: string]: string | number | Classes;
}

/**
 * Our patterns in place of SurveyJS's own classes, so that what it draws is drawn by the look and with the browser's
 * own controls: choices, fields and words as everywhere else, in both themes and with forced colours. Everything not
 * named here wears no class.
 */
export function kilimClasses(): Classes {
  const bare = withoutWords(defaultCss as Classes);
  return {
    ...bare,
    radiogroup: { ...part(bare, 'radiogroup'), root: 'choices', label: 'choice' },
    checkbox: { ...part(bare, 'checkbox'), root: 'choices', label: 'choice' },
  };
}

function part(classes: Classes, name: string): Classes {
  const found = classes[name];
  return typeof found === 'object' ? found : {};
}

function withoutWords(classes: Classes): Classes {
  return Object.fromEntries(
    Object.entries(classes).map(([name, value]) => [
      name,
      typeof value === 'object' ? withoutWords(value) : typeof value === 'string' ? '' : value,
    ]),
  );
}
