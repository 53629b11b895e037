/** A SurveyJS expression as a tree. Read, never run. */
export type Tree =
  | { readonly op: 'name'; readonly name: string }
  | { readonly op: 'value'; readonly value: string | number | boolean | null }
  | { readonly op: 'list'; readonly of: readonly Tree[] }
  | { readonly op: 'call'; readonly name: string; readonly of: readonly Tree[] }
  | { readonly op: 'all' | 'any'; readonly of: readonly Tree[] }
  | { readonly op: 'not' | 'empty' | 'notempty' | 'minus'; readonly of: Tree }
  | { readonly op: BinaryOp; readonly left: Tree; readonly right: Tree };

export type BinaryOp = Comparison | 'contains' | 'notcontains' | 'anyof' | 'allof' | 'noneof' | Calculation;
export type Comparison = 'equal' | 'notequal' | 'less' | 'lessorequal' | 'greater' | 'greaterorequal';
export type Calculation = 'plus' | 'minusBy' | 'mul' | 'div' | 'mod' | 'power';

/** The longest expression that is read, in UTF-16 units, the deepest nesting, and the most parts (decision 9). */
export const SOURCE_MAXIMUM = 4096;
export const TREE_MAX_DEPTH = 32;
export const TREE_MAX_NODES = 500;
