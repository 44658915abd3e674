// Everything about files: the drop zone, the menus of columns, and the cards
// that only a file can fill.
import { h } from '../widget/dom.ts';
import { answeredCard } from './cards/answered.ts';
import { breakdownCards } from './cards/breakdown.ts';
import type { Part } from './cards/card.ts';
import { commentsCard } from './cards/comments.ts';
import { movementCard } from './cards/movement.ts';
import { questionCard } from './cards/question.ts';
import { sourceCard } from './cards/source.ts';
import { phrasesCard, themesCard } from './cards/themes.ts';
import { trendCard } from './cards/trend.ts';
import { countsOf, makeSession, readCounts } from './file_session.ts';
import { fileInput } from './inputs/file.ts';
import { fileOptions } from './inputs/file_options.ts';
import type { Model, Store } from './model.ts';
import { sampleFile } from './sample.ts';

export function openFiles(store: Store, say: (text: string) => void) {
  const sample = (): void =>
    session.open(sampleFile(), { by: ['plan', 'country'] });
  const input = fileInput(document.body, {
    take: (file) => session.open(file),
    cancel: () => {
      session.cancel();
      say('Cancelled. Nothing of the file is kept.');
    },
    sample,
  });
  const session = makeSession(store, {
    progress: input.progress,
    changed: (now) => {
      source.setSession(now);
      options.setSession(now);
      question.setSession(now);
      answered.setSession(now);
    },
  });

  /** Another file, for comparison. */
  const earlier = h('input', {
    type: 'file',
    hidden: true,
    change: () => {
      const [file] = earlier.files ?? [];
      earlier.value = '';
      if (!file) return;
      say(`Reading ${file.name}…`);
      readCounts(file, (report, errors) => {
        if (report) {
          store.set({ other: { name: file.name, counts: countsOf(report) } });
          say(`${file.name} is what is compared with now.`);
        } else say(`${file.name} cannot be read. ${errors[0]?.message ?? ''}`);
      });
    },
  });
  input.node.append(earlier);

  const source = sourceCard({ choose: session.choose });
  const options = fileOptions(session.choose);
  const question = questionCard({
    choose: session.choose,
    chooseFile: input.choose,
  });
  const answered = answeredCard(session.choose);
  const cards: readonly Part<Model>[] = [
    trendCard(),
    breakdownCards(),
    answered,
    movementCard(),
    themesCard(),
    phrasesCard(),
    commentsCard(),
  ];
  return {
    input: input.node,
    options: options.node,
    question,
    source,
    cards,
    choose: input.choose,
    chooseEarlier: () => earlier.click(),
    sample,
    close: session.close,
    again: session.again,
  };
}
