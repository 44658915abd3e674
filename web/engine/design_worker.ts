// Runs in a Worker, with the design module.
import { loadDesign } from './design.ts';
import { answerMessages } from './working.ts';

answerMessages(loadDesign);
