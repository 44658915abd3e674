// Who answered: how many of those who were asked, and whether they are made up
// like all customers. No interval says anything about either.
import { setOptions, setText } from '../../shared/ui.ts';
import { h } from '../../widget/dom.ts';
import type { Report, Representation } from '../../engine/types.ts';
import { makeFigure } from '../charts/figure.ts';
import { pairs, type Stage, stages } from '../charts/shares.ts';
import type { Choices, Session } from '../file_session.ts';
import { groupColumns } from '../inputs/file_options.ts';
import { mixFields } from '../inputs/mix_fields.ts';
import type { Model } from '../model.ts';
import { between, chance, percent, tenths, whole } from '../words.ts';
import { labelled, makeCard, type Part } from './card.ts';

export interface AnsweredCard extends Part<Model> {
  /** The file that is open: only then can a mix be asked about. */
  setSession(session: Session | null): void;
}

/** Groups that anybody would type numbers for. */
const kMostGroups = 24;

export function answeredCard(choose: (choices: Choices) => void): AnsweredCard {
  const rates = makeFigure('who-answered');
  const mix = makeFigure('mix');
  const card = makeCard('answered', 'Who answered', rates.tools);
  const bounds = h('p', { class: 'fine' });
  const says = h('p', { class: 'fine' });
  const facts = h('ul', { class: 'facts' });
  let session: Session | null = null;
  let report: Report | null = null;
  const by = h('select', {
    change: () => {
      chosen = by.value;
      const shown = session?.choices.by ?? [];
      if (chosen === '') {
        if (session?.choices.mix) choose({ mix: undefined });
        else draw();
      } else if (shown.includes(chosen)) draw();
      else choose({ by: [...shown, chosen] });
    },
  });
  let chosen = '';
  const fields = mixFields((shares) =>
    choose({ mix: shares ? { by: chosen, shares } : undefined }),
  );
  const question = labelled('Compare with what you know of all customers', by);
  const head = h(
    'div',
    { class: 'card-head', hidden: true },
    h('h3', {}, 'Against all customers'),
    mix.tools,
  );
  card.body.append(
    rates.node,
    bounds,
    question,
    fields.node,
    head,
    says,
    mix.node,
    facts,
  );

  function drawMix(): void {
    const made = report?.representation;
    const found = made && made.estimate.nps !== null ? made : null;
    head.hidden = !found;
    mix.node.hidden = !found;
    facts.hidden = !made;
    setText(says, made ? mixWords(made, report) : '');
    if (!made) return;
    facts.replaceChildren(...factsOf(made).map((text) => h('li', {}, text)));
    if (!found) return;
    mix.update({
      name: `Answers and customers by ${found.by}`,
      says: mixWords(found, report),
      table: [
        ['Group', 'Answers', 'Of answers %', 'Of customers %', 'NPS'],
        ...found.groups.map(
          ({ name, counts, answerShare, populationShare, nps }) => [
            nameOf(name),
            counts.promoters + counts.passives + counts.detractors,
            answerShare === null ? null : points(answerShare),
            points(populationShare),
            nps,
          ],
        ),
      ],
      draw: (width, name) =>
        pairs(
          width,
          name,
          found.groups.map(({ name: label, answerShare, populationShare }) => ({
            label: nameOf(label),
            answered: answerShare ?? 0,
            population: populationShare,
          })),
        ),
    });
  }

  function draw(): void {
    if (!report) return;
    const asked = stagesOf(report);
    const known = report.rates.responseRate !== null || asked.length > 2;
    rates.node.hidden = !known;
    rates.tools.hidden = !known;
    card.say(known ? rateWords(report) : kNotKnown);
    setText(bounds, boundWords(report));
    if (known) {
      rates.update({
        name: 'Who answered',
        says: rateWords(report),
        table: [
          ['Stage', 'People', 'Of the first %'],
          ...asked.map(({ label, n }) => [
            label,
            n,
            points(n / (asked[0]?.n || 1)),
          ]),
        ],
        draw: (width, name) => stages(width, name, asked),
      });
    }
    const columns = session ? groupColumns(session) : [];
    question.hidden = columns.length === 0;
    setOptions(
      by,
      [['', 'Nothing'], ...columns.map((name) => [name, name] as const)],
      columns.includes(chosen) ? chosen : '',
    );
    const groups = report.breakdowns.find((one) => one.by === chosen)?.groups;
    fields.update(
      session && chosen !== '' ? namesOf(groups ?? []) : [],
      session?.choices.mix?.by === chosen ? session.choices.mix.shares : null,
    );
    drawMix();
  }

  return {
    node: card.node,
    setSession(next) {
      if (next?.file !== session?.file) {
        chosen = '';
        card.show(false);
      }
      session = next;
      if (next?.choices.mix) chosen = next.choices.mix.by;
      draw();
    },
    update({ answers }) {
      // While the same file is read again the focus may be in here.
      if (answers?.soFar) return;
      report = answers?.report ?? null;
      card.show(report !== null);
      draw();
    },
  };
}

const kNotKnown =
  'The file does not say how many were asked, so nothing is known about those who kept silent. An export with its invitations, or with a row for each of them, would tell.';

const nameOf = (name: string): string => (name === '' ? 'No value' : name);

const namesOf = (groups: readonly { readonly name: string }[]): string[] =>
  groups.map(({ name }) => name).slice(0, kMostGroups);

/** Percent with a tenth, as a number of a table. */
const points = (share: number): number => Math.round(share * 1000) / 10;

/** Those that the file tells, from the invitation to the score. */
function stagesOf({ rates }: Report): Stage[] {
  const all: readonly (readonly [string, number | null])[] = [
    ['Asked', rates.sent],
    ['Delivered', rates.delivered],
    ['Opened', rates.opened],
    ['Started', rates.started],
    ['Completed', rates.completed],
    ['In the score', rates.scored],
  ];
  return all.flatMap(([label, n]) => (n === null ? [] : [{ label, n }]));
}

function rateWords({ rates }: Report): string {
  const { responseRate, responseLow, responseHigh, completionRate } = rates;
  const range =
    responseLow === null || responseHigh === null
      ? ''
      : ` (95 % between ${percent(responseLow)} and ${percent(responseHigh)})`;
  return [
    ...(responseRate === null
      ? []
      : [`${percent(responseRate)} of those who were asked answered${range}.`]),
    ...(completionRate === null
      ? []
      : [`${percent(completionRate)} of those who began sent it off.`]),
  ].join(' ');
}

function boundWords({ rates }: Report): string {
  const { silent, npsIfDetractors: low, npsIfPromoters: high } = rates;
  if (silent === null || low === null || high === null || silent === 0) {
    return '';
  }
  return `${whole(silent)} kept silent: with them the score is somewhere from ${whole(low)} to ${whole(high)}.`;
}

function mixWords(made: Representation, report: Report | null): string {
  const { nps, low, high, confidence } = made.estimate;
  if (nps === null || low === null || high === null || made.moved === null) {
    return 'No group that you gave a number has an answer.';
  }
  const now = report?.estimate.nps ?? nps - made.moved;
  return `Had they answered in these proportions, NPS ${tenths(now).replace('+', '')} would be ${tenths(nps).replace('+', '')} (${percent(confidence)} between ${between(low, high)}): ${tenths(made.moved)} points.`;
}

function factsOf({
  p,
  covered,
  outside,
  estimate: { n, effectiveN, designEffect, confidence },
}: Representation): string[] {
  const left = outside.promoters + outside.passives + outside.detractors;
  return [
    p === null
      ? ''
      : p < 1 - confidence
        ? `Those who answered are made up differently from all customers (${chance(p)}).`
        : `Those who answered could be a random sample of all customers (${chance(p)}).`,
    effectiveN == null || designEffect == null
      ? ''
      : `Weighted so, ${whole(n)} answers are worth ${whole(effectiveN)} (design effect ${designEffect.toFixed(2)}).`,
    covered < 1 - 1e-9
      ? `Nobody answered for ${percent(1 - covered)} of all customers: that part is left out.`
      : '',
    left > 0
      ? `${whole(left)} ${left === 1 ? 'answer is' : 'answers are'} of groups without a number, and left out here.`
      : '',
    n > 0
      ? 'It mends the mix alone: within a group, those who kept silent are taken to be like those who answered.'
      : '',
  ].filter((text) => text !== '');
}
