import { node } from '@kilim/eslint-preset';

/** It passes its surroundings on to what it starts. */
export default [...node, { rules: { 'no-restricted-properties': 'off' } }];
