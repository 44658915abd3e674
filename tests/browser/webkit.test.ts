import { launch } from './drivers/webkit.ts';
import { suite } from './suite.ts';

suite('webkit', launch);
