// Sets the element up from the address, before it is known to the browser:
// ?src=...&endpoint=... are attributes, &style=hostile adds that style sheet,
// &lang=ar is the page's language. All looplet-* events are kept in `heard`.

const survey = document.querySelector('looplet-survey');
const wanted = new URLSearchParams(location.search);

window.heard = [];
for (const name of [
  'ready',
  'step',
  'answer',
  'preview',
  'submit',
  'delivery',
  'error',
  'close',
]) {
  document.addEventListener(`looplet-${name}`, (event) => {
    const fields = { type: event.type };
    for (const key of Object.keys(event)) {
      if (key !== 'isTrusted') fields[key] = event[key];
    }
    window.heard.push(fields);
    if (name === 'submit' && wanted.has('cancel')) event.preventDefault();
  });
}

for (const [name, value] of wanted) {
  if (name === 'lang') {
    document.documentElement.lang = value;
    document.documentElement.dir = value === 'ar' ? 'rtl' : 'ltr';
  } else if (name === 'style') {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = `${value}.css`;
    document.head.append(link);
  } else if (name === 'property') {
    // An own property of an element that is not upgraded yet.
    survey.survey = await (await fetch(value)).json();
  } else if (name !== 'cancel') {
    survey.setAttribute(name, value);
  }
}
