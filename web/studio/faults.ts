// The strip under the graph: every fault as a sentence with its place, and a
// way to see it happen.
import { h } from '../widget/dom.ts';
import type { Json } from './document/json.ts';
import { type Finding, type Findings, placeInWords } from './findings.ts';
import { draw, setText, tool } from '../shared/ui.ts';

export interface FaultsHooks {
  select(finding: Finding): void;
  replay(finding: Finding): void;
}

const count = (n: number, what: string): string =>
  `${n === 0 ? 'no' : n} ${what}${n === 1 ? '' : 's'}`;

export const summary = ({ problems, errors }: Findings): string => {
  const rest = problems.length - errors;
  if (problems.length === 0) return 'No faults';
  return [
    ...(errors ? [count(errors, 'error')] : []),
    ...(rest ? [count(rest, 'warning')] : []),
  ].join(', ');
};

export function makeFaults(host: HTMLElement, hooks: FaultsHooks) {
  const badge = h('span', { class: 'badge' });
  const title = h('span', {});
  const ways = h('span', { class: 'quiet ways' });
  const head = h('div', { class: 'faults-head' }, badge, title, ways);
  const list = h('ul', { class: 'faults-list', 'aria-label': 'Faults' });
  host.append(head, list);
  let key = '';

  function row(finding: Finding, survey: Json | null): HTMLElement {
    const { severity, message, witness, replay, locale, traits } = finding;
    return h(
      'li',
      { class: `fault-row ${severity}` },
      h('span', { class: 'fault-icon' }, draw(severity)),
      h(
        'div',
        { class: 'fault-words' },
        h(
          'button',
          {
            type: 'button',
            class: 'fault-go',
            click: () => hooks.select(finding),
          },
          h('span', { class: 'hidden' }, `${severity}: `),
          h('span', { class: 'message' }, message),
          h('span', { class: 'place' }, ` ${placeInWords(survey, finding)}`),
        ),
        ...(witness ? [h('p', { class: 'witness' }, witness)] : []),
      ),
      ...(replay?.length || locale || traits
        ? [
            tool('Replay', () => hooks.replay(finding), {
              icon: 'play',
              class: 'tool small',
              'aria-label': `Replay: ${message}`,
            }),
          ]
        : []),
    );
  }

  return {
    update(findings: Findings, survey: Json | null): void {
      const { problems, errors, report, stale } = findings;
      const next = JSON.stringify([
        problems,
        problems.map((finding) => placeInWords(survey, finding)),
      ]);
      if (next !== key) {
        key = next;
        list.replaceChildren(...problems.map((one) => row(one, survey)));
        list.hidden = problems.length === 0;
        const kind = errors ? 'error' : problems.length ? 'warning' : 'good';
        if (badge.dataset['kind'] !== kind) {
          badge.dataset['kind'] = kind;
          badge.replaceChildren(draw(kind));
        }
        setText(title, summary(findings));
      }
      const paths = report && !stale ? report.paths : null;
      setText(
        ways,
        paths
          ? `${paths.exact ? '' : 'at most '}${count(paths.count, 'way')} through it, the longest of ${count(paths.longest, 'step')}`
          : '',
      );
    },
    /** The fault after the one selected last. */
    focusNext(back: boolean): void {
      const buttons = [...list.querySelectorAll('button.fault-go')];
      const now = buttons.indexOf(document.activeElement as Element);
      const next = buttons.at(
        now < 0 ? 0 : (now + (back ? -1 : 1)) % buttons.length,
      );
      if (next instanceof HTMLElement) next.focus();
    },
  };
}
