import { NUMBER_MAXIMUM } from '../../definition/formula.js';
import { Fields } from './fields.js';
import type { Reading } from './reading.js';

/** The limits that validators set, as far as ours have them. */
export interface Limits {
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly minCount?: number;
  readonly maxCount?: number;
  readonly maxLength?: number;
}

const COUNT_MAXIMUM = 300;
const LENGTH_MAXIMUM = 20_000;

/** Reads the validators of a question: limits are carried over, all else is listed as lost. */
export function readValidators(fields: Fields, reading: Reading): Limits {
  const limits: { -readonly [Key in keyof Limits]: Limits[Key] } = {};
  for (const { value, path } of fields.takeList('validators')) {
    const validator = Fields.of(value, path, reading.losses);
    if (!validator) continue;
    const type = validator.takeText('type') ?? 'validator';
    // `answercount` and `answercountvalidator` are the same.
    switch (type.replace('validator', '')) {
      case 'numeric':
        take(validator, 'minValue', -NUMBER_MAXIMUM, NUMBER_MAXIMUM, limits);
        take(validator, 'maxValue', -NUMBER_MAXIMUM, NUMBER_MAXIMUM, limits);
        break;
      case 'answercount':
        takeCount(validator, 'minCount', COUNT_MAXIMUM, limits);
        takeCount(validator, 'maxCount', COUNT_MAXIMUM, limits);
        break;
      case 'text':
        takeCount(validator, 'maxLength', LENGTH_MAXIMUM, limits);
        break;
      default:
        validator.lose(
          type,
          'An answer is not held to this here.',
          'Say it as a rule across answers, or in the help of the question.',
        );
        continue;
    }
    validator.end();
  }
  return limits;
}

type Gathered = { -readonly [Key in keyof Limits]: Limits[Key] };

function take(
  fields: Fields,
  key: 'minValue' | 'maxValue',
  least: number,
  most: number,
  into: Gathered,
): void {
  const number = fields.takeNumber(key);
  if (number !== undefined && number >= least && number <= most) into[key] = number;
  else if (number !== undefined) fields.lose(key, 'It is beyond all numbers that are counted here.');
}

function takeCount(
  fields: Fields,
  key: 'minCount' | 'maxCount' | 'maxLength',
  most: number,
  into: Gathered,
): void {
  const count = fields.takeCount(key, 1, most);
  if (count !== undefined) into[key] = count;
}
