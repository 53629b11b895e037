import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Files no rule looks at: what tools made. */
const ignored = { ignores: ['**/dist/**', '**/.angular/**', '**/coverage/**'] };

const strict = tseslint.config(ignored, js.configs.recommended, ...tseslint.configs.strict, {
  rules: {
    '@typescript-eslint/consistent-type-imports': 'error',
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    'no-console': 'error',
    eqeqeq: 'error',
  },
});

const zodAsNamespace = {
  rules: {
    'no-restricted-syntax': [
      'error',
      {
        selector: "ImportDeclaration[source.value='zod'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
        message: "Write `import * as z from 'zod'`: the other form pulls every locale into a browser bundle.",
      },
    ],
  },
};

/** Data in, data out: no clock, no randomness, no locale, nothing of the surroundings. */
export const pure = tseslint.config(...strict, zodAsNamespace, {
  files: ['src/**/*.ts'],
  ignores: ['**/*.spec.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      'Date',
      'Intl',
      'process',
      'console',
      'fetch',
      'window',
      'document',
      'setTimeout',
      'globalThis',
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'A score depends on nothing but its arguments.' },
    ],
  },
});

/** The server and the tools. Only `config/` reads the environment. */
export const node = tseslint.config(...strict, zodAsNamespace, {
  languageOptions: { globals: globals.node },
  rules: {
    // Nest's constructor injection and TypeORM's entities are classes with little else.
    '@typescript-eslint/no-extraneous-class': 'off',
    // With decorator metadata a type import would erase what is injected.
    '@typescript-eslint/consistent-type-imports': 'off',
    'no-restricted-properties': [
      'error',
      {
        object: 'process',
        property: 'env',
        message: 'Settings arrive typed by constructor; only config/ reads the environment.',
      },
    ],
  },
});

/** React in the browser. */
export const browser = tseslint.config(...strict, zodAsNamespace, reactHooks.configs.flat.recommended, {
  languageOptions: { globals: globals.browser },
});

export { strict };
