// Runs in a Worker, with the analysis module.
import { loadAnalysis } from './analysis.ts';
import { answerMessages } from './working.ts';

answerMessages(loadAnalysis);
