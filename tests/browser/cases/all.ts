// Every case, in the order in which they run. One file for each subject.

import type { Case } from '../suite.ts';
import { harness } from './harness.ts';

export const cases: Case[] = [...harness];
