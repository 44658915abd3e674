// The one file a page loads: defines <looplet-survey>.
import { LoopletSurvey } from './element.ts';

export { loadEngine } from '../engine/survey.ts';
export * from './events.ts';
export { LoopletSurvey };

// A page may load the file twice, under two addresses.
if (!customElements.get('looplet-survey')) {
  customElements.define('looplet-survey', LoopletSurvey);
}

declare global {
  interface HTMLElementTagNameMap {
    'looplet-survey': LoopletSurvey;
  }
}
