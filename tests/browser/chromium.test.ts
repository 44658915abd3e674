import { launch } from './drivers/chromium.ts';
import { suite } from './suite.ts';

suite('chromium', launch);
