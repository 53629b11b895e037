import { parseAst, Visitor, type ESTree } from 'vite';

/** What stands at the top of a module. */
export type Statement = ESTree.Program['body'][number];

/** The statements of a module, in their order. */
export function statementsOf(code: string): readonly Statement[] {
  return parseAst(code).body;
}

/** Every name and every string in a statement, whatever it stands for there: rather one too many than one too few. */
export function wordsIn(statement: Statement): ReadonlySet<string> {
  const words = new Set<string>();
  visit(statement, {
    Identifier: ({ name }) => words.add(name),
    Literal({ value }) {
      if (typeof value === 'string') words.add(value);
    },
  });
  return words;
}

/** The classes that an expression makes something of. */
export function madeIn(expression: ESTree.Expression): readonly string[] {
  const made = new Set<string>();
  const { start, end } = expression;
  visit(
    { type: 'ExpressionStatement', expression, start, end },
    {
      NewExpression({ callee }) {
        if (callee.type === 'Identifier') made.add(callee.name);
      },
    },
  );
  return [...made];
}

/** The names that a statement gives something to be called by. */
export function declaredIn(statement: Statement): readonly string[] {
  if (statement.type === 'ClassDeclaration' || statement.type === 'FunctionDeclaration')
    return statement.id ? [statement.id.name] : [];
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
}

/** A module without some of its statements. Everything else stays where it stands, and so source maps stay right. */
export function without(code: string, statements: readonly Statement[]): string {
  let [left, at] = ['', 0];
  for (const { start, end } of statements) {
    left += code.slice(at, start) + code.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
  }
  return left + code.slice(at);
}

function visit(statement: Statement, visitor: ConstructorParameters<typeof Visitor>[0]): void {
  const { start, end } = statement;
  new Visitor(visitor).visit({
    type: 'Program',
    body: [statement],
    sourceType: 'module',
    hashbang: null,
    start,
    end,
  });
}
