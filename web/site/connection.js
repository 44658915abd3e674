// A connection that can be cut, for the start page's third thing to try. This
// stands before the element's script, because the element takes the browser's
// fetch once, when it is loaded, so that nothing later can get between.
//
// While <html data-connection="cut">, a POST fails as it does without a
// network: no reply, a TypeError.
const real = globalThis.fetch;

globalThis.fetch = (input, init) =>
  init?.method === 'POST' &&
  document.documentElement.dataset.connection === 'cut'
    ? Promise.reject(new TypeError('The connection is cut.'))
    : real(input, init);
