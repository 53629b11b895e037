import { pure } from '@kilim/eslint-preset';

export default pure;
