// What a survey costs that knows one question and three follow-ups by heart:
// no engine, no languages, no keys, no delivery. Nothing can be faster; how
// much slower the element is, is the price of everything it does.
const css = `
:host { display: block }
section { max-width: 44rem; font: inherit; line-height: 1.5 }
h2 { font-size: 1.125em; margin: 0 0 20px }
fieldset { border: 0; margin: 0; padding: 0 }
.cells { display: grid; grid-template-columns: repeat(11, 1fr); gap: 4px }
label { position: relative; display: grid; place-items: center; min-height: 44px; border: 1px solid #8888; border-radius: 8px }
label:has(:checked) { background: #25c; color: #fff }
input { position: absolute; inset: 0; opacity: 0; margin: 0 }
.ends { display: flex; justify-content: space-between }
textarea { width: 100%; box-sizing: border-box; font: inherit }
button { margin-top: 24px; min-height: 44px; padding: 0 20px; font: inherit }
`;
const followUp = (score) =>
  score < 7
    ? 'What went wrong?'
    : score < 9
      ? 'What would make it a ten?'
      : 'What did you like best?';

function h(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const key in attributes) node.setAttribute(key, attributes[key]);
  node.append(...children);
  return node;
}

class FloorSurvey extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    const cells = h('div', { class: 'cells' });
    for (let i = 0; i <= 10; i++) {
      const radio = h('input', { type: 'radio', name: 'point', value: i });
      cells.append(h('label', {}, radio, h('span', {}, `${i}`)));
    }
    const next = h('button', { type: 'button' }, 'Next');
    const question = h(
      'h2',
      { id: 'q', tabindex: -1 },
      'How likely are you to recommend Acme to a friend or colleague?',
    );
    const low = h('span', {}, 'Not at all likely');
    const high = h('span', {}, 'Extremely likely');
    const group = h(
      'fieldset',
      { role: 'radiogroup', 'aria-labelledby': 'q' },
      cells,
      h('div', { class: 'ends' }, low, high),
    );
    const section = h('section', {}, question, group, next);
    root.append(section);
    next.addEventListener('click', () => {
      const chosen = root.querySelector(':checked');
      if (!chosen) return;
      const title = h('h2', { id: 'q' }, followUp(+chosen.value));
      const words = h('textarea', { rows: 4, 'aria-labelledby': 'q' });
      section.replaceChildren(
        title,
        words,
        h('button', { type: 'button' }, 'Send'),
      );
      words.focus();
    });
  }
}
customElements.define('floor-survey', FloorSurvey);
