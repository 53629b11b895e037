import type { Questionnaire } from '../definition/questionnaire.js';
import type { Step } from './find-part.js';
import { withList, withPart } from './lists.js';
import { listsOf } from './part-address.js';
import { isOptionalIn, shapeAt } from './part-schema.js';

/** The version without lists that are empty and need not be there: said once, not in two ways. */
export function withoutEmptyLists(questionnaire: Questionnaire): Questionnaire {
  let changed = questionnaire;
  const walk = (part: object, steps: readonly Step[]) => {
    for (const [list, parts] of listsOf(part)) {
      if (parts.length === 0) {
        const shape = shapeAt(questionnaire, steps);
        if (isOptionalIn(shape, list))
          changed = withPart(changed, steps, (each) => withList(each, list, [], shape));
      }
      for (const [at, each] of parts.entries()) walk(each, [...steps, { list, at }]);
    }
  };
  walk(questionnaire, []);
  return changed;
}
