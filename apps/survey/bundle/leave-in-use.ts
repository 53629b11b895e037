import { without, type Statement } from './module-statements.js';
import { readSurveyCore, type Part, type SurveyCore } from './survey-core-statements.js';

/** What a program uses of survey-core. */
export interface InUse {
  /** What it imports. */
  readonly imports: readonly string[];
  /** The types of the elements in its documents, such as `radiogroup`. */
  readonly elements: readonly string[];
}

/** What all elements of documents build on. */
const ELEMENTS = new Set(['question', 'panelbase']);

/**
 * survey-core with what somebody uses of it: nothing else can be imported, and what it does when it is loaded for
 * classes that nobody reaches is taken out, so that a bundler sees that nobody needs them. Expressions can't be worked
 * out with it.
 *
 * @throws Error when survey-core isn't as it is known here
 */
export function leaveInUse(code: string, inUse: InUse): string {
  const core = readSurveyCore(code);
  const exported = exportsOf(core);
  const imports = inUse.imports.map((name) => [known('export', name, exported.get(name)), name] as const);
  const elements = inUse.elements.map((type) => known('element', type, core.types.get(type)?.made));
  const reached = reachedFrom(core, [...imports.map(([local]) => local), ...elements]);
  const left = without(code, statementsTakenOut(core, reached));
  return `${left}\nexport { ${imports.map(([local, name]) => `${local} as ${name}`).join(', ')} };\n`;
}

function statementsTakenOut({ parts }: SurveyCore, reached: ReadonlySet<string>): readonly Statement[] {
  return parts.filter((part) => !isLeft(part, reached)).map(({ statement }) => statement);
}

function isLeft({ purpose }: Part, reached: ReadonlySet<string>): boolean {
  switch (purpose.for) {
    case 'completes':
      return reached.has(purpose.name);
    case 'expressions':
    case 'exports':
      return false;
    // Of what is declared a bundler leaves out by itself what nobody needs.
    case 'declares':
    case 'prepares':
      return true;
  }
}

/**
 * Every word that somebody comes to who begins with these and with what happens in any case. survey-core makes things by
 * name as well: one that stands in what is reached counts, unless it is an element's, which documents say.
 */
function reachedFrom({ parts, types }: SurveyCore, names: readonly string[]): ReadonlySet<string> {
  const happening = parts.filter(({ purpose }) => purpose.for === 'prepares');
  const reached = new Set([...names, ...happening.flatMap(({ words }) => [...words])]);
  const comingWith = partsByName(parts);
  // What is added on the way is gone through as well.
  for (const word of reached) {
    for (const part of comingWith.get(word) ?? []) for (const next of part.words) reached.add(next);
    const made = types.get(word)?.made;
    if (made !== undefined && !isElement(types, word)) reached.add(made);
  }
  return reached;
}

function isElement(types: SurveyCore['types'], name: string): boolean {
  const base = types.get(name)?.base;
  return ELEMENTS.has(name) || (base !== undefined && isElement(types, base));
}

/** The parts that come with a name: what declares and what completes it. */
function partsByName(parts: readonly Part[]): ReadonlyMap<string, readonly Part[]> {
  const byName = new Map<string, Part[]>();
  const add = (name: string, part: Part): void => {
    byName.set(name, [...(byName.get(name) ?? []), part]);
  };
  for (const part of parts) {
    if (part.purpose.for === 'completes') add(part.purpose.name, part);
    if (part.purpose.for === 'declares') for (const name of part.purpose.names) add(name, part);
  }
  return byName;
}

/** What things are called within survey-core, by what they are imported as. */
function exportsOf({ parts }: SurveyCore): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { statement } of parts)
    if (statement.type === 'ExportNamedDeclaration')
      for (const { local, exported } of statement.specifiers)
        if (local.type === 'Identifier' && exported.type === 'Identifier')
          names.set(exported.name, local.name);
  return names;
}

function known(what: string, name: string, found: string | undefined): string {
  if (found === undefined) throw new Error(`survey-core has no ${what} ${name} any more.`);
  return found;
}
