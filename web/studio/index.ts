// The Studio: one survey, several views of it, always in step.

import { drawThemeSwitch } from '../site/theme.ts';
import { printJson } from './document/print.ts';
import { emptySurvey } from './document/survey.ts';
import { openDatabase } from './drafts/database.ts';
import { openDrafts } from './drafts/drafts.ts';
import { openEngine } from './engine.ts';
import { byId } from '../shared/page.ts';
import { makeStore } from './store.ts';
import { runStudio } from './studio.ts';

drawThemeSwitch();
const main = byId('main');
try {
  const store = makeStore(printJson(emptySurvey()));
  const [engine, database] = await Promise.all([openEngine(), openDatabase()]);
  let changed = (): void => {};
  let tell: (message: string) => void = () => {};
  const drafts = await openDrafts(database, store, {
    changed: () => changed(),
    tell: (message) => tell(message),
  });
  const studio = runStudio(main, { store, engine, drafts });
  changed = studio.refresh;
  tell = studio.toast;
  await studio.openLink();
} catch (error) {
  const note = document.createElement('p');
  note.className = 'banner';
  note.role = 'alert';
  note.textContent = `The Studio could not start: ${error instanceof Error ? error.message : error}. Your drafts are untouched. Load the page again, or try another browser.`;
  main.append(note);
  reportError(error);
}
