export { default } from '@kilim/jest-preset/with-properties.js';
