// The catalogue of example surveys: what people wrote about each
// (examples/catalogue.json) with what its file says itself. The site serves it
// as surveys/catalogue.json; the gallery and the Studio read it there.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files.mjs';

const read = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

/** Throws when a survey has no entry, or an entry no survey. */
export function catalogue(root) {
  const folder = join(root, 'examples/surveys');
  const { uses, templates } = read(root, 'examples/catalogue.json');
  const files = filesBelow(folder).filter((file) => file.endsWith('.json'));
  for (const file of files) {
    if (!templates.some(({ id }) => `${id}.json` === file)) {
      throw new Error(`examples/catalogue.json: nothing about ${file}`);
    }
  }
  return {
    uses,
    templates: templates.map((entry) => {
      if (!(entry.use in uses)) {
        throw new Error(`examples/catalogue.json: no use '${entry.use}'`);
      }
      const survey = read(folder, `${entry.id}.json`);
      return {
        ...entry,
        file: `${entry.id}.json`,
        title: survey.title,
        metric: metricOf(survey),
        languages: Object.keys(survey.title),
        questions: questionsOf(survey),
      };
    }),
  };
}

/** What a survey measures: `nps`, `csat` or `ces`. */
function metricOf({ steps }) {
  if (steps.some(({ type }) => type === 'nps')) return 'nps';
  return steps.find(({ metric }) => metric)?.metric;
}

/** The most questions that one respondent can be asked. */
function questionsOf({ steps }) {
  const index = new Map(steps.map(({ id }, at) => [id, at]));
  const most = new Map();
  const from = (at) => {
    const step = steps[at];
    if (!step || step.type === 'end') return 0;
    if (!most.has(at)) {
      const { next } = step;
      const rules = Array.isArray(next) ? next : next ? [{ to: next }] : [];
      const targets = rules.map(({ to }) => index.get(to));
      // Without a rule that always holds, the step below may follow.
      if (!rules.some(({ when }) => !when)) targets.push(at + 1);
      const asks = step.type === 'statement' ? 0 : 1;
      most.set(at, asks + Math.max(...targets.map(from)));
    }
    return most.get(at);
  };
  return from(0);
}
