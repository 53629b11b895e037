import { browser } from '@kilim/eslint-preset';

export default browser;
