import { launch } from './drivers/firefox.ts';
import { suite } from './suite.ts';

suite('firefox', launch);
