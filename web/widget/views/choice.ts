// One or many of several, and something else in one's own words.
import type { Answer, StepView } from '../../engine/types.ts';
import { h } from '../dom.ts';
import {
  type Frame,
  kDescribed,
  kFault,
  kQuestion,
  type View,
} from './view.ts';

export function choiceView(
  step: StepView,
  former: Answer | undefined,
  frame: Frame,
): View {
  const many = step.many === true;
  const chosen = readFormer(former);
  const inputs: HTMLInputElement[] = [];

  const row = (value: string, text: string, checked: boolean) => {
    const input = h('input', {
      type: many ? 'checkbox' : 'radio',
      name: 'option',
      value,
      checked,
    });
    inputs.push(input);
    return h(
      'label',
      { class: 'row', part: 'option' },
      input,
      h('span', {}, text),
    );
  };

  const rows: Node[] = (step.options ?? []).map(({ id, text }) =>
    row(id, text, chosen.options.includes(id)),
  );

  let own: HTMLInputElement | undefined;
  let words: HTMLInputElement | undefined;
  if (step.other) {
    const text = step.otherText ?? frame.say('other');
    rows.push(row('', text, chosen.other !== undefined));
    own = inputs.at(-1);
    words = h('input', {
      class: 'field words',
      part: 'input',
      'aria-label': text,
      'aria-describedby': kFault,
      maxlength: 2000,
      value: chosen.other,
      input: frame.changed,
    });
    rows.push(words);
  }

  const unfold = () => {
    if (words && own) words.hidden = !own.checked;
  };
  unfold();

  const group = h(
    'fieldset',
    {
      class: 'rows',
      role: many ? 'group' : 'radiogroup',
      'aria-labelledby': kQuestion,
      'aria-describedby': kDescribed,
      'aria-required': !many && !step.optional && 'true',
      part: 'options',
    },
    ...rows,
  );
  group.addEventListener('change', (event) => {
    unfold();
    // A click on "other" goes on in the field; arrows only pass by.
    if (event.target === own && own?.checked && many) words?.focus();
    frame.changed();
  });

  return {
    nodes: [group],
    first: inputs.find((input) => input.checked) ?? inputs[0],
    control: group,
    value: () => {
      const options = inputs
        .filter((input) => input !== own && input.checked)
        .map((input) => input.value);
      const other = own?.checked ? (words?.value.trim() ?? '') : undefined;
      if (other !== undefined) {
        return other || options.length ? { options, other } : undefined;
      }
      return many ? (options.length ? options : undefined) : options[0];
    },
    problem: () =>
      words && own?.checked && !words.value.trim()
        ? { message: frame.say('answer'), control: words }
        : undefined,
  };
}

function readFormer(former: Answer | undefined): {
  options: readonly string[];
  other?: string;
} {
  if (typeof former === 'string') return { options: [former] };
  if (!former || typeof former !== 'object') return { options: [] };
  if (Array.isArray(former)) return { options: former };
  return 'options' in former ? former : { options: [] };
}
