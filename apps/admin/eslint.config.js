import { browser } from '@kilim/eslint-preset';
import angular from 'angular-eslint';

/** Rules of hooks speak of React; the dashboard is Angular. */
const withoutReact = browser.filter((config) => config.plugins?.['react-hooks'] === undefined);

/** Rules for TypeScript have nothing to say about templates, which come out of it as files of their own. */
const onlySources = withoutReact.map((config) =>
  config.ignores !== undefined && Object.keys(config).length === 1
    ? config
    : { ...config, files: ['**/*.ts', '**/*.js'] },
);

export default [
  ...onlySources,
  ...angular.configs.tsRecommended.map((config) => ({ ...config, files: ['src/**/*.ts'] })),
  {
    files: ['src/**/*.ts'],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': [
        'error',
        [
          { type: 'element', prefix: ['k', 'app'], style: 'kebab-case' },
          { type: 'attribute', prefix: 'k', style: 'camelCase' },
        ],
      ],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'k', style: 'camelCase' }],
      '@angular-eslint/prefer-on-push-component-change-detection': 'error',
      '@angular-eslint/prefer-signals': 'error',
      // Components and guards are classes with little else.
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  ...[...angular.configs.templateRecommended, ...angular.configs.templateAccessibility].map((config) => ({
    ...config,
    files: ['src/**/*.html'],
  })),
];
