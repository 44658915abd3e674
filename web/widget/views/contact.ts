// How to reach somebody, and whether it is allowed.
import type { Contact } from '../../engine/types.ts';
import { h } from '../dom.ts';
import { M } from '../messages.ts';
import { group, type MakeView, tick } from './view.ts';

const kFields = ['name', 'email', 'phone'];
const kTypes = { name: 'text', email: 'email', phone: 'tel' };

/** Name, email and phone, with the box without which nothing is kept. */
export const contactView: MakeView = (
  { fields = [], consent },
  former,
  { say, changed },
) => {
  const before = Object(former) as Contact;
  const inputs = fields.map((field) =>
    h('input.input', {
      id: field,
      type: kTypes[field],
      autocomplete: field === 'phone' ? 'tel' : field,
      maxlength: 200,
      value: before[field],
      dir: field === 'name' ? 'auto' : 'ltr',
      'aria-describedby': 'error',
      input: changed,
    }),
  );
  const [row, box] = tick(consent ?? '', {
    type: 'checkbox',
    checked: before.consent,
    'aria-describedby': 'error',
    change: changed,
  });
  const filled = () => inputs.filter((input) => input.value.trim());
  return {
    node: group(
      'fields',
      {},
      ...inputs.map((input, i) => {
        const field = fields[i] ?? 'name';
        return h(
          'div.labelled',
          {},
          h(
            'label.label',
            { for: field },
            say(M.name + kFields.indexOf(field)),
          ),
          input,
        );
      }),
      ...(consent ? [row] : []),
    ),
    control: inputs[0],
    value: () => {
      const entries = filled().map(({ id, value }): [string, string] => [
        id,
        value.trim(),
      ]);
      return entries.length
        ? {
            ...Object.fromEntries(entries),
            ...(consent && { consent: box.checked }),
          }
        : undefined;
    },
    problem: () => {
      const bad =
        inputs.find((input) => !input.checkValidity()) ??
        (filled().length && consent && !box.checked ? box : undefined);
      return bad && [say(M.wrong), bad];
    },
  };
};

/** Yes or no by one box: a box left empty is a no. */
export const consentView: MakeView = ({ label }, former, { say, changed }) => {
  const [row, box] = tick(label ?? say(M.agree), {
    type: 'checkbox',
    checked: former === true,
    'aria-describedby': 'error',
    change: changed,
  });
  return { node: group('', {}, row), control: box, value: () => box.checked };
};
