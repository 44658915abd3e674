// The page put together: what is typed, pasted or read at the left, what it
// means at the right, one model between them.
import { LinkFault, unpack } from '../shared/fragment.ts';
import { setText } from '../shared/ui.ts';
import { h } from '../widget/dom.ts';
import { kLinkName, makeActions } from './actions.ts';
import { labelled, type Part } from './cards/card.ts';
import { changeCard } from './cards/change.ts';
import { headlineCard } from './cards/headline.ts';
import { goalCard, marginCard, whatIfCard } from './cards/plan.ts';
import type { Figures } from './figures.ts';
import { countsInput } from './inputs/counts.ts';
import { pasteInput } from './inputs/paste.ts';
import { readKept } from './keep.ts';
import { type Answers, kFirstModel, type Model, makeStore } from './model.ts';
import { warmReader } from './reading/read.ts';
import { readSnapshot } from './snapshot.ts';
import { openFiles } from './files.ts';
import { makeWelcome } from './welcome.ts';
import { headline } from './words.ts';

export interface Places {
  readonly actions: HTMLElement;
  readonly inputs: HTMLElement;
  readonly results: HTMLElement;
}

const kConfidences = [0.8, 0.9, 0.95, 0.99];

export async function runCalculator(
  places: Places,
  figures: Figures,
  say: (text: string) => void,
) {
  const store = makeStore(kFirstModel);
  const files = openFiles(store, say);

  function typed(from: 'counts' | 'paste', counts: Answers['counts'] | null) {
    files.close();
    const name = from === 'counts' ? 'Counts typed here' : 'Scores pasted here';
    store.set({
      answers: counts && { from, name, counts, report: null, soFar: false },
    });
  }
  const counts = countsInput((given) => typed('counts', given));
  const paste = pasteInput(figures.parse, (scores) =>
    typed('paste', scores && { scores }),
  );
  const confidence = h(
    'select',
    {
      change: () => {
        store.set({ confidence: Number(confidence.value) });
        files.again();
      },
    },
    ...kConfidences.map((level) =>
      h('option', { value: level }, `${level * 100} %`),
    ),
  );
  const options = h(
    'section',
    { class: 'input-part', 'aria-labelledby': 'options-title' },
    h('h2', { id: 'options-title' }, 'Options'),
    labelled('Confidence of intervals', confidence),
    files.options,
  );
  places.inputs.append(files.input, counts.node, paste.node, options);

  const kept = await readKept();
  const actions = makeActions(
    store,
    { say, cleared: () => clearAll() },
    kept !== null,
  );
  places.actions.append(actions.node);
  const cards: readonly Part<Model>[] = [
    makeWelcome({ chooseFile: files.choose, sample: files.sample }),
    files.question,
    headlineCard(figures),
    files.source,
    changeCard(figures, store, { chooseFile: files.chooseEarlier }),
    ...files.cards,
    marginCard(figures),
    goalCard(figures, store),
    whatIfCard(figures),
  ];
  places.results.append(...cards.map(({ node }) => node));

  function clearAll(): void {
    files.close();
    paste.clear();
    history.replaceState(null, '', location.pathname);
  }

  store.listen((model) => {
    const { answers } = model;
    const estimate =
      answers && !answers.soFar
        ? (answers.report?.estimate ??
          figures.estimate(answers.counts, model.confidence))
        : null;
    if (answers?.from !== 'counts' || !answers) {
      counts.set(answers?.counts ?? null, estimate);
    }
    counts.say(estimate ? headline(estimate) : '');
    if (answers?.from !== 'paste') paste.clear();
    confidence.value = String(model.confidence);
    setText(
      document.querySelector('title') ?? places.inputs,
      estimate?.rounded == null
        ? 'Calculator: a score and how sure it is. Looplet'
        : `NPS ${estimate.rounded}. Calculator. Looplet`,
    );
    for (const part of cards) part.update(model);
    actions.update(model);
  });

  async function open(text: string): Promise<boolean> {
    const model = await readSnapshot(text, figures);
    if (model) store.set(model);
    return model !== null;
  }
  if (kept === null || !(await open(kept))) store.set({});
  if ('requestIdleCallback' in globalThis) {
    requestIdleCallback(warmReader, { timeout: 4000 });
  } else setTimeout(warmReader, 1000);

  return {
    /** What the address carries, if it carries anything. */
    async openLink(): Promise<void> {
      try {
        const text = await unpack(location.hash, kLinkName);
        if (text === null) return;
        files.close();
        if (!(await open(text))) {
          say(
            'This link holds no calculation. Ask for it again, or type the counts.',
          );
        }
      } catch (error) {
        if (!(error instanceof LinkFault)) throw error;
        say(
          `This link ${error.message}. Ask for it again, or type the counts.`,
        );
      }
    },
  };
}
