import { node } from '@kilim/eslint-preset';

export default node;
