export { default } from '@kilim/jest-preset/in-dom.js';
