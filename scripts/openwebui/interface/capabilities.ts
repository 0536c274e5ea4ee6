/**
 * What a model of the scene can be asked for, once in Open WebUI's own interface and once by Guichet's whole agent. Each
 * is a model and questions with a plan, so that both ways meet the same provider with the same words.
 */
import type { AGENT_MODELS } from '@guichet/openwebui/contract-suite';

export interface Capability {
  name: string;
  model: keyof typeof AGENT_MODELS;
  /** Asked one after the other in one conversation. */
  questions: readonly string[];
  /** Sources that Guichet shows, and the interface only elsewhere. */
  moreSources?: readonly string[];
  /** Looked at besides text, sources and the provider's calls. */
  also?: 'pictures' | 'followUps';
}

const planned = (...rounds: object[]) => `Please. PLAN ${JSON.stringify(rounds)}`;
const call = (...calls: [string, object][]) => ({ calls });
const LYON = { city: 'Lyon' };

export const CAPABILITIES: readonly Capability[] = [
  { name: 'a plain answer, with what the owner told the model', model: 'tools', questions: ['Good morning'] },
  { name: 'a second question, which knows the first', model: 'tools', questions: ['Good morning', 'And now?'] },
  { name: 'accents and other alphabets', model: 'tools', questions: ['Où êtes-vous ? 日本語 — naïve'] },
  {
    name: 'reasoning in a field of its own',
    model: 'tools',
    questions: [planned({ reason: 'I think. ', text: 'Here.' })],
  },
  { name: 'text in Markdown', model: 'tools', questions: [planned({ text: 'One **bold** and `code` word.' })] },
  {
    name: 'a workspace tool',
    model: 'tools',
    questions: [planned(call(['get_weather', LYON]), { text: 'It is %results%.' })],
  },
  {
    name: 'text before a tool',
    model: 'tools',
    questions: [planned({ text: 'Let me see. ', ...call(['get_weather', LYON]) }, { text: 'Sunny.' })],
  },
  {
    name: 'three rounds',
    model: 'tools',
    questions: [
      planned(
        { text: 'One. ', ...call(['get_weather', LYON]) },
        { text: 'Two. ', ...call(['get_weather', { city: 'Paris' }]) },
        { text: 'Three.' },
      ),
    ],
  },
  {
    name: 'two tools in one round',
    model: 'tools',
    questions: [planned(call(['get_weather', LYON], ['get_weather', { city: 'Paris' }]), { text: '%results%' })],
  },
  {
    name: 'a tool that takes its time',
    model: 'tools',
    questions: [planned(call(['sleep_long', { seconds: 1 }]), { text: 'Rested.' })],
  },
  {
    name: 'a tool that fails',
    model: 'tools',
    questions: [planned(call(['fail', { reason: 'x' }]), { text: 'And yet.' })],
  },
  {
    name: 'a tool that is not there',
    model: 'tools',
    questions: [planned(call(['nothing_here', {}]), { text: 'And yet.' })],
  },
  {
    name: 'a tool that the account may not use',
    model: 'tools',
    questions: [planned(call(['get_secret', { name: 'x' }]), { text: '%results%' })],
  },
  {
    name: 'a tool of a server by OpenAPI',
    model: 'servers',
    questions: [planned(call(['get_stock', { item: 'hat' }]), { text: 'Done.' })],
  },
  {
    name: 'a tool of a server by MCP',
    model: 'servers',
    questions: [planned(call(['sums_add', { a: 2, b: 3 }]), { text: '%results%' })],
  },
  {
    name: 'documents, found by the model itself',
    model: 'knowledge',
    questions: [planned(call(['query_knowledge_files', { query: 'tickets' }]), { text: 'Seven.' })],
  },
  {
    name: 'a web search by the model itself',
    model: 'web',
    questions: [planned(call(['search_web', { query: 'hello' }]), { text: 'Found.' })],
    // The interface shows what a search found inside of the tool's own box.
    moreSources: ['https://found.example.com/page'],
  },
  {
    name: 'a picture',
    model: 'pictures',
    questions: [planned(call(['generate_image', { prompt: 'a point' }]), { text: 'Here.' })],
    also: 'pictures',
  },
  { name: 'a filter on the way in', model: 'filtered', questions: ['hello there'] },
  { name: 'a filter on what is written', model: 'filtered', questions: [planned({ text: 'the secret word' })] },
  { name: 'a filter that the owner set for every model', model: 'tools', questions: ['WATCH me'] },
  { name: 'questions to ask next', model: 'tools', questions: ['Good morning'], also: 'followUps' },
  {
    name: 'an answer that reaches the token limit',
    model: 'tools',
    questions: [planned({ text: 'one two', finish: 'length' })],
  },
  {
    name: 'an error in the middle: what there was stays',
    model: 'tools',
    questions: [planned({ text: 'one two three four', turn: 'error' })],
  },
];
