// A form in a shadow root, without a framework, for the harness's own cases.

class HarnessForm extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'input[type=radio] { position: absolute; opacity: 0 } label { padding: 8px } :focus + span { outline: 2px solid }',
    );
    root.adoptedStyleSheets = [sheet];

    const group = node('fieldset');
    group.append(node('legend', 'How many?'));
    const status = node('output');
    for (const name of ['One', 'Two', 'Three']) {
      const label = node('label');
      const radio = node('input');
      radio.type = 'radio';
      radio.name = 'count';
      radio.addEventListener('change', () => {
        status.textContent = `Chosen: ${name.toLowerCase()}`;
      });
      label.append(radio, node('span', name));
      group.append(label);
    }

    const why = node('label', 'Why?');
    const field = node('input');
    why.append(field);

    const send = node('button', 'Send it');
    send.addEventListener('click', () => {
      status.textContent = `Sent: ${field.value}`;
    });
    const cover = node('button', 'Cover');
    cover.addEventListener('click', () => {
      const over = node('div');
      over.className = 'cover';
      document.body.append(over);
    });
    root.append(group, why, send, cover, status);
  }
}

function node(name, text = '') {
  const el = document.createElement(name);
  el.textContent = text;
  return el;
}

customElements.define('harness-form', HarnessForm);
