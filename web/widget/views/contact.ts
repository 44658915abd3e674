// How to reach somebody, and whether it is allowed.
import type { Answer, Contact, StepView } from '../../engine/types.ts';
import { h } from '../dom.ts';
import {
  type Frame,
  kDescribed,
  kFault,
  kQuestion,
  type View,
} from './view.ts';

const kKinds = {
  name: ['text', 'name'],
  email: ['email', 'email'],
  phone: ['tel', 'tel'],
} as const;

/** Name, email and phone, with the box without which nothing is kept. */
export function contactView(
  step: StepView,
  former: Answer | undefined,
  frame: Frame,
): View {
  const before = isContact(former) ? former : {};
  const nodes: Node[] = [];
  const inputs = (step.fields ?? []).map((field) => {
    const [type, autocomplete] = kKinds[field];
    const input = h('input', {
      class: 'field',
      part: 'input',
      id: field,
      type,
      autocomplete,
      maxlength: 200,
      value: before[field],
      dir: field === 'name' ? 'auto' : 'ltr',
      'aria-describedby': kFault,
      input: frame.changed,
    });
    nodes.push(
      h(
        'div',
        { class: 'labelled' },
        h('label', { for: field, part: 'label' }, frame.say(field)),
        input,
      ),
    );
    return [field, input] as const;
  });
  const box = step.consent
    ? tick(step.consent, before.consent === true, frame)
    : undefined;
  if (box) nodes.push(box.row);

  const group = h(
    'fieldset',
    {
      class: 'fields',
      'aria-labelledby': kQuestion,
      'aria-describedby': kDescribed,
    },
    ...nodes,
  );
  const filled = () => inputs.filter(([, input]) => input.value.trim());
  const first = inputs[0]?.[1];
  return {
    nodes: [group],
    first,
    ...(first && { control: first }),
    value: () => {
      if (!filled().length) return undefined;
      const contact: { [field: string]: string | boolean } = {};
      for (const [field, input] of filled())
        contact[field] = input.value.trim();
      if (box) contact['consent'] = box.input.checked;
      return contact;
    },
    problem: () => {
      const bad = inputs.find(([, input]) => !input.checkValidity());
      if (bad) return { message: frame.say('wrong'), control: bad[1] };
      return filled().length && box && !box.input.checked
        ? { message: frame.say('tick'), control: box.input }
        : undefined;
    },
  };
}

/** Yes or no by one box: a box left empty is a no. */
export function consentView(
  step: StepView,
  former: Answer | undefined,
  frame: Frame,
): View {
  const box = tick(step.label ?? frame.say('agree'), former === true, frame);
  const group = h(
    'fieldset',
    { 'aria-labelledby': kQuestion, 'aria-describedby': kDescribed },
    box.row,
  );
  return {
    nodes: [group],
    first: box.input,
    control: box.input,
    value: () => box.input.checked,
  };
}

function tick(text: string, checked: boolean, frame: Frame) {
  const input = h('input', {
    type: 'checkbox',
    checked,
    'aria-describedby': kFault,
    change: frame.changed,
  });
  const row = h(
    'label',
    { class: 'row', part: 'option' },
    input,
    h('span', {}, text),
  );
  return { input, row };
}

const isContact = (answer: Answer | undefined): answer is Contact =>
  typeof answer === 'object' &&
  answer !== null &&
  !Array.isArray(answer) &&
  !('options' in answer);
