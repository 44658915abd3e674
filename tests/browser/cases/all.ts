// Every case, in the order in which they run. One file for each subject.

import type { Case } from '../suite.ts';
import { harness } from './harness.ts';
import { packaged } from './package.ts';
import { siteCases } from './site.ts';

export const cases: Case[] = [...harness, ...packaged, ...siteCases];
