export { default } from '@kilim/jest-preset';
